"""What other hands do to the folder while it is open: editors, sync tools, another computer."""

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from app.storage import infusion_repository, journal_repository
from app.storage.atomic import TEMP_PREFIX, Stamp, stamp_of
from app.storage.data_folder import DataFolder
from app.storage.readme import README_NAME


class Snapshot(Struct, frozen=True):
    """The files in memory as the disk has them, and the names in each folder of ours.

    All of it is of the data folder *root*; ``is_there`` is false only where that is surely gone.
    """

    root: Path
    stamps: Mapping[Path, Stamp | None]
    names: Mapping[str, frozenset[str]]
    is_there: bool = True


def look(root: Path, files: tuple[Path, ...]) -> Snapshot:
    """Return how *files* and the folders below *root* are now.

    It may take as long as the disk likes, so it is for a thread in the background. A folder that
    cannot be had counts as empty.
    """
    journal = journal_repository.FOLDER
    years = [f"{journal}/{year}" for year in _names(root / journal) if year.isdecimal()]
    folders = (".", infusion_repository.FOLDER, journal, *years)
    return Snapshot(
        root,
        {path: stamp_of(path) for path in files},
        {folder: _names(root / folder) for folder in folders},
        is_there=not _is_gone(root),
    )


class Watch:
    """Compares one snapshot with the next, and leaves out what we did ourselves."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._names: Mapping[str, frozenset[str]] | None = None

    def files(self) -> tuple[Path, ...]:
        """Return the files that are in memory."""
        return tuple(file.path for slot in self._folder.slots() for file in slot.files)

    def changed(self, snapshot: Snapshot) -> frozenset[str]:
        """Return the kinds of files that others changed, made or removed since the last time.

        Files in memory that they changed are read again, unless we have changes of our own: those
        are merged when they are saved.
        """
        kinds = {
            slot.layout.kind
            for slot in self._folder.slots()
            if not slot.has_unsaved
            and any(
                file.path in snapshot.stamps and file.stamp != snapshot.stamps[file.path]
                for file in slot.files
            )
            and slot.reload()
        }
        before, self._names = self._names, snapshot.names
        if before is not None:
            ours = {slot.path.name for slot in self._folder.slots()}
            for folder, names in snapshot.names.items():
                if _others(names ^ before.get(folder, frozenset())) - ours:
                    kinds.add(_kind(folder))
            gone = before.keys() - snapshot.names.keys()
            kinds |= {_kind(folder) for folder in gone if _others(before[folder])}
        return frozenset(kinds)


def _kind(folder: str) -> str:
    """Return the kind of the files in *folder*, or nothing in particular."""
    if folder == infusion_repository.FOLDER:
        return "infusion"
    return "journal" if folder.startswith(journal_repository.FOLDER) else ""


def _names(folder: Path) -> frozenset[str]:
    try:
        names = os.listdir(folder)
    except OSError:
        return frozenset()
    return frozenset(names)


def _is_gone(root: Path) -> bool:
    try:
        return not stat.S_ISDIR(root.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False


def _others(names: Iterable[str]) -> set[str]:
    """Return those of *names* that are files, and not of our own making."""
    return {
        name
        for name in names
        if "." in name and name != README_NAME and not name.startswith(TEMP_PREFIX)
    }
