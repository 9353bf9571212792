"""The command that builds installers."""

import subprocess
import sys
from pathlib import Path

import pytest

import elsewhere
import package
import workshop
from tests.support.source import ROOT


def test_all_means_every_installer_and_not_the_bundle_they_are_made_of() -> None:
    """So does saying nothing; what is named twice is built once."""
    everything = ["deb", "appimage", "windows"]

    assert package.wanted([]) == package.wanted(["all", "deb"]) == everything
    assert package.wanted(["appimage", "bundle", "bundle"]) == ["bundle", "appimage"]


def test_each_target_says_which_system_packages_it_needs() -> None:
    """With nothing built or installed yet: that is what they are asked for."""
    script = [sys.executable, str(ROOT / "packaging" / "package.py")]
    asked = [*script, "deb", "appimage", "--needs"]

    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()

    assert {"lintian", "debootstrap", "squashfs-tools", "libsquashfuse-dev"} <= set(told)


def test_the_newest_commit_dates_a_package_unless_something_else_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same source gives the same moment."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    asked = workshop.moment()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")

    assert asked == 1_700_000_000
    assert workshop.moment() == workshop.moment() > asked


def test_a_package_that_is_too_large_is_not_passed(tmp_path: Path) -> None:
    """The sentence names it, its size and the limit."""
    file = tmp_path / "large.deb"
    file.write_bytes(bytes(2_000_000))

    assert workshop.within(file, 2) == "large.deb: 2.0 MB, at most 2 MB"
    with pytest.raises(workshop.Failed, match=r"large.deb: 2.0 MB, at most 1 MB: too large"):
        workshop.within(file, 1)


def test_a_name_that_is_not_filled_in_stops_the_build() -> None:
    """Nothing with a gap in it is packed."""
    assert workshop.fill("version @VERSION@", VERSION="1.2") == "version 1.2"
    with pytest.raises(workshop.Failed, match="@DATE@"):
        workshop.fill("@VERSION@ of @DATE@", VERSION="1.2")


def test_a_tool_that_fails_is_quoted(tmp_path: Path) -> None:
    """What it said, its exit code, and how it was called; the same where there is no such tool."""
    with pytest.raises(workshop.Failed, match=r"(?s)no such file.*ended with 3: .*python"):
        workshop.run([sys.executable, "-c", "print('no such file'); raise SystemExit(3)"])
    with pytest.raises(workshop.Failed, match="cannot be run"):
        workshop.run([tmp_path / "nothing"])


def test_a_package_that_differs_when_it_is_built_again_is_named(tmp_path: Path) -> None:
    """The same bytes, or a fault."""
    first, again = tmp_path / "first", tmp_path / "again"
    for folder in (first, again):
        folder.mkdir()
        (folder / "same.deb").write_text("same")
        (folder / "other.deb").write_text(folder.name)

    lines = elsewhere.compared(sorted(first.iterdir()), again)

    assert lines == [f"other.deb: {elsewhere.DIFFERS}", f"same.deb: {elsewhere.SAME}"]


def test_what_is_no_package_is_not_built_again() -> None:
    """The frozen folder is compared as a part of the packages, and a list is no package."""
    assert package.twice({"bundle": [Path("soft-landing")], "sbom": [Path("list.json")]}) == []
