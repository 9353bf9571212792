"""The times of the day, counted from the arrival."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.count_back import Mark, Plan, count_back, times_today
from app.domain.infusion import Infusion, ended_at, expected_end
from app.domain.rules import ClinicRule, RuleId, Rules, overridden
from app.domain.wall_time import Occurs, occurs
from tests.support.rules import GENERAL
from tests.support.zones import SMALL_HOURS, WALL_TIMES, places_and_days

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
HERE = timezone(timedelta(hours=1))


def infusion(day: str = "2026-11-30", arrive: str | None = "13:30", zone: str = "") -> Infusion:
    """Return an infusion of 40 minutes, half an hour from home."""
    return Infusion(
        id=f"{day}-a7k",
        created=NOW,
        changed=NOW,
        date=date.fromisoformat(day),
        arrive=arrive,
        zone=zone,
        travel_minutes=30,
        early_minutes=15,
    )


def plan_of(planned: Infusion, rules: Rules = GENERAL) -> Plan:
    """Return the plan of an infusion that has a time."""
    plan = count_back(planned, rules, HERE)
    assert plan is not None
    return plan


def shown(plan: Plan) -> list[tuple[Mark, str]]:
    """Return the plan as somebody reads it off."""
    return [(time.mark, f"{time.at:%a %H:%M%z}") for time in plan.times]


def test_a_day_is_counted_back_and_on_from_the_arrival() -> None:
    """Half past one, a quarter of an hour early, 40 minutes, half an hour of rest."""
    assert shown(plan_of(infusion())) == [
        (Mark.LAST_ALCOHOL, "Sun 13:30+0100"),
        (Mark.LAST_FOOD, "Mon 07:30+0100"),
        (Mark.LAST_DRINK, "Mon 11:30+0100"),
        (Mark.LEAVE_HOME, "Mon 13:00+0100"),
        (Mark.ARRIVE, "Mon 13:30+0100"),
        (Mark.START, "Mon 13:45+0100"),
        (Mark.END, "Mon 14:25+0100"),
        (Mark.RECOVERED, "Mon 14:55+0100"),
    ]


def test_a_time_names_the_rule_it_follows() -> None:
    """What the patient planned follows none."""
    followed = {time.mark: time.rule and time.rule.id for time in plan_of(infusion()).times}

    assert followed == {
        Mark.LAST_ALCOHOL: RuleId.ALCOHOL_BEFORE,
        Mark.LAST_FOOD: RuleId.FOOD,
        Mark.LAST_DRINK: RuleId.DRINK,
        Mark.LEAVE_HOME: None,
        Mark.ARRIVE: None,
        Mark.START: None,
        Mark.END: None,
        Mark.RECOVERED: RuleId.RECOVERY,
    }


@pytest.mark.parametrize(
    ("zone", "day", "arrive", "food", "end"),
    [
        # Across midnight
        ("Europe/Berlin", "2026-11-30", "05:00", "29 23:00+0100", "30 05:55+0100"),
        ("Europe/Berlin", "2026-11-30", "23:30", "30 17:30+0100", "01 00:25+0100"),
        # The night is an hour shorter: six hours before eight is one o'clock, winter time
        ("Europe/Berlin", "2026-03-29", "08:00", "29 01:00+0100", "29 08:55+0200"),
        ("America/New_York", "2026-03-08", "08:00", "08 01:00-0500", "08 08:55-0400"),
        # The night is an hour longer: two o'clock comes twice, and six hours reach the second
        ("Europe/Berlin", "2026-10-25", "08:00", "25 02:00+0100", "25 08:55+0100"),
        ("Europe/Berlin", "2026-10-25", "07:30", "25 02:30+0200", "25 08:25+0100"),
        ("Europe/Berlin", "2026-10-25", "06:30", "25 01:30+0200", "25 07:25+0100"),
        ("America/New_York", "2026-11-01", "07:30", "01 01:30-0500", "01 08:25-0500"),
        # An arrival that is left out, and one that comes twice
        ("Europe/Berlin", "2026-03-29", "02:30", "28 20:30+0100", "29 04:25+0200"),
        ("Europe/Berlin", "2026-10-25", "02:30", "24 20:30+0200", "25 02:25+0100"),
        # The clinic's clocks, wherever the computer is
        ("Asia/Tokyo", "2026-11-30", "13:30", "30 07:30+0900", "30 14:25+0900"),
        ("Nowhere/None", "2026-11-30", "13:30", "30 07:30+0100", "30 14:25+0100"),
        ("", "2026-11-30", "13:30", "30 07:30+0100", "30 14:25+0100"),
    ],
)
def test_hours_are_hours_that_pass(zone: str, day: str, arrive: str, food: str, end: str) -> None:
    """Through midnights and clock changes, as the clocks at the clinic show them."""
    plan = plan_of(infusion(day, arrive, zone))

    ended = plan.at(Mark.END)

    assert f"{plan.at(Mark.LAST_FOOD):%d %H:%M%z}" == food
    assert f"{ended:%d %H:%M%z}" == end
    assert expected_end(infusion(day, arrive, zone), HERE) == ended


def test_without_a_time_there_is_no_plan() -> None:
    """Nothing is made up."""
    timeless = infusion(arrive=None)

    assert count_back(timeless, GENERAL, HERE) is None
    assert expected_end(timeless, HERE) is None


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_have_no_plan(day: str) -> None:
    """A year typed by hand that nothing can be counted in."""
    assert count_back(infusion(day), GENERAL, HERE) is None


def test_without_a_travel_time_nobody_is_told_when_to_leave() -> None:
    """Nor is it guessed."""
    plan = plan_of(replace(infusion(), travel_minutes=None))

    assert plan.at(Mark.LEAVE_HOME) is None
    assert len(plan.times) == 7


def test_a_long_way_is_left_for_before_the_last_drink() -> None:
    """The list follows the clock."""
    marks = [time.mark for time in plan_of(replace(infusion(), travel_minutes=300)).times]

    assert marks[1:4] == [Mark.LAST_FOOD, Mark.LEAVE_HOME, Mark.LAST_DRINK]


@pytest.mark.parametrize(
    ("food", "drink", "shown_food", "shown_drink"),
    [
        (4, 2, ("10:00", "Riverside"), ("12:00", "Riverside")),
        (3, 6, ("08:00", "Riverside"), ("08:00", "Riverside")),
        (None, 8, ("06:00", "Riverside"), ("06:00", "Riverside")),
        (1, None, ("13:00", "Riverside"), ("13:00", "Riverside")),
        (3, None, ("11:00", "Riverside"), ("12:00", None)),
        (2, None, ("12:00", "Riverside"), ("12:00", None)),
        (None, 1, ("08:00", None), ("13:00", "Riverside")),
    ],
)
def test_food_never_ends_after_drink(
    food: int | None,
    drink: int | None,
    shown_food: tuple[str, str | None],
    shown_drink: tuple[str, str | None],
) -> None:
    """Who may not drink may not eat; and a general rule gives way to the clinic's."""
    numbers = {RuleId.FOOD: food, RuleId.DRINK: drink}
    said = [ClinicRule(id=one, hours=hours) for one, hours in numbers.items() if hours is not None]
    rules = overridden(GENERAL, said, "Riverside")

    times = {time.mark: time for time in plan_of(infusion(arrive="14:00"), rules).times}

    found = {
        mark: (f"{times[mark].at:%H:%M}", rule.clinic)
        for mark in (Mark.LAST_FOOD, Mark.LAST_DRINK)
        if (rule := times[mark].rule)
    }
    assert found == {Mark.LAST_FOOD: shown_food, Mark.LAST_DRINK: shown_drink}


def test_of_two_general_rules_the_stricter_holds() -> None:
    """Should the defaults ever be the wrong way round, nobody eats too late."""
    reversed_ = [replace(one, hours=1) if one.id is RuleId.FOOD else one for one in GENERAL.rules]

    plan = plan_of(infusion(arrive="14:00"), Rules(rules=tuple(reversed_)))

    assert plan.at(Mark.LAST_FOOD) == plan.at(Mark.LAST_DRINK)
    assert f"{plan.at(Mark.LAST_FOOD):%H:%M}" == "12:00"


def test_the_times_of_today_are_those_of_the_clinics_day() -> None:
    """The day before has only what belongs to it, wherever the computer is."""
    plan = plan_of(infusion(arrive="05:00", zone="Asia/Tokyo"))

    on_sunday = times_today(plan, datetime(2026, 11, 28, 15, tzinfo=UTC))
    on_monday = times_today(plan, datetime(2026, 11, 29, 15, tzinfo=UTC))

    assert [time.mark for time in on_sunday] == [Mark.LAST_ALCOHOL, Mark.LAST_FOOD]
    assert on_monday == plan.times[2:]
    assert times_today(plan, datetime(2026, 11, 28, 14, 59, tzinfo=UTC)) == ()


@st.composite
def some_rules(draw: st.DrawFn) -> Rules:
    """Draw the rules of a clinic: any numbers, on any rules that have one."""
    hours = (RuleId.FOOD, RuleId.DRINK, RuleId.ALCOHOL_BEFORE)
    said = [
        ClinicRule(id=one, hours=draw(st.integers(0, 168 * 4)) / 4)
        for one in draw(st.sets(st.sampled_from(hours)))
    ]
    said.append(ClinicRule(id=RuleId.RECOVERY, minutes=draw(st.integers(0, 600))))
    return overridden(GENERAL, said, "Riverside")


@st.composite
def any_plan(draw: st.DrawFn) -> Infusion:
    """Draw an infusion anywhere, at any time, with any minutes."""
    zone, day = draw(places_and_days())
    return replace(
        infusion(day.isoformat(), draw(WALL_TIMES | SMALL_HOURS), zone),
        minutes=draw(st.integers(5, 240)),
        early_minutes=draw(st.integers(0, 240)),
        travel_minutes=draw(st.none() | st.integers(0, 1440)),
    )


@given(any_plan(), some_rules())
def test_the_times_of_any_plan_are_in_order_and_exactly_apart(
    planned: Infusion, rules: Rules
) -> None:
    """All zones, both clock changes, any rules: each distance is the length that passes."""
    plan = plan_of(planned, rules)

    zone, arrive = ZoneInfo(planned.zone), planned.arrive or ""
    at = {time.mark: time.at.astimezone(UTC) for time in plan.times}
    way = [Mark.LAST_FOOD, Mark.LAST_DRINK, Mark.ARRIVE, Mark.START, Mark.END, Mark.RECOVERED]
    assert [at[mark] for mark in way] == sorted(at[mark] for mark in way)
    assert [time.at for time in plan.times] == sorted(time.at for time in plan.times)
    for time in plan.times:
        if time.rule is not None:
            anchor = Mark.END if time.mark is Mark.RECOVERED else Mark.ARRIVE
            assert abs(at[anchor] - at[time.mark]) == time.rule.duration
        assert time.at.utcoffset() == time.at.astimezone(zone).utcoffset()
    passing = timedelta(minutes=planned.early_minutes + planned.minutes)
    assert at[Mark.END] - at[Mark.ARRIVE] == passing
    assert (Mark.LEAVE_HOME in at) is (planned.travel_minutes is not None)
    if planned.travel_minutes is not None:
        way_there = timedelta(minutes=planned.travel_minutes)
        assert at[Mark.ARRIVE] - at[Mark.LEAVE_HOME] == way_there
    if occurs(planned.date, arrive, zone) is not Occurs.NEVER:
        assert f"{plan.at(Mark.ARRIVE):%Y-%m-%d %H:%M}" == f"{planned.date} {arrive}"


def test_an_end_before_the_arrival_is_one_past_midnight() -> None:
    """Nobody ends before they came; without an arrival the day itself is meant."""
    late = infusion(arrive="23:30")

    assert f"{ended_at(late, '00:20', HERE):%m-%d %H:%M}" == "12-01 00:20"
    assert f"{ended_at(late, '23:50', HERE):%m-%d %H:%M}" == "11-30 23:50"
    assert f"{ended_at(infusion(arrive=None), '00:20', HERE):%m-%d %H:%M}" == "11-30 00:20"
