"""Packs on the disk: where they are looked for, and that a bad one is never half used."""

import sys
from pathlib import Path

import pytest

from app.domain.clinic import LogoName
from app.storage import clinic_places
from app.storage.check import check
from app.storage.clinic_files import MOST_BYTES, find, read, read_logo
from app.storage.clinic_places import PackPlace, candidates, is_any, program_folder, system_folders
from app.storage.errors import ErrorCode, StorageError
from app.storage.paths import Paths
from tests.unit.storage.test_pictures import HEAD, png

PACK = """\
# Riverside
name: Riverside
author: Dr. Lee
version: 3
date: 2026-11-01
expires: 2027-11-01
"""


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Return folders of which the system's has no pack."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "system"))
    data = tmp_path / "data"
    data.mkdir()
    return Paths(data=data, state=tmp_path / "state", config=tmp_path / "config")


def refused(path: Path) -> StorageError:
    """Return why the pack at *path* cannot be used."""
    with pytest.raises(StorageError) as caught:
        read(path)
    return caught.value


def test_without_a_pack_nothing_is_found(paths: Paths) -> None:
    """As for most people; it takes a look at a few names."""
    assert not is_any(paths)
    assert find(paths) == ()


def test_packs_are_found_the_weakest_first(paths: Paths, tmp_path: Path) -> None:
    """That of the computer, the patient's own, and one that was named at the start."""
    system = tmp_path / "system" / "soft-landing"
    system.mkdir(parents=True)
    for folder in (system, paths.data, tmp_path):
        (folder / "clinic.yaml").write_text(PACK, "utf-8")

    found = find(paths, tmp_path / "clinic.yaml")

    assert is_any(paths)
    assert [one.place for one in found] == [PackPlace.SYSTEM, PackPlace.FOLDER, PackPlace.GIVEN]
    assert all(one.pack is not None and one.pack.name == "Riverside" for one in found)


def test_a_pack_that_was_named_and_is_not_there_is_told(paths: Paths, tmp_path: Path) -> None:
    """Whoever names one wants to know."""
    (found,) = find(paths, tmp_path / "none.yaml")

    assert is_any(paths, tmp_path / "none.yaml")
    assert found.pack is None
    assert found.error is not None
    assert found.error.code is ErrorCode.MISSING


def test_each_system_has_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """The most important of several on Linux comes last."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", "/first:relative:/second")
    assert system_folders() == (Path("/second/soft-landing"), Path("/first/soft-landing"))
    monkeypatch.delenv("XDG_CONFIG_DIRS")
    assert system_folders() == (Path("/etc/xdg/soft-landing"),)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMDATA", "/programs")
    assert system_folders() == (Path("/programs/Soft Landing"),)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system_folders() == (Path("/Library/Application Support/Soft Landing"),)


def test_only_an_installed_program_has_a_folder(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An image counts as where it lies, not as where it unpacks itself."""
    assert program_folder() is None
    monkeypatch.setattr(sys, "executable", "/programs/Soft Landing/SoftLanding.exe")
    assert program_folder() == Path("/programs/Soft Landing")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/lib/soft-landing/soft-landing")
    assert program_folder() == Path("/usr/lib/soft-landing")
    monkeypatch.setenv("APPIMAGE", "/home/anna/Other.AppImage")
    monkeypatch.setenv("APPDIR", "/home/anna/.cache/other")
    assert program_folder() == Path("/usr/lib/soft-landing")
    monkeypatch.setenv("APPIMAGE", "/home/anna/Soft_Landing.AppImage")
    monkeypatch.setenv("APPDIR", "/usr/lib")
    assert program_folder() == Path("/home/anna")

    places = [place for place, _path in candidates(paths)]

    assert places == [PackPlace.SYSTEM, PackPlace.PROGRAM, PackPlace.FOLDER]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PACK + "phones: soon\n", ErrorCode.WRONG_TYPE),
        (PACK + "a: &a [1]\nb: *a\n", ErrorCode.ANCHOR),
        (PACK + "\tname: x\n", ErrorCode.TAB),
        ("schema: 99\n" + PACK, ErrorCode.NEWER_PACK),
        (PACK + "x: " + "y" * MOST_BYTES, ErrorCode.TOO_BIG),
        ("", ErrorCode.EMPTY),
        ("- name\n", ErrorCode.NOT_A_MAPPING),
    ],
)
def test_a_pack_with_a_fault_anywhere_is_not_used(paths: Paths, text: str, code: ErrorCode) -> None:
    """Half of it could leave a rule without the sentence that belongs to it."""
    path = paths.data / "clinic.yaml"
    path.write_text(text, "utf-8")

    assert refused(path).code is code
    assert find(paths)[0].pack is None


def test_a_file_that_grows_while_it_is_read_is_not_used(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It counts what was read, not what was promised."""
    path = paths.data / "clinic.yaml"
    path.write_text(PACK + "x: " + "y" * MOST_BYTES, "utf-8")
    monkeypatch.setattr("app.storage.clinic_files.stamp_of", lambda _path: None)

    assert refused(path).code is ErrorCode.TOO_BIG


def test_a_logo_is_read_beside_its_pack(paths: Paths) -> None:
    """By one of two names, so that every installer finds it."""
    pack = paths.data / "clinic.yaml"
    (paths.data / "clinic-logo.png").write_bytes(png(8, 8))
    (paths.data / "clinic-logo.svg").write_text(f"{HEAD}<rect/></svg>", "utf-8")

    assert read_logo(pack, LogoName.PNG) == png(8, 8)
    assert b"<rect/>" in read_logo(pack, LogoName.SVG)


def test_a_logo_that_could_do_harm_is_refused(paths: Paths) -> None:
    """And one that is not there."""
    pack = paths.data / "clinic.yaml"
    (paths.data / "clinic-logo.svg").write_text(f"{HEAD}<script/></svg>", "utf-8")

    with pytest.raises(StorageError) as caught:
        read_logo(pack, LogoName.SVG)
    assert caught.value.code is ErrorCode.BAD_VALUE
    with pytest.raises(StorageError) as caught:
        read_logo(pack, LogoName.PNG)
    assert caught.value.code is ErrorCode.MISSING


def test_checking_the_folder_tells_what_is_wrong_with_a_pack(paths: Paths) -> None:
    """With its line; a pack and a logo that are fine are no strangers."""
    (paths.data / "clinic-logo.png").write_bytes(png(8, 8))
    (paths.data / "clinic.yaml").write_text(PACK, "utf-8")
    assert check(paths) == ()
    (paths.data / "clinic.yaml").write_text(PACK + "phones:\n  day: 5\n", "utf-8")

    (found,) = check(paths)

    assert (found.path, found.line, found.field) == ("clinic.yaml", 8, "phones.day")


def test_nothing_of_packs_is_loaded_to_look_for_them() -> None:
    """A start without one pays for a few names only."""
    assert not hasattr(clinic_places, "Pack")
