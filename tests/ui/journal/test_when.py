"""When a check-in was, and which infusion it belongs to: both can be put right."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.check_in import CheckIn, TimePoint
from app.domain.infusion import Outcome
from app.ui.widgets.fields import Field
from tests.support import lint
from tests.support.clock import FixedClock
from tests.support.seat import Seat

TODAY, YESTERDAY = date(2026, 11, 24), date(2026, 11, 23)


def on(seat: Seat, day: date) -> list[CheckIn]:
    """Return the check-ins of *day*."""
    return list(seat.desktop.program.journal.day(day).check_ins)


def set_day(seat: Seat, year: int, month: int, day: int) -> None:
    """Choose a day, as the calendar does, and go on."""
    editor = seat.find("check_in:date")
    assert isinstance(editor, QDateEdit)
    editor.setFocus()
    editor.setDate(QDate(year, month, day))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    seat.settle()


def set_time(seat: Seat, text: str) -> None:
    """Type a time, and go on."""
    seat.write("check_in:time", text)
    seat.press(Qt.Key.Key_Tab)


def error(seat: Seat, name: str) -> str:
    """Return what is said to be wrong with a field."""
    field: QWidget | None = seat.find(name)
    while not isinstance(field, Field):
        assert field is not None
        field = field.parentWidget()
    return field.error


@pytest.fixture
def page(seat: Seat) -> Seat:
    """Return a seat before a check-in with nausea, and its "When was this?" unfolded."""
    seat.go("check_in", "new")
    seat.click("effect:nausea")
    seat.click("check_in:when")
    return seat


def test_when_it_was_is_folded_away(seat: Seat) -> None:
    """Most check-ins are of now."""
    seat.go("check_in", "new")
    assert not seat.shows("check_in:date")

    seat.click("check_in:when")

    assert seat.shows("check_in:date")
    assert seat.is_checked("check_in:point:any_time")


def test_another_day_moves_it_to_that_file_with_a_way_back(page: Seat) -> None:
    """What is open goes on with it, wherever it is."""
    set_day(page, 2026, 11, 23)
    assert (len(on(page, TODAY)), len(on(page, YESTERDAY))) == (0, 1)
    assert "Monday 23 November" in page.page_words
    page.write_out()
    file = page.paths.data / "journal" / "2026" / "2026-11-23.yaml"
    assert "effect: nausea" in file.read_text("utf-8")

    page.click("undo")
    page.click("rating:mood:5")

    assert on(page, YESTERDAY) == []
    (back,) = on(page, TODAY)
    assert back.ratings.mood == 5
    assert "Tuesday 24 November" in page.page_words


def test_the_way_back_leaves_what_was_said_since(page: Seat) -> None:
    """Only the move is taken back."""
    set_day(page, 2026, 11, 23)
    page.click("rating:mood:5")
    page.click("check_in:point:before")

    page.click("undo")

    (back,) = on(page, TODAY)
    assert (back.ratings.mood, back.time_point) == (5, TimePoint.BEFORE)


def test_words_in_the_pause_move_too(page: Seat) -> None:
    """And are in the file that it came to."""
    page.find("check_in:words").setFocus()
    page.type("Tired.")

    set_day(page, 2026, 11, 23)

    assert [one.words for one in on(page, YESTERDAY)] == ["Tired."]
    assert on(page, TODAY) == []


def test_another_time_is_kept(page: Seat) -> None:
    """However it is written."""
    set_time(page, "7.30")

    (check_in,) = on(page, TODAY)
    assert f"{check_in.at:%H:%M}" == "07:30"
    assert page.line("check_in:time").replace("\u202f", " ") == "7:30 AM"


def test_a_time_that_is_left_unfinished_by_f1_is_told(page: Seat) -> None:
    """Leaving the page is going on."""
    page.write("check_in:time", "7:30")

    page.press(Qt.Key.Key_F1)

    assert [f"{one.at:%H:%M}" for one in on(page, TODAY)] == ["07:30"]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ((2026, 11, 25), "This day is still to come. The check-in stays where it is."),
        ((2099, 1, 1), "This day is still to come. The check-in stays where it is."),
        ((1901, 11, 24), "Is the year right? The check-in stays where it is."),
    ],
)
def test_a_day_that_cannot_be_is_refused_kindly(
    page: Seat, day: tuple[int, int, int], sentence: str
) -> None:
    """Beside the field, in which it stays; nothing is moved, and nothing lost."""
    set_day(page, *day)
    assert error(page, "check_in:date") == sentence
    page.click("rating:mood:5")
    assert error(page, "check_in:date") == sentence
    assert [one.ratings.mood for one in on(page, TODAY)] == [5]
    assert page.desktop.program.journal.days() == [TODAY]

    set_day(page, 2026, 11, 23)

    assert error(page, "check_in:date") == ""
    assert [one.ratings.mood for one in on(page, YESTERDAY)] == [5]


def test_a_time_still_to_come_is_refused_kindly(page: Seat) -> None:
    """Beside its own field; it goes while the time is put right."""
    set_time(page, "11:30 PM")
    assert error(page, "check_in:time").startswith("This time is still to come.")

    page.write("check_in:time", "8:30")

    assert error(page, "check_in:time") == ""


def test_a_time_that_is_none_is_kept_among_the_words(page: Seat) -> None:
    """Said beside the field at once, and not thrown away at the end."""
    set_time(page, "around noon")
    assert error(page, "check_in:time") == "Write it like 1:30 PM or 13:30."

    page.click("check_in:done")

    assert [one.words for one in on(page, TODAY)] == ["Time: around noon"]


def test_a_day_told_with_a_time_that_is_none_is_moved_to_in_sight(page: Seat) -> None:
    """The time goes to the words, the day counts; nothing is left to move when all is closed."""
    set_time(page, "around noon")
    set_day(page, 2026, 11, 23)
    assert on(page, YESTERDAY) == []

    page.click("check_in:done")

    assert [one.words for one in on(page, YESTERDAY)] == ["Time: around noon"]
    assert on(page, TODAY) == []
    assert "Moved to Monday 23 November" in page.words
    page.click("undo")
    page.reopen()
    assert [one.words for one in on(page, TODAY)] == ["Time: around noon"]


def test_a_refused_day_does_not_wait_in_its_field(page: Seat) -> None:
    """Once the page is left it shows when the check-in was, and does not move on its own."""
    set_day(page, 2026, 11, 25)
    page.go("journal")
    editor = page.desktop.window.findChild(QDateEdit, "check_in:date")
    assert editor is not None
    assert editor.date() == QDate(2026, 11, 24)

    page.clock.advance(days=1)
    page.reopen()

    assert page.desktop.program.journal.days() == [TODAY]


def test_the_time_point_and_the_infusion_can_be_changed(seat: Seat) -> None:
    """By a tap each; to none, too. A second tap takes nothing away."""
    older = seat.answered(-8, Outcome.WENT_AHEAD)
    newer = seat.answered(-1, Outcome.WENT_AHEAD)
    cancelled = seat.answered(-2, Outcome.CANCELLED)
    seat.go("check_in", f"new:next_morning:{newer.id}")
    seat.click("effect:nausea")
    seat.click("check_in:when")
    assert not seat.shows(f"check_in:infusion:{cancelled.id}")

    seat.click("check_in:point:day_7")
    seat.click("check_in:point:day_7")
    seat.click(f"check_in:infusion:{older.id}")
    assert [(one.time_point, one.infusion) for one in on(seat, TODAY)] == [
        (TimePoint.DAY_7, older.id)
    ]
    assert "Day 7 check-in" in seat.page_words
    assert seat.shows("effect:blood_in_urine")
    seat.click("check_in:infusion:none")

    assert [one.infusion for one in on(seat, TODAY)] == [None]


def test_an_old_infusion_of_its_own_is_offered(seat: Seat) -> None:
    """Though there were many since."""
    old = seat.answered(-100, Outcome.WENT_AHEAD)
    for days in range(-8, -1):
        seat.answered(days, Outcome.WENT_AHEAD)
    seat.go("check_in", f"new:any_time:{old.id}")
    seat.click("check_in:when")

    assert seat.is_checked(f"check_in:infusion:{old.id}")


def test_one_that_says_nothing_is_not_stored_by_moving_it(seat: Seat) -> None:
    """The first tap stores it where it was moved to."""
    seat.go("check_in", "new")
    seat.click("check_in:when")
    assert not seat.shows("check_in:infusion:none")
    set_day(seat, 2026, 11, 23)
    assert seat.desktop.program.journal.days() == []
    assert not seat.shows("undo")

    seat.click("effect:nausea")

    assert len(on(seat, YESTERDAY)) == 1


def test_the_old_way_leads_to_a_moved_check_in(page: Seat) -> None:
    """Today may still offer it by its old day."""
    (check_in,) = on(page, TODAY)
    set_day(page, 2026, 11, 23)

    page.go("check_in", f"open:{TODAY}:{check_in.id}")

    assert page.is_checked("effect:nausea")


def test_two_check_ins_in_the_repeated_hour_keep_their_order(tmp_path: Path, qtbot: QtBot) -> None:
    """Half past two comes twice in that night, and each is one of its own."""
    summer = timezone(timedelta(hours=2))
    clock = FixedClock(datetime(2026, 10, 25, 2, 30, tzinfo=summer))
    seat = Seat(tmp_path, clock=clock)
    for mood in (1, 2):
        seat.go("check_in", "new")
        seat.click(f"rating:mood:{mood}")
        clock.advance(hours=1)
        clock.travel(timezone(timedelta(hours=1)), "Europe/Berlin")
    first, second = on(seat, date(2026, 10, 25))

    seat.go("check_in", f"open:{second.day}:{second.id}")
    seat.click("check_in:when")
    seat.click("check_in:point:before")
    set_time(seat, "2:30 AM")
    seat.reopen()
    kept = on(seat, date(2026, 10, 25))
    seat.close()

    assert [one.ratings.mood for one in kept] == [1, 2]
    assert [one.at for one in kept] == [first.at, second.at]
    assert first.at.time() == second.at.time()


def test_everything_has_a_name_and_room(page: Seat) -> None:
    """With both fields wrong."""
    set_day(page, 1901, 1, 1)
    set_time(page, "noon")

    assert lint.unnamed(page.desktop.window) == []
    assert lint.clipped(page.desktop.window) == []
