"""The times of the day of an infusion in words."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.domain.infusion import Infusion, Ride
from app.services.day_times import DayTimes, TimeLine, day_times
from tests.support.day import Day

FRIDAY = date(2026, 11, 27)
GENERAL = "General rule, ask your clinic."
REST = (
    "You rest at the clinic for 30 minutes or longer. Clinics differ."
    f" Staff decide when you leave. {GENERAL}"
)


def infusion(day: Day, **changes: Any) -> Infusion:
    """Return an infusion on Friday at half past one."""
    plan = replace(
        day.program.infusions.draft(FRIDAY),
        arrive="13:30",
        place="Riverside Clinic",
        travel_minutes=35,
        early_minutes=30,
        ride=Ride(who="Sam", pick_up="15:15"),
    )
    return replace(plan, **changes)


def at(day: Day, hours: float, one: Infusion) -> DayTimes:
    """Return the times of *one* some *hours* after Tuesday at nine."""
    day.clock.advance(hours=hours)
    return day_times(one, day.program.content, day.program.clock)


def told(lines: tuple[TimeLine, ...]) -> list[tuple[str, str, str]]:
    """Return time, title and caption of *lines*."""
    return [(f"{line.at:%H:%M}", line.title, line.caption) for line in lines]


def test_the_day_in_the_order_of_the_clock(day: Day) -> None:
    """Each time with whose rule it is; a pick-up that was agreed on is the time of the ride."""
    times = at(day, 72, infusion(day)).times

    assert told(times) == [
        ("07:30", "Last solid food and milk", f"6 hours before you arrive. {GENERAL}"),
        ("11:30", "Last clear drink", f"2 hours before you arrive. {GENERAL}"),
        ("12:55", "Leave home", "35 minutes on the way, as you planned"),
        ("13:30", "Arrive", "Riverside Clinic"),
        ("14:00", "Start", "About 40 minutes. Yours may be different."),
        ("15:15", "Ride home with Sam", REST),
    ]
    assert [line.left for line in times] == ["", "In 2 hours 30 minutes", "", "", "", ""]
    assert [line.is_past for line in times] == [True, *[False] * 5]
    assert [line.is_next for line in times].index(True) == 1


def test_without_a_ride_or_a_wait_the_lines_are_fewer(day: Day) -> None:
    """A start that is the arrival is one line, and the ride stands where the rest ends."""
    times = at(day, 72, infusion(day, early_minutes=0, travel_minutes=None, ride=Ride())).times

    assert told(times)[2:] == [
        ("13:30", "Arrive", "Riverside Clinic"),
        ("14:40", "Ride home", REST),
    ]


def test_the_evening_before_says_what_begins_then(day: Day) -> None:
    """Only what falls on the day of now."""
    times = at(day, 48, infusion(day)).times

    assert told(times) == [
        (
            "13:30",
            "Last alcohol, cannabis or street drugs",
            (
                "24 hours before you arrive. This is not about prescribed medicines. If you drink"
                f" every day, call first. Stopping suddenly can be dangerous. {GENERAL}"
            ),
        )
    ]


@pytest.mark.parametrize(("arrive", "fasts"), [("13:30", False), ("05:00", True)])
def test_for_an_early_arrival_eating_ends_the_day_before(
    day: Day, arrive: str, fasts: bool
) -> None:
    """So that who ate then can say so."""
    assert at(day, 48, infusion(day, arrive=arrive)).fasts is fasts


def test_a_begun_minute_counts(day: Day) -> None:
    """The next time is never said to be in 0 minutes."""
    day.clock.advance(seconds=59)

    times = at(day, 74 + 29 / 60, infusion(day)).times

    assert [line.left for line in times if line.is_next] == ["In 1 minute"]


def test_without_a_time_there_is_nothing_to_count(day: Day) -> None:
    """What is to be read before fasting stands all the same."""
    times = at(day, 72, infusion(day, arrive=None))

    assert not times.times
    assert times.before_fasting.startswith("Do you have diabetes")
