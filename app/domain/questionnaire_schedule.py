"""When a questionnaire is open. Both ask about two weeks, whatever else happened in them.

Source: clinical content. At the start, then at least 7 days apart, better 14. Days are those of
the patient's own wall clock, and a night belongs to the evening before it: neither a clock
change nor a journey makes them more or fewer.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from app.domain.evening import days_later, evening_of
from app.domain.preferences import Age, Profile, Purpose
from app.domain.questionnaire import Questionnaire, QuestionnaireName

LEAST_DAYS: Final = 7
"""Sooner than that the two weeks that are asked about would be much the same."""

PREFERRED_DAYS: Final = 14
"""From this day on the patient is told that it is open."""

ONE_DAY: Final = timedelta(days=1)


def latest(
    kept: Iterable[Questionnaire], name: QuestionnaireName, now: datetime
) -> Questionnaire | None:
    """Return the newest questionnaire of that *name* that was answered or finished.

    One that lies days ahead is left out: the clock of the computer was wrong, then or now.
    """
    said = (
        one
        for one in kept
        if one.name is name
        and (one.answers or one.finished is not None)
        and evening_of(one.at) <= evening_of(now) + ONE_DAY
    )
    return max(said, key=_moment, default=None)


def is_under_way(questionnaire: Questionnaire | None, now: datetime) -> bool:
    """Return whether it was begun today and can be gone on with."""
    if questionnaire is None or questionnaire.finished is not None:
        return False
    return evening_of(questionnaire.at) == evening_of(now)


def opens_on(last: Questionnaire | None) -> date | None:
    """Return the first day on which it can be filled in again; nothing if it was not yet."""
    return None if last is None else days_later(evening_of(last.at), LEAST_DAYS)


def is_open(last: Questionnaire | None, now: datetime) -> bool:
    """Return whether it can be filled in *now*: for the first time, or 7 days after the last."""
    opens = opens_on(last)
    return opens is None or opens <= evening_of(now)


def due_since(last: Questionnaire | None, apart: int = PREFERRED_DAYS) -> date | None:
    """Return the day on which the patient is first told that it is open; nothing: all the time.

    *apart* is how many days lie between two, as the clinic wants it.
    """
    return None if last is None else days_later(evening_of(last.at), apart)


def is_due(last: Questionnaire | None, now: datetime, apart: int = PREFERRED_DAYS) -> bool:
    """Return whether the patient is told that it is open: at the start, and *apart* days later."""
    since = due_since(last, apart)
    return since is None or since <= evening_of(now)


def may_be_filled_in(profile: Profile) -> bool:
    """Return whether the patient can fill them in: they are for adults."""
    return profile.age is not Age.UNDER_18


def is_offered(profile: Profile) -> bool:
    """Return whether the patient is told of them without asking: not those treated for pain."""
    return may_be_filled_in(profile) and profile.purpose is not Purpose.PAIN


def _moment(questionnaire: Questionnaire) -> datetime:
    return questionnaire.at
