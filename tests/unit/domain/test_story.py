"""The check-ins of one infusion: which were made, and how the others stand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.infusion import Infusion, Outcome
from app.domain.story import PointState, story_points

DAY = datetime(2026, 11, 30, 16, tzinfo=UTC)


def infusion(outcome: Outcome | None = Outcome.WENT_AHEAD) -> Infusion:
    """Return an infusion of that day."""
    return Infusion(id="one", created=DAY, changed=DAY, date=DAY.date(), outcome=outcome)


def check_in(point: TimePoint, at: datetime = DAY, infusion_id: str = "one") -> CheckIn:
    """Return a check-in in which nothing is said yet."""
    return CheckIn(
        id=point.value, created=at, changed=at, at=at, time_point=point, infusion=infusion_id
    )


def states(check_ins: list[CheckIn], now: datetime, outcome: Outcome | None) -> dict[str, str]:
    """Return how each time point stands."""
    found = story_points(infusion(outcome), check_ins, now)
    return {point.point.value: point.state.value for point in found}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, ["open", "open", "to_come", "to_come", "to_come"]),
        (1, ["passed", "passed", "open", "to_come", "to_come"]),
        (4, ["passed", "passed", "passed", "open", "to_come"]),
        (8, ["passed", "passed", "passed", "passed", "open"]),
        (30, ["passed", "passed", "passed", "passed", "passed"]),
    ],
)
def test_what_was_not_made_is_open_passed_or_to_come(days: int, expected: list[str]) -> None:
    """By its days; those to come say from when on they are open."""
    now = DAY + timedelta(days=days)

    found = story_points(infusion(), [], now)

    assert [point.state.value for point in found] == expected
    assert found[0].point is TimePoint.STRAIGHT_AFTER
    assert found[-1].first_day == date(2026, 12, 7)


@pytest.mark.parametrize("outcome", [None, Outcome.CANCELLED])
def test_nothing_is_asked_for_unless_it_went_ahead(outcome: Outcome | None) -> None:
    """What was written all the same is there."""
    before = check_in(TimePoint.BEFORE).saying("Nervous")

    assert states([before], DAY, outcome) == {"before": "made"}
    assert states([], DAY, outcome) == {}


def test_check_ins_stand_at_their_time_point_in_the_order_of_time() -> None:
    """Those of others are left out; monthly and other ones come last."""
    late = check_in(TimePoint.ANY_TIME, DAY + timedelta(days=40)).rated(Rating.MOOD, 3)
    early = check_in(TimePoint.ANY_TIME).rated(Rating.MOOD, 2)
    other = check_in(TimePoint.DAY_3, infusion_id="two").rated(Rating.MOOD, 1)
    monthly = check_in(TimePoint.MONTHLY, DAY + timedelta(days=33)).rated(Rating.MOOD, 4)

    found = story_points(infusion(), [late, early, other, monthly], DAY + timedelta(days=50))

    assert [point.point for point in found[-2:]] == [TimePoint.MONTHLY, TimePoint.ANY_TIME]
    assert found[-1].check_ins == (early, late)
    assert found[3].state is PointState.PASSED


def test_skip_and_ask_me_tomorrow_are_answers() -> None:
    """Put off until it was asked again; an empty one counts as not made."""
    skipped = check_in(TimePoint.STRAIGHT_AFTER).skipping(said=True)
    waiting = check_in(TimePoint.NEXT_MORNING, DAY + timedelta(days=1)).put_off(date(2026, 12, 2))
    empty = check_in(TimePoint.DAY_3, DAY + timedelta(days=3))
    made = [skipped, waiting, empty]

    on_the_day = states(made, DAY + timedelta(days=1), Outcome.WENT_AHEAD)
    when_asked = states(made, DAY + timedelta(days=3), Outcome.WENT_AHEAD)
    later = states(made, DAY + timedelta(days=5), Outcome.STOPPED_EARLY)

    assert on_the_day["straight_after"] == "skipped"
    assert on_the_day["next_morning"] == when_asked["next_morning"] == "put_off"
    assert later["next_morning"] == later["day_3"] == "passed"


def test_a_check_in_put_off_in_the_evening_waits_through_the_night() -> None:
    """Until four it is still the evening before."""
    evening = datetime(2026, 11, 30, 20, tzinfo=UTC)
    off = check_in(TimePoint.STRAIGHT_AFTER, evening).put_off(date(2026, 12, 1))

    for hours in (1, 4, 7, 12, 20):
        (point, *_others) = story_points(infusion(), [off], evening + timedelta(hours=hours))
        assert point.state is PointState.PUT_OFF


def test_an_infusion_at_the_end_of_the_calendar_has_a_story() -> None:
    """It can only have been written by hand."""
    last = replace(infusion(), date=date(9999, 12, 28))

    points = story_points(last, [], datetime(2026, 11, 30, 12, tzinfo=UTC))

    assert points[-1].first_day == date.max
