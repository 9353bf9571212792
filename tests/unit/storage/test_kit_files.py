"""What a clinic hands out is written whole, for everybody to read, the same each time."""

import os
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.storage.errors import ErrorCode, StorageError
from app.storage.kit_files import Inside, files_in, make_place, put, put_copy, put_zip, seconds_of
from tests.support.unsure_disk import confirm_nothing_in

DAY = date(2026, 11, 29)


def test_installers_are_found_the_newest_last(tmp_path: Path) -> None:
    """1.10 is newer than 1.9; endings count in small and in capital letters, folders do not."""
    for name in ("a-1.10.exe", "a-1.9.EXE", "a-1.9.msi", "read.txt"):
        (tmp_path / name).touch()
    (tmp_path / "folder.exe").mkdir()

    assert [one.name for one in files_in(tmp_path, (".exe",))] == ["a-1.9.EXE", "a-1.10.exe"]
    assert files_in(tmp_path, (".appimage",)) == ()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With its place."""
    with pytest.raises(StorageError) as caught:
        files_in(tmp_path / "none", (".exe",))

    assert (caught.value.code, caught.value.path) == (ErrorCode.MISSING, tmp_path / "none")


def test_a_place_is_made_unless_something_is_in_the_way(tmp_path: Path) -> None:
    """A folder that is there is as good; a file is none."""
    make_place(tmp_path / "a" / "b")
    make_place(tmp_path / "a" / "b")
    (tmp_path / "file").touch()

    assert (tmp_path / "a" / "b").is_dir()
    for place in (tmp_path / "file", tmp_path / "file" / "b"):
        with pytest.raises(StorageError) as caught:
            make_place(place)
        assert caught.value.code is ErrorCode.NOT_A_FOLDER


def test_files_can_be_read_by_everybody_and_programs_run(tmp_path: Path) -> None:
    """They lie on a share, or go out on a stick; the patient's own files are another matter."""
    (tmp_path / "source").write_bytes(b"program")

    put(tmp_path / "page.txt", b"words")
    put_copy(tmp_path / "program", tmp_path / "source")

    assert (tmp_path / "page.txt").read_bytes() == b"words"
    assert (tmp_path / "program").read_bytes() == b"program"
    if os.name == "posix":
        assert (tmp_path / "page.txt").stat().st_mode & 0o777 == 0o644
        assert (tmp_path / "program").stat().st_mode & 0o777 == 0o755


def test_a_copy_of_what_is_gone_leaves_what_was_there(tmp_path: Path) -> None:
    """Whole or not at all."""
    (tmp_path / "program").write_bytes(b"before")

    with pytest.raises(StorageError):
        put_copy(tmp_path / "program", tmp_path / "none")

    assert (tmp_path / "program").read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["program"]


def test_a_zip_holds_bytes_and_files_and_is_the_same_each_time(tmp_path: Path) -> None:
    """Of the day it is given, not of now."""
    (tmp_path / "setup.exe").write_bytes(b"MZ" * 1000)
    inside: Inside = {"page.txt": b"words", "setup.exe": tmp_path / "setup.exe"}

    put_zip(tmp_path / "one.zip", inside, DAY)
    os.utime(tmp_path / "setup.exe", (0, 0))
    put_zip(tmp_path / "two.zip", inside, DAY)
    put_zip(tmp_path / "old.zip", inside, date(1, 1, 1))

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with ZipFile(tmp_path / "one.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["page.txt", "setup.exe"]
        assert archive.read("setup.exe") == b"MZ" * 1000
        assert archive.getinfo("page.txt").date_time == (2026, 11, 29, 0, 0, 0)


def test_what_a_disk_does_not_confirm_is_there_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be made again at any time."""
    confirm_nothing_in(tmp_path, monkeypatch)

    put(tmp_path / "page.txt", b"words")

    assert (tmp_path / "page.txt").read_bytes() == b"words"


def test_days_are_told_in_seconds_from_1970_on() -> None:
    """Archives know nothing before."""
    assert seconds_of(date(1969, 1, 1)) == 0
    assert seconds_of(date(1970, 1, 2)) == 86400
