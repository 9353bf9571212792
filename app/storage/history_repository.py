"""Earlier versions of entries: a folder for each entry, in it one file for each version.

A version is written once and never again, so that nothing which happens to one file, or to two
computers at a time, can cost another version. The folder is named after the entry's id and not
after its day: an entry that moves to another day keeps its versions.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from app.domain.versions import Replaced, Version, field_of
from app.storage import infusion_repository
from app.storage.atomic import Stamp, stamp_of
from app.storage.codec import encode
from app.storage.data_folder import DataFolder
from app.storage.layouts import HISTORY
from app.storage.problems import look_at
from app.storage.slot import NUMBERED
from app.storage.yaml_values import Document

FOLDER: Final = "history"
ID: Final = infusion_repository.ID
"""How a version is called: the day on which it was replaced, and a few characters."""

_FILE_NAME: Final = rf"({ID})(?:{NUMBERED})?\.yaml"

_VERSION: Final = rf"{FOLDER}/[^/]+/{_FILE_NAME}"

_PLAIN: Final = r"(?!(?:con|prn|aux|nul|com.|lpt.)$)[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?"
"""Ids that every system takes as the name of a folder, and tells from each other."""


class HistoryRepository:
    """Reads, adds and removes versions. Which there are, the names of the files tell."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._read: dict[Path, tuple[Stamp | None, Version | None]] = {}
        """The versions of the entry that was asked for last: they are never written again."""

    def versions(self, entry_id: str) -> list[Version]:
        """Return the versions of the entry with this id that can be read, the newest first."""
        read = {
            path: self._look_at(path)
            for path in map(self._folder.paths.data.joinpath, sorted(self._names(entry_id)))
        }
        self._read = {path: one for path, one in read.items() if one[0] is not None}
        found = {
            version.id: (version.created, version.entry.changed, version.id, version)
            for _stamp, version in read.values()
            if version is not None and version.entry is not None and version.entry.id == entry_id
        }
        return [version for *_when, version in sorted(found.values(), reverse=True)]

    def put(self, replaced: Replaced, record: Document) -> Path:
        """Have a version written, and return its file, for others to wait for.

        *record* is its entry as it stood in its file: it is kept with every key that nobody knows.
        """
        entry, version = replaced
        document = {**encode(version), field_of(entry): record}
        return self._put(entry.id, version.id, document)

    def take_away(self, entry_id: str, after: frozenset[Path]) -> tuple[Document, ...]:
        """Have all versions of an entry removed once the files in *after* are written.

        Returns them, so that they can be put back. A file that cannot be read stays as it is.
        """
        gone: list[Document] = []
        for name in sorted(self._names(entry_id)):
            slot = self._folder.slot(name, HISTORY)
            if slot.value() is not None:
                gone.append(slot.document())
                slot.edit(slot.path.stem, _nothing, after)
        return tuple(gone)

    def put_back(self, entry_id: str, documents: Iterable[Document]) -> None:
        """Have versions that were taken away written again, as they were."""
        for document in documents:
            self._put(entry_id, str(document["id"]), document)

    def _put(self, entry_id: str, version_id: str, document: Document) -> Path:
        slot = self._folder.slot(f"{folder_of(entry_id)}/{version_id}.yaml", HISTORY)
        return slot.edit(version_id, lambda _raw: document) or slot.path

    def _names(self, entry_id: str) -> set[str]:
        """Return the files of the versions of an entry: those on the disk, and on their way."""
        folder = folder_of(entry_id)
        found = {
            f"{folder}/{match[1]}.yaml"
            for name in self._folder.names(folder)
            if (match := re.fullmatch(_FILE_NAME, name))
        }
        for slot in self._folder.unsaved_slots():
            if slot.layout is HISTORY and slot.path.parent.name == folder.rpartition("/")[2]:
                name = f"{folder}/{slot.path.name}"
                (found.discard if slot.is_empty else found.add)(name)
        return found

    def _look_at(self, path: Path) -> tuple[Stamp | None, Version | None]:
        """Return what the file at *path* holds, and which of its states that was.

        A file that is not in memory is read without taking the place of another one there.
        """
        slot = self._folder.known_slot(path)
        if slot is not None:
            return None, slot.value()
        stamp = stamp_of(path)
        known = self._read.get(path)
        if known is not None and known[0] == stamp:
            return known
        name = path.relative_to(self._folder.paths.data).as_posix()
        version, problems = look_at(path, name, HISTORY)
        self._folder.noted.note(name, problems)
        return stamp, version


def folder_of(entry_id: str) -> str:
    """Return the folder of the versions of the entry with this id.

    An id that was written by hand, and is no name for a folder, has one that stands for it.
    """
    if re.fullmatch(_PLAIN, entry_id):
        return f"{FOLDER}/{entry_id}"
    from hashlib import sha256

    return f"{FOLDER}/{sha256(entry_id.encode('utf-8', 'replace')).hexdigest()[:40]}"


def is_version(name: str) -> bool:
    """Whether the file *name* of the data folder is where a version of an entry is kept."""
    return re.fullmatch(_VERSION, name) is not None


def _nothing(_document: Document) -> Document:
    return {}
