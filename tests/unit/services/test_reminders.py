"""What is to be shown now, through a day that nobody can plan quite like that."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.domain.calm_phases import single
from app.domain.check_in import TimePoint
from app.domain.infusion import Infusion, Outcome
from app.domain.reminders import About
from app.services.reminders import Reminders
from tests.support.day import Day


def watch(day: Day) -> Reminders:
    """Begin to keep watch."""
    program = day.program
    return Reminders(
        infusions=program.infusions,
        journal=program.journal,
        calm=program.calm,
        content=program.content,
        clock=day.clock,
    )


def plan(day: Day, days: int, arrive: str = "13:30") -> Infusion:
    """Plan an infusion in some *days*, half an hour from home."""
    infusions = day.program.infusions
    draft = infusions.draft(day.clock.now().date() + timedelta(days=days))
    return infusions.keep_new(replace(draft, arrive=arrive, travel_minutes=30))[0]


def shown(reminders: Reminders) -> About | None:
    """Look, and return what is shown."""
    seen = reminders.look().shown
    return seen.about if seen is not None else None


def test_with_nothing_planned_nothing_is_waited_for(day: Day) -> None:
    """The clock need not be looked at."""
    seen = watch(day).look()

    assert (seen.shown, seen.is_new, seen.wait) == (None, False, None)


def test_a_reminder_is_told_once_and_stays_as_long_as_it_is_true(day: Day) -> None:
    """It is nine in the morning; the appointment is tomorrow."""
    plan(day, 1)
    reminders = watch(day)

    before = reminders.look()
    assert before.shown is None
    assert before.wait == timedelta(hours=9)
    day.clock.advance(hours=9)
    told = reminders.look()
    assert told.shown is not None
    assert (told.shown.about, told.is_new) == (About.TOMORROW, True)
    assert told.wait == timedelta(hours=6)
    day.clock.advance(hours=5)
    again = reminders.look()
    assert (again.shown, again.is_new) == (told.shown, False)
    day.clock.advance(hours=1)
    assert reminders.look().shown is None


def test_what_is_dismissed_stays_away(day: Day) -> None:
    """Until something else comes due."""
    plan(day, 1)
    reminders = watch(day)
    day.clock.advance(hours=9)
    reminders.look()

    reminders.dismiss()

    assert shown(reminders) is None
    day.clock.advance(hours=12, minutes=59)
    assert shown(reminders) is None
    day.clock.advance(minutes=1)
    assert shown(reminders) is About.A_TIME


def test_a_plan_that_changes_takes_its_reminder_along(day: Day) -> None:
    """Another time is said at once; called off, it goes."""
    planned = plan(day, 1)
    reminders = watch(day)
    day.clock.advance(hours=9)
    reminders.look()

    day.program.infusions.keep(replace(planned, arrive="15:00"))
    seen = reminders.look()

    assert seen.shown is not None
    assert seen.shown.time is not None
    assert (f"{seen.shown.time:%H:%M}", seen.is_new) == ("15:00", False)
    day.program.infusions.answer(planned, Outcome.CANCELLED)
    assert shown(reminders) is None


@pytest.mark.parametrize(("minutes", "is_told"), [(20, True), (40, False)])
def test_a_calm_session_is_not_disturbed(day: Day, minutes: int, *, is_told: bool) -> None:
    """What comes due meanwhile waits for its end, or expires."""
    plan(day, 1)
    reminders = watch(day)
    day.clock.advance(hours=8, minutes=59)
    day.program.calm.start(single(60))
    day.clock.advance(minutes=minutes)

    assert shown(reminders) is None
    day.program.calm.end()
    assert shown(reminders) is (About.TOMORROW if is_told else None)


def test_what_is_shown_goes_for_a_calm_session_and_comes_back(day: Day) -> None:
    """It is not told again."""
    plan(day, 1)
    reminders = watch(day)
    day.clock.advance(hours=9)
    reminders.look()

    day.program.calm.start(single(5))
    hidden = shown(reminders)
    day.program.calm.end()
    back = reminders.look()

    assert hidden is None
    assert back.shown is not None
    assert not back.is_new


def test_an_open_check_in_is_spoken_of_until_it_is_made(day: Day) -> None:
    """In the morning after, not at four."""
    done = plan(day, 0, arrive="10:00")
    day.clock.advance(hours=3)
    day.program.infusions.answer(done, Outcome.WENT_AHEAD)
    reminders = watch(day)
    day.clock.advance(hours=20, minutes=59)
    assert shown(reminders) is None

    day.clock.advance(minutes=1)

    assert shown(reminders) is About.SOMETHING_OPEN
    day.program.journal.keep(day.program.journal.draft(TimePoint.NEXT_MORNING, done.id))
    assert shown(reminders) is None


def test_what_came_due_before_the_watch_is_not_told(day: Day) -> None:
    """The program was closed, or reminders were off."""
    plan(day, 1)
    day.clock.advance(hours=9)

    reminders = watch(day)

    day.clock.advance(minutes=1)
    assert shown(reminders) is None
