"""What waits after an infusion, in words."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.domain.infusion import Infusion, Outcome
from app.domain.rules import RuleId
from app.services.waiting import Waits, waits
from tests.support.day import Day

FRIDAY = date(2026, 11, 27)
GENERAL = "General rule, ask your clinic."


def infusion(day: Day, **changes: Any) -> Infusion:
    """Return an infusion on Friday at two that ends by its plan at twenty to three."""
    plan = replace(day.program.infusions.draft(FRIDAY), arrive="14:00")
    return replace(plan, **changes)


def at(day: Day, hours: float, one: Infusion) -> Waits | None:
    """Return what waits after *one* some *hours* after Tuesday at nine."""
    day.clock.advance(hours=hours)
    return waits(one, day.program.content, day.program.clock)


def test_what_waits_says_until_when_and_how_long(day: Day) -> None:
    """It counts from the end; the rule and whose it is stand with it."""
    one = infusion(day, outcome=Outcome.WENT_AHEAD)

    found = at(day, 72 + 6, one)

    assert found is not None
    driving, alcohol, decisions = found.lines
    assert [one.kind for one in (driving, alcohol, decisions)] == [
        RuleId.DRIVING,
        RuleId.ALCOHOL_AFTER,
        RuleId.DECISIONS,
    ]
    assert driving.title == "Driving, cycling, machines"
    assert f"{driving.until:%d %H:%M}" == "28 14:40"
    assert driving.left == "23 hours 40 minutes to go"
    assert driving.part == pytest.approx(20 / (24 * 60))
    assert driving.rule.endswith(f"after a night's sleep. {GENERAL}")
    assert not driving.passed
    assert found.is_planned
    assert not found.is_over
    assert [rule.removesuffix(f" {GENERAL}") for rule in found.tonight] == [
        "Someone keeps you company that night.",
        "Try to find another adult for children and others in your care until the next day.",
        "Sleeping tablets, opioids and alcohol add to drowsiness. Ask which are fine tonight.",
    ]


def test_the_real_end_counts_where_somebody_said_it(day: Day) -> None:
    """An infusion that ran on makes everything wait longer."""
    late = infusion(day, outcome=Outcome.WENT_AHEAD)
    ended = day.clock.now().replace(day=27, hour=15, minute=30)

    found = at(day, 72 + 7, replace(late, ended=ended))

    assert found is not None
    assert {f"{line.until:%d %H:%M}" for line in found.lines} == {"28 15:30"}
    assert not found.is_planned


def test_a_waiting_time_that_has_passed_permits_nothing(day: Day) -> None:
    """The sentence of the content, and a full ring; nothing says that anything is safe."""
    one = infusion(day, outcome=Outcome.STOPPED_EARLY)

    found = at(day, 72 + 30, one)

    assert found is not None
    assert found.is_over
    assert not found.tonight
    assert {line.part for line in found.lines} == {1.0}
    assert {line.left for line in found.lines} == {""}
    assert found.lines[0].passed == (
        "The waiting time from the general rule has passed. Still sleepy, dizzy or unlike "
        "yourself? Wait, and ask. Staff decide when you leave."
    )


@pytest.mark.parametrize(("hours", "is_said"), [(72 + 5.6, False), (72 + 38.9, True), (111, False)])
def test_what_waits_is_said_from_the_end_until_the_day_it_passed_is_over(
    day: Day, hours: float, is_said: bool
) -> None:
    """Nothing before it is over; what has passed may still be read that evening."""
    assert (at(day, hours, infusion(day)) is not None) is is_said


def test_without_an_end_the_rules_stand_alone(day: Day) -> None:
    """Nothing can be counted, and nothing is left out; the day after next it is let go."""
    timeless = infusion(day, arrive=None, outcome=Outcome.WENT_AHEAD)

    found = at(day, 72 + 10, timeless)
    later = at(day, 48, timeless)

    assert found is not None
    assert (found.end, found.is_planned, found.is_over) == (None, False, False)
    assert [line.until for line in found.lines] == [None] * 3
    assert "No driving, cycling or machines for at least 24 hours." in found.lines[0].rule
    assert later is None


@pytest.mark.parametrize("outcome", [None, Outcome.CANCELLED])
def test_what_has_no_end_and_did_not_take_place_makes_nothing_wait(
    day: Day, outcome: Outcome | None
) -> None:
    """It may not have been at all."""
    assert at(day, 72 + 10, infusion(day, arrive=None, outcome=outcome)) is None
