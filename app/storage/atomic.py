"""One file, replaced as a whole or not at all, and known to be on the disk afterwards."""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Final

from msgspec import Struct

from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.yaml_values import MAX_BYTES

TEMP_PREFIX: Final = ".sl-"
"""Short, and not made from the file's name: a name of 245 bytes leaves no room."""

TEMP_SUFFIX: Final = ".tmp"
FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700

_SHARING_PAUSES: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()
"""Seconds between attempts while a virus scanner holds a file open on Windows."""

_NO_FOLDER_FSYNC: Final = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EISDIR}
_BINARY: Final = getattr(os, "O_BINARY", 0)
_CLOSE_ON_EXEC: Final = getattr(os, "O_CLOEXEC", 0)
_NO_WAITING: Final = getattr(os, "O_NONBLOCK", 0)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _CLOSE_ON_EXEC


class UnconfirmedError(StorageError):
    """The new file is in place, but the disk did not confirm that it will stay."""


class Stamp(Struct, frozen=True):
    """Tells one version of a file from another without reading it."""

    size: int
    modified_ns: int
    inode: int


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the file at *path*, or nothing if there is none or it is out of reach."""
    try:
        return _stamp(os.stat(path))
    except (OSError, ValueError):
        return None


def read_file(path: Path) -> tuple[bytes, Stamp]:
    """Return what the file at *path* holds, with its stamp.

    Raises StorageError; NOT_A_FILE for a folder, pipe or device, TOO_BIG over MAX_BYTES bytes.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_WAITING | _BINARY | _CLOSE_ON_EXEC)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise StorageError(ErrorCode.NOT_A_FILE, path)
            if status.st_size > MAX_BYTES:
                raise StorageError(ErrorCode.TOO_BIG, path)
            return _read_all(descriptor, status.st_size + 1), _stamp(status)
        finally:
            os.close(descriptor)
    except OSError as error:
        # Windows opens no folder, and says that it is not allowed.
        is_folder = isinstance(error, PermissionError) and os.path.isdir(path)
        code = ErrorCode.NOT_A_FILE if is_folder else code_of(error)
        raise StorageError(code, path) from error


def write_atomically(path: Path, data: bytes) -> Stamp:
    """Put *data* at *path*, in place of what was there, and return its stamp.

    A symbolic link is written through. Raises StorageError with the old file untouched, or
    UnconfirmedError when the new one is in place.
    """
    target = Path(os.path.realpath(path)) if os.path.islink(path) else path
    temp = target.parent / f"{TEMP_PREFIX}{os.urandom(6).hex()}{TEMP_SUFFIX}"
    try:
        stamp = _write_new(temp, data)
        replace_patiently(temp, target, _SHARING_PAUSES)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(temp)
        raise StorageError(code_of(error), path) from error
    confirm_names_in(target.parent)
    return stamp


def write_new(path: Path, data: bytes) -> None:
    """Make the file *path*, where there must be none, and wait until *data* is on the disk.

    Its name is there for good once the caller has confirmed those in its folder.
    """
    try:
        _write_new(path, data)
    except OSError as error:
        raise StorageError(code_of(error), path) from error


def write_streamed(
    path: Path, fill: Callable[[IO[bytes]], None], check: Callable[[Path], None]
) -> None:
    """Put what *fill* writes at *path*, once *check* has found the new file good.

    For what is too big to be held in memory. Raises StorageError with what was there untouched,
    or UnconfirmedError when the new file is in place.
    """
    temp = path.parent / f"{TEMP_PREFIX}{os.urandom(6).hex()}{TEMP_SUFFIX}"
    try:
        descriptor = os.open(temp, _NEW, FILE_MODE)
        with open(descriptor, "wb") as file:
            fill(file)
            file.flush()
            _flush(descriptor)
        check(temp)
        replace_patiently(temp, path, _SHARING_PAUSES)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(temp)
        if isinstance(error, OSError):
            raise StorageError(code_of(error), path) from error
        raise
    confirm_names_in(path.parent)


def remove(path: Path) -> None:
    """Remove the file at *path*; one that is not there is no error."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StorageError(code_of(error), path) from error
    confirm_names_in(path.parent)


def make_folder(folder: Path, root: Path, *, confirm: bool = True) -> list[Path]:
    """Make *folder* and the folders between it and *root*, for their owner only.

    *root* itself is never made: where it is gone, a stick was pulled or a share is away, and
    that is StorageError MISSING. Returns the folders that were made. Without *confirm* it does
    not wait until they are on the disk.
    """
    if os.path.isdir(folder):
        return []
    if folder == root or root not in folder.parents:
        there = os.path.lexists(folder)
        raise StorageError(ErrorCode.NOT_A_FOLDER if there else ErrorCode.MISSING, folder)
    made = make_folder(folder.parent, root, confirm=confirm)
    try:
        os.mkdir(folder, FOLDER_MODE)
    except FileExistsError:
        return made
    except OSError as error:
        raise StorageError(code_of(error), folder) from error
    if confirm:
        try:
            confirm_names_in(folder.parent)
        except UnconfirmedError as error:
            with contextlib.suppress(OSError):
                os.rmdir(folder)
            raise StorageError(error.code, folder) from error
    return [*made, folder]


def confirm_names_in(folder: Path) -> None:
    """Wait until the names in *folder* are on the disk, where a system can tell.

    Raises UnconfirmedError.
    """
    if os.name == "nt":  # pragma: no cover - folders cannot be opened for this on Windows
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | _CLOSE_ON_EXEC)
        try:
            _flush(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_FSYNC:
            raise UnconfirmedError(code_of(error), folder) from error


def replace_patiently(
    source: Path, target: Path, pauses: Sequence[float] = _SHARING_PAUSES
) -> None:
    """Rename *source* to *target*, trying again after each pause while it is refused."""
    for pause in pauses:
        try:
            os.replace(source, target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(source, target)


def _read_all(descriptor: int, expected: int) -> bytes:
    data = os.read(descriptor, expected)
    parts = [data]
    while data:
        data = os.read(descriptor, expected)
        parts.append(data)
    return b"".join(parts)


def _write_new(path: Path, data: bytes) -> Stamp:
    descriptor = os.open(path, _NEW, FILE_MODE)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        _flush(descriptor)
        return _stamp(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def _flush(descriptor: int) -> None:
    """Wait until what was written is on the disk."""
    os.fsync(descriptor)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)
