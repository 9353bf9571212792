"""Deleting everything: what is ours, wherever it lies; counted beforehand, and nothing else."""

import os
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from msgspec import Struct

from app.storage.atomic import TEMP_PREFIX
from app.storage.belongings import OUR_FOLDERS, SKIPPED, is_ours
from app.storage.errors import ErrorCode, code_of
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
    for part, path in _all(paths):
        if part is None:
            stays.append(path)
        else:
            found.setdefault(part, []).append(path)
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
    left: list[FileProblem] = []
    for part, path in list(_all(paths)):
        if part is not None:
            try:
                os.unlink(path)
            except FileNotFoundError:
                continue
            except OSError as error:
                closed = os.path.isdir(path) and not os.path.islink(path)
                code = ErrorCode.NO_PERMISSION if closed else code_of(error)
                left.append(FileProblem(path=str(path), code=code))
            else:
                gone += 1
    return Deleted(gone=gone, left=(*left, *_remove_empty_folders(paths)))


def _all(paths: Paths) -> Iterator[tuple[Part | None, Path]]:
    """Yield every file in our folders with its kind, or with nothing where it stays."""
    for path in _files(paths.data, paths.data):
        name = path.relative_to(paths.data).as_posix()
        ours = is_ours(name) or _is_temporary(name) or _is_closed_folder_of_ours(path, name)
        yield (Part.FILES if ours else None), path
    for path in _files(paths.state, paths.state):
        first = path.relative_to(paths.state).parts[0]
        if first == "folders":
            yield None, path
        elif first not in STAYS_BEHIND - {paths.moved_from.name}:
            yield _IN_STATE.get(first, Part.OTHER), path
    for path in _files(paths.config, paths.config):
        yield (Part.CONFIG if _is_our_config(path, paths) else None), path


def _files(folder: Path, root: Path) -> Iterator[Path]:
    """Yield files and links below *folder*, and as one what other tools keep for themselves."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        if folder != root:
            yield folder
        return
    for name in names:
        path = folder / name
        foreign = name in SKIPPED or path == root / "folders"
        if os.path.isdir(path) and not os.path.islink(path) and not foreign:
            yield from _files(path, root)
        else:
            yield path


def _is_temporary(name: str) -> bool:
    return any(part.startswith(TEMP_PREFIX) for part in name.split("/"))


def _is_closed_folder_of_ours(path: Path, name: str) -> bool:
    """Whether *path* is a folder into which ``_files`` could not look, among ours."""
    if name.partition("/")[0] not in OUR_FOLDERS or path.name in SKIPPED:
        return False
    return os.path.isdir(path) and not os.path.islink(path)


def _is_our_config(path: Path, paths: Paths) -> bool:
    """Whether *path* remembers the very folder that goes."""
    try:
        return path.name == CHOSEN_NAME and remembered_folder(paths.config) == paths.data
    except OSError:
        return False


def _size(path: Path) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0


def _remove_empty_folders(paths: Paths) -> list[FileProblem]:
    """Remove our own folders in which nothing is left; name those that cannot be removed."""
    left: list[FileProblem] = []
    ours = [name for name in _names(paths.data) if name in OUR_FOLDERS or _is_temporary(name)]
    inside = [paths.data / name for name in ours]
    inside += [paths.state / name for name in _names(paths.state) if name not in STAYS_BEHIND]
    for folder in inside:
        for place, _folders, _files in os.walk(folder, topdown=False):
            left += _removed_if_empty(Path(place))
    for root in (paths.data, paths.state, paths.config):
        left += _removed_if_empty(root)
    return left


def _removed_if_empty(folder: Path) -> list[FileProblem]:
    try:
        if not os.path.islink(folder) and not os.listdir(folder):
            os.rmdir(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        return [FileProblem(path=str(folder), code=code_of(error))]
    return []


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
