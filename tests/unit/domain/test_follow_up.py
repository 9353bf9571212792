"""Which check-in is due."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.check_in import CheckIn, TimePoint
from app.domain.follow_up import (
    USUAL,
    Ladder,
    Rung,
    adapted,
    due,
    is_monthly_due,
    put_off,
    tomorrow,
)
from app.domain.infusion import Infusion, Outcome
from app.storage.codec import FieldError, decode
from app.storage.yaml_values import Document

ZONES = ("Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kolkata")
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
DAY_3_EARLIER = Rung(point=TimePoint.DAY_3, first_day=2, last_day=3)


def infusion(
    arrive: str | None = "13:30", outcome: Outcome | None = Outcome.WENT_AHEAD
) -> Infusion:
    """Return an infusion that ends by its plan at ten past two."""
    return Infusion(
        id="2026-11-30-a7k",
        created=NOON,
        changed=NOON,
        date=NOON.date(),
        arrive=arrive,
        outcome=outcome,
    )


def check_in(point: TimePoint, at: datetime = NOON, of: str = "2026-11-30-a7k") -> CheckIn:
    """Return a check-in."""
    return CheckIn(id=point.value, created=at, changed=at, at=at, time_point=point, infusion=of)


def at(moment: str) -> datetime:
    """Return a moment in the days after."""
    return datetime.fromisoformat(f"{moment}+00:00")


@pytest.mark.parametrize(
    ("now", "points"),
    [
        ("2026-11-30T14:10", "straight_after"),
        ("2026-11-30T15:39", "straight_after"),
        ("2026-11-30T15:40", "straight_after two_hours"),
        ("2026-12-01T03:59", "straight_after two_hours"),
        ("2026-12-01T04:00", "next_morning"),
        ("2026-12-03T03:59", "next_morning"),
        ("2026-12-03T04:00", "day_3"),
        ("2026-12-05T03:59", "day_3"),
        ("2026-12-05T04:00", ""),
        ("2026-12-07T03:59", ""),
        ("2026-12-07T04:00", "day_7"),
        ("2026-12-09T03:59", "day_7"),
        ("2026-12-09T04:00", ""),
        ("2026-11-29T12:00", ""),
    ],
)
def test_each_time_point_has_its_days_and_then_expires(now: str, points: str) -> None:
    """In this order; a night belongs to the evening before it."""
    made: list[CheckIn] = []

    while (point := due(infusion(), made, at(now))) is not None:
        made.append(check_in(point))

    assert " ".join(one.id for one in made) == points


def test_about_two_hours_later_counts_from_the_real_end() -> None:
    """Where it is known; where nothing is known, it can be filled in at once."""
    made = [check_in(TimePoint.STRAIGHT_AFTER)]
    late = replace(infusion(), ended=at("2026-11-30T16:00"))

    assert due(late, made, at("2026-11-30T17:29")) is None
    assert due(late, made, at("2026-11-30T17:30")) is TimePoint.TWO_HOURS
    assert due(infusion(arrive=None), made, NOON) is TimePoint.TWO_HOURS


def test_an_infusion_that_ended_past_midnight_has_its_evening() -> None:
    """At one in the night nobody is asked about the morning."""
    late = replace(infusion(arrive="23:30"), ended=at("2026-12-01T00:30"))
    made = [check_in(TimePoint.STRAIGHT_AFTER)]

    assert due(late, [], at("2026-12-01T00:40")) is TimePoint.STRAIGHT_AFTER
    assert due(late, made, at("2026-12-01T02:00")) is TimePoint.TWO_HOURS


@pytest.mark.parametrize("outcome", [None, Outcome.CANCELLED])
def test_only_what_happened_opens_the_ladder(outcome: Outcome | None) -> None:
    """An infusion nobody has spoken of asks nothing."""
    assert due(infusion(outcome=outcome), [], at("2026-11-30T18:00")) is None


def test_a_check_in_after_another_infusion_answers_nothing_here() -> None:
    """Each has its own."""
    elsewhere = [check_in(TimePoint.NEXT_MORNING, of="another")]

    assert due(infusion(), elsewhere, at("2026-12-01T09:00")) is TimePoint.NEXT_MORNING


def test_a_clinic_sets_its_own_days() -> None:
    """For the time points that it names; the others stay, in their order."""
    ladder = adapted(USUAL, [DAY_3_EARLIER])

    assert due(infusion(), [check_in(TimePoint.NEXT_MORNING)], at("2026-12-02T09:00")) is None
    assert (
        due(infusion(), [check_in(TimePoint.NEXT_MORNING)], at("2026-12-02T09:00"), ladder)
        is TimePoint.DAY_3
    )
    assert [rung.point for rung in ladder.rungs] == [rung.point for rung in USUAL.rungs]
    assert adapted(USUAL, []) == USUAL
    assert adapted(Ladder(rungs=(), monthly_days=0), [DAY_3_EARLIER]) == Ladder(
        rungs=(DAY_3_EARLIER,), monthly_days=0
    )


@pytest.mark.parametrize(
    ("place", "raw"),
    [
        (None, {"point": "day_3", "first_day": 4, "last_day": 3}),
        (None, {"point": "monthly", "first_day": 1, "last_day": 3}),
        (None, {"point": "before", "first_day": 0, "last_day": 0}),
        ("last_day", {"point": "day_3", "first_day": 1, "last_day": 61}),
        ("hours", {"point": "two_hours", "first_day": 0, "last_day": 0, "hours": -1}),
        ("point", {"point": "day_4", "first_day": 4, "last_day": 4}),
        ("last_day", {"point": "day_3", "first_day": 3}),
    ],
)
def test_a_rung_that_is_none_is_refused(place: str | None, raw: Document) -> None:
    """By the place of what is wrong."""
    with pytest.raises(FieldError) as refused:
        decode(raw, Rung)

    assert refused.value.field == place


@pytest.mark.parametrize(
    ("now", "is_due"),
    [
        ("2026-12-01T12:00", False),  # the day after is too early
        ("2026-12-28T12:00", False),  # four weeks, and the month is nearly over
        ("2027-01-01T03:59", False),
        ("2027-01-01T04:00", True),
        ("2027-01-08T03:59", True),
        ("2027-01-08T04:00", False),
        ("2027-02-03T12:00", True),
        ("2027-02-28T12:00", False),
        ("2027-03-01T12:00", False),  # 91 days: let go
    ],
)
def test_the_monthly_check_in_is_due_early_in_a_month(now: str, is_due: bool) -> None:
    """From four weeks after an infusion until three months after it."""
    assert is_monthly_due([infusion()], [], at(now)) is is_due


@pytest.mark.parametrize(("days", "is_due"), [(27, False), (28, True), (90, True), (91, False)])
def test_the_monthly_check_in_has_its_first_and_its_last_day(days: int, is_due: bool) -> None:
    """Counted from the infusion, both included."""
    now = at("2027-01-05T12:00")
    before = replace(infusion(), date=now.date() - timedelta(days=days))

    assert is_monthly_due([before], [], now) is is_due


def test_the_monthly_check_in_is_asked_for_once_a_month() -> None:
    """One of last month does not count, nor another kind."""
    now = at("2027-02-03T12:00")
    this_month = check_in(TimePoint.MONTHLY, at("2027-02-01T09:00"))
    last_month = check_in(TimePoint.MONTHLY, at("2027-01-31T09:00"))
    another = check_in(TimePoint.ANY_TIME, at("2027-02-02T09:00"))

    assert not is_monthly_due([infusion()], [another, this_month], now)
    assert is_monthly_due([infusion()], [another, last_month], now)


def test_who_goes_on_with_infusions_is_asked_every_month() -> None:
    """The newest one does not push the question away."""
    newest = replace(infusion(), id="newest", date=date(2027, 1, 4))
    now = at("2027-01-05T12:00")

    assert is_monthly_due([newest, infusion()], [], now)
    assert not is_monthly_due([newest], [], now)


def test_a_clinic_can_do_without_the_monthly_check_in() -> None:
    """And an infusion that did not happen asks nothing."""
    now = at("2027-01-01T12:00")

    assert not is_monthly_due([infusion()], [], now, replace(USUAL, monthly_days=0))
    assert not is_monthly_due([infusion(outcome=Outcome.CANCELLED)], [], now)


@given(st.integers(0, 60 * 24 * 14), st.sets(st.sampled_from(TimePoint)))
def test_what_is_due_was_not_made_and_is_on_the_ladder(
    minutes: int, points: set[TimePoint]
) -> None:
    """Any minute of a fortnight, whatever has been filled in."""
    now = NOON + timedelta(minutes=minutes)

    point = due(infusion(), [check_in(one) for one in points], now)

    assert point not in points
    assert point is None or point in {rung.point for rung in USUAL.rungs}
    assert due(infusion(), [check_in(one) for one in TimePoint], now) is None


@pytest.mark.parametrize(
    ("now", "is_asked"),
    [
        ("2026-12-01T03:59", False),
        ("2026-12-01T04:00", True),
        ("2026-12-03T03:59", True),
        ("2026-12-03T04:00", False),
    ],
)
def test_what_was_put_off_is_asked_for_again_on_two_days(now: str, *, is_asked: bool) -> None:
    """And then let go, like everything that was not filled in."""
    off = check_in(TimePoint.STRAIGHT_AFTER).put_off(tomorrow(NOON))

    assert (put_off(infusion(), [off], at(now)) == off) is is_asked


def test_only_what_was_put_off_after_this_infusion_is_asked_for_again() -> None:
    """The newest first; what was skipped or answered is not."""
    first = check_in(TimePoint.STRAIGHT_AFTER).put_off(tomorrow(NOON))
    second = check_in(TimePoint.TWO_HOURS, NOON + timedelta(hours=2)).put_off(tomorrow(NOON))
    other = check_in(TimePoint.ANY_TIME, of="2026-11-02-b3c").put_off(tomorrow(NOON))
    others = [check_in(TimePoint.DAY_3), check_in(TimePoint.DAY_7).skipping(said=True), other]
    morning = at("2026-12-01T09:00")

    assert put_off(infusion(), [first, second, *others], morning) == second
    assert put_off(infusion(), others, morning) is None


def test_tomorrow_in_the_night_is_the_day_that_dawns() -> None:
    """Who goes to bed at one means the morning."""
    assert tomorrow(at("2026-12-01T01:00")) == date(2026, 12, 1)
    assert tomorrow(at("2026-12-01T05:00")) == date(2026, 12, 2)


@given(
    zone=st.sampled_from(ZONES),
    planned=st.dates(date(2026, 10, 20), date(2027, 4, 10)),
    moved=st.integers(-20, 20),
    minutes=st.integers(0, 60 * 24 * 12),
)
def test_neither_a_clock_change_nor_a_move_shifts_what_is_due(
    zone: str, planned: date, moved: int, minutes: int
) -> None:
    """Days are those of the patient's own wall clock, from the day on which it really was."""
    day = planned + timedelta(days=moved)
    one = replace(infusion(), id=f"{planned}-a7k", date=day, arrive="13:00", zone=zone, ended=None)
    began = datetime.combine(day, time(13), ZoneInfo(zone))
    now = (began.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
    stored = now.replace(tzinfo=timezone(now.utcoffset() or timedelta()))

    point = due(one, [], stored)

    evening = now.date() - timedelta(days=now.hour < 4)
    days = (evening - day).days
    first = {0: "straight_after", 1: "next_morning", 2: "next_morning", 3: "day_3", 4: "day_3"}
    first |= {7: "day_7", 8: "day_7"}
    assert (point.value if point is not None else None) == first.get(days)


@pytest.mark.parametrize("written", ["0001-01-01T00:30:00", "9999-12-31T23:59:00"])
def test_a_moment_at_the_end_of_the_calendar_breaks_nothing(written: str) -> None:
    """It can only have been written by hand."""
    strange = check_in(TimePoint.MONTHLY, datetime.fromisoformat(f"{written}+00:00"))
    now = at("2027-01-01T12:00")

    assert due(infusion(), [strange], at("2026-12-01T09:00")) is TimePoint.NEXT_MORNING
    assert put_off(infusion(), [strange], now) is None
    assert is_monthly_due([infusion()], [strange], now) is (written < "2")
