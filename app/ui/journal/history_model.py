"""The days that are kept, newest first, a few at a time, and the month they are in."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from PySide6.QtCore import QLocale, QObject, Slot

from app.domain.clock import Clock
from app.domain.infusion import Infusion
from app.domain.journal import Day, Entry
from app.domain.month import month_grid
from app.services.changes import Changes, Kind
from app.services.infusion_days import InfusionDays
from app.services.journal import Journal
from app.ui.following import Following
from app.ui.journal.day_button import KeptDay
from app.ui.undo import UndoStack

DAYS_AT_A_TIME: Final = 14

EARLIEST: Final = date(2, 1, 1)
LATEST: Final = date(9998, 12, 31)
"""As far as months can be turned."""

_ONE_DAY: Final = timedelta(days=1)
_LONGEST_MONTH: Final = 31


class ShownDay(NamedTuple):
    """A day of the journal, the infusion of that day, and that of the day before."""

    date: date
    day: Day
    infusion: Infusion | None
    after: Infusion | None = None


class HistoryModel(Following):
    """Reads as many days as are shown, and no more.

    ``cursor`` is the day of the calendar that has the keyboard. ``chosen`` is the day that is
    shown first; nothing: the newest.
    """

    FOLLOWED = frozenset({Kind.JOURNAL, Kind.INFUSIONS, Kind.PROBLEMS})

    def __init__(
        self,
        *,
        journal: Journal,
        infusion_days: InfusionDays,
        clock: Clock,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(changes, parent)
        self._journal = journal
        self._infusion_days = infusion_days
        self._clock = clock
        self._undo = undo
        self._count = DAYS_AT_A_TIME
        self._stored: list[date] = []
        self._grids: dict[date, list[list[KeptDay]]] = {}
        self.days: tuple[ShownDay, ...] = ()
        self.has_earlier = False
        self.has_newer = False
        self.chosen: date | None = None
        self.cursor = clock.now().date()

    def start(self, *, anew: bool = True) -> None:
        """Look at what is stored, and follow its changes; *anew* from the newest day on."""
        if anew:
            self._count, self.chosen = DAYS_AT_A_TIME, None
        self.follow()
        if anew:
            self.cursor = self._first or self._clock.now().date()
            self.changed.emit()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written on any day."""
        is_written = any(not one.day.is_empty for one in self.days)
        return not (is_written or self.has_earlier or self.has_newer)

    @Slot()
    def look_again(self) -> None:
        """Look at what is stored again."""
        if self.is_followed:
            self._look()

    def show_earlier(self) -> None:
        """Show more days."""
        self._count += DAYS_AT_A_TIME
        self._look()

    @Slot(object)
    def choose(self, day: date) -> None:
        """Show *day* first, and older ones below."""
        self._count, self.chosen, self.cursor = DAYS_AT_A_TIME, day, day
        self._look()

    @Slot()
    def choose_newest(self) -> None:
        """Show the newest day first."""
        self._count, self.chosen = DAYS_AT_A_TIME, None
        self._look()
        self.cursor = self._first or self._clock.now().date()
        self.changed.emit()

    @Slot(int)
    def walk_days(self, by: int) -> None:
        """Let the keyboard go *by* days on in the calendar."""
        self._go(self.cursor.toordinal() + by)

    @Slot(int)
    def walk_months(self, by: int) -> None:
        """Let the keyboard go *by* months on, to the same day or the last there is."""
        months = self.cursor.year * 12 + self.cursor.month - 1 + by
        months = min(max(months, EARLIEST.year * 12), LATEST.year * 12 + 11)
        first = date(months // 12, months % 12 + 1, 1)
        self._go(min(first.toordinal() + self.cursor.day - 1, _last_day(first).toordinal()))

    @Slot(bool)
    def walk_to_end(self, is_end: bool) -> None:
        """Let the keyboard go to the last day of the month, or to the first."""
        first = self.cursor.replace(day=1)
        self._go((_last_day(first) if is_end else first).toordinal())

    def weeks(self) -> list[list[KeptDay]]:
        """Return the weeks of the month of ``cursor``, each as this country begins it."""
        month = self.cursor.replace(day=1)
        if month not in self._grids:
            self._grids[month] = self._grid(month)
        return self._grids[month]

    def _grid(self, month: date) -> list[list[KeptDay]]:
        infusions = self._infusion_days.between(month, _last_day(month))
        written = {day for day in self._stored if day.replace(day=1) == month}
        today, chosen = self._clock.now().date(), self.chosen or self._first

        def kept(day: date, *, in_month: bool) -> KeptDay:
            if not in_month:
                return KeptDay(day, in_month=False)
            return KeptDay(
                day,
                entries=len(self._journal.day(day).entries()) if day in written else 0,
                has_infusion=day in infusions,
                is_today=day == today,
                is_chosen=day == chosen,
            )

        grid = month_grid(month.year, month.month, QLocale().firstDayOfWeek().value - 1)
        return [[kept(day.date, in_month=day.in_month) for day in week] for week in grid]

    def delete(self, entry: Entry) -> None:
        """Remove *entry*."""
        self._undo.push(*self._journal.delete(entry))

    @property
    def _first(self) -> date | None:
        return self.days[0].date if self.days else None

    def _go(self, ordinal: int) -> None:
        ordinal = min(max(ordinal, EARLIEST.toordinal()), LATEST.toordinal())
        self.cursor = date.fromordinal(ordinal)
        self.changed.emit()

    def _look(self) -> None:
        self._grids.clear()
        self._stored = self._journal.days()
        chosen = self.chosen
        wanted = [day for day in self._stored if chosen is None or day <= chosen]
        self.has_earlier = len(wanted) > self._count
        self.has_newer = len(wanted) < len(self._stored)
        wanted = wanted[: self._count]
        shown = {day: self._journal.day(day) for day in wanted}
        if chosen is not None and chosen not in shown:
            shown = {chosen: Day(), **shown}
        around = list(shown) or [self._clock.now().date()]
        since = max(min(around), EARLIEST) - _ONE_DAY
        infusions = self._infusion_days.between(since, max(around))
        self.days = tuple(
            ShownDay(
                day,
                value,
                infusions.get(day),
                infusions.get(day - _ONE_DAY) if day > EARLIEST else None,
            )
            for day, value in shown.items()
            if not value.is_empty or day == chosen
        )
        self.changed.emit()


def _last_day(first: date) -> date:
    """Return the last day of the month that begins on *first*."""
    return (first + timedelta(days=_LONGEST_MONTH)).replace(day=1) - _ONE_DAY
