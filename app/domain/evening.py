"""Which day a moment belongs to: a night belongs to the evening before it."""

from datetime import date, datetime, timedelta
from typing import Final

NIGHT_ENDS: Final = timedelta(hours=4)
"""Until four in the morning it is still the evening before, and nobody is asked about a new day."""

_ONE_DAY: Final = timedelta(days=1)


def evening_of(moment: datetime) -> date:
    """Return the day that *moment* belongs to, by the clock that told it.

    Any moment of the calendar has one: the night in which the calendar begins belongs to itself.
    """
    day = moment.date()
    is_night = timedelta(hours=moment.hour) < NIGHT_ENDS
    return day - _ONE_DAY if is_night and day > date.min else day


def days_later(day: date, days: int) -> date:
    """Return the day that many *days* after *day*; the last of the calendar where it ends."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
