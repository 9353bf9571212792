"""The calendar file, read back by somebody else's parser."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from app.domain.infusion import Infusion, Outcome
from app.domain.text import clean
from app.services.calendar_file import calendar_file
from tests.support import papers

NOW = datetime(2026, 11, 24, 9, tzinfo=timezone(timedelta(hours=1)))
NEW_YORK = ZoneInfo("America/New_York")
HEALTH = ("ketamine", "infusion", "clinic", "riverside", "medic", "health", "park behind", "rope")


def written(*infusions: Infusion, title: str = "") -> bytes:
    """Return the file for *infusions*."""
    return calendar_file(infusions, papers.rules(), now=NOW, here=UTC, title=title)


def events(data: bytes) -> list[Any]:
    """Return the appointments in a file."""
    calendar = Calendar.from_ical(data)
    assert calendar["version"] == "2.0"
    assert not calendar.errors
    return calendar.walk("VEVENT")


def alarms(event: Any) -> list[tuple[datetime, str]]:
    """Return when each alarm of an appointment rings, and what it says."""
    return [(one["trigger"].dt, str(one["description"])) for one in event.walk("VALARM")]


def test_an_appointment_lasts_from_the_arrival_until_the_usual_rest_is_over() -> None:
    """On the clock of the clinic, whatever clock the computer is on."""
    (event,) = events(written(papers.infusion()))

    assert event["dtstart"].dt == datetime(2026, 11, 30, 13, 30, tzinfo=NEW_YORK)
    assert event["dtend"].dt == datetime(2026, 11, 30, 15, 10, tzinfo=NEW_YORK)
    assert event["dtstamp"].dt == NOW
    assert event["status"] == "CONFIRMED"


def test_it_reminds_the_evening_before_and_when_it_is_time_to_leave() -> None:
    """Packing a bag takes an evening; the way takes 35 minutes."""
    (event,) = events(written(papers.infusion()))

    assert alarms(event) == [
        (datetime(2026, 11, 29, 18, tzinfo=NEW_YORK), "Tomorrow: Appointment"),
        (datetime(2026, 11, 30, 12, 55, tzinfo=NEW_YORK), "Time to leave: Appointment"),
    ]


def test_without_a_known_way_it_reminds_an_hour_before_the_arrival() -> None:
    """Late is better than never."""
    (event,) = events(written(papers.infusion(travel_minutes=None)))

    assert alarms(event)[1][0] == datetime(2026, 11, 30, 12, 30, tzinfo=NEW_YORK)


def test_without_a_time_it_is_the_whole_day() -> None:
    """And it still reminds the evening before."""
    (event,) = events(written(papers.infusion(arrive=None)))

    assert event["dtstart"].dt == date(2026, 11, 30)
    assert "dtend" not in event
    assert [words for _at, words in alarms(event)] == ["Tomorrow: Appointment"]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar_are_no_trouble(day: date) -> None:
    """A year typed wrong is a day without reminders."""
    (event,) = events(written(papers.infusion(date=day)))

    assert event["dtstart"].dt == day
    assert alarms(event) == []


def test_it_says_nothing_about_health() -> None:
    """A calendar is shown on phones, on walls and to colleagues."""
    text = written(papers.infusion()).decode().lower()

    assert not [word for word in HEALTH if word in text]
    assert "summary:appointment\r\n" in text
    assert "class:private\r\n" in text


def test_an_appointment_that_moves_stays_the_same_one() -> None:
    """Its identity stays, and what is newer has the higher number."""
    before = papers.infusion()
    after = papers.infusion(date=date(2026, 12, 2), changed=papers.CREATED + timedelta(days=1))

    (old,), (new,) = events(written(before)), events(written(after))

    assert old["uid"] == new["uid"]
    assert old["uid"] != events(written(papers.infusion(id="2026-12-07-b3m")))[0]["uid"]
    assert new["sequence"] > old["sequence"] == 0
    assert new["dtstart"].dt == datetime(2026, 12, 2, 13, 30, tzinfo=NEW_YORK)


def test_a_cancelled_appointment_is_called_off_without_a_reminder() -> None:
    """A calendar that knows it strikes it out."""
    (event,) = events(written(papers.infusion(outcome=Outcome.CANCELLED)))

    assert event["status"] == "CANCELLED"
    assert alarms(event) == []


def test_several_infusions_go_into_one_file() -> None:
    """A series is planned at once."""
    series = [
        papers.infusion(id=f"2026-12-0{day}-a7k", date=date(2026, 12, day)) for day in (1, 4, 8)
    ]

    found = events(written(*series))

    assert [event["dtstart"].dt.day for event in found] == [1, 4, 8]
    assert len({event["uid"] for event in found}) == 3


@pytest.mark.parametrize("day", [date(2027, 3, 14), date(2026, 11, 1)])
def test_hours_are_right_on_the_days_the_clocks_change(day: date) -> None:
    """The file holds moments; the clinic's clock says 13:30 all the same."""
    (event,) = events(written(papers.infusion(date=day)))

    assert event["dtstart"].dt.astimezone(NEW_YORK).strftime("%H:%M") == "13:30"
    assert alarms(event)[0][0].astimezone(NEW_YORK).strftime("%H:%M") == "18:00"


@given(st.text(max_size=300))
def test_any_title_comes_back_as_it_was(typed: str) -> None:
    """Commas, semicolons, backslashes, emoji, right-to-left; lines are folded at 75 octets."""
    title = clean(typed)

    data = written(papers.infusion(), title=title)

    (event,) = events(data)
    wanted = "\n".join(title.strip().splitlines()) or "Appointment"
    assert str(event["summary"]) == wanted
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
