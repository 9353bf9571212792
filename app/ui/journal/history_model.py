"""The days that are kept, newest first, a few at a time."""

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn
from app.domain.infusion import Infusion
from app.domain.journal import Day
from app.services.changes import Changes, Kind
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.ui.undo import UndoStack

DAYS_AT_A_TIME: Final = 14


class ShownDay(NamedTuple):
    """A day of the journal and the infusion it belongs to, if it was on that day."""

    date: date
    day: Day
    infusion: Infusion | None


class HistoryModel(QObject):
    """Reads as many days as are shown, and no more."""

    changed = Signal()

    def __init__(
        self,
        *,
        journal: Journal,
        infusions: Infusions,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._infusions = infusions
        self._undo = undo
        self._count = DAYS_AT_A_TIME
        self._is_shown = False
        self.days: tuple[ShownDay, ...] = ()
        self.has_earlier = False
        changes.listen(self, self._hear)

    def start(self) -> None:
        """Look at what is stored, and follow its changes."""
        self._is_shown = True
        self._look()

    def stop(self) -> None:
        """Follow changes no more until started again."""
        self._is_shown = False
        self._count = DAYS_AT_A_TIME

    def show_earlier(self) -> None:
        """Show more days."""
        self._count += DAYS_AT_A_TIME
        self._look()

    def delete(self, session: CalmSession) -> None:
        """Remove a calm session."""
        self._undo.push(*self._journal.delete(session))

    def _look(self) -> None:
        stored = self._journal.days()
        planned = {infusion.date: infusion for infusion in self._infusions.recent()}
        shown = [
            ShownDay(day, self._journal.day(day), planned.get(day)) for day in stored[: self._count]
        ]
        self.days = tuple(one for one in shown if not one.day.is_empty)
        self.has_earlier = len(stored) > self._count
        self.changed.emit()

    def _hear(self, kind: Kind) -> None:
        if self._is_shown and kind in (Kind.JOURNAL, Kind.INFUSIONS):
            self._look()


def route_argument(check_in: CheckIn) -> str:
    """Return what opens *check_in* on its page."""
    return f"open:{check_in.day.isoformat()}:{check_in.id}"
