"""What was found, as a list: each row is read when it is first shown, and no other."""

from operator import attrgetter
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from app.domain.check_in import CheckIn
from app.domain.effects import Severity
from app.domain.filters import Found
from app.domain.infusion import Infusion
from app.domain.journal import Entry
from app.i18n import _
from app.services.answer_words import severity_words
from app.services.names import infusion_name
from app.services.search import Hit
from app.ui.dates import day_in_short, day_with_year
from app.ui.journal.entry_words import EntryTeller
from app.ui.journal.search_model import SearchModel
from app.ui.widgets.entry_row import EntryWords

Index = QModelIndex | QPersistentModelIndex

ROW: Final = Qt.ItemDataRole.UserRole
"""Gives the ResultRow."""

KEPT: Final = 256
"""How many rows are kept in memory once they were read."""

_NOWHERE: Final = QModelIndex()


class ResultRow(NamedTuple):
    """One row: its day, what stands in it, and the strongest effect from 1 to 3, or 0."""

    hit: Hit
    day: str
    words: EntryWords
    tone: int = 0
    strength: str = ""

    @property
    def is_removable_here(self) -> bool:
        """Whether it has no page of its own, so that it is removed from here."""
        return self.hit.kind is Found.CALM_SESSION

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        strongest = _("Strongest: {strength}").format(strength=self.strength) if self.tone else ""
        title, summary, time = self.words
        day = day_with_year(self.hit.day)
        return ", ".join(part for part in (day, time, title, summary, strongest) if part)


class ResultsModel(QAbstractListModel):
    """The hits of a search. Rows that stay keep their place when others come or go."""

    def __init__(
        self,
        search: SearchModel,
        teller: EntryTeller,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._teller = teller
        self._hits: list[Hit] = []
        self._rows: dict[Hit, ResultRow] = {}
        search.changed.connect(self._follow)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many were found; a row has none below it."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a row, in words or as a ResultRow."""
        if not index.isValid() or role not in _ROLES:
            return None
        row = self._row(self._hits[index.row()])
        if role == ROW:
            return row
        return row.words.title if role == Qt.ItemDataRole.DisplayRole else row.spoken

    def row(self, index: Index) -> ResultRow | None:
        """Return the row at *index*, or nothing."""
        return self._row(self._hits[index.row()]) if index.isValid() else None

    @Slot()
    def _follow(self) -> None:
        """Show what was found now; what is alike at both ends stays as it is."""
        self._rows.clear()
        before, now = self._hits, self._search.hits
        start = _alike(before, now)
        end = _alike(before[start:][::-1], now[start:][::-1])
        gone, come = len(before) - start - end, len(now) - start - end
        if gone:
            self.beginRemoveRows(_NOWHERE, start, start + gone - 1)
            self._hits = before[:start] + before[len(before) - end :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(_NOWHERE, start, start + come - 1)
            self._hits = now
            self.endInsertRows()
        self._hits = now
        if now and not come:
            self.dataChanged.emit(self.index(0), self.index(len(now) - 1))

    def _row(self, hit: Hit) -> ResultRow:
        if hit not in self._rows:
            if len(self._rows) >= KEPT:
                del self._rows[next(iter(self._rows))]
            self._rows[hit] = self._read(hit)
        return self._rows[hit]

    def _read(self, hit: Hit) -> ResultRow:
        found = self._search.entry(hit)
        day = day_in_short(hit.day)
        if found is None:
            return ResultRow(hit, day, EntryWords(_("This entry is not here any more.")))
        if isinstance(found, Infusion):
            return ResultRow(hit, day, _infusion_words(found))
        strongest = strongest_of(found)
        if strongest is None:
            return ResultRow(hit, day, self._teller.tell(found))
        return ResultRow(
            hit, day, self._teller.tell(found), strongest.strength, severity_words(strongest)
        )


_ROLES: Final = {ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


def _alike(some: list[Hit], others: list[Hit]) -> int:
    """Return how many at the beginning are the same; whole stretches are compared at once."""
    first, last = 0, min(len(some), len(others))
    while first < last:
        middle = (first + last + 1) // 2
        if some[first:middle] == others[first:middle]:
            first = middle
        else:
            last = middle - 1
    return first


def strongest_of(entry: Entry) -> Severity | None:
    """Return how strong the strongest effect of *entry* was, where that was said."""
    if not isinstance(entry, CheckIn):
        return None
    said = [note.severity for note in entry.effects if note.severity is not None]
    return max(said, key=attrgetter("strength"), default=None)


def _infusion_words(infusion: Infusion) -> EntryWords:
    texts = (infusion.place, infusion.intention, infusion.notes, infusion.helped, infusion.hurt)
    return EntryWords(infusion_name(infusion), " · ".join(" ".join(t.split()) for t in texts if t))
