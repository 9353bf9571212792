"""Which backups stay as time goes by."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.thinning import DAILY, FEWEST, MONTHLY, WEEKLY, to_keep

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(min_value=-60, max_value=900 * 24 * 60).map(lambda m: NOW - timedelta(minutes=m)),
    max_size=80,
)


def daily(days: int, hour: int = 9) -> list[datetime]:
    """Return a moment for each of the last *days*, the newest first."""
    today = NOW.replace(hour=hour)
    return [today - timedelta(days=back) for back in range(days)]


@pytest.mark.parametrize(
    ("moments", "kept"),
    [
        ([], []),
        (daily(1), daily(1)),
        ([NOW - timedelta(days=1000 + n) for n in range(3)],) * 2,
        ([NOW - timedelta(hours=n) for n in range(48)],) * 2,
        ([NOW + timedelta(days=400 + n) for n in range(5)],) * 2,
        (daily(14), daily(14)),
        ([*daily(9, 9), *daily(9, 8)], [*daily(9, 9), NOW.replace(hour=8), daily(2, 8)[1]]),
    ],
    ids=[
        "none", "one", "three old ones", "two busy days", "a wrong clock", "two weeks",
        "the newer of a day",
    ],
)  # fmt: skip
def test_what_stays(moments: list[datetime], kept: list[datetime]) -> None:
    """Everything of late, and one of each day after that."""
    assert to_keep(moments, NOW) == set(kept)


def test_a_backup_a_day_for_three_years() -> None:
    """All of two days, then twelve days, ten weeks and nine months: most of a year."""
    moments = daily(3 * 365)

    kept = sorted(to_keep(moments, NOW), reverse=True)

    assert kept[:14] == moments[:14]
    assert len(kept) == 2 + DAILY + WEEKLY + MONTHLY
    sundays = [moment for moment in moments[14:] if moment.weekday() == 6][:WEEKLY]
    assert set(sundays) < set(kept)
    assert all((moment + timedelta(days=1)).day == 1 for moment in {*kept[14:]} - {*sundays})
    assert NOW - kept[-1] > timedelta(days=270)


def test_thinning_every_day_keeps_the_old_ones() -> None:
    """What is thinned day after day still reaches back most of a year."""
    kept: set[datetime] = set()
    for back in reversed(range(500)):
        now = NOW - timedelta(days=back)
        kept = to_keep({*kept, now}, now)

    assert NOW - min(kept) > timedelta(days=270)


@given(MOMENTS)
def test_the_newest_stay(moments: list[datetime]) -> None:
    """Nothing is made up, the newest three and all of two days stay, and the rest is bounded."""
    kept = to_keep(moments, NOW)

    distinct = sorted(set(moments))
    recent = {moment for moment in distinct if NOW - moment <= timedelta(days=2)}
    assert kept <= set(distinct)
    assert kept >= set(distinct[-FEWEST:]) | recent
    assert len(kept) <= len(recent) + FEWEST + DAILY + WEEKLY + MONTHLY


@given(MOMENTS)
def test_thinning_twice_is_thinning_once(moments: list[datetime]) -> None:
    """What was kept is kept again."""
    kept = to_keep(moments, NOW)

    assert to_keep(kept, NOW) == kept
