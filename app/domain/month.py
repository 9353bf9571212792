"""A month as a calendar shows it, with the infusions in their days."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from app.domain.infusion import Infusion
from app.domain.records import Part
from app.domain.series import in_order

WEEKS: Final = 6
"""Every month fits, and the grid keeps its size from month to month."""

_DAYS: Final = 7


class MonthDay(Part, frozen=True, kw_only=True):
    """One square of the grid; days of the months beside it fill the first and last weeks."""

    date: date
    in_month: bool
    infusions: tuple[Infusion, ...] = ()


def month_grid(
    year: int, month: int, first_weekday: int, infusions: Iterable[Infusion] = ()
) -> tuple[tuple[MonthDay, ...], ...]:
    """Return six weeks of seven days that hold *month*, the first day of it in the first week.

    *first_weekday* counts from Monday, 0. Cancelled infusions are there too. Years 2 to 9998.
    """
    first = date(year, month, 1)
    start = first - timedelta(days=(first.weekday() - first_weekday) % _DAYS)
    on: dict[date, list[Infusion]] = {}
    for infusion in in_order(infusions):
        on.setdefault(infusion.date, []).append(infusion)
    squares = [
        MonthDay(date=day, in_month=day.month == month, infusions=tuple(on.get(day, ())))
        for day in (start + timedelta(days=number) for number in range(WEEKS * _DAYS))
    ]
    return tuple(tuple(squares[week : week + _DAYS]) for week in range(0, len(squares), _DAYS))
