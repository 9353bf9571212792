"""The infusion before the coming one of which something is known."""

from datetime import date, timedelta

from msgspec.structs import replace

from app.domain.check_in import CheckIn, TimePoint
from app.domain.infusion import Infusion, Outcome
from app.domain.last_time import LastTime
from app.services.last_time import find_last_time
from tests.support.day import Day


def planned(day: Day, days: int) -> Infusion:
    """Plan an infusion so many days from now."""
    infusions = day.program.infusions
    plan, _ = infusions.keep_new(infusions.draft(day.clock.now().date() + timedelta(days=days)))
    return plan


def noted(day: Day, infusion: Infusion, after: int = 0) -> CheckIn:
    """Keep a check-in so many days after *infusion*."""
    journal = day.program.journal
    draft = journal.draft(TimePoint.ANY_TIME, infusion.id).noticed("nausea")
    days = (infusion.date - draft.day).days + after
    at = draft.at + timedelta(days=days)
    return journal.keep(replace(draft, at=at))


def found(day: Day, infusion: Infusion) -> LastTime | None:
    """Return what is found before *infusion*."""
    return find_last_time(day.program.infusions, day.program.journal, infusion)


def test_check_ins_alone_are_a_last_time(day: Day) -> None:
    """Nothing need be said on the plan of what helped."""
    last, coming = planned(day, -7), planned(day, 1)
    noted(day, last)
    noted(day, last, after=8)
    noted(day, last, after=9)

    was = found(day, coming)

    assert was is not None
    assert (was.infusion, was.check_ins, was.noticed[0].times) == (last, 2, 2)


def test_the_newest_of_which_something_is_known_is_taken(day: Day) -> None:
    """One in between that nobody spoke of is passed over, and so is one that did not happen."""
    first, _second, third, coming = (planned(day, days) for days in (-21, -14, -7, 1))
    later = planned(day, 8)
    noted(day, first)
    noted(day, third)
    noted(day, later)
    day.program.infusions.answer(third, Outcome.CANCELLED)

    was = found(day, coming)

    assert was is not None
    assert was.infusion == first


def test_after_a_long_silence_only_plans_are_read(day: Day) -> None:
    """Of the fourth one back what helped is still shown, and its check-ins are not looked for."""
    fourth, *_others, coming = (planned(day, days) for days in (-28, -21, -14, -7, 1))
    noted(day, fourth)
    assert found(day, coming) is None

    day.program.infusions.change(fourth.id, lambda one: replace(one, helped="Music"))
    was = found(day, coming)

    assert was is not None
    assert (was.infusion.helped, was.check_ins) == ("Music", 0)


def test_a_reflection_is_a_last_time_too(day: Day) -> None:
    """What stays with the patient is what they read before the next one."""
    last, coming = planned(day, -2), planned(day, 5)
    day.program.journal.keep(day.program.reflections.draft(last.id).keeping("Less hurry"))

    was = found(day, coming)

    assert was is not None
    assert (was.stays, was.check_ins) == ("Less hurry", 0)


def test_before_the_first_infusion_there_is_no_last_time(day: Day) -> None:
    """Nor after one of which nothing was said, on the last days of the calendar either."""
    coming = planned(day, 1)
    assert found(day, coming) is None
    planned(day, -7)
    assert found(day, coming) is None
    infusions = day.program.infusions
    for end in (date(9999, 12, 28), date(9999, 12, 31)):
        infusions.keep(replace(infusions.draft(end), id=f"{end.isoformat()}-a7k"))

    assert found(day, infusions.newest(1)[0]) is None
