"""What is worth a quiet word, when, and never twice."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.check_in import CheckIn, TimePoint
from app.domain.follow_up import Ladder, Rung
from app.domain.infusion import Infusion, Outcome
from app.domain.reminders import (
    EVENING,
    STILL_USEFUL,
    About,
    Reminder,
    Watch,
    evening_before,
    look,
    next_look,
    reminders,
)
from app.domain.rules import ClinicRule, RuleId, Rules, overridden
from tests.support.rules import GENERAL
from tests.support.zones import SMALL_HOURS, WALL_TIMES, places_and_days

BERLIN = ZoneInfo("Europe/Berlin")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
ONE = timedelta(minutes=1)


def infusion(day: str = "2026-11-30", arrive: str | None = "13:30", zone: str = "") -> Infusion:
    """Return a planned infusion of 40 minutes, 35 minutes from home."""
    return Infusion(
        id=f"{day}-a7k",
        created=LONG_AGO,
        changed=LONG_AGO,
        date=date.fromisoformat(day),
        arrive=arrive,
        zone=zone,
        travel_minutes=35,
    )


def over(outcome: Outcome = Outcome.WENT_AHEAD) -> Infusion:
    """Return one that has been: it ended by its plan at ten past two."""
    return replace(infusion(), outcome=outcome)


def check_in(point: TimePoint, of: Infusion) -> CheckIn:
    """Return a check-in made for an infusion."""
    return CheckIn(
        id=point.value,
        created=LONG_AGO,
        changed=LONG_AGO,
        at=LONG_AGO,
        time_point=point,
        infusion=of.id,
    )


def found(
    *infusions: Infusion, made: tuple[CheckIn, ...] = (), rules: Rules = GENERAL
) -> tuple[Reminder, ...]:
    """Return all reminders there are, on the clocks of Berlin."""
    return reminders(infusions, made, rules, now=LONG_AGO, here=BERLIN)


def shown(*found: Reminder) -> list[str]:
    """Return reminders as somebody reads them off: what, when, until when, and what is named."""
    return [
        f"{one.about.value}: {one.at:%a %H:%M} to {one.until:%a %H:%M}"
        + (f", {one.time:%H:%M}" if one.time is not None else "")
        for one in found
    ]


def test_an_appointment_has_an_evening_its_times_and_a_way() -> None:
    """Packing, the last meal, the last drink, shoes: each until it is too late for it."""
    assert shown(*found(infusion())) == [
        "tomorrow: Sun 18:00 to Mon 00:00, 13:30",
        "a_time: Mon 07:00 to Mon 07:30, 07:30",
        "a_time: Mon 11:00 to Mon 11:30, 11:30",
        "leaving: Mon 12:40 to Mon 13:30, 12:55",
    ]


def test_without_a_known_way_the_appointment_itself_is_told_an_hour_before() -> None:
    """No time to leave is made up."""
    assert shown(found(replace(infusion(), travel_minutes=None))[-1]) == [
        "appointment: Mon 12:30 to Mon 13:30, 13:30"
    ]


def test_a_day_without_a_time_has_its_evening_only() -> None:
    """And names none."""
    assert shown(*found(infusion(arrive=None))) == ["tomorrow: Sun 18:00 to Mon 00:00"]


def test_nobody_is_told_in_the_night_what_can_wait() -> None:
    """The last meal before nine in the morning is in the night; leaving at five has to be."""
    assert shown(*found(infusion(arrive="09:00"))) == [
        "tomorrow: Sun 18:00 to Mon 00:00, 09:00",
        "leaving: Mon 08:10 to Mon 09:00, 08:25",
    ]
    assert shown(found(infusion(arrive="05:00"))[-1]) == ["leaving: Mon 04:10 to Mon 05:00, 04:25"]


@pytest.mark.parametrize(
    ("food", "drink", "times"),
    [(6, 2, ["07:30", "11:30"]), (2, 2, ["11:30"]), (4, 0, ["09:30"]), (0, 0, [])],
)
def test_two_times_that_are_one_are_told_once(food: int, drink: int, times: list[str]) -> None:
    """And a rule that asks for no time before the arrival has none."""
    said = [
        ClinicRule(id=RuleId.FOOD, hours=food),
        ClinicRule(id=RuleId.DRINK, hours=drink),
    ]

    every = found(infusion(), rules=overridden(GENERAL, said, "Riverside"))

    assert [f"{one.time:%H:%M}" for one in every if one.about is About.A_TIME] == times


@pytest.mark.parametrize("outcome", list(Outcome))
def test_what_is_over_or_called_off_leads_up_to_nothing(outcome: Outcome) -> None:
    """Its reminders go with the answer."""
    assert {one.about for one in found(over(outcome))} <= {About.SOMETHING_OPEN}


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("outcome", [None, Outcome.WENT_AHEAD])
def test_the_ends_of_the_calendar_are_no_trouble(day: str, outcome: Outcome | None) -> None:
    """A year typed wrong has no reminders."""
    typed = replace(infusion(day), outcome=outcome)

    assert evening_before(typed, BERLIN) is None
    assert found(typed) == ()


def test_a_check_in_is_spoken_of_when_it_opens_or_on_its_morning() -> None:
    """The first is there at once and needs no word; a night belongs to the day before."""
    assert shown(*found(over())) == [
        "something_open: Mon 15:40 to Tue 04:00",
        "something_open: Tue 09:00 to Wed 04:00",
        "something_open: Thu 09:00 to Fri 04:00",
        "something_open: Mon 09:00 to Tue 04:00",
    ]


def test_a_check_in_that_was_made_is_not_spoken_of() -> None:
    """Two hours after, what was due at once may still be open."""
    done = over()
    made = [check_in(point, done) for point in (TimePoint.TWO_HOURS, TimePoint.NEXT_MORNING)]

    left = found(done, made=tuple(made))
    straight_after = check_in(TimePoint.STRAIGHT_AFTER, done)

    assert [f"{one.at:%a}" for one in left] == ["Mon", "Thu", "Mon"]
    assert [f"{one.at:%a}" for one in found(done, made=(*made, straight_after))] == ["Thu", "Mon"]


def test_only_the_last_infusion_is_asked_about() -> None:
    """As on Today: who comes twice a week is not asked about both."""
    second = replace(infusion("2026-12-03"), outcome=Outcome.STOPPED_EARLY)

    asked = [(one.infusion[8:10], f"{one.at:%a}") for one in found(over(), second)]

    first_week = [("30", "Mon"), ("30", "Tue")]
    assert asked == [*first_week, ("03", "Thu"), ("03", "Fri"), ("03", "Sun"), ("03", "Thu")]


def test_one_that_is_not_answered_asks_for_nothing() -> None:
    """Whether it went ahead is asked on Today."""
    unanswered = infusion("2026-11-30")
    later = LONG_AGO.replace(year=2027)

    assert reminders([unanswered], (), GENERAL, now=later, here=BERLIN) == ()


def test_a_ladder_of_a_clinic_is_followed() -> None:
    """Hours after the end count from the morning of the day at the earliest; nights are left."""
    rungs = (
        Rung(point=TimePoint.TWO_HOURS, first_day=0, last_day=0, hours=8),
        Rung(point=TimePoint.NEXT_MORNING, first_day=1, last_day=1, hours=20),
        Rung(point=TimePoint.DAY_3, first_day=2, last_day=2, hours=20),
    )
    timeless = replace(over(), arrive=None)
    ladder = Ladder(rungs=rungs)

    with_end = reminders([over()], (), GENERAL, now=LONG_AGO, here=BERLIN, ladder=ladder)
    without = reminders([timeless], (), GENERAL, now=LONG_AGO, here=BERLIN, ladder=ladder)

    assert [f"{one.at:%a %H:%M}" for one in with_end] == ["Tue 10:10", "Wed 09:00"]
    assert [f"{one.at:%a %H:%M}" for one in without] == ["Tue 09:00", "Wed 09:00"]


def test_what_has_had_its_time_is_gone() -> None:
    """What is still true stays for who was told of it."""
    at_noon = datetime(2026, 11, 30, 12, tzinfo=BERLIN)

    left = reminders([infusion()], (), GENERAL, now=at_noon, here=BERLIN)

    assert shown(*left) == ["leaving: Mon 12:40 to Mon 13:30, 12:55"]


def test_tomorrow_is_tomorrow_here_and_there() -> None:
    """Where both calendars cannot agree, nothing wrong is said."""
    tokyo, new_york = ZoneInfo("Asia/Tokyo"), "America/New_York"
    planned = infusion(zone=new_york)

    in_tokyo = reminders([planned], (), GENERAL, now=LONG_AGO, here=tokyo)
    in_berlin = found(planned)

    assert About.TOMORROW not in {one.about for one in in_tokyo}
    assert About.TOMORROW not in {one.about for one in in_berlin}
    in_london = found(infusion(zone="Europe/London"))[0]
    assert f"{in_london.at.astimezone(UTC):%a %H:%M}" == "Sun 18:00"
    assert f"{in_london.until.astimezone(UTC):%a %H:%M}" == "Sun 23:00"


@given(places_and_days(), WALL_TIMES | SMALL_HOURS, st.integers(0, 1440) | st.none())
def test_anywhere_and_through_every_clock_change_moments_are_in_order(
    place: tuple[str, date], arrive: str, travel: int | None
) -> None:
    """The evening is at six on the clinic's clock; nothing ends before it begins."""
    zone, day = place
    where = ZoneInfo(zone)
    planned = replace(infusion(day.isoformat(), arrive, zone), travel_minutes=travel)
    always = datetime(1980, 1, 1, tzinfo=UTC)

    every = reminders([planned], (), GENERAL, now=always, here=where)

    assert [one.at for one in every] == sorted(one.at for one in every)
    assert all(one.at < one.until for one in every)
    about = [one.about for one in every]
    assert len(every) <= 4
    assert (About.LEAVING in about) is (travel is not None)
    assert (About.APPOINTMENT in about) is (travel is None)
    for one in every:
        if one.about is About.TOMORROW:
            there = one.at.astimezone(where)
            assert there.date() == day - timedelta(days=1)
            assert f"{there:%H:%M}" == EVENING
            last = (one.until - timedelta(seconds=1)).astimezone(where)
            assert last.date() == day - timedelta(days=1)
        elif one.about is not About.A_TIME:
            assert one.until.astimezone(UTC) - one.at.astimezone(UTC) <= timedelta(hours=25)


def reminder(at: datetime, minutes: int = 120, about: About = About.A_TIME) -> Reminder:
    """Return a reminder that is true for some minutes."""
    return Reminder(about=about, infusion="a7k", at=at, until=at + timedelta(minutes=minutes))


NOON = datetime(2026, 11, 30, 12, tzinfo=timezone(timedelta(hours=1)))
AT_NOON = reminder(NOON)
BEFORE_NOON = Watch(looked=NOON - ONE)


@pytest.mark.parametrize(
    ("minutes", "is_told"), [(-1, False), (0, True), (1, True), (30, True), (31, False)]
)
def test_what_came_due_since_the_last_look_is_told_if_that_is_not_long_ago(
    minutes: int, *, is_told: bool
) -> None:
    """A computer that slept for an hour says nothing of it."""
    _, told = look(BEFORE_NOON, [AT_NOON], NOON + timedelta(minutes=minutes))

    assert (told == AT_NOON) is is_told


def test_what_came_due_before_the_first_look_is_not_told() -> None:
    """It came due while the program was closed, or reminders were off."""
    assert look(Watch(looked=NOON), [AT_NOON], NOON + ONE)[1] is None


def test_what_is_no_longer_true_is_not_told() -> None:
    """However short ago it came due."""
    short = reminder(NOON, minutes=5)

    assert look(BEFORE_NOON, [short], NOON + 5 * ONE)[1] is None


def test_of_several_the_newest_is_told_and_the_others_are_done_with() -> None:
    """A clock that jumps forward does not burst."""
    second = reminder(NOON + 10 * ONE)

    watch, told = look(BEFORE_NOON, [AT_NOON, second], NOON + 20 * ONE)

    assert told == second
    assert look(watch, [AT_NOON, second], NOON + 21 * ONE)[1] is None
    assert look(replace(watch, looked=NOON - ONE), [AT_NOON, second], NOON)[1] is None


def test_a_clock_set_back_repeats_nothing() -> None:
    """By an hour in autumn, or by hand."""
    watch, _ = look(BEFORE_NOON, [AT_NOON], NOON)

    watch, _ = look(watch, [AT_NOON], NOON - timedelta(hours=1))
    _, told = look(watch, [AT_NOON], NOON)

    assert told is None


def test_a_clock_that_was_wrong_costs_no_reminder() -> None:
    """It stood a year ahead, and was put right before noon."""
    watch, early = look(BEFORE_NOON, [AT_NOON], NOON + timedelta(days=365))

    watch, _ = look(watch, [AT_NOON], NOON - 2 * ONE)
    _, told = look(watch, [AT_NOON], NOON)

    assert (early, told) == (None, AT_NOON)


def test_an_appointment_that_moves_is_told_anew() -> None:
    """A reminder of another moment is another reminder."""
    watch, _ = look(BEFORE_NOON, [AT_NOON], NOON)
    moved = reminder(NOON + timedelta(days=2))

    _, told = look(watch, [moved], moved.at)

    assert told == moved


@pytest.mark.parametrize(("minutes", "is_told"), [(10, True), (40, False)])
def test_while_nothing_may_be_told_it_waits_and_in_the_end_expires(
    minutes: int, *, is_told: bool
) -> None:
    """A calm session is not disturbed, and not followed by a backlog."""
    watch, nothing = look(BEFORE_NOON, [AT_NOON], NOON, may_tell=False)

    _, told = look(watch, [AT_NOON], NOON + timedelta(minutes=minutes))

    assert nothing is None
    assert (told == AT_NOON) is is_told


def test_the_next_look_is_when_something_begins_or_ends() -> None:
    """And there is none when nothing is left."""
    assert next_look([AT_NOON], NOON - ONE) == NOON
    assert next_look([AT_NOON], NOON) == AT_NOON.until
    assert next_look([AT_NOON], AT_NOON.until) is None
    assert next_look([], NOON) is None


@given(
    st.lists(
        st.builds(
            lambda minutes, lasts: reminder(NOON + timedelta(minutes=minutes), lasts),
            st.integers(-600, 600),
            st.integers(1, 300),
        ),
        max_size=6,
    ),
    st.lists(st.tuples(st.integers(-700, 700), st.booleans()), max_size=12),
)
def test_whatever_the_clock_does_each_is_told_once_and_never_late(
    every: list[Reminder], looks: list[tuple[int, bool]]
) -> None:
    """Looks at any times in any order: sleep, jumps forward and back, sessions between."""
    watch = Watch(looked=NOON)
    told: list[Reminder] = []

    for minutes, may_tell in looks:
        now = NOON + timedelta(minutes=minutes)
        before = watch.looked
        watch, one = look(watch, every, now, may_tell=may_tell)
        if one is not None:
            assert may_tell
            assert before < one.at <= now < one.until
            assert now - one.at <= STILL_USEFUL
            told.append(one)

    names = [one.name for one in told]
    assert len(names) == len(set(names))
