"""Which day a moment belongs to."""

from datetime import UTC, date, datetime

import pytest

from app.domain.evening import days_later, evening_of


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-12-01T03:59", date(2026, 11, 30)),
        ("2026-12-01T04:00", date(2026, 12, 1)),
        ("2026-12-01T23:59", date(2026, 12, 1)),
        ("0001-01-01T00:30", date(1, 1, 1)),
        ("9999-12-31T23:00", date(9999, 12, 31)),
    ],
)
def test_a_night_belongs_to_the_evening_before_it(moment: str, day: date) -> None:
    """Every moment of the calendar has a day, the first night too."""
    assert evening_of(datetime.fromisoformat(moment).replace(tzinfo=UTC)) == day


def test_days_later_end_with_the_calendar() -> None:
    """A date written by hand breaks nothing."""
    assert days_later(date(2026, 11, 30), 7) == date(2026, 12, 7)
    assert days_later(date(9999, 12, 28), 7) == date.max
