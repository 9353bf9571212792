"""The infusions of one month, and all of them as a list."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from app.domain.clock import Clock
from app.domain.infusion import Infusion
from app.domain.month import MonthDay, month_grid
from app.services.changes import Changes, Kind
from app.services.infusions import Infusions

LISTED: Final = 120
"""How many are listed and marked in the months; more than two years of weekly ones."""

_LONGEST_MONTH: Final = 31


class InfusionsModel(QObject):
    """``month`` is the first day of the month that is shown."""

    changed = Signal()

    def __init__(
        self,
        infusions: Infusions,
        clock: Clock,
        changes: Changes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._infusions = infusions
        self._clock = clock
        self.month = self.today.replace(day=1)
        self.all: tuple[Infusion, ...] = ()
        changes.listen(self, self._hear)

    @property
    def today(self) -> date:
        """The day of now."""
        return self._clock.now().date()

    @property
    def coming(self) -> tuple[Infusion, ...]:
        """Those that are still to come, the next one first."""
        ahead = [one for one in self.all if one.date >= self.today and one.outcome is None]
        return tuple(sorted(ahead, key=lambda one: (one.date, one.arrive or "")))

    @property
    def past(self) -> tuple[Infusion, ...]:
        """The others, the newest first."""
        ahead = {one.id for one in self.coming}
        behind = [one for one in self.all if one.id not in ahead]
        return tuple(sorted(behind, key=lambda one: (one.date, one.arrive or ""), reverse=True))

    def grid(self) -> tuple[tuple[MonthDay, ...], ...]:
        """Return the weeks of the month, each from the day that begins a week in this country."""
        first = QLocale().firstDayOfWeek().value - 1
        return month_grid(self.month.year, self.month.month, first, self.all)

    def look(self) -> None:
        """Look at what is stored, and show the month of the next infusion, or of today."""
        self.all = tuple(self._infusions.newest(LISTED))
        shown = self.coming[0].date if self.coming else self.today
        self.month = shown.replace(day=1)
        self.changed.emit()

    @Slot()
    def back(self) -> None:
        """Show the month before."""
        self._turn(self.month - timedelta(days=1))

    @Slot()
    def forth(self) -> None:
        """Show the month after."""
        self._turn(self.month + timedelta(days=_LONGEST_MONTH))

    def _turn(self, day: date) -> None:
        self.month = day.replace(day=1)
        self.changed.emit()

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.INFUSIONS:
            self.all = tuple(self._infusions.newest(LISTED))
            self.changed.emit()
