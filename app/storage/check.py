"""Check my data: every file of the data folder, with what is wrong and where."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from app.storage import infusion_repository, journal_repository
from app.storage.atomic import TEMP_PREFIX, read_file
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.layouts import CHECKLIST, INFUSION, JOURNAL, PROFILE, SETTINGS, Layout
from app.storage.paths import Paths
from app.storage.problems import FileProblem, examine, problem
from app.storage.readme import README_NAME
from app.storage.yaml_format import load

LAYOUTS: Final[dict[str, Layout[Any]]] = {
    f"{layout.kind}.yaml": layout for layout in (PROFILE, SETTINGS, CHECKLIST)
}
LATER: Final = {"clinic.yaml", "consultation.yaml", "calm.yaml"}
"""Files of later versions: they are read as YAML, and not looked into."""

_COPY: Final = re.compile(
    r"(?i)\.sync-conflict-|conflicted copy|other-version|in conflict|case conflict| \(\d+\)"
    r"|~$|\.orig$|\.bak$|-[\w.-]+-safeBackup"
)
_NOT_OURS: Final = {
    ".git",
    ".stfolder",
    ".stversions",
    ".stignore",
    ".DS_Store",
    "desktop.ini",
    "history",
}


def check(paths: Paths) -> tuple[FileProblem, ...]:
    """Return everything that is wrong in the data folder of *paths*, in the order of its names.

    It reads every file, changes nothing, and needs no lock.
    """
    found = [
        one for name in _walk(paths.data, "", frozenset()) for one in _examined(paths.data, name)
    ]
    return tuple(found)


def files(paths: Paths) -> tuple[str, ...]:
    """Return the names of the files that are ours, whether they can be read or not."""
    names = _walk(paths.data, "", frozenset())
    return tuple(one for one in names if isinstance(one, str) and layout_of(one) is not None)


def is_conflict_copy(name: str) -> bool:
    """Whether a file of this name is another version that a sync tool or an editor left."""
    return _COPY.search(name) is not None


def _walk(root: Path, folder: str, above: frozenset[str]) -> Iterator[str | FileProblem]:
    real = os.path.realpath(root / folder)
    if real in above:
        return
    try:
        names = sorted(os.listdir(root / folder))
    except OSError as error:
        yield FileProblem(path=folder or ".", code=code_of(error))
        return
    for name in names:
        path = f"{folder}/{name}" if folder else name
        if name in _NOT_OURS or name.startswith(TEMP_PREFIX) or path == README_NAME:
            continue
        if os.path.isdir(root / path):
            yield from _walk(root, path, above | {real})
        else:
            yield path


def _examined(root: Path, name: str | FileProblem) -> tuple[FileProblem, ...]:
    if isinstance(name, FileProblem):
        return (name,)
    layout = layout_of(name)
    if layout is not None:
        return examine(root / name, name, layout)
    if name in LATER:
        try:
            load(read_file(root / name)[0])
        except StorageError as error:
            return (problem(name, error),)
        return ()
    copy = is_conflict_copy(name)
    return (
        FileProblem(path=name, code=ErrorCode.CONFLICT_COPY if copy else ErrorCode.UNKNOWN_FILE),
    )


def layout_of(name: str) -> Layout[Any] | None:
    """Return what the file *name* of the data folder holds; nothing if it is not ours."""
    folder, _slash, file = name.rpartition("/")
    if not folder:
        return LAYOUTS.get(re.sub(r"-[2-9](?=\.yaml$)", "", file))
    if folder == infusion_repository.FOLDER and infusion_repository.FILE_NAME.fullmatch(file):
        return INFUSION
    day = journal_repository.day_of(file)
    if day is not None and folder == f"{journal_repository.FOLDER}/{day.year:04}":
        return JOURNAL
    return None
