"""Whatever is shipped brings its license."""

import re
import sysconfig
from pathlib import Path

import pytest

import licenses
from tests.support.source import ROOT
from workshop import Failed

ENVIRONMENT = Path(sysconfig.get_path("purelib"))
IN_QT = {"pyside6-addons", "pyside6-essentials", "shiboken6"}
ELSEWHERE = {"tzdata"}
"""Shipped for other systems only."""
ELSEWHERE_SAID = (
    *("LGPL-2.1", "Python-2.0", "GPL-2.0-or-later", "GPL-2.0-only", "MPL-2.0"),
    *("CC0-1.0", "MIT-0", "BSL-1.0"),
)
"""Licenses of which the list says where they lie, or that they ask for nothing."""


def test_every_package_that_is_installed_to_run_is_named_with_its_license() -> None:
    """Whoever adds a dependency adds it there."""
    lock = (ROOT / "packaging" / "locks" / "run.txt").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    named = {one.name.lower() for one in licenses.COMPONENTS}

    assert locked - IN_QT - ELSEWHERE <= named


def test_every_text_is_there() -> None:
    """In the environment or in packaging/licenses; PyInstaller's comes with PyInstaller."""
    texts = {
        one.name: [licenses.texts_of(source, ENVIRONMENT) for source in one.texts]
        for one in licenses.COMPONENTS
        if one.texts != ("dist:pyinstaller",)
    }

    assert all(found for paths in texts.values() for found in paths)
    with pytest.raises(Failed, match="nothing-of-this-name"):
        licenses.texts_of("dist:nothing-of-this-name", ENVIRONMENT)


def test_every_part_of_others_in_qt_has_its_license() -> None:
    """In the list itself, in a file beside it, or said to lie elsewhere or to ask for nothing."""
    folder = ROOT / "packaging" / "licenses"
    text = (folder / "qt-third-party.txt").read_text(encoding="utf-8")
    listed, _, texts = text.partition("\nThe licenses, ")
    parts = re.split(r"\n  (?=\S)", listed)[1:]
    beside = {path.stem for path in map(Path, licenses.OF_OTHERS_IN_QT)} | {"MIT-Modern-Variant"}
    heads = set(re.findall(r"^([\w.-]+)(?: \(.*\))?$", texts, re.MULTILINE))
    closing = texts[texts.index("LGPL-2.1: beside FFmpeg") :]
    elsewhere = {one for one in ELSEWHERE_SAID if one in closing} | {"public domain"}
    known = sorted(beside | heads | elsewhere | {"BSD-2-Clause"}, key=len, reverse=True)

    nameless = [part for part in parts if not any(re.search(rf"\s{one}\b", part) for one in known)]

    assert len(parts) > 50
    assert nameless == []
    assert all((ROOT / path).is_file() for path in licenses.OF_OTHERS_IN_QT)


def test_the_folder_of_licenses_begins_with_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who opens it reads what is in there, and where the source of Qt is."""
    shipped = [one for one in licenses.COMPONENTS if one.texts != ("dist:pyinstaller",)]
    monkeypatch.setattr(licenses, "COMPONENTS", tuple(shipped))

    licenses.collect(tmp_path / "licenses", ENVIRONMENT, {})
    listed = (tmp_path / "licenses" / "README.txt").read_text(encoding="utf-8")

    assert all(f"{one.name}: {one.license}." in listed for one in shipped)
    assert "https://download.qt.io/official_releases/" in listed
    assert (tmp_path / "licenses" / "Atkinson-Hyperlegible-Next" / "OFL.txt").is_file()


def test_debian_is_told_in_its_own_form() -> None:
    """Each license that a part names is there in full, or where Debian keeps it."""
    text = licenses.debian_copyright(ENVIRONMENT)
    paragraphs = [p for p in text.split("\n\n") if p.strip()]
    used = {
        re.findall(r"^License: (.*)$", p, re.MULTILINE)[0]
        for p in paragraphs
        if p.startswith("Files")
    }
    given = {p.split("\n")[0][9:] for p in paragraphs if p.startswith("License: ")}

    assert text.startswith("What Soft Landing is made of: ")
    assert used == given
    assert "/usr/share/common-licenses/LGPL-3" in text
