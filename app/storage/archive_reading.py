"""Reading a zip file that anybody may have made: nothing in it is believed before it is checked."""

import contextlib
import errno
import os
import stat
import struct
import zlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from app.storage.archive import COMMENT
from app.storage.archive_names import collide, fits_everywhere
from app.storage.atomic import TEMP_PREFIX
from app.storage.belongings import SKIPPED, is_ours
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.readme import README_NAME
from app.storage.yaml_values import MAX_BYTES

MAX_ENTRIES: Final = 65_000
MAX_TOTAL: Final = 512 * 1024 * 1024
"""Most bytes, packed or unpacked. Ten years of a journal are a fiftieth of it."""

_MAX_DIRECTORY: Final = 8 * 1024 * 1024
_TAIL: Final = 65_536 + 22
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_ENCRYPTED: Final = 0x1
BAD: Final = (
    BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError, struct.error,
    zlib.error,
)  # fmt: skip
"""What the reader of zips raises of one that is broken."""


class Archive:
    """An open zip with the names in it, all of them checked; a context manager.

    A zip of the folder itself, made by hand, counts as a zip of what is in the folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        _look_at_the_end(path)
        try:
            self._zip = ZipFile(path)
        except (OSError, *BAD) as error:
            raise StorageError(_code(error, ErrorCode.NOT_A_BACKUP), path) from error
        try:
            self.entries: Mapping[str, ZipInfo] = self._checked()
        except StorageError:
            self._close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self._close()

    @property
    def made(self) -> datetime | None:
        """When it was made, if it says so."""
        comment = self._zip.comment.decode(errors="replace")
        try:
            return datetime.fromisoformat(comment.removeprefix(COMMENT))
        except ValueError:
            return None

    def read(self, name: str) -> bytes:
        """Return what the file *name* holds; raises StorageError DAMAGED."""
        entry = self.entries[name]
        try:
            with self._zip.open(entry) as file:
                data = file.read(entry.file_size + 1)
        except (OSError, *BAD) as error:
            code = _code(error, ErrorCode.DAMAGED)
            raise StorageError(code, self.path, field=name) from error
        if len(data) != entry.file_size:
            raise StorageError(ErrorCode.DAMAGED, self.path, field=name)
        return data

    def _close(self) -> None:
        with contextlib.suppress(OSError):  # it was only read: what came back has been checked
            self._zip.close()

    def _checked(self) -> dict[str, ZipInfo]:
        entries = [one for one in self._zip.infolist() if not one.is_dir()]
        if len(entries) > MAX_ENTRIES or sum(one.file_size for one in entries) > MAX_TOTAL:
            raise StorageError(ErrorCode.TOO_BIG, self.path)
        for one in entries:
            self._check(one)
        entries = [one for one in entries if not _is_skipped(one.filename)]
        names = [one.filename for one in entries]
        if collide(names):
            raise StorageError(ErrorCode.UNSAFE_NAME, self.path)
        above = _folder_above(names)
        found = {one.filename.removeprefix(above): one for one in entries}
        ours = any(is_ours(name) and name != README_NAME for name in found)
        if not ours and not self._zip.comment.startswith(COMMENT.encode()):
            raise StorageError(ErrorCode.NOT_A_BACKUP, self.path)
        return found

    def _check(self, entry: ZipInfo) -> None:
        """Refuse what leads elsewhere, is no plain file, or is packed in a way we do not read."""
        kind = stat.S_IFMT(entry.external_attr >> 16)
        code: ErrorCode | None = None
        if "\0" in entry.orig_filename or not fits_everywhere(entry.filename):
            code = ErrorCode.UNSAFE_NAME
        elif kind not in {0, stat.S_IFREG}:
            code = ErrorCode.LEADS_OUTSIDE
        elif entry.file_size > MAX_BYTES:
            code = ErrorCode.TOO_BIG
        elif entry.flag_bits & _ENCRYPTED or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            code = ErrorCode.NOT_A_BACKUP
        if code is not None:
            raise StorageError(code, self.path, field=ascii(entry.filename)[1:-1])


def _code(error: Exception, otherwise: ErrorCode) -> ErrorCode:
    """Return what the system reported, or *otherwise* where it is the zip that is wrong."""
    if isinstance(error, OSError) and error.errno != errno.EINVAL:  # a place before the beginning
        return code_of(error)
    return otherwise


def _look_at_the_end(path: Path) -> None:
    """Refuse a zip whose list of contents would fill the memory before it could be checked."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # opening a pipe would wait for ever
            raise StorageError(ErrorCode.NOT_A_BACKUP, path)
        with open(path, "rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - _TAIL, 0))
            tail = file.read(_TAIL)
    except OSError as error:
        raise StorageError(code_of(error), path) from error
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        raise StorageError(ErrorCode.NOT_A_BACKUP, path)
    (directory,) = struct.unpack_from("<L", tail, at + 12)
    if size > MAX_TOTAL or directory > _MAX_DIRECTORY or tail[:at][-20:].startswith(_END_64):
        raise StorageError(ErrorCode.TOO_BIG, path)


def _is_skipped(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(
        part in SKIPPED or part.startswith(TEMP_PREFIX) for part in parts
    )


def _folder_above(names: list[str]) -> str:
    """Return the folder that all *names* lie in, with a slash, when what is ours lies in it."""
    firsts = {name.partition("/")[0] for name in names}
    above = f"{firsts.pop()}/" if len(firsts) == 1 else ""
    if any(is_ours(name) for name in names):
        return ""
    return above if any(is_ours(name.removeprefix(above)) for name in names) else ""
