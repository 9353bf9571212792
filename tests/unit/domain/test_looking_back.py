"""Which reflection asks "Does this still hold?", and from when on."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.looking_back import can_look_back, days_since, to_look_back_on
from app.domain.reflection import Holds, LookBack, Reflection

BERLIN = ZoneInfo("Europe/Berlin")
FORWARD = datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
BACK = datetime(2026, 10, 25, 1, 0, tzinfo=UTC)
"""When the clocks in Berlin go forward, and back."""


def moment(text: str) -> datetime:
    """Return a moment, in UTC unless it says otherwise."""
    read = datetime.fromisoformat(text)
    return read if read.tzinfo is not None else read.replace(tzinfo=UTC)


def reflection(at: datetime, words: str = "A river", name: str = "r1") -> Reflection:
    """Return a reflection of that moment."""
    return Reflection(id=name, created=at, changed=at, at=at, during=words)


def in_berlin(at: datetime) -> datetime:
    """Return *at* as it is stored there: the clock on the wall, with its offset of that day."""
    local = at.astimezone(BERLIN)
    return local.astimezone(timezone(local.utcoffset() or timedelta()))


@pytest.mark.parametrize(
    ("written", "now", "opens", "asks"),
    [
        ("2026-11-30T18:00", "2026-11-30T23:59", False, False),
        ("2026-11-30T18:00", "2026-12-01T03:59", False, False),
        ("2026-11-30T18:00", "2026-12-01T04:00", True, True),
        ("2026-11-30T18:00", "2026-12-03T03:59", True, True),
        ("2026-11-30T18:00", "2026-12-03T04:00", True, False),
        ("2026-12-01T01:00", "2026-12-01T03:59", False, False),  # still the same evening
        ("2026-12-01T01:00", "2026-12-01T04:00", True, True),
        ("2026-12-01T04:00", "2026-12-01T23:00", False, False),
        ("2026-12-01T04:00", "2026-12-02T04:00", True, True),
        ("2026-11-30T18:00", "2027-11-30T18:00", True, False),
        ("2026-11-30T18:00", "2026-11-29T18:00", False, False),  # the clock was set back
        ("1901-01-01T02:00", "2026-11-29T18:00", True, False),
        ("0001-01-01T01:00", "2026-11-29T18:00", True, False),
        ("9999-12-31T23:59", "2026-11-29T18:00", False, False),
        ("2026-12-01T22:00+09:00", "2026-12-01T09:00-08:00", False, False),  # a long flight
        ("2026-12-01T22:00+09:00", "2026-12-02T04:00-08:00", True, True),
    ],
)
def test_a_reflection_is_asked_about_from_the_next_day_on(
    written: str, now: str, *, opens: bool, asks: bool
) -> None:
    """On its page from then on, on Today for two days; a night belongs to the evening before."""
    one = reflection(moment(written))

    assert can_look_back(one, moment(now)) is opens
    assert (to_look_back_on([one], moment(now)) == one) is asks


def test_only_words_that_were_not_looked_back_on_are_asked_about() -> None:
    """Nothing written is nothing to hold; an answer, or words alone, is enough."""
    at, now = moment("2026-11-30T18:00"), moment("2026-12-01T09:00")
    answered = reflection(at).looked_back_on(LookBack(at=now, holds=Holds.NO))
    said = reflection(at).looked_back_on(LookBack(at=now, words="Mostly."))

    assert to_look_back_on([reflection(at, " "), answered, said], now) is None
    assert not can_look_back(reflection(at, ""), now)
    assert can_look_back(answered, now)


def test_the_newest_is_asked_about() -> None:
    """One question, however much was written."""
    now = moment("2026-12-02T09:00")
    first = reflection(moment("2026-11-30T18:00"), name="first")
    second = reflection(moment("2026-12-01T18:00"), name="second")
    today = reflection(moment("2026-12-02T08:00"), name="today")

    assert to_look_back_on([first, second, today], now) == second
    assert to_look_back_on([], now) is None


@given(st.sampled_from([FORWARD, BACK]), st.integers(-4_000, 0), st.integers(0, 8_000))
def test_a_change_of_the_clocks_moves_no_question(change: datetime, before: int, for_: int) -> None:
    """In the days around it, to the minute: not before four the next morning by the wall clock."""
    written = in_berlin(change + timedelta(minutes=before))
    now = in_berlin(written + timedelta(minutes=for_))
    nights = sum(written < in_berlin(_four(written, day)) <= now for day in range(8))

    one = reflection(written)

    assert days_since(one, now) == nights
    assert can_look_back(one, now) is (nights >= 1)
    assert (to_look_back_on([one], now) == one) is (1 <= nights <= 2)


def _four(written: datetime, days: int) -> datetime:
    """Return four in the morning in Berlin, so many days after that day."""
    day = written.astimezone(BERLIN).replace(hour=4, minute=0) + timedelta(days=days)
    return day.replace(tzinfo=BERLIN)
