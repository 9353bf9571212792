"""Today as a pure function, through the days around an infusion."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.domain.checklist import Item, Stage, Tick
from app.domain.follow_up import due
from app.domain.infusion import Infusion, Outcome
from app.domain.journal import CheckIn, TimePoint
from app.domain.today import Situation, today

DAY = date(2026, 11, 30)
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
ITEMS = [Item(id=f"i{n}", title=f"Item {n}", stage=Stage.MORNING) for n in range(5)]


def infusion(day: date = DAY, arrive: str | None = "13:30") -> Infusion:
    """Return a planned infusion of 40 minutes."""
    return Infusion(
        id=f"{day}-a7k", created=NOON, changed=NOON, date=day, arrive=arrive, minutes=40
    )


def check_in(time_point: TimePoint, of: Infusion) -> CheckIn:
    """Return a check-in made for an infusion."""
    return CheckIn(
        id="c1", created=NOON, changed=NOON, at=NOON, time_point=time_point, infusion=of.id
    )


def test_with_nothing_planned_there_is_only_planning() -> None:
    """An empty folder is not an error."""
    view = today([], [], ITEMS, NOON)

    assert view.situation is Situation.NOTHING_PLANNED
    assert view.first_open == ()


def test_days_before_show_at_most_three_open_items() -> None:
    """One thing at a time."""
    planned = infusion().marked("i0", Tick(item="i0", title="Item 0", ticked_at=NOON))

    view = today([planned], [], ITEMS, NOON - timedelta(days=3))

    assert (view.situation, view.days) == (Situation.DAYS_BEFORE, 3)
    assert [row.item.id for row in view.first_open] == ["i1", "i2", "i3"]
    assert (view.open_count, [row.item.id for row in view.done]) == (4, ["i0"])


@pytest.mark.parametrize(
    ("arrive", "hours", "situation"),
    [
        ("13:30", 0, Situation.THE_DAY),
        ("13:30", 2, Situation.THE_DAY),
        ("13:30", 3, Situation.DID_IT_GO_AHEAD),
        (None, 11, Situation.THE_DAY),
        (None, 12, Situation.DID_IT_GO_AHEAD),
    ],
)
def test_the_day_turns_into_a_question_when_its_time_has_gone_by(
    arrive: str | None, hours: int, situation: Situation
) -> None:
    """A day without a time is over at its end."""
    view = today([infusion(arrive=arrive)], [], ITEMS, NOON + timedelta(hours=hours))

    assert view.situation is situation


def test_an_infusion_that_went_ahead_leads_to_its_check_ins() -> None:
    """First straight after, then about two hours, then nothing more that day."""
    past = replace(infusion(), outcome=Outcome.WENT_AHEAD)
    evening = NOON + timedelta(hours=6)
    made = [check_in(TimePoint.STRAIGHT_AFTER, past)]
    both = [*made, check_in(TimePoint.TWO_HOURS, past)]

    assert today([past], [], ITEMS, evening).due is TimePoint.STRAIGHT_AFTER
    assert today([past], made, ITEMS, evening).due is TimePoint.TWO_HOURS
    rest = today([past], both, ITEMS, evening)
    assert (rest.situation, rest.due) == (Situation.AFTERWARDS, None)


def test_between_two_infusions_the_next_one_is_shown() -> None:
    """What is due comes first, then what comes next."""
    past = replace(infusion(), outcome=Outcome.STOPPED_EARLY)
    coming = infusion(DAY + timedelta(days=7))

    morning = today([past, coming], [], ITEMS, NOON + timedelta(days=1))
    later = today([past, coming], [], ITEMS, NOON + timedelta(days=5))

    assert (morning.due, morning.coming) == (TimePoint.NEXT_MORNING, coming)
    assert (later.situation, later.infusion) == (Situation.DAYS_BEFORE, coming)


def test_after_the_last_infusion_there_is_time_between() -> None:
    """And nothing is asked."""
    past = replace(infusion(), outcome=Outcome.WENT_AHEAD)

    view = today([past], [], ITEMS, NOON + timedelta(days=20))

    assert (view.situation, view.days) == (Situation.BETWEEN, -20)


def test_a_cancelled_infusion_is_never_asked_about() -> None:
    """It opens no check-ins either."""
    cancelled = replace(infusion(), outcome=Outcome.CANCELLED)

    assert today([cancelled], [], ITEMS, NOON).situation is Situation.NOTHING_PLANNED
    assert due(cancelled, [], NOON) is None


@pytest.mark.parametrize(
    ("days", "point"),
    [
        (0, TimePoint.STRAIGHT_AFTER),
        (1, TimePoint.NEXT_MORNING),
        (2, TimePoint.NEXT_MORNING),
        (3, TimePoint.DAY_3),
        (4, TimePoint.DAY_3),
        (5, None),
        (7, TimePoint.DAY_7),
        (8, TimePoint.DAY_7),
        (9, None),
    ],
)
def test_what_was_not_filled_in_expires_silently(days: int, point: TimePoint | None) -> None:
    """Each time point has its days."""
    past = replace(infusion(), outcome=Outcome.WENT_AHEAD)

    assert due(past, [], NOON + timedelta(days=days)) is point


def test_an_infusion_across_midnight_is_still_today() -> None:
    """One that began late yesterday and still runs is not asked about."""
    late = infusion(arrive="23:40")

    view = today([late], [], ITEMS, datetime(2026, 12, 1, 0, 10, tzinfo=UTC))

    assert view.situation is Situation.THE_DAY


def test_the_day_itself_comes_before_an_older_check_in() -> None:
    """What is due stands beside it."""
    past = replace(infusion(DAY - timedelta(days=3)), outcome=Outcome.WENT_AHEAD)

    view = today([past, infusion()], [], ITEMS, NOON)

    assert (view.situation, view.infusion) == (Situation.THE_DAY, infusion())
    assert (view.due, view.past) == (TimePoint.DAY_3, past)


def test_a_later_check_in_stands_beside_what_comes_next() -> None:
    """After the first days the next infusion leads."""
    past = replace(infusion(), outcome=Outcome.WENT_AHEAD)
    ahead = infusion(DAY + timedelta(days=7))
    now = NOON + timedelta(days=3)

    with_next = today([past, ahead], [], ITEMS, now)
    alone = today([past], [], ITEMS, now)

    assert (with_next.situation, with_next.due) == (Situation.DAYS_BEFORE, TimePoint.DAY_3)
    assert (alone.situation, alone.due) == (Situation.AFTERWARDS, TimePoint.DAY_3)


@pytest.mark.parametrize(
    ("days", "first"), [(5, "week"), (1, "eve"), (0, "morning")], ids=["before", "eve", "day"]
)
def test_what_is_open_begins_with_the_items_of_the_day(days: int, first: str) -> None:
    """On the morning nobody reads about last week first."""
    stages = {
        "week": Stage.WEEK_BEFORE,
        "eve": Stage.DAY_BEFORE,
        "morning": Stage.MORNING,
    }
    listed = [Item(id=name, title=name, stage=stage) for name, stage in stages.items()]

    view = today([infusion()], [], listed, NOON - timedelta(days=days))

    assert view.first_open[0].item.id == first
    assert view.open_count == 3
