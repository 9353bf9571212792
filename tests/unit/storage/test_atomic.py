"""One file, replaced as a whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from app.storage import atomic
from app.storage.atomic import (
    UnconfirmedError,
    make_folder,
    read_file,
    remove,
    replace_patiently,
    stamp_of,
    write_atomically,
)
from app.storage.errors import ErrorCode, StorageError, YamlError, code_of
from app.storage.yaml_values import MAX_BYTES


def names(folder: Path) -> list[str]:
    """Return the names in *folder*."""
    return sorted(path.name for path in folder.iterdir())


class Disk:
    """Stands in for the system's calls and fails where it is told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def fail(self, name: str, number: int, *, when: int = 1) -> None:
        """Let the call *name* fail with error *number*, the *when*-th time."""
        real = getattr(os, name)
        calls = 0

        def call(*args: object, **kwargs: object) -> object:
            nonlocal calls
            calls += 1
            if calls == when:
                raise OSError(number, os.strerror(number))
            return real(*args, **kwargs)

        self._monkeypatch.setattr(os, name, call)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """A disk that can be told to fail."""
    return Disk(monkeypatch)


def test_a_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    """The new file holds everything, and nobody else can read it."""
    path = tmp_path / "a.yaml"

    stamp = write_atomically(path, b"words")

    assert read_file(path) == (b"words", stamp)
    assert stamp_of(path) == stamp
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["a.yaml"]


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path: Path) -> None:
    """The temporary name does not grow with the file's name."""
    path = tmp_path / ("é" * 125 + ".yaml")

    write_atomically(path, b"words")

    assert path.read_bytes() == b"words"


def test_a_short_write_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may take less than it is given."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data[:3])))

    write_atomically(tmp_path / "a", b"many words")

    assert (tmp_path / "a").read_bytes() == b"many words"


@pytest.mark.parametrize("name", ["open", "write", "fsync", "fstat", "close", "replace"])
@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, ErrorCode.DISK_FULL), (errno.EIO, ErrorCode.DISK_ERROR)]
)
def test_a_failure_before_the_end_leaves_the_old_file(
    tmp_path: Path, disk: Disk, name: str, number: int, code: ErrorCode
) -> None:
    """Whatever fails until the file is in place costs nothing and leaves nothing behind."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    disk.fail(name, number)

    with pytest.raises(StorageError) as caught:
        write_atomically(path, b"new")

    assert caught.value.code is code
    assert not isinstance(caught.value, UnconfirmedError)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml"]


def test_an_error_after_the_replacement_is_told_apart(tmp_path: Path, disk: Disk) -> None:
    """The new file is there, only the disk did not confirm it."""
    disk.fail("fsync", errno.EIO, when=2)

    with pytest.raises(UnconfirmedError) as caught:
        write_atomically(tmp_path / "a", b"new")

    assert caught.value.code is ErrorCode.DISK_ERROR
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_system_that_cannot_confirm_folders_is_no_fault(tmp_path: Path, disk: Disk) -> None:
    """Some file systems know no fsync of folders."""
    disk.fail("fsync", errno.EINVAL, when=2)

    write_atomically(tmp_path / "a", b"new")

    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_symbolic_link_is_written_through(tmp_path: Path) -> None:
    """The link stays, and its target is replaced, also where the target is yet to be."""
    (tmp_path / "there").mkdir()
    link = tmp_path / "a.yaml"
    link.symlink_to(tmp_path / "there" / "real.yaml")

    write_atomically(link, b"one")
    write_atomically(link, b"two")

    assert link.is_symlink()
    assert (tmp_path / "there" / "real.yaml").read_bytes() == b"two"


def test_a_busy_file_is_tried_again(tmp_path: Path, disk: Disk) -> None:
    """On Windows a virus scanner may hold a file for a moment, but not for ever."""
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    disk.fail("replace", errno.EACCES)

    replace_patiently(tmp_path / "a", tmp_path / "b", (0.0, 0.0))

    assert (tmp_path / "b").read_text() == "a"
    (tmp_path / "b").rename(tmp_path / "a")
    disk.fail("replace", errno.EACCES, when=1)
    disk.fail("replace", errno.EACCES, when=1)
    with pytest.raises(PermissionError):
        replace_patiently(tmp_path / "a", tmp_path / "b", (0.0,))


def test_only_plain_files_of_a_bounded_size_are_read(tmp_path: Path) -> None:
    """A pipe would hang, a device never end."""
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "big").open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    for name, code in {
        "pipe": ErrorCode.NOT_A_FILE,
        "big": ErrorCode.TOO_BIG,
        "none": ErrorCode.MISSING,
        ".": ErrorCode.NOT_A_FILE,
        "x" * 300: ErrorCode.NAME_TOO_LONG,
        "big/inside": ErrorCode.NOT_A_FOLDER,
    }.items():
        with pytest.raises(StorageError) as caught:
            read_file(tmp_path / name)
        assert caught.value.code is code, name


def test_a_folder_that_may_not_be_opened_is_no_file(tmp_path: Path, disk: Disk) -> None:
    """On Windows none may; a file that may not be opened is one that is not for us."""
    (tmp_path / "file").touch()
    codes = []
    for name in (".", "file"):
        disk.fail("open", errno.EACCES)
        with pytest.raises(StorageError) as caught:
            read_file(tmp_path / name)
        codes.append(caught.value.code)

    assert codes == [ErrorCode.NOT_A_FILE, ErrorCode.NO_PERMISSION]


def test_a_file_that_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    """Looking never raises."""
    assert stamp_of(tmp_path / "none") is None
    assert stamp_of(tmp_path / "nul\0") is None


def test_removing_is_confirmed_and_may_come_too_late(tmp_path: Path, disk: Disk) -> None:
    """A file that is gone already is no error; one that cannot be removed is."""
    (tmp_path / "a").touch()
    (tmp_path / "folder").mkdir()

    remove(tmp_path / "a")
    remove(tmp_path / "a")

    assert not (tmp_path / "a").exists()
    with pytest.raises(StorageError):
        remove(tmp_path / "folder")
    (tmp_path / "b").touch()
    disk.fail("fsync", errno.EIO)
    with pytest.raises(UnconfirmedError):
        remove(tmp_path / "b")


def test_folders_are_made_for_their_owner_only(tmp_path: Path) -> None:
    """Every folder on the way is made, and all of them are private."""
    make_folder(tmp_path / "a" / "b", tmp_path)
    make_folder(tmp_path / "a" / "b", tmp_path)

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_the_root_itself_is_never_made(tmp_path: Path) -> None:
    """A stick that was pulled out must not become an empty folder on the disk below it."""
    root = tmp_path / "stick"

    with pytest.raises(StorageError) as gone:
        make_folder(root / "journal" / "2026", root)
    root.touch()
    with pytest.raises(StorageError) as file:
        make_folder(root / "journal", root)

    assert gone.value.code is ErrorCode.MISSING
    assert file.value.code is ErrorCode.NOT_A_FOLDER


def test_a_folder_that_cannot_be_made_raises(tmp_path: Path, disk: Disk) -> None:
    """A full disk is reported; somebody else making it at the same moment is not."""
    disk.fail("mkdir", errno.ENOSPC)
    with pytest.raises(StorageError) as caught:
        make_folder(tmp_path / "a", tmp_path)
    assert caught.value.code is ErrorCode.DISK_FULL

    disk.fail("mkdir", errno.EEXIST)
    make_folder(tmp_path / "a", tmp_path)


def test_a_folder_that_is_not_confirmed_is_taken_back(tmp_path: Path, disk: Disk) -> None:
    """Otherwise a later save would rest on a folder that a power cut removes."""
    disk.fail("fsync", errno.EIO)

    with pytest.raises(StorageError) as caught:
        make_folder(tmp_path / "a", tmp_path)

    assert not isinstance(caught.value, UnconfirmedError)
    assert not (tmp_path / "a").exists()


def test_errors_say_where_on_one_line() -> None:
    """Logs hold a code and a place."""
    error = YamlError(ErrorCode.TAB, Path("a.yaml"), line=3, column=1)
    field = StorageError(ErrorCode.BAD_VALUE, field="clinic.day")

    assert str(error) == "tab a.yaml:3:1"
    assert str(field) == "bad_value clinic.day"
    assert code_of(OSError("odd")) is ErrorCode.DISK_ERROR
    assert atomic.TEMP_PREFIX == ".sl-"
