"""What lies in a data folder: what is ours, what somebody else put there, what is out of reach."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from app.storage.archive_names import fits_everywhere, same_place
from app.storage.atomic import TEMP_PREFIX
from app.storage.check import LAYOUTS, OF_A_CLINIC, is_conflict_copy, layout_of
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.problems import FileProblem
from app.storage.readme import README_NAME

SKIPPED: Final = {".git", ".stfolder", ".stversions", ".stignore", ".DS_Store", "desktop.ini"}
"""What versioning and synchronizing tools keep for themselves."""

FOREIGN_FILE_BYTES: Final = 1024 * 1024
FOREIGN_BYTES: Final = 16 * 1024 * 1024
"""How much a copy holds of what is not ours: notes, yes; a music collection, no."""

OUR_FOLDERS: Final = {"infusions", "journal", "history"}

_LEAST: Final = 4096
"""What a small foreign file counts for, so that their number is limited too."""

_HISTORY: Final = "history"
_SINGLE: Final = "|".join(sorted({name.partition(".")[0] for name in (*LAYOUTS, *OF_A_CLINIC)}))
_BESIDE_OURS: Final = re.compile(
    rf"(?:(?:{_SINGLE})\b[^/]*|infusions/[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}-[^/]*"
    r"|journal/[0-9]{4}/[0-9]{4}-[0-9]{2}-[0-9]{2}[^/]*)"
)


class Belonging(Struct, frozen=True, kw_only=True):
    """One file that can be reached. *name* is relative to the data folder, with slashes."""

    name: str
    size: int
    ours: bool


class Belongings(Struct, frozen=True):
    """The files of a data folder by name, and what of it is not among them, and why."""

    files: tuple[Belonging, ...]
    left_out: tuple[FileProblem, ...] = ()

    @property
    def ours(self) -> tuple[str, ...]:
        """The names of our files."""
        return tuple(file.name for file in self.files if file.ours)


def is_ours(name: str) -> bool:
    """Whether the file *name* of a data folder was made by Soft Landing, or is a copy of such."""
    if name == README_NAME or name in OF_A_CLINIC or name.startswith(f"{_HISTORY}/"):
        return True
    if layout_of(name) is not None:
        return True
    return _BESIDE_OURS.fullmatch(name) is not None and is_conflict_copy(name)


def may_be_ours(name: str) -> bool:
    """Whether what *name* stands for is ours as far as anybody can tell who cannot look at it."""
    return is_ours(name) or name.partition("/")[0] in OUR_FOLDERS


def belongings(root: Path) -> Belongings:
    """Return what lies in the data folder *root*, without our own temporary files.

    Links are followed inside the folder and never out of it. What cannot be looked at is left
    out and named. Raises StorageError only where the folder itself cannot be looked into.
    """
    files: list[Belonging] = []
    left_out: list[FileProblem] = []
    for name, found in _walk(root):
        if isinstance(found, ErrorCode):
            left_out.append(FileProblem(path=name, code=found))
        else:
            files.append(Belonging(name=name, size=found, ours=is_ours(name)))
    return Belongings(
        tuple(sorted(files, key=lambda file: file.name)),
        tuple(sorted(left_out, key=lambda one: one.path)),
    )


def worth_a_copy(found: Belongings) -> Belongings:
    """Return what of *found* goes into a copy: all that is ours, and foreign files within limits.

    Left out and named are names that another system could not unpack, and what is too big.
    """
    files: list[Belonging] = []
    left_out = list(found.left_out)
    places: set[str] = set()
    foreign = 0
    for file in sorted(found.files, key=lambda file: not file.ours):
        place = same_place(file.name)
        code: ErrorCode | None = None
        if not fits_everywhere(file.name) or place in places:
            code = ErrorCode.UNSAFE_NAME
        elif not file.ours:
            foreign += max(file.size, _LEAST)
            if file.size > FOREIGN_FILE_BYTES or foreign > FOREIGN_BYTES:
                foreign -= max(file.size, _LEAST)
                code = ErrorCode.TOO_BIG
        if code is None:
            places.add(place)
            files.append(file)
        else:
            left_out.append(FileProblem(path=file.name, code=code))
    return Belongings(tuple(files), tuple(left_out))


def is_within(path: str, folder: str) -> bool:
    """Whether the real path *path* is the real path *folder* or lies in it."""
    one, other = os.path.normcase(path), os.path.normcase(folder)
    return one == other or one.startswith(os.path.join(other, ""))


def _walk(root: Path) -> Iterator[tuple[str, int | ErrorCode]]:
    """Yield each name with its size, or with why it is out of reach."""
    top = os.path.realpath(root)
    waiting: list[tuple[str, frozenset[str]]] = [("", frozenset())]
    while waiting:
        folder, above = waiting.pop()
        try:
            with os.scandir(root / folder) as entries:
                listed = [(entry.name, _plain_size(entry)) for entry in entries]
        except OSError as error:
            if not folder:
                raise StorageError(code_of(error), root) from error
            yield folder, code_of(error)
            continue
        real = os.path.realpath(root / folder)
        for file, plain in listed:
            if file in SKIPPED or file.startswith(TEMP_PREFIX):
                continue
            name = f"{folder}/{file}" if folder else file
            if plain is not None:
                yield name, plain
                continue
            target = os.path.realpath(root / name)
            if not is_within(target, top):
                yield name, ErrorCode.LEADS_OUTSIDE
            elif (found := _size(root / name)) is not None:
                yield name, found
            elif target not in above | {real}:
                waiting.append((name, above | {real}))


def _plain_size(entry: os.DirEntry[str]) -> int | None:
    """Return the size of a plain file, which leads nowhere; nothing for what needs a closer look.

    A music collection beside the journal has a hundred thousand of them.
    """
    try:
        is_plain = entry.is_file(follow_symlinks=False)
        return entry.stat(follow_symlinks=False).st_size if is_plain else None
    except OSError:
        return None


def _size(path: Path) -> int | ErrorCode | None:
    """Return the size of a file, why it is out of reach, or nothing for a folder."""
    try:
        status = os.stat(path)
    except OSError as error:
        return code_of(error)
    if stat.S_ISDIR(status.st_mode):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else ErrorCode.NOT_A_FILE
