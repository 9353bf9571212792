"""What a clinic hands out: installers as they are, and files beside them that anybody may read."""

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import IO, Final, TypeAlias
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from app.storage.atomic import UnconfirmedError, write_streamed
from app.storage.errors import ErrorCode, StorageError, code_of

READ_ME: Final = "READ ME FIRST.txt"
"""The page beside what is handed out."""

READABLE: Final = 0o644
RUNNABLE: Final = 0o755

Inside: TypeAlias = Mapping[str, bytes | Path]
"""What a zip holds, by names: bytes, or the file that they are in."""

_REGULAR: Final = 0o100000
_UNIX: Final = 3
_FIRST_YEAR, _LAST_YEAR = 1980, 2107
_BLOCK: Final = 1024 * 1024
_DIGITS: Final = re.compile(r"(\d+)")


def files_in(folder: Path, endings: Iterable[str]) -> tuple[Path, ...]:
    """Return the files of *folder* whose names end in one of *endings*, the newest version last.

    Raises StorageError if there is no such folder, or it cannot be read.
    """
    wanted = tuple(endings)
    try:
        found = [one for one in folder.iterdir() if one.name.lower().endswith(wanted)]
    except OSError as error:
        raise StorageError(code_of(error), folder) from error
    return tuple(sorted((one for one in found if one.is_file()), key=_by_version))


def make_place(folder: Path) -> None:
    """Make *folder*, and those that lead to it, unless they are there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise StorageError(ErrorCode.NOT_A_FOLDER, folder) from error
    except OSError as error:
        raise StorageError(code_of(error), folder) from error


def put(path: Path, data: bytes) -> None:
    """Put *data* at *path*, whole or not at all. Raises StorageError."""
    _streamed(path, partial(_write, data), READABLE)


def put_copy(path: Path, source: Path) -> None:
    """Put a copy of the program *source* at *path*, whole or not at all. Raises StorageError."""
    _streamed(path, partial(_copy, source), RUNNABLE)


def put_zip(path: Path, inside: Inside, day: date) -> None:
    """Put a zip of what is *inside* at *path*, the same bytes each time. Raises StorageError.

    Everything in it is of *day*; nothing is compressed, for installers are already.
    """
    _streamed(path, partial(_pack, inside, day), READABLE)


def seconds_of(day: date) -> int:
    """Return when *day* begins in UTC, in seconds since 1970; not before that."""
    return max(0, int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))


def _streamed(path: Path, fill: "partial[None]", mode: int) -> None:
    try:
        write_streamed(path, fill, partial(os.chmod, mode=mode))
    except UnconfirmedError:
        return  # it is in its place, and can be made again at any time


def _write(data: bytes, file: IO[bytes]) -> None:
    file.write(data)


def _copy(source: Path, file: IO[bytes]) -> None:
    with source.open("rb") as original:
        shutil.copyfileobj(original, file, _BLOCK)


def _pack(inside: Inside, day: date, file: IO[bytes]) -> None:
    year = min(max(day.year, _FIRST_YEAR), _LAST_YEAR)
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, what in inside.items():
            entry = ZipInfo(name, (year, day.month, day.day, 0, 0, 0))
            entry.create_system = _UNIX
            entry.external_attr = (_REGULAR | READABLE) << 16
            entry.file_size = what.stat().st_size if isinstance(what, Path) else len(what)
            with archive.open(entry, "w") as member:
                if isinstance(what, Path):
                    _copy(what, member)
                else:
                    member.write(what)


def _by_version(path: Path) -> tuple[list[tuple[int, str]], str]:
    """Return by what names are sorted so that 1.10 comes after 1.9."""
    parts = _DIGITS.split(path.name.lower())
    return [(int(part) if part.isdigit() else -1, part) for part in parts], path.name
