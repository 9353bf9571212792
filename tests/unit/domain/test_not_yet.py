"""The not-yet clock."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.infusion import Infusion, Outcome
from app.domain.not_yet import MORNING, not_yet
from app.domain.rules import ClinicRule, RuleId, Rules, overridden
from app.domain.wall_time import moment
from tests.support.rules import GENERAL
from tests.support.zones import places_and_days

HERE = timezone(timedelta(hours=1))
NOON = datetime(2026, 11, 30, 12, tzinfo=HERE)
NEXT_DAY_AT_TEN_PAST_TWO = datetime(2026, 12, 1, 14, 10, tzinfo=HERE)


def infusion(outcome: Outcome | None = Outcome.WENT_AHEAD) -> Infusion:
    """Return an infusion that ends by its plan at ten past two."""
    return Infusion(
        id="2026-11-30-a7k",
        created=NOON,
        changed=NOON,
        date=NOON.date(),
        arrive="13:30",
        outcome=outcome,
    )


def driving_after(hours: float, *, next_day: bool = True) -> Rules:
    """Return the rules of a clinic that has its own on driving."""
    said = ClinicRule(id=RuleId.DRIVING, hours=hours, next_day=next_day, words="Our words.")
    return overridden(GENERAL, [said], "Riverside")


def driving(planned: Infusion, rules: Rules = GENERAL) -> str:
    """Return until when driving waits, as the clinic's clocks show it."""
    first = not_yet(planned, rules, NOON, HERE)[0]
    assert first.kind is RuleId.DRIVING
    return f"{first.until:%d %H:%M%z}"


def test_driving_alcohol_and_decisions_wait_a_day() -> None:
    """Each by its own rule, in this order."""
    rows = not_yet(infusion(), GENERAL, NOON, HERE)

    assert [row.kind for row in rows] == [RuleId.DRIVING, RuleId.ALCOHOL_AFTER, RuleId.DECISIONS]
    assert {row.until for row in rows} == {NEXT_DAY_AT_TEN_PAST_TWO}
    assert all(row.rule == GENERAL.of(row.kind) for row in rows)


@pytest.mark.parametrize(("seconds", "is_over"), [(-1, False), (0, True), (1, True)])
def test_a_waiting_time_is_over_when_it_has_passed(seconds: int, is_over: bool) -> None:
    """To the second."""
    now = NEXT_DAY_AT_TEN_PAST_TWO + timedelta(seconds=seconds)

    assert {row.is_over for row in not_yet(infusion(), GENERAL, now, HERE)} == {is_over}


@pytest.mark.parametrize(
    ("outcome", "minutes", "waits"),
    [
        (None, 129, False),
        (None, 130, True),
        (Outcome.WENT_AHEAD, 0, True),
        (Outcome.STOPPED_EARLY, 0, True),
        (Outcome.CANCELLED, 130, False),
    ],
)
def test_only_what_has_been_makes_anything_wait(
    outcome: Outcome | None, minutes: int, waits: bool
) -> None:
    """Said by the patient, or because its time has gone by; never after a cancelled one."""
    rows = not_yet(infusion(outcome), GENERAL, NOON + timedelta(minutes=minutes), HERE)

    assert bool(rows) is waits


def test_the_real_end_counts_where_it_is_known() -> None:
    """Later than planned, and for an infusion without a time as well."""
    ended = datetime(2026, 11, 30, 15, 0, tzinfo=HERE)
    timeless = replace(infusion(), arrive=None)

    assert driving(replace(infusion(), ended=ended)) == "01 15:00+0100"
    assert driving(replace(timeless, ended=ended)) == "01 15:00+0100"
    assert not_yet(timeless, GENERAL, NOON, HERE) == ()
    assert not_yet(replace(infusion(None), ended=ended), GENERAL, NOON, HERE) == ()


@pytest.mark.parametrize(
    ("arrive", "hours", "next_day", "until"),
    [
        ("13:30", 24, True, "01 14:10+0100"),
        ("13:30", 12, True, "01 08:00+0100"),
        ("13:30", 12, False, "01 02:10+0100"),
        ("06:00", 24, True, "01 08:00+0100"),
        ("06:00", 24, False, "01 06:40+0100"),
        ("23:30", 12, True, "02 08:00+0100"),
        ("13:30", 48, True, "02 14:10+0100"),
    ],
)
def test_driving_waits_for_the_later_of_its_hours_and_a_night(
    arrive: str, hours: int, next_day: bool, until: str
) -> None:
    """The next day begins at eight; an infusion past midnight waits for the one after."""
    late = replace(infusion(), arrive=arrive)

    assert driving(late, driving_after(hours, next_day=next_day)) == until


@pytest.mark.parametrize(
    ("zone", "day", "until"),
    [
        ("Europe/Berlin", "2026-03-28", "29 15:10+0200"),
        ("Europe/Berlin", "2026-10-24", "25 13:10+0100"),
        ("America/New_York", "2026-03-07", "08 15:10-0400"),
        ("America/New_York", "2026-10-31", "01 13:10-0500"),
        ("Asia/Kolkata", "2026-11-30", "01 14:10+0530"),
    ],
)
def test_a_day_of_waiting_is_24_hours_that_pass(zone: str, day: str, until: str) -> None:
    """Over a clock change the clock on the wall shows another time the next day."""
    there = replace(infusion(), zone=zone, date=date.fromisoformat(day))

    assert driving(there) == until


@given(
    place=places_and_days(),
    end=st.times(timezones=st.none()),
    hours=st.integers(0, 168),
    next_day=st.booleans(),
    after=st.integers(-1, 1),
)
def test_nobody_is_told_too_early(
    place: tuple[str, date], end: time, hours: int, next_day: bool, after: int
) -> None:
    """All zones: at least the hours, and past the morning of the next day where that counts."""
    zone, day = place
    where = ZoneInfo(zone)
    ended = datetime.combine(day, end.replace(microsecond=0), tzinfo=UTC)
    rules = driving_after(hours, next_day=next_day)
    planned = replace(infusion(), zone=zone, date=day, ended=ended)

    first, alcohol, decisions = not_yet(planned, rules, ended, HERE)
    later = not_yet(planned, rules, first.until + timedelta(seconds=after), HERE)

    night = moment(ended.astimezone(where).date() + timedelta(days=1), MORNING, where)
    counted = ended + timedelta(hours=hours)
    assert first.until == (max(counted, night) if next_day else counted)
    assert alcohol.until == decisions.until == ended + timedelta(hours=24)
    assert later[0].is_over is (after >= 0)
