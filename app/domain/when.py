"""When something was: a day and a time as they are told later, and whether that can be."""

from datetime import date, datetime, timedelta, tzinfo
from enum import Enum
from typing import Final

from app.domain.wall_time import moment

EARLIEST: Final = date(2000, 1, 1)
"""Before this day nobody made a check-in: the year is a slip."""


class Unlikely(Enum):
    """Why something cannot have been then."""

    DAY_TO_COME = "day_to_come"
    TIME_TO_COME = "time_to_come"
    LONG_AGO = "long_ago"


def told(at: datetime, day: date, wall_time: str, here: tzinfo) -> datetime:
    """Return the moment of *wall_time* on *day*, which were told of something kept as *at*.

    What says the same as *at* is *at*: so the second half past two of a night in autumn stays
    the second. Everything else is by the clocks *here*; a time that is not changed keeps its
    seconds, by which entries of one minute are in order.
    """
    is_same_time = f"{at:%H:%M}" == wall_time
    if is_same_time and day == at.date():
        return at
    then = moment(day, wall_time, here)
    return then + timedelta(seconds=at.second) if is_same_time else then


def unlikely(at: datetime, now: datetime) -> Unlikely | None:
    """Return why nothing can have been *at* that moment, or nothing."""
    if at.date() < EARLIEST:
        return Unlikely.LONG_AGO
    if at <= now:
        return None
    return Unlikely.TIME_TO_COME if at.date() <= now.date() else Unlikely.DAY_TO_COME
