"""The journal: one file for each day, and what its entries said before they were changed."""

import re
from datetime import date
from pathlib import Path
from typing import Final

from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn
from app.domain.journal import Day, Entry
from app.domain.questionnaire import Questionnaire
from app.domain.reflection import Reflection
from app.domain.versions import Replaced, Version
from app.storage.codec import encode
from app.storage.data_folder import DataFolder
from app.storage.documents import put_record, record_in, remove_record
from app.storage.history_repository import HistoryRepository
from app.storage.layouts import JOURNAL
from app.storage.slot import NUMBERED, Slot
from app.storage.yaml_file import FOLD
from app.storage.yaml_values import Document

FOLDER: Final = "journal"
YEAR: Final = re.compile(r"[0-9]{4}")
FILE_NAME: Final = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:{NUMBERED})?\.yaml")

_LISTS: Final[dict[type[Entry], str]] = {
    CheckIn: "check_ins",
    Reflection: "reflections",
    Questionnaire: "questionnaires",
    CalmSession: "calm_sessions",
}


class JournalRepository:
    """Reads and replaces entries, day by day."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._days: dict[str, date] = {}
        self._history = HistoryRepository(folder)

    def days(self) -> list[date]:
        """Return the days that have a file, newest first, by the names of the files alone."""
        found: set[date] = set()
        for year in self._folder.names(FOLDER):
            if YEAR.fullmatch(year):
                for name in self._folder.names(f"{FOLDER}/{year}"):
                    day = day_of(name)
                    if day is not None and name.startswith(year):
                        found.add(day)
        for slot in self._folder.unsaved_slots():
            if slot.layout is JOURNAL:
                day = date.fromisoformat(slot.path.stem)
                (found.discard if slot.is_empty else found.add)(day)
        return sorted(found, reverse=True)

    def day(self, day: date) -> Day:
        """Return what is kept of *day*: what was put last, or stands in its file."""
        value = self._slot(day).value() or Day()
        for entry in value.entries():  # one that others have put on another day is theirs there
            self._days.setdefault(entry.id, day)
        return value

    def day_with(self, entry_id: str) -> date | None:
        """Return the day on which the entry was put last, or first seen; nothing if never."""
        return self._days.get(entry_id)

    def stored(self, entry: Entry) -> Entry | None:
        """Return the entry with the id of *entry* as it is kept, on whatever day; nothing if not.

        That day is known of an entry that was read before; others are looked for on their own.
        """
        return self._kept(entry.id, self._days.get(entry.id, entry.day))

    def versions(self, entry_id: str) -> list[Version]:
        """Return what the entry with this id said before it was changed, the newest first."""
        return self._history.versions(entry_id)

    def put(
        self, entry: Entry, *, keep_theirs: bool = False, replaced: Replaced | None = None
    ) -> None:
        """Add *entry*, or replace the one with the same id, and have it written.

        With *keep_theirs* the file as it is stays beside it. An entry that moved to another day
        is removed from the old one once the new one is on the disk. *replaced* is what it said
        until now: that is on the disk first.
        """
        name = _LISTS[type(entry)]
        after = frozenset() if replaced is None else frozenset({self._keep(replaced)})
        slot = self._slot(entry.day)
        written = slot.edit(entry.id, put_record(name, entry), after, keep_theirs=keep_theirs)
        before = self._days.get(entry.id, entry.day)
        self._days[entry.id] = entry.day
        if before != entry.day and written is not None:
            old = self._kept(entry.id, before)
            if old is not None:  # as it lies there: our own clock may have been set back since
                moved = f"{FOLD}{entry.id}"
                self._slot(before).edit(moved, remove_record(name, old), frozenset({written}))

    def delete(self, entry: Entry) -> tuple[Document, ...]:
        """Remove *entry*, if it is there, and then what it said before.

        Returns the earlier versions, for ``put_back``.
        """
        days = (entry.day, self._days.get(entry.id, entry.day))  # others may have put it elsewhere
        day = next((day for day in days if self._kept(entry.id, day) is not None), None)
        kept = None if day is None else self._kept(entry.id, day)
        if day is None or kept is None:
            return ()
        change = remove_record(_LISTS[type(entry)], kept)
        written = self._slot(day).edit(entry.id, change)
        # One that cannot be removed from its file keeps its versions too.
        return () if written is None else self._history.take_away(entry.id, frozenset({written}))

    def put_back(self, entry: Entry, versions: tuple[Document, ...]) -> None:
        """Add *entry* again, which was deleted, and its earlier *versions*."""
        self.put(entry)
        self._history.put_back(entry.id, versions)

    def _keep(self, replaced: Replaced) -> Path:
        """Have a version written with all that its entry has in its file; return where."""
        entry = replaced.entry
        day = self._slot(self._days.get(entry.id, entry.day))
        record = record_in(day.document(), _LISTS[type(entry)], entry.id)
        return self._history.put(replaced, record if isinstance(record, dict) else encode(entry))

    def _kept(self, entry_id: str, day: date) -> Entry | None:
        return next((one for one in self.day(day).entries() if one.id == entry_id), None)

    def _slot(self, day: date) -> Slot[Day]:
        return self._folder.slot(f"{FOLDER}/{day.year:04}/{day.isoformat()}.yaml", JOURNAL)


def day_of(name: str) -> date | None:
    """Return the day that the file *name* is about; nothing if it is no such name."""
    match = FILE_NAME.fullmatch(name)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
