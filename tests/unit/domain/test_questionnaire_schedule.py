"""When a questionnaire is open, and when the patient is told so."""

from datetime import UTC, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.evening import evening_of
from app.domain.preferences import Age, Profile, Purpose
from app.domain.questionnaire import Answer, Questionnaire, QuestionnaireName
from app.domain.questionnaire_schedule import (
    due_since,
    is_due,
    is_offered,
    is_open,
    is_under_way,
    latest,
    may_be_filled_in,
    opens_on,
)

PHQ_9, GAD_7 = QuestionnaireName.PHQ_9, QuestionnaireName.GAD_7
ONE = (Answer(question="sleep", answer=1),)
ZONES = ("Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "Pacific/Apia")


def at(moment: str) -> datetime:
    """Return a moment at home."""
    return datetime.fromisoformat(f"{moment}+01:00")


def kept(
    moment: datetime,
    *,
    name: QuestionnaireName = PHQ_9,
    answers: tuple[Answer, ...] = ONE,
    finished: bool = True,
) -> Questionnaire:
    """Return a questionnaire that was begun at *moment*."""
    return Questionnaire(
        id=moment.isoformat(),
        created=moment,
        changed=moment,
        at=moment,
        name=name,
        answers=answers,
        finished=moment if finished else None,
    )


def test_at_the_start_it_is_open() -> None:
    """And the patient is told so: there is nothing it could come too soon after."""
    now = at("2026-12-01T10:00")

    assert is_open(None, now)
    assert is_due(None, now)
    assert opens_on(None) is due_since(None) is None


@pytest.mark.parametrize(
    ("now", "open_now", "due_now"),
    [
        ("2026-12-01T12:00", False, False),
        ("2026-12-07T23:59", False, False),
        ("2026-12-08T03:59", False, False),
        ("2026-12-08T04:00", True, False),
        ("2026-12-14T23:59", True, False),
        ("2026-12-15T03:59", True, False),
        ("2026-12-15T04:00", True, True),
        ("2027-03-01T10:00", True, True),
    ],
)
def test_it_opens_after_seven_days_and_is_told_of_after_fourteen(
    now: str, open_now: bool, due_now: bool
) -> None:
    """In the morning of that day, whatever time of day it was filled in."""
    for filled in ("2026-12-01T04:00", "2026-12-01T23:30", "2026-12-02T03:59"):
        last = kept(at(filled))

        assert is_open(last, at(now)) is open_now
        assert is_due(last, at(now)) is due_now


def test_the_days_are_named() -> None:
    """So that a screen can say them."""
    last = kept(at("2026-12-01T10:00"))

    assert str(opens_on(last)) == "2026-12-08"
    assert str(due_since(last)) == "2026-12-15"


def test_the_last_one_is_the_newest_that_was_answered_or_finished() -> None:
    """Of its own name. One that was only looked at is none."""
    older, newer = kept(at("2026-11-01T10:00")), kept(at("2026-11-15T10:00"), finished=False)
    other = kept(at("2026-11-20T10:00"), name=GAD_7)
    looked_at = kept(at("2026-11-21T10:00"), answers=(), finished=False)
    left_out = kept(at("2026-11-22T10:00"), answers=())
    now = at("2026-12-01T10:00")

    assert latest([older, newer, other, looked_at], PHQ_9, now) is newer
    assert latest([older, newer, other, looked_at, left_out], PHQ_9, now) is left_out
    assert latest([older, newer], GAD_7, now) is None


def test_one_that_lies_in_the_future_keeps_nothing_shut() -> None:
    """Somebody's clock was wrong. A day ahead may be a journey to the west."""
    now = at("2026-12-01T10:00")
    ahead, far_ahead = kept(now + timedelta(days=1)), kept(now + timedelta(days=2))

    assert latest([far_ahead], PHQ_9, now) is None
    assert latest([ahead, far_ahead], PHQ_9, now) is ahead


@pytest.mark.parametrize(
    ("begun", "now", "wanted"),
    [
        ("2026-12-01T09:00", "2026-12-01T23:59", True),
        ("2026-12-01T23:50", "2026-12-02T00:10", True),
        ("2026-12-01T23:50", "2026-12-02T04:00", False),
        ("2026-12-01T09:00", "2026-12-02T09:00", False),
    ],
)
def test_one_is_gone_on_with_on_its_own_day(begun: str, now: str, wanted: bool) -> None:
    """The night belongs to it. After that it stays as it is."""
    assert is_under_way(kept(at(begun), finished=False), at(now)) is wanted


def test_one_that_is_finished_or_none_at_all_is_not_under_way() -> None:
    """There is nothing to go on with."""
    now = at("2026-12-01T10:00")

    assert not is_under_way(kept(now), now)
    assert not is_under_way(None, now)


@pytest.mark.parametrize(
    ("age", "purpose", "may", "offered"),
    [
        (None, None, True, True),
        (Age.ADULT, Purpose.MOOD, True, True),
        (Age.ADULT, Purpose.BOTH, True, True),
        (None, Purpose.RATHER_NOT_SAY, True, True),
        (Age.ADULT, Purpose.PAIN, True, False),
        (None, Purpose.PAIN, True, False),
        (Age.UNDER_18, Purpose.MOOD, False, False),
        (Age.UNDER_18, None, False, False),
        (Age.UNDER_18, Purpose.PAIN, False, False),
    ],
)
def test_who_is_offered_them(
    age: Age | None, purpose: Purpose | None, may: bool, offered: bool
) -> None:
    """Adults; not those who come for pain alone, unless they ask. What was not told is no bar."""
    profile = Profile(age=age, purpose=purpose)

    assert may_be_filled_in(profile) is may
    assert is_offered(profile) is offered


moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 -- a wall time: the zone is drawn beside it
    datetime(2027, 12, 31),  # noqa: DTZ001 -- as above
)
zones = st.sampled_from(ZONES).map(ZoneInfo)


def stored(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment at which a clock in *zone* shows *wall*, as it is kept: with an offset."""
    moment = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    offset = moment.utcoffset()
    assert offset is not None
    return moment.replace(tzinfo=timezone(offset))


@given(moments, zones, st.integers(0, 60))
def test_a_clock_change_makes_the_wait_neither_longer_nor_shorter(
    wall: datetime, zone: ZoneInfo, days: int
) -> None:
    """At noon, so many days later, wherever it is: open from the seventh on, due from 14 on."""
    filled = stored(wall, zone)
    noon = datetime.combine(evening_of(filled) + timedelta(days=days), time(12))

    now = stored(noon, zone)

    assert is_open(kept(filled), now) is (days >= 7)
    assert is_due(kept(filled), now) is (days >= 14)


@given(moments, zones, zones, st.integers(0, 30 * 24))
def test_a_journey_never_brings_two_of_them_close_together(
    wall: datetime, there: ZoneInfo, here: ZoneInfo, hours: int
) -> None:
    """The wall clock may jump by a day; that is all it can take away from the week."""
    filled = stored(wall, there)
    now = stored((filled + timedelta(hours=hours)).astimezone(here).replace(tzinfo=None), here)
    passed = now - filled

    if is_open(kept(filled), now):
        assert passed > timedelta(days=5)
    else:
        assert passed < timedelta(days=8, hours=2)


@given(moments, zones, st.integers(0, 40 * 24), st.integers(0, 72))
def test_what_has_opened_stays_open(wall: datetime, zone: ZoneInfo, hours: int, more: int) -> None:
    """Until the next one is filled in: nothing expires, and nobody is hurried."""
    last = kept(stored(wall, zone))

    def later(by: int) -> datetime:
        return stored((last.at + timedelta(hours=by)).astimezone(zone).replace(tzinfo=None), zone)

    assert is_open(last, later(hours + more)) or not is_open(last, later(hours))
    assert is_due(last, later(hours + more)) or not is_due(last, later(hours))
