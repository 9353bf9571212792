"""What can be done in a folder, found out by trying: a mode alone does not tell."""

import os
from enum import Enum
from pathlib import Path

from app.storage.atomic import FILE_MODE, TEMP_PREFIX, TEMP_SUFFIX, make_folder
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.paths import Paths
from app.storage.swap import is_pending


class Access(Enum):
    """What can be done with the data folder."""

    WRITABLE = "writable"
    READ_ONLY_LOCKED = "read_only_locked"
    READ_ONLY_DISK = "read_only_disk"
    MISSING = "missing"
    UNUSABLE = "unusable"


def make_data_folder(paths: Paths) -> list[Path]:
    """Make the data folder if there is none, and return the folders that were made.

    Raises StorageError if it cannot be looked into. It does not wait for the disk; the writer
    does, with the first file.
    """
    data = paths.data
    root = data.parent if paths.chosen else Path(data.anchor)
    root = data if paths.remembered else root
    made = make_folder(data, root, confirm=False)
    try:
        os.listdir(data)
    except OSError as error:
        raise StorageError(code_of(error), data) from error
    return made


def what_is_left(data: Path, code: ErrorCode) -> Access:
    """Return what can be done with the folder *data*, which cannot be written because of *code*."""
    if can_be_read(data):
        full = code is ErrorCode.DISK_FULL and not is_pending(data)
        return Access.WRITABLE if full else Access.READ_ONLY_DISK
    return Access.MISSING if code is ErrorCode.MISSING else Access.UNUSABLE


def try_to_write(folder: Path) -> None:
    """Raise StorageError where no file can be made."""
    probe = folder / f"{TEMP_PREFIX}probe{TEMP_SUFFIX}"
    try:
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT, FILE_MODE))
        os.unlink(probe)
    except OSError as error:
        raise StorageError(code_of(error), probe) from error


def can_be_read(folder: Path) -> bool:
    """Whether the names in *folder* can be read."""
    try:
        os.listdir(folder)
    except OSError:
        return False
    return True


def is_folder(path: Path) -> bool:
    """Whether there is a folder at *path*. Nothing is where no disk takes the name."""
    return os.path.isdir(path)
