"""Which backups are kept: many of late, fewer the longer ago."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Final

ALL_OF: Final = timedelta(days=2)
DAILY: Final = 12
WEEKLY: Final = 10
MONTHLY: Final = 9
FEWEST: Final = 3


def to_keep(moments: Collection[datetime], now: datetime) -> set[datetime]:
    """Return which of the backups made at *moments* stay.

    All of the last two days, then the newest of each of 12 days, 10 weeks and 9 months that have
    one, the newest first; what an earlier rule keeps does not count for a later one. The newest
    three always stay, and so does what a wrong clock dated into the future.
    """
    newest_first = sorted(set(moments), reverse=True)
    kept = {moment for moment in newest_first if now - moment <= ALL_OF}
    for period, count in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        kept |= _newest_of_each(newest_first, period, count, kept)
    return kept.union(newest_first[:FEWEST])


def _newest_of_each(
    newest_first: list[datetime],
    period: Callable[[datetime], object],
    count: int,
    kept: set[datetime],
) -> set[datetime]:
    """Return the newest of each *period*, *count* of them beyond those *kept* already."""
    found: set[datetime] = set()
    last: object = None
    for moment in newest_first:
        if period(moment) != last and len(found) < count:
            last = period(moment)
            if moment not in kept:
                found.add(moment)
    return found


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> object:
    return moment.year, moment.month
