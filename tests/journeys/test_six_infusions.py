"""Six infusions by keyboard alone: planned, prepared, moved, cancelled, printed, looked back on."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services.papers import PaperKind
from app.shell.bootstrap import Desktop
from app.ui.documents.page import PapersPage
from app.ui.documents.paper_page import PaperPage
from tests.journeys.conftest import Start
from tests.support import pdf
from tests.support.clock import FixedClock
from tests.support.keyboard import Keyboard

BEFORE_THE_CHANGE = datetime(2027, 3, 22, 9, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Monday in Berlin; on Sunday the clocks go forward."""

FRIDAY, SUNDAY = date(2027, 3, 26), date(2027, 3, 28)
SECOND, THIRD = date(2027, 4, 2), date(2027, 4, 9)
HELPED = "The slow music, and Jo's hand"
PAPERS = ("plan", "list", "card", "pocket", "sheet", "notes")


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands still a few days before summer time."""
    return FixedClock(BEFORE_THE_CHANGE)


def plan_six(keys: Keyboard) -> None:
    """Skip the first screen and plan six infusions, a week apart, from Friday on."""
    keys.use("first_run:skip")
    keys.use("today:primary")
    keys.tab_to("plan:date")
    keys.press(Qt.Key.Key_Up, times=3)
    keys.tab_to("plan:arrive")
    keys.write("1:30 pm")
    keys.tab_to("plan:place")
    keys.write("Riverside Clinic")
    keys.tab_to("plan:travel")
    keys.replace("35")
    keys.tab_to("plan:count")
    keys.replace("6")
    keys.tab_to("plan:apart:twice_a_week")
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Space)
    keys.use("plan:keep")


def prepare(keys: Keyboard) -> None:
    """Add two own items, arrange the ride, note a medicine, and tick what is done."""
    for title in ("Feed the cat", "Call Jo"):
        keys.use("prepare:add")
        keys.tab_to("item:title")
        keys.write(title)
        keys.use("item:keep")
    keys.use("details:ride_home")
    for name, words in (("who", "Jo Rivera"), ("phone", "555-0136"), ("pick_up", "15:45")):
        keys.tab_to(f"ride:{name}")
        keys.write(words)
    keys.use("ride:confirmed")
    keys.use("tick:ride_home")
    keys.use("prepare:notes")
    keys.use("part:current")
    keys.tab_to("consultation:current:new")
    keys.write("Sertraline")
    keys.press(Qt.Key.Key_Return)
    keys.use("consultation:keep")


def move_over_the_change(keys: Keyboard) -> None:
    """Move the first one from Friday to Sunday, the day on which the clocks go forward."""
    keys.use("prepare:edit_plan")
    keys.tab_to("plan:date")
    keys.press(Qt.Key.Key_Up, times=2)
    keys.use("plan:keep")


def cancel_the_third(keys: Keyboard, desktop: Desktop) -> None:
    """Find it among all infusions, and cancel it."""
    third = next(one for one in desktop.program.papers.planned() if one.date == THIRD)
    keys.go_to("prepare")
    keys.use("prepare:all")
    keys.use(f"infusion:{third.id}")
    keys.use("plan:cancel")


def print_everything(keys: Keyboard, desktop: Desktop, qtbot: QtBot) -> None:
    """Save every document as PDF, and the calendar file."""

    def is_saved() -> bool:
        page = desktop.window.navigation.page
        assert isinstance(page, PaperPage | PapersPage)
        return not page.model.errand.is_busy

    keys.go_to("prepare")
    keys.use("prepare:print")
    for kind in PaperKind:
        keys.use(f"papers:{kind.value}")
        keys.use("paper:pdf")
        qtbot.waitUntil(is_saved)
        keys.use("paper:back")
    keys.use("papers:calendar")
    qtbot.waitUntil(is_saved)


def plan_and_print(desktop: Desktop, qtbot: QtBot) -> None:
    """Plan six, prepare the first and move it, cancel the third, and save every document."""
    keys = Keyboard(desktop.window)
    plan_six(keys)
    prepare(keys)
    move_over_the_change(keys)
    cancel_the_third(keys, desktop)
    print_everything(keys, desktop, qtbot)


def look_back(keys: Keyboard, clock: FixedClock, qtbot: QtBot) -> None:
    """Live until after the first one, say that it went ahead, and what helped."""
    clock.advance(days=6, hours=7)
    keys.go_to("prepare")
    keys.go_to("today")
    keys.use("outcome:went_ahead")
    keys.use("today:look_back")
    keys.tab_to("plan:helped")
    keys.write(HELPED)
    keys.use("plan:keep")
    qtbot.wait(50)


def read(path: Path) -> Any:
    """Return what another program reads in a file of ours."""
    return yaml.safe_load(path.read_text("utf-8"))


def words(desktop: Desktop) -> str:
    """Return every label on screen."""
    labels = desktop.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_six_infusions_are_planned_prepared_moved_and_looked_back_on(
    start: Start, clock: FixedClock, chosen: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """By keyboard alone; what it left is read from YAML, PDF and iCalendar by other programs."""
    desktop = start()

    plan_and_print(desktop, qtbot)
    look_back(Keyboard(desktop.window), clock, qtbot)
    saved = desktop.close()

    assert saved
    infusions = sorted(
        (read(path) for path in (tmp_path / "data" / "infusions").glob("*.yaml")),
        key=lambda one: str(one["date"]),
    )
    weekly = [SECOND + timedelta(weeks=week) for week in range(5)]
    assert [one["date"] for one in infusions] == [str(day) for day in (SUNDAY, *weekly)]
    assert len({one["series"] for one in infusions}) == 1
    first, second, third, *others = infusions
    assert (first["outcome"], first["helped"]) == ("went_ahead", HELPED)
    assert (third["date"], third["outcome"]) == (str(THIRD), "cancelled")
    assert [one["number"] for one in (first, second, *others)] == [1, 2, 3, 4, 5]
    assert first["ride"] == {
        "who": "Jo Rivera",
        "phone": "555-0136",
        "pick_up": "15:45",
        "confirmed": True,
    }
    assert {tick["item"] for tick in first["ticks"]} == {"ride_home"}
    own = read(tmp_path / "data" / "checklist.yaml")
    assert [item["title"] for item in own["items"]] == ["Feed the cat", "Call Jo"]
    notes = read(tmp_path / "data" / "consultation.yaml")
    assert [medicine["name"] for medicine in notes["medicines"]] == ["Sertraline"]


def test_what_was_printed_of_six_is_right_across_the_clock_change(
    start: Start, chosen: Path, qtbot: QtBot
) -> None:
    """A day before Sunday at half past one is Saturday at half past twelve."""
    desktop = start()

    plan_and_print(desktop, qtbot)

    texts = {
        name: pdf.text_of(chosen / f"appointment-{SUNDAY.isoformat()}-{name}.pdf")
        for name in PAPERS
    }
    assert "Sat 12:30" in texts["plan"]
    assert "Ride home with Jo Rivera" in texts["plan"]
    assert "Feed the cat" in texts["list"]
    assert "3:45" in texts["card"]
    assert "7:30" in texts["pocket"]
    assert "Sertraline" in texts["notes"]
    (calendar,) = chosen.glob("*.ics")
    events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    begins = sorted(str(event.decoded("dtstart")) for event in events)
    assert len(begins) == 5
    assert begins[0] == "2027-03-28 11:30:00+00:00"
    assert not [one for one in begins if one.startswith(THIRD.isoformat())]
    assert len(list(chosen.iterdir())) == len(PAPERS) + 1


def test_the_second_of_six_begins_with_the_notes_of_the_first(
    start: Start, clock: FixedClock, qtbot: QtBot
) -> None:
    """After a new start: what helped is there, the own list is open again, the ride is not kept."""
    desktop = start()
    keys = Keyboard(desktop.window)
    plan_six(keys)
    prepare(keys)
    look_back(keys, clock, qtbot)
    assert desktop.close()

    again = start()
    Keyboard(again.window).go_to("prepare")

    shown = words(again)
    assert "Infusion 2 of 6" in shown
    assert HELPED in shown
    coming = again.program.papers.infusion
    assert coming is not None
    assert coming.date == SECOND
    assert [line.item.title for line in again.program.checklist.lines(coming) if line.item.own] == [
        "Feed the cat",
        "Call Jo",
    ]
    assert not any(line.is_done for line in again.program.checklist.lines(coming))
