"""What Today says at every minute of two weeks around infusions, story by story.

The stories are in ``tests/data/fortnights``, written to be read.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from operator import attrgetter
from zoneinfo import ZoneInfo

import pytest

from app.domain.infusion import Infusion, Outcome
from app.domain.today import Situation
from tests.support.fortnights import MINUTES, Fortnight, Minute, lived, read, retold
from tests.support.source import ROOT

STORIES = sorted((ROOT / "tests" / "data" / "fortnights").glob("*.txt"))
HAPPENED = (Outcome.WENT_AHEAD, Outcome.STOPPED_EARLY)


@pytest.fixture(scope="module", params=STORIES, ids=lambda path: path.stem)
def story(request: pytest.FixtureRequest) -> Fortnight:
    """One story as it is told."""
    return read(request.param)


@pytest.fixture(scope="module")
def minutes(story: Fortnight) -> list[Minute]:
    """Every minute of the story, as it is lived through."""
    return list(lived(story))


def test_today_says_what_the_story_tells(story: Fortnight, minutes: list[Minute]) -> None:
    """From minute to minute, and nothing in between."""
    assert len(minutes) == MINUTES
    assert retold(story, minutes) == list(story.lines)


def test_an_infusion_whose_day_has_come_leads(minutes: list[Minute]) -> None:
    """Until its time has gone by, whatever else is open; and the next one is always known."""
    for minute in minutes:
        view = minute.view
        leads = view.infusion if view.situation is Situation.THE_DAY else None
        ahead = [one for one in minute.infusions if _is_ahead(one, minute.now)]
        days = [one for one in ahead if one.date <= minute.now.date()]
        assert (leads in days) if days else (leads is None), minute.now
        assert view.coming == min(ahead, key=attrgetter("date"), default=None), minute.now


def test_a_cancelled_infusion_is_never_shown(minutes: list[Minute]) -> None:
    """Nor anything that belongs to it."""
    for minute in minutes:
        view = minute.view
        shown = [one for one in (view.infusion, view.coming, view.past) if one is not None]
        assert all(one.outcome is not Outcome.CANCELLED for one in shown), minute.now


def test_a_check_in_is_due_only_after_what_happened(minutes: list[Minute]) -> None:
    """One at a time, after an infusion that is said to have happened, and not again once made."""
    for minute in minutes:
        if (point := minute.view.due) is not None:
            after = minute.view.past
            assert after is not None, minute.now
            assert after.outcome in HAPPENED, minute.now
            made = [(one.infusion, one.time_point) for one in minute.check_ins]
            assert (after.id, point) not in made, minute.now


def _is_ahead(infusion: Infusion, now: datetime) -> bool:
    """Return whether nobody has spoken of *infusion* and it is not over; counted once more here."""
    over = _over(infusion.date, infusion.arrive, infusion.minutes, infusion.zone)
    is_over = infusion.date < now.date() if over is None else over <= now
    return infusion.outcome is None and not is_over


@cache
def _over(day: date, arrive: str | None, minutes: int, zone: str) -> datetime | None:
    if arrive is None:
        return None
    begins = datetime.combine(day, time.fromisoformat(arrive), tzinfo=ZoneInfo(zone))
    return begins.astimezone(UTC) + timedelta(minutes=minutes)
