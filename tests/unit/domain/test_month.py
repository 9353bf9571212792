"""A month as a calendar shows it."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.infusion import Infusion, Outcome
from app.domain.month import month_grid

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def infusion(day: str, arrive: str | None = None, outcome: Outcome | None = None) -> Infusion:
    """Return an infusion on a day."""
    return Infusion(
        id=day,
        created=NOW,
        changed=NOW,
        date=date.fromisoformat(day),
        arrive=arrive,
        outcome=outcome,
    )


@pytest.mark.parametrize(
    ("year", "month", "first_weekday", "first", "last"),
    [
        (2026, 11, 0, "2026-10-26", "2026-12-06"),
        (2026, 11, 6, "2026-11-01", "2026-12-12"),
        (2026, 11, 5, "2026-10-31", "2026-12-11"),
        (2027, 2, 0, "2027-02-01", "2027-03-14"),
        (2024, 2, 6, "2024-01-28", "2024-03-09"),
        (2026, 12, 0, "2026-11-30", "2027-01-10"),
    ],
)
def test_a_month_begins_in_its_first_week(
    year: int, month: int, first_weekday: int, first: str, last: str
) -> None:
    """Weeks begin on Monday, Sunday or Saturday, as the country has it."""
    weeks = month_grid(year, month, first_weekday)

    assert weeks[0][0].date.isoformat() == first
    assert weeks[-1][-1].date.isoformat() == last


@given(st.integers(2, 9998), st.integers(1, 12), st.integers(0, 6))
def test_every_month_fits_in_six_weeks(year: int, month: int, first_weekday: int) -> None:
    """Each day once, one after the other, and the whole month among them."""
    weeks = month_grid(year, month, first_weekday)

    squares = [square for week in weeks for square in week]
    inside = [square.date for square in squares if square.in_month]
    assert [len(week) for week in weeks] == [7] * 6
    assert all(week[0].date.weekday() == first_weekday for week in weeks)
    assert {b.date - a.date for a, b in pairwise(squares)} == {timedelta(days=1)}
    assert inside[0] == date(year, month, 1)
    assert (inside[-1] + timedelta(days=1)).day == 1
    assert inside[0] in {square.date for square in weeks[0]}


def test_infusions_stand_in_their_days_in_the_order_of_time() -> None:
    """Planned, past and cancelled ones, and those of the months beside it."""
    planned = [
        infusion("2026-11-30", "13:30"),
        infusion("2026-11-30", "09:00", Outcome.CANCELLED),
        infusion("2026-12-03"),
        infusion("2026-12-31"),
        infusion("2025-11-30"),
    ]

    weeks = month_grid(2026, 11, 0, planned)

    placed = {
        square.date.isoformat(): [one.arrive for one in square.infusions]
        for week in weeks
        for square in week
        if square.infusions
    }
    assert placed == {"2026-11-30": ["09:00", "13:30"], "2026-12-03": [None]}
