"""Check my data: every file of the data folder, with what is wrong and where."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from app.storage import history_repository, infusion_repository, journal_repository
from app.storage.atomic import TEMP_PREFIX
from app.storage.clinic_places import FILE_NAME as PACK_NAME
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.layouts import (
    CALM,
    CHECKLIST,
    CONSULTATION,
    HISTORY,
    INFUSION,
    JOURNAL,
    PROFILE,
    SETTINGS,
    Layout,
)
from app.storage.paths import Paths
from app.storage.problems import FileProblem, look_at, problem
from app.storage.readme import README_NAME
from app.storage.slot import NUMBERED
from app.storage.yaml_file import OTHER_VERSION

LAYOUTS: Final[dict[str, Layout[Any]]] = {
    f"{layout.kind}.yaml": layout for layout in (PROFILE, SETTINGS, CHECKLIST, CONSULTATION, CALM)
}
OF_A_CLINIC: Final = {PACK_NAME, "clinic-logo.png", "clinic-logo.svg"}
"""Files that a clinic made: they are never changed, and no part of them is taken for the whole."""

_SECOND: Final = rf"{NUMBERED}(?=\.yaml$)"

_COPY: Final = (
    rf"(?i)\.sync-conflict-|conflicted copy|{OTHER_VERSION}|in conflict|case conflict| \(\d+\)"
    r"|~$|\.orig$|\.bak$|-[\w.-]+-safeBackup| - copy| copy\b"
)
_COMPUTER: Final = (
    rf"^([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|{infusion_repository.ID})-[A-Z][A-Z0-9-]{{3,}}\.yaml$"
)
"""OneDrive puts the name of the computer behind that of the file."""

_NOT_OURS: Final = {".git", ".stfolder", ".stversions", ".stignore", ".DS_Store", "desktop.ini"}


def check(paths: Paths) -> tuple[FileProblem, ...]:
    """Return everything that is wrong in the data folder of *paths*, in the order of its names.

    It reads every file, changes nothing, and needs no lock.
    """
    return tuple(one for name in walk(paths.data) for one in _examined(paths.data, name))


def files(paths: Paths) -> tuple[str, ...]:
    """Return the names of the files that are ours, whether they can be read or not."""
    names = walk(paths.data)
    return tuple(one for one in names if isinstance(one, str) and layout_of(one) is not None)


def is_conflict_copy(name: str) -> bool:
    """Whether a file of this name is another version that a sync tool or an editor left."""
    return re.search(_COPY, name) is not None or re.match(_COMPUTER, name) is not None


def walk(root: Path) -> Iterator[str | FileProblem]:
    """Yield the name of each file below *root* that may be ours, in the order of the names.

    A folder is looked into when its turn comes; one that cannot be is yielded as a problem.
    """
    return _walk(root, "", frozenset())


def walk_present(root: Path) -> Iterator[str | FileProblem]:
    """Yield what ``walk`` does, the newest day before the older ones, and no earlier versions.

    These say what no longer holds, and are read when somebody asks for them.
    """
    return _walk(root, "", frozenset(), backwards=True, without=history_repository.FOLDER)


def _walk(
    root: Path, folder: str, above: frozenset[str], *, backwards: bool = False, without: str = ""
) -> Iterator[str | FileProblem]:
    real = os.path.realpath(root / folder)
    if real in above:
        return
    try:
        with os.scandir(root / folder) as entries:
            inside = [(entry.name, _is_folder(entry)) for entry in entries]
    except OSError as error:
        yield FileProblem(path=folder or ".", code=code_of(error))
        return
    for name, is_folder in sorted(inside, reverse=backwards):
        path = f"{folder}/{name}" if folder else name
        if name in _NOT_OURS or name.startswith(TEMP_PREFIX) or path in (README_NAME, without):
            continue
        if is_folder:
            yield from _walk(root, path, above | {real}, backwards=backwards)
        else:
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round in a circle
        return False


def _examined(root: Path, name: str | FileProblem) -> tuple[FileProblem, ...]:
    if isinstance(name, FileProblem):
        return (name,)
    layout = layout_of(name)
    return beside(root, name) if layout is None else look_at(root / name, name, layout)[1]


def beside(root: Path, name: str) -> tuple[FileProblem, ...]:
    """Return what is wrong with the file *name* below *root* that is no file of this version."""
    if name == PACK_NAME:
        from app.storage.clinic_files import read

        try:
            read(root / name)
        except StorageError as error:
            return (problem(name, error),)
    if name in OF_A_CLINIC:
        return ()
    if is_conflict_copy(name):
        code = ErrorCode.CONFLICT_COPY
    else:
        code = ErrorCode.MISNAMED if _is_nearly_ours(name) else ErrorCode.UNKNOWN_FILE
    return (FileProblem(path=name, code=code),)


def _is_nearly_ours(name: str) -> bool:
    """Whether an editor, or a hand, gave one of our files a name by which it is not found."""
    lowered = name.lower().removesuffix(".txt")
    if lowered.endswith(".yml"):
        lowered = f"{lowered.removesuffix('.yml')}.yaml"
    return (
        layout_of(lowered) is not None
        or journal_repository.day_of(lowered.rpartition("/")[2]) is not None
    )


def first_name(name: str) -> str:
    """Return the name of the first of the files that hold a value together with *name*."""
    return re.sub(_SECOND, "", name)


def layout_of(name: str) -> Layout[Any] | None:
    """Return what the file *name* of the data folder holds; nothing if it is not ours."""
    folder, _slash, file = name.rpartition("/")
    if not folder:
        return LAYOUTS.get(first_name(file))
    if folder == infusion_repository.FOLDER and infusion_repository.FILE_NAME.fullmatch(file):
        return INFUSION
    day = journal_repository.day_of(file)
    if day is not None and folder == f"{journal_repository.FOLDER}/{day.year:04}":
        return JOURNAL
    return HISTORY if history_repository.is_version(name) else None
