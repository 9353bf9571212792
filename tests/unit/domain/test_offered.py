"""Which effects a check-in offers to tap."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.check_in import CheckIn, TimePoint
from app.domain.effects import EFFECTS, KNOWN_EFFECTS, LATER_EFFECTS
from app.domain.infusion import Infusion, Outcome
from app.domain.offered import offered

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
TODAY = NOON.date()


def infusion(day: date = TODAY, outcome: Outcome | None = Outcome.WENT_AHEAD) -> Infusion:
    """Return an infusion on *day*."""
    return Infusion(id=str(day), created=NOON, changed=NOON, date=day, outcome=outcome)


def check_in(point: TimePoint, days: int = 0, of: str | None = None) -> CheckIn:
    """Return a check-in some *days* after the infusion."""
    at = NOON + timedelta(days=days)
    return CheckIn(id="c1", created=at, changed=at, at=at, time_point=point, infusion=of)


@pytest.mark.parametrize("point", list(TimePoint))
def test_later_effects_are_offered_from_day_7_on_only(point: TimePoint) -> None:
    """The ladder by its name; and once a month one more."""
    wanted = {
        TimePoint.DAY_7: (*EFFECTS, *LATER_EFFECTS),
        TimePoint.MONTHLY: KNOWN_EFFECTS,
    }

    assert offered(check_in(point), [infusion()]) == wanted.get(point, EFFECTS)


@pytest.mark.parametrize(("days", "is_late"), [(0, False), (6, False), (7, True), (40, True)])
@pytest.mark.parametrize("of", [None, "2026-11-30"])
def test_at_any_time_the_days_since_the_infusion_count(
    days: int, is_late: bool, of: str | None
) -> None:
    """Since its own, or the last one before it."""
    found = offered(check_in(TimePoint.ANY_TIME, days, of), [infusion()])

    assert (found != EFFECTS) is is_late


def test_only_what_happened_before_counts() -> None:
    """Neither what is planned, nor what was cancelled, nor what comes later, nor nothing at all."""
    late = check_in(TimePoint.ANY_TIME, 10)
    newer = infusion(TODAY + timedelta(days=8))
    after = infusion(TODAY + timedelta(days=11))
    planned = infusion(outcome=None)

    assert offered(late, [infusion(), newer]) == EFFECTS
    assert offered(late, [infusion(), after]) != EFFECTS
    assert offered(late, [planned, infusion(outcome=Outcome.CANCELLED)]) == EFFECTS
    assert offered(late, []) == EFFECTS
