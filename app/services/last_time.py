"""Finding the infusion before the coming one of which something is known."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from app.domain.infusion import Infusion
from app.domain.journal import Day
from app.domain.last_time import DAYS, LastTime, last_time
from app.services.infusions import Infusions
from app.services.journal import Journal

READ: Final = 3
"""Of how many infusions the journal is read: a long silence is no reason to read it all."""


def find_last_time(infusions: Infusions, journal: Journal, infusion: Infusion) -> LastTime | None:
    """Return the newest before *infusion* of which the patient said anything, and what it was.

    Of the journal only the day and the DAYS after it are read, of the last READ infusions; of
    older ones, only what their plans say is known.
    """
    for number, before in enumerate(infusions.before(infusion)):
        days = [*_days(journal, before)] if number < READ else []
        found = last_time(
            before,
            (one for day in days for one in day.check_ins),
            (one for day in days for one in day.reflections),
        )
        if found.says_something:
            return found
    return None


def _days(journal: Journal, infusion: Infusion) -> Iterator[Day]:
    first = infusion.date.toordinal()
    for number in range(first, min(first + DAYS, date.max.toordinal()) + 1):
        yield journal.day(date.fromordinal(number))
