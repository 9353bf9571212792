"""Looking at names: "not there" is said only of what is not there."""

import errno
import os
import stat
from pathlib import Path

import pytest

from app.storage.errors import ErrorCode, StorageError
from app.storage.listing import is_there, kind_of, walk
from tests.support.zips import fill


def test_what_stands_somewhere_is_told(tmp_path: Path) -> None:
    """A file, a folder, a link that leads nowhere, and nothing, below a file too."""
    fill(tmp_path, {"file": "x"})
    (tmp_path / "link").symlink_to(tmp_path / "none")

    kinds = [kind_of(tmp_path / name) for name in ("", "file", "link", "none", "file/below")]

    assert kinds == [stat.S_IFDIR, stat.S_IFREG, stat.S_IFLNK, None, None]
    assert is_there(tmp_path / "link")
    assert not is_there(tmp_path / "none")


def test_what_cannot_be_told_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk does not answer; that is not the same as nothing being there."""

    def refused(_: object) -> None:
        raise OSError(errno.EIO, "no answer")

    monkeypatch.setattr(os, "lstat", refused)

    with pytest.raises(StorageError) as caught:
        is_there(tmp_path)

    assert caught.value.code is ErrorCode.DISK_ERROR


def test_every_folder_is_walked_through(tmp_path: Path) -> None:
    """With what is in it; links are not followed."""
    fill(tmp_path, {"a/b/file": "x"})
    (tmp_path / "a" / "link").symlink_to(tmp_path)

    found = {place: (set(folders), files) for place, folders, files in walk(tmp_path)}

    assert found == {
        tmp_path: ({"a"}, []),
        tmp_path / "a": ({"b", "link"}, []),
        tmp_path / "a" / "b": (set(), ["file"]),
    }


def test_a_folder_that_cannot_be_looked_into_is_not_empty(tmp_path: Path) -> None:
    """It is gone, say, since its name was read."""
    with pytest.raises(StorageError) as caught:
        list(walk(tmp_path / "none"))

    assert (caught.value.code, caught.value.path) == (ErrorCode.MISSING, tmp_path / "none")
