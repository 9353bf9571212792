"""A day and a time that are told later, and whether something can have been then."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.when import Unlikely, told, unlikely

BERLIN = ZoneInfo("Europe/Berlin")
WINTER, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
AT = datetime(2026, 11, 24, 9, 0, 17, tzinfo=WINTER)
NOW = datetime(2026, 11, 24, 12, tzinfo=WINTER)


def test_another_day_keeps_the_time_to_the_second() -> None:
    """By the clocks of that day."""
    then = told(AT, date(2026, 7, 1), "09:00", BERLIN)

    assert then == datetime(2026, 7, 1, 9, 0, 17, tzinfo=SUMMER)
    assert then.utcoffset() == timedelta(hours=2)


def test_another_time_begins_with_its_minute() -> None:
    """Nobody tells seconds."""
    assert told(AT, AT.date(), "08:30", BERLIN) == datetime(2026, 11, 24, 8, 30, tzinfo=WINTER)


def test_what_was_not_changed_stays_in_the_repeated_hour() -> None:
    """The second half past two of a night in autumn does not become the first."""
    second = datetime(2026, 10, 25, 2, 30, tzinfo=WINTER)

    assert told(second, second.date(), "02:30", BERLIN) is second
    assert told(second, second.date(), "02:31", BERLIN).utcoffset() == timedelta(hours=2)


def test_what_was_not_changed_stays_in_its_zone() -> None:
    """Written on a journey, read at home."""
    there = AT.astimezone(timezone(timedelta(hours=-5)))

    assert told(there, there.date(), "03:00", BERLIN) is there


@pytest.mark.parametrize(
    ("at", "why"),
    [
        (NOW, None),
        (AT, None),
        (NOW + timedelta(minutes=1), Unlikely.TIME_TO_COME),
        (NOW + timedelta(days=1), Unlikely.DAY_TO_COME),
        (datetime(1901, 11, 24, tzinfo=UTC), Unlikely.LONG_AGO),
        (datetime(1999, 12, 31, 23, 59, tzinfo=UTC), Unlikely.LONG_AGO),
        (datetime(2000, 1, 1, tzinfo=UTC), None),
    ],
)
def test_what_cannot_have_been_is_known(at: datetime, why: Unlikely | None) -> None:
    """Still to come, or in another century."""
    assert unlikely(at, NOW) is why


@given(
    st.datetimes(min_value=datetime(2000, 1, 2), max_value=datetime(2099, 1, 1)),  # noqa: DTZ001
    st.dates(min_value=date(2000, 1, 2), max_value=date(2099, 1, 1)),
)
def test_the_day_that_is_told_is_the_day(at: datetime, day: date) -> None:
    """It comes to the file of that day; hours that clocks leave out are no exception."""
    here = at.replace(microsecond=0, tzinfo=WINTER)

    assert told(here, day, f"{here:%H:%M}", BERLIN).date() == day
