"""Times of day as people type them, and on the clocks of the world."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.wall_time import Occurs, moment, occurs, parse, seen_in, zone_called
from tests.support.zones import SMALL_HOURS, WALL_TIMES, places_and_days

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("13:30", "13:30"),
        (" 9:05 ", "09:05"),
        ("13.30", "13:30"),
        ("13h30", "13:30"),
        ("1330", "13:30"),
        ("1:30 PM", "13:30"),
        ("1:30pm", "13:30"),
        ("1 p.m.", "13:00"),
        ("12 am", "00:00"),
        ("12:15 PM", "12:15"),
        ("00:00", "00:00"),
    ],
)
def test_the_usual_ways_to_write_a_time_are_understood(typed: str, meant: str) -> None:
    """Nobody has to learn a format."""
    assert parse(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "soon", "1", "25:00", "13:60", "2460", "13:30 pm", "0 am", "1:3", "after lunch"]
)
def test_what_is_not_clear_is_not_guessed(typed: str) -> None:
    """A guess about a time can make somebody late."""
    assert parse(typed) is None


@pytest.mark.parametrize(
    ("zone", "day", "wall_time", "meant", "how_often"),
    [
        ("Europe/Berlin", "2026-11-30", "13:30", "2026-11-30T13:30+01:00", Occurs.ONCE),
        ("Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T01:59+01:00", Occurs.ONCE),
        ("Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T03:00+02:00", Occurs.NEVER),
        ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T03:30+02:00", Occurs.NEVER),
        ("Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T03:00+02:00", Occurs.ONCE),
        ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T02:30+02:00", Occurs.TWICE),
        ("Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T03:00+01:00", Occurs.ONCE),
        ("America/New_York", "2026-03-08", "02:30", "2026-03-08T03:30-04:00", Occurs.NEVER),
        ("America/New_York", "2026-11-01", "01:30", "2026-11-01T01:30-04:00", Occurs.TWICE),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-04T02:45+11:00", Occurs.NEVER),
        ("Asia/Kolkata", "2026-11-30", "13:30", "2026-11-30T13:30+05:30", Occurs.ONCE),
        ("Pacific/Apia", "2011-12-30", "13:30", "2011-12-31T13:30+14:00", Occurs.NEVER),
    ],
)
def test_a_time_on_the_wall_is_one_moment(
    zone: str, day: str, wall_time: str, meant: str, how_often: Occurs
) -> None:
    """Shown twice it means the first; left out, it is counted as if nobody had changed clocks."""
    where = ZoneInfo(zone)

    found = moment(date.fromisoformat(day), wall_time, where)

    assert found.isoformat(timespec="minutes") == meant
    assert occurs(date.fromisoformat(day), wall_time, where) is how_often


@given(places_and_days(), WALL_TIMES | SMALL_HOURS)
def test_a_moment_shows_its_wall_time_unless_that_is_left_out(
    place: tuple[str, date], wall_time: str
) -> None:
    """All zones: the offset is fixed, and the moment is the one a calendar would take."""
    zone, day = place
    where = ZoneInfo(zone)

    found = moment(day, wall_time, where)

    plain = datetime.fromisoformat(f"{day}T{wall_time}").replace(tzinfo=where)
    assert isinstance(found.tzinfo, timezone)
    assert found.timestamp() == plain.timestamp()
    shown = f"{found:%Y-%m-%d %H:%M}" == f"{day} {wall_time}"
    assert shown is (occurs(day, wall_time, where) is not Occurs.NEVER)


@given(places_and_days(), st.integers(0, 60 * 72))
def test_a_moment_seen_in_a_zone_stays_the_same_moment(
    place: tuple[str, date], minutes: int
) -> None:
    """In both hours that clocks show twice as well."""
    zone, day = place
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)

    there = seen_in(ZoneInfo(zone), at)

    assert there.astimezone(UTC) == at
    assert there.replace(tzinfo=None) == at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def test_a_known_zone_is_found_by_its_name() -> None:
    """The name is what the plan keeps."""
    assert zone_called("Europe/Berlin", UTC) == BERLIN


@pytest.mark.parametrize(
    "name",
    ["", "Europe", "Nowhere/None", "../etc/passwd", "/etc/passwd", "a" * 5000, "Eu\0", "\ud800"],
)
def test_a_zone_that_is_not_known_gives_way(name: str) -> None:
    """A file changed by hand never stops a plan."""
    assert zone_called(name, UTC) is UTC
