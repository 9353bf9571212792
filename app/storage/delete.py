"""Deleting everything: what is ours, wherever it lies; counted beforehand, and nothing else."""

import errno
import os
import stat
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from msgspec import Struct

from app.storage.atomic import TEMP_PREFIX
from app.storage.belongings import OUR_FOLDERS, SKIPPED, is_ours, may_be_ours
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.listing import kind_of
from app.storage.move import STAYS_BEHIND
from app.storage.paths import CHOSEN_NAME, Paths, remembered_folder
from app.storage.problems import FileProblem


class Part(Enum):
    """What kind of thing a file is, for those who decide about it."""

    FILES = "files"
    BACKUPS = "backups"
    DRAFTS = "drafts"
    SESSION = "session"
    LOGS = "logs"
    OTHER = "other"
    CONFIG = "config"


class Group(Struct, frozen=True, kw_only=True):
    """Files of one kind that will go."""

    part: Part
    paths: tuple[Path, ...]
    bytes: int


class Everything(Struct, frozen=True, kw_only=True):
    """What will go, by kind, and what in our folders will stay because it is not ours."""

    groups: tuple[Group, ...]
    stays: tuple[Path, ...]

    @property
    def count(self) -> int:
        """How many files will go."""
        return sum(len(group.paths) for group in self.groups)


class _Found(Struct, frozen=True):
    """A file of one kind, or of none that is ours; *closed* is why nobody can tell what it is."""

    path: Path
    part: Part | None
    closed: ErrorCode | None = None


class Deleted(Struct, frozen=True, kw_only=True):
    """How many files are gone, and what is left and why."""

    gone: int
    left: tuple[FileProblem, ...]


_IN_STATE = {
    "backups": Part.BACKUPS,
    "drafts": Part.DRAFTS,
    "running-session.yaml": Part.SESSION,
    "errors.log": Part.LOGS,
}


def everything(paths: Paths) -> Everything:
    """Return what ``delete_everything`` would remove, and what it would leave."""
    found: dict[Part, list[Path]] = {}
    stays: list[Path] = []
    for one in _all(paths):
        if one.part is None:
            stays.append(one.path)
        else:
            found.setdefault(one.part, []).append(one.path)
    return Everything(
        groups=tuple(
            Group(part=part, paths=tuple(found[part]), bytes=sum(map(_size, found[part])))
            for part in Part
            if part in found
        ),
        stays=tuple(stays),
    )


def delete_everything(paths: Paths) -> Deleted:
    """Remove what is ours; nobody writes meanwhile. Nothing is followed, nothing overwritten.

    What cannot be removed is left and named, and the rest is removed all the same.
    """
    gone = 0
    left: dict[str, ErrorCode] = {}
    for found in list(_all(paths)):
        if found.closed is not None and found.part is not None:
            left[str(found.path)] = found.closed
        elif found.part is not None:
            try:
                os.unlink(found.path)
            except FileNotFoundError:
                continue
            except OSError as error:
                left[str(found.path)] = code_of(error)
            else:
                gone += 1
    left = {**_remove_empty_folders(paths), **left}
    return Deleted(
        gone=gone, left=tuple(FileProblem(path=path, code=code) for path, code in left.items())
    )


def _all(paths: Paths) -> Iterator[_Found]:
    """Yield every file in our folders with its kind, or with nothing where it stays."""
    for path, closed in _files(paths.data, paths.data):
        name = path.relative_to(paths.data).as_posix()
        ours = is_ours(name) or _is_temporary(name)
        if closed is not None:  # perhaps a folder
            ours = ours or path == paths.data or may_be_ours(name)
        yield _Found(path, Part.FILES if ours else None, closed)
    for path, closed in _files(paths.state, paths.state):
        first = path.relative_to(paths.state).as_posix().partition("/")[0]
        if first == "folders":
            yield _Found(path, None)
        elif first not in STAYS_BEHIND - {paths.moved_from.name}:
            yield _Found(path, _IN_STATE.get(first, Part.OTHER), closed)
    for path, closed in _files(paths.config, paths.config):
        yield _in_config(path, closed, paths)


def _files(folder: Path, root: Path) -> Iterator[tuple[Path, ErrorCode | None]]:
    """Yield files and links below *folder*, and as one what other tools keep for themselves.

    A folder that cannot be looked into is yielded too, and what may be one, with why.
    """
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return
    except OSError as error:
        yield folder, code_of(error)
        return
    for name in names:
        path = folder / name
        foreign = name in SKIPPED or path == root / "folders"
        try:
            if kind_of(path) == stat.S_IFDIR and not foreign:
                yield from _files(path, root)
            else:
                yield path, None
        except StorageError as error:
            yield path, error.code


def _is_temporary(name: str) -> bool:
    return any(part.startswith(TEMP_PREFIX) for part in name.split("/"))


def _in_config(path: Path, closed: ErrorCode | None, paths: Paths) -> _Found:
    """Return *path* as ours where it remembers the very folder that goes, or may do so."""
    if path.name == CHOSEN_NAME:
        try:
            ours = remembered_folder(paths.config) == paths.data
        except OSError as error:
            ours = error.errno != errno.EINVAL  # that is one in which no folder is named
            closed = code_of(error)
    else:
        ours = path == paths.config
    return _Found(path, Part.CONFIG if ours else None, closed)


def _size(path: Path) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0


def _remove_empty_folders(paths: Paths) -> dict[str, ErrorCode]:
    """Remove our own folders in which nothing is left; return those that cannot be removed."""
    left: dict[str, ErrorCode] = {}
    for root in (paths.data, paths.state, paths.config):
        for name in _names(root, left):
            if _is_folder_of_ours(name, root, paths):
                for place, _folders, _files in os.walk(root / name, topdown=False):
                    _remove_if_empty(Path(place), left)
        _remove_if_empty(root, left)
    return left


def _is_folder_of_ours(name: str, root: Path, paths: Paths) -> bool:
    if root == paths.data:
        return name in OUR_FOLDERS or _is_temporary(name)
    return root == paths.state and name not in STAYS_BEHIND


def _remove_if_empty(folder: Path, left: dict[str, ErrorCode]) -> None:
    try:
        if not os.path.islink(folder) and not _names(folder, left) and str(folder) not in left:
            os.rmdir(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        left[str(folder)] = code_of(error)


def _names(folder: Path, left: dict[str, ErrorCode]) -> list[str]:
    """Return the names in *folder*; note in *left* why that cannot be told."""
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        left[str(folder)] = code_of(error)
        return []
