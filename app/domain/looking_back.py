"""Which reflection asks "Does this still hold?": from the day after it, and for two days."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from app.domain.evening import evening_of
from app.domain.reflection import Reflection

ASKED_DAYS: Final = 2
"""For how many days a reflection is asked about; then it is let go, like everything else."""


def can_look_back(reflection: Reflection, now: datetime) -> bool:
    """Return whether *reflection* has words from an earlier day, to be looked back on *now*.

    The night belongs to the evening before it: what was written at one in the night is of
    yesterday in the morning.
    """
    return reflection.has_words and days_since(reflection, now) >= 1


def to_look_back_on(reflections: Iterable[Reflection], now: datetime) -> Reflection | None:
    """Return the newest of *reflections* that asks whether it still holds *now*, or nothing.

    It was written yesterday or the day before, has words, and was not looked back on.
    """
    asking = (
        one
        for one in reflections
        if one.look_back is None and can_look_back(one, now) and days_since(one, now) <= ASKED_DAYS
    )
    return max(asking, key=_moment, default=None)


def days_since(reflection: Reflection, now: datetime) -> int:
    """Return how many evenings ago *reflection* was written, by the clocks then and now."""
    return (evening_of(now) - evening_of(reflection.at)).days


def _moment(reflection: Reflection) -> datetime:
    return reflection.at
