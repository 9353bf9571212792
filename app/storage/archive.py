"""A copy of a data folder in a zip file, known to be right before anybody relies on it."""

import time
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from app.storage.atomic import FILE_MODE, UnconfirmedError, read_file, write_streamed
from app.storage.belongings import belongings, worth_a_copy
from app.storage.check import layout_of
from app.storage.errors import ErrorCode, StorageError
from app.storage.listing import is_there
from app.storage.problems import FileProblem, problem
from app.storage.yaml_door import load

COMMENT: Final = "Soft Landing backup, made "
"""How the comment of a zip of ours begins; the moment follows."""

_REGULAR: Final = 0o100000
_FIRST_YEAR, _LAST_YEAR = 1980, 2107


class Copied(Struct, frozen=True, kw_only=True):
    """A copy that was made and read back. *bytes* is what the files hold together.

    *left_out* are files that are not in it, *damaged* are in it as they are and cannot be read.
    *unconfirmed* is why the disk did not confirm that it will stay; nothing where it did.
    """

    path: Path
    files: int
    bytes: int
    left_out: tuple[FileProblem, ...] = ()
    damaged: tuple[FileProblem, ...] = ()
    unconfirmed: ErrorCode | None = None


def write_archive(target: Path, root: Path, made: datetime) -> Copied:
    """Write the data folder *root* into the zip *target*, read it back, and say what is in it.

    The zip appears when all of it is on the disk, is what was read, and every file of ours in
    it can be read or could not be read before. A file that is out of reach is left out and
    named. Raises StorageError, with what was at *target* untouched; a zip that is in its place and
    not confirmed by the disk is told of, not raised.
    """
    found = worth_a_copy(belongings(root))
    digests: dict[str, bytes] = {}
    left_out = list(found.left_out)
    damaged: list[FileProblem] = []
    size = 0
    unconfirmed: ErrorCode | None = None

    def fill(file: IO[bytes]) -> None:
        nonlocal size
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            archive.comment = f"{COMMENT}{made.isoformat()}".encode()
            for one in found.files:
                try:
                    data, stamp = read_file(root / one.name)
                except StorageError as error:
                    left_out.append(problem(one.name, error))
                    continue
                archive.writestr(_entry(one.name, stamp.modified_ns), data)
                digests[one.name] = sha256(data).digest()
                size += len(data)

    def check(path: Path) -> None:
        damaged.extend(_read_back(path, digests))

    try:
        write_streamed(target, fill, check)
    except UnconfirmedError as error:
        unconfirmed = error.code
    return Copied(
        path=target,
        files=len(digests),
        bytes=size,
        left_out=tuple(sorted(left_out, key=lambda one: one.path)),
        damaged=tuple(damaged),
        unconfirmed=unconfirmed,
    )


def damage(name: str, data: bytes) -> tuple[FileProblem, ...]:
    """Return why *data*, the file *name* of ours, cannot be read; nothing if it can be."""
    if layout_of(name) is None:
        return ()
    try:
        load(data)
    except StorageError as error:
        return (problem(name, error),)
    return ()


def _entry(name: str, modified_ns: int) -> ZipInfo:
    local = time.localtime(modified_ns / 1e9)
    year = min(max(local.tm_year, _FIRST_YEAR), _LAST_YEAR)
    entry = ZipInfo(name, (year, *local[1:6]))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = (_REGULAR | FILE_MODE) << 16
    return entry


def _read_back(path: Path, digests: Mapping[str, bytes]) -> list[FileProblem]:
    """Return which files of the zip at *path* cannot be read, once it holds just *digests*.

    A file that comes back byte for byte can be read if it could be before, so it is parsed
    once only. Raises StorageError DAMAGED where a byte differs.
    """
    damaged: list[FileProblem] = []
    try:
        with ZipFile(path) as archive:
            whole = archive.namelist() == list(digests)
            for name, digest in digests.items():
                data = archive.read(name)
                whole = whole and sha256(data).digest() == digest
                damaged += damage(name, data)
    except (BadZipFile, KeyError, EOFError, ValueError) as error:
        raise StorageError(ErrorCode.DAMAGED, path) from error
    if not whole:
        raise StorageError(ErrorCode.DAMAGED, path)
    return damaged


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """Return the first path ``stem.suffix``, ``stem-2.suffix``, … at which nothing stands.

    Raises StorageError where that cannot be told.
    """
    path, number = folder / f"{stem}{suffix}", 1
    while is_there(path):
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path
