"""Finding the reflection that asks whether it still holds."""

from datetime import date, datetime

from app.domain.looking_back import ASKED_DAYS, to_look_back_on
from app.domain.reflection import Reflection
from app.services.journal import Journal


def asked_reflection(journal: Journal, now: datetime) -> Reflection | None:
    """Return the reflection that asks *now* whether it still holds, or nothing.

    Only the days are read on which it can have been written; its words after midnight are kept
    under the next day.
    """
    today = now.date().toordinal()
    days = (date.fromordinal(today - back) for back in range(ASKED_DAYS + 2))
    written = (one for day in days for one in journal.day(day).reflections)
    return to_look_back_on(written, now)
