"""Reflections: what they can be about, and which of them asks whether it still holds."""

from datetime import date, timedelta

import pytest

from app.domain.infusion import Infusion, Outcome
from app.domain.reflection import Holds, LookBack
from app.services.looking_back import asked_reflection
from tests.support.day import Day


def planned(day: Day, days: int, outcome: Outcome | None = None) -> Infusion:
    """Plan an infusion so many days from now, and say what became of it."""
    infusions = day.program.infusions
    plan, _ = infusions.keep_new(infusions.draft(day.clock.now().date() + timedelta(days=days)))
    if outcome is not None:
        infusions.answer(plan, outcome)
    found = infusions.get(plan.id)
    assert found is not None
    return found


def test_a_reflection_is_about_one_of_the_last_infusions(day: Day) -> None:
    """Newest first: what was cancelled or is still to come is not offered."""
    first, second, third = (planned(day, days) for days in (-21, -14, -7))
    planned(day, -1, Outcome.CANCELLED)
    planned(day, 1)
    fourth = planned(day, 0)
    reflections = day.program.reflections

    assert reflections.choices(reflections.draft(None)) == [fourth, third, second]
    assert reflections.choices(reflections.draft(first.id)) == [fourth, third, second, first]
    assert reflections.choices(reflections.draft("gone")) == [fourth, third, second]
    assert reflections.choices(reflections.draft(third.id)) == [fourth, third, second]


def test_what_is_said_of_it_later_keeps_its_first_moment(day: Day) -> None:
    """Until everything that was said is taken back."""
    reflections = day.program.reflections
    written = reflections.draft(None).recalling("A river")
    day.clock.advance(days=1)
    first = day.clock.now()

    said = reflections.looked_back(written, Holds.PARTLY, "")
    day.clock.advance(hours=1)
    more = reflections.looked_back(said, None, "Less than I thought.")

    assert said.look_back == LookBack(at=first, holds=Holds.PARTLY)
    assert more.look_back == LookBack(at=first, words="Less than I thought.")
    assert reflections.looked_back(more, None, "") == written


@pytest.mark.parametrize(
    ("hours", "is_asked"), [(0, False), (9, False), (11, True), (58, True), (59, False)]
)
def test_the_newest_reflection_asks_for_two_days(day: Day, hours: int, *, is_asked: bool) -> None:
    """From four in the morning on; found in the file of its own day, however late it was."""
    day.clock.advance(hours=8)  # five in the afternoon
    reflections = day.program.reflections
    written = day.program.journal.keep(reflections.draft(None).recalling("A river"))
    day.clock.advance(hours=hours)
    day.reopen()

    found = asked_reflection(day.program.journal, day.clock.now())

    assert (found == written) is is_asked
    assert (found is not None) is is_asked


def test_words_from_after_midnight_ask_the_same_morning(day: Day) -> None:
    """They stand in the file of the new day, and belong to the evening before."""
    day.clock.advance(hours=16)  # one in the night
    reflections = day.program.reflections
    written = day.program.journal.keep(reflections.draft(None).keeping("Less hurry"))
    day.clock.advance(hours=8)

    assert written.day == date(2026, 11, 25) == day.clock.now().date()
    assert asked_reflection(day.program.journal, day.clock.now()) == written
    day.program.journal.keep(reflections.looked_back(written, Holds.YES, ""))
    assert asked_reflection(day.program.journal, day.clock.now()) is None
