"""What the Windows packages are called and numbered: once, and the same in every file."""

import re
from pathlib import Path

import pytest

from windows import build
from windows.names import (
    HERE,
    LOGOS,
    PACK,
    numbers_in_order,
    package_code,
    product_code,
    three_numbers,
)
from workshop import Failed, version

SCRIPTS = [
    HERE / "setup.nsi",
    HERE / "product.wxs",
    HERE / "launcher" / "launcher.c",
    HERE / "launcher" / "launcher.rc",
]


def text(path: Path) -> str:
    """Return what *path* says."""
    return path.read_text(encoding="utf-8")


def test_no_script_has_a_version_of_its_own() -> None:
    """A release changes ``app/__init__.py``, and nothing else."""
    found = {path.name: re.findall(r"\b\d+\.\d+\.\d+\b", text(path)) for path in SCRIPTS}

    assert not any(found.values()), found
    assert "VERSION_NUMBERS" in text(HERE / "launcher" / "launcher.rc")
    assert "${NUMBERS}" in text(HERE / "setup.nsi")
    assert 'Version="$(var.NUMBERS)"' in text(HERE / "product.wxs")


def test_windows_is_told_three_numbers() -> None:
    """What stands behind the numbers, or is left out, has no place in a version of Windows."""
    assert three_numbers("0.1.0") == "0.1.0"
    assert three_numbers("2.0rc1") == "2.0.0"
    assert re.fullmatch(r"\d+\.\d+\.\d+", three_numbers(version()))


@pytest.mark.parametrize("given", ["0.2.0rc1", "0.2.0.dev1", "1.2.3.4", "1.256", "v1"])
def test_no_msi_is_built_of_a_version_that_windows_cannot_order(
    given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would pass for another one; the sentence comes before anything is built."""
    monkeypatch.setattr(build, "version", lambda: given)

    with pytest.raises(Failed, match=f"There can be no .msi of version {re.escape(given)}: "):
        build.build(tmp_path)

    assert not list(tmp_path.iterdir())
    assert numbers_in_order("1.2") == "1.2.0"
    assert numbers_in_order(version()) == three_numbers(version())


def test_two_packages_of_one_version_have_a_code_each_if_they_differ() -> None:
    """Windows Installer would take the second for the first, which it has in its cache."""
    assert package_code(b"one") == package_code(b"one") != package_code(b"other")


def test_a_version_has_the_same_code_whoever_builds_it() -> None:
    """Windows Installer takes two packages of one code for one product."""
    assert product_code("0.1.0") == product_code("0.1.0") != product_code("0.1.1")
    assert re.fullmatch(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", product_code("0.1.0"))


def test_the_setup_knows_the_clinics_files_by_the_names_that_the_msi_does() -> None:
    """The pack and its logo are taken along by both."""
    setup = text(HERE / "setup.nsi")

    assert PACK == "clinic.yaml"
    assert all(f"$INSTDIR\\{logo}" in setup and f"$1\\{logo}" in setup for logo in LOGOS)
