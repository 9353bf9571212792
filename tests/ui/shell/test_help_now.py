"""Help now is beside every page: one key away, and one key back to where the patient was."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.calm_session import CalmSession
from app.ui.route import BACK
from tests.support.seat import Seat

FIELDS = {
    "first_run": ("", "first_run:clinic:day"),
    "plan": ("", "plan:place"),
    "item": ("", "item:title"),
    "check_in": ("new", "check_in:words"),
    "settings": ("you", "settings:name"),
    "farewell": ("", "farewell:word"),
}
"""A page, how it is gone to, and a field on it."""


def typed(seat: Seat, name: str) -> str:
    """Return what stands in the field *name*."""
    field = seat.find(name)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def sessions(seat: Seat) -> tuple[CalmSession, ...]:
    """Return the calm sessions of today's journal."""
    return seat.desktop.program.journal.day(seat.clock.now().date()).calm_sessions


def start_session(seat: Seat) -> None:
    """Begin ten minutes of calm."""
    seat.go("calm")
    seat.click("calm:length:10")
    seat.click("calm:start")


@pytest.mark.parametrize("page", FIELDS)
def test_half_a_sentence_waits_while_help_is_looked_at(seat: Seat, page: str) -> None:
    """F1 and Escape: the same page, the same field, every letter, and writing goes on there."""
    argument, field = FIELDS[page]
    seat.go(page, argument)
    seat.find(field).setFocus()
    seat.type("Half a sent")

    seat.press(Qt.Key.Key_F1)
    assert seat.here == "help"
    assert seat.focus == "help:emergency"
    seat.press(Qt.Key.Key_Escape)

    assert (seat.here, seat.focus) == (page, field)
    seat.type("ence")
    assert typed(seat, field) == "Half a sentence"


def test_what_waits_is_kept_when_the_patient_goes_elsewhere(seat: Seat) -> None:
    """From Help now to another page is leaving both."""
    seat.go("item")
    seat.write("item:title", "Feed the cat")
    seat.press(Qt.Key.Key_F1)
    assert "Feed the cat" not in seat.files()

    seat.click("nav:journal")

    assert "Feed the cat" in seat.files()
    seat.press(Qt.Key.Key_F1)
    seat.press(Qt.Key.Key_Escape)
    assert seat.here == "journal"


def test_what_waits_is_kept_when_the_window_is_closed(seat: Seat) -> None:
    """Nobody has to go back first."""
    seat.go("item")
    seat.write("item:title", "Feed the cat")
    seat.press(Qt.Key.Key_F1)

    seat.close()
    seat.open()

    assert "Feed the cat" in seat.files()


def test_the_way_back_can_be_clicked_and_help_asked_for_twice(seat: Seat) -> None:
    """F1 on Help now stays there; the link leads to the page before it."""
    seat.go("journal")
    seat.press(Qt.Key.Key_F1)
    seat.press(Qt.Key.Key_F1)
    assert seat.here == "help"

    seat.click("help:back")

    assert seat.here == "journal"
    seat.desktop.window.navigation.go(BACK)
    assert seat.here == "journal"


def test_escape_first_closes_what_is_open_on_help_itself(seat: Seat) -> None:
    """What was typed of somebody is kept; the second Escape leads back."""
    seat.press(Qt.Key.Key_F1)
    seat.click("help:person:add")
    seat.type("Kim")

    seat.press(Qt.Key.Key_Escape)
    assert seat.here == "help"
    assert not seat.shows("help:person:name")
    seat.press(Qt.Key.Key_Escape)

    assert seat.here == "today"
    assert "name: Kim" in seat.files()


def test_f1_while_somebody_is_added_keeps_them_and_shows_the_numbers(seat: Seat) -> None:
    """The keyboard is on the first number, whatever was open."""
    seat.press(Qt.Key.Key_F1)
    seat.click("help:person:add")
    seat.type("Kim")

    seat.press(Qt.Key.Key_F1)

    assert seat.focus == "help:emergency"
    assert "name: Kim" in seat.files()


def test_the_first_screen_shows_the_country_chosen_on_help(seat: Seat) -> None:
    """And begins with it."""
    seat.go("first_run")
    seat.press(Qt.Key.Key_F1)
    QTest.keyClicks(seat.find("help:country"), "Germ")
    seat.find("help:back").setFocus()
    seat.press(Qt.Key.Key_Escape)

    box = seat.find("first_run:country")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Germany"
    assert "0800 111 0 111" in seat.words


def test_when_to_call_is_read_from_its_heading_on(seat: Seat) -> None:
    """By keyboard from a check-in: the lists are in sight, not scrolled away by the numbers."""
    seat.desktop.window.resize(800, 600)
    seat.go("check_in", "new")
    seat.find("check_in:help").setFocus(Qt.FocusReason.TabFocusReason)

    seat.press(Qt.Key.Key_Space)

    assert seat.here == "help"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert "Call " in focused.property("text")
    assert not focused.visibleRegion().isEmpty()
    seat.press(Qt.Key.Key_Escape)
    assert (seat.here, seat.focus) == ("check_in", "check_in:help")


@pytest.mark.parametrize("way", ["key", "button"])
def test_a_session_runs_on_beneath_help_and_is_come_back_to(seat: Seat, way: str) -> None:
    """The way back is named; time went on meanwhile, and the keyboard is on Pause."""
    start_session(seat)
    if way == "key":
        seat.press(Qt.Key.Key_F1)
    else:
        seat.click("calm:help")
    assert seat.focus == "help:emergency"
    assert seat.desktop.window.sidebar.isVisible()
    assert "Back to the session" in seat.words
    assert not seat.shows("help:session")
    seat.clock.advance(minutes=4)

    if way == "key":
        seat.press(Qt.Key.Key_Escape)
    else:
        seat.click("help:back")

    assert (seat.here, seat.focus) == ("calm_running", "calm:pause")
    assert not seat.desktop.window.sidebar.isVisible()
    seat.click("calm:toggle_time")
    assert "6:00" in seat.words


def test_the_end_of_a_session_is_not_missed_on_help(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is heard and said above the numbers, kept at once, and shown when one comes back."""
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(True))
    start_session(seat)
    seat.press(Qt.Key.Key_F1)
    seat.clock.advance(minutes=10, seconds=1)

    seat.expect_words("The calm session is over. It is in your journal.")

    assert beeps == [True]
    assert len(sessions(seat)) == 1
    assert (seat.here, seat.focus) == ("help", "help:emergency")
    assert "Back to the session" not in seat.words
    seat.press(Qt.Key.Key_Escape)
    assert (seat.here, seat.focus) == ("calm_running", "calm:done")
    assert "The time is over" in seat.words


def test_a_session_under_way_is_offered_from_any_page(seat: Seat) -> None:
    """Escape leads to the page, the second link to the session, until it ends."""
    start_session(seat)
    seat.click("calm:leave")
    seat.go("check_in", "new")
    seat.press(Qt.Key.Key_F1)

    seat.click("help:session")

    assert seat.here == "calm_running"
    seat.click("calm:leave")
    seat.press(Qt.Key.Key_F1)
    assert seat.shows("help:session")
    seat.clock.advance(minutes=11)
    seat.desktop.places.calm.model.look()
    assert not seat.shows("help:session")


def test_a_session_goes_on_breathing_after_a_pause_begun_before_help(seat: Seat) -> None:
    """Paused stays paused: looking at Help now starts nothing."""
    start_session(seat)
    seat.click("calm:pause")
    seat.press(Qt.Key.Key_F1)
    seat.clock.advance(hours=1)
    seat.press(Qt.Key.Key_Escape)

    assert "10 minutes, paused" in seat.words
    assert sessions(seat) == ()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_list_that_is_open_is_called_off_for_help(seat: Seat) -> None:
    """Nothing in it is chosen."""
    seat.go("settings", "you")
    countries = seat.find("settings:country")
    assert isinstance(countries, QComboBox)
    chosen = countries.currentText()
    countries.setFocus()
    countries.showPopup()
    QTest.qWait(20)

    QTest.keyClick(countries.view(), Qt.Key.Key_Down)
    QTest.keyClick(countries.view(), Qt.Key.Key_F1)
    seat.settle()

    assert QApplication.activePopupWidget() is None
    assert seat.here == "help"
    assert countries.currentText() == chosen


def box(parent: QWidget) -> QDialog:
    """Return a question of yes and no."""
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    return QMessageBox(QMessageBox.Icon.Question, "title", "text", yes | no, parent)


def file_dialog(parent: QWidget) -> QDialog:
    """Return the question for a file, asked by the program itself."""
    dialog = QFileDialog(parent)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


@pytest.mark.parametrize("make", [box, file_dialog])
def test_a_dialog_is_called_off_for_help(
    seat: Seat, qtbot: QtBot, make: Callable[[QWidget], QDialog]
) -> None:
    """Whoever asked hears "nothing" first; then Help now is there, and behind it the page."""
    seat.go("copies")
    dialog = make(seat.desktop.window)
    order: list[str] = []
    loop = QEventLoop()
    dialog.finished.connect(loop.quit)
    seat.desktop.window.navigation.arrived.connect(lambda place: order.append(place.name))
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)  # before, it hears no key

    QTimer.singleShot(0, partial(QTest.keyClick, dialog, Qt.Key.Key_F1))
    loop.exec()
    order.append("asked")
    qtbot.waitUntil(lambda: "help" in order)

    assert not dialog.isVisible()
    assert dialog.result() in {0, QMessageBox.StandardButton.No.value}
    assert order == ["asked", "help"]
    dialog.deleteLater()
    seat.desktop.window.activateWindow()  # the offscreen platform forgets which one it was
    seat.settle()
    assert seat.focus == "help:emergency"
    seat.press(Qt.Key.Key_Escape)
    assert seat.here == "copies"


def test_a_question_over_a_dialog_is_called_off_too(seat: Seat, qtbot: QtBot) -> None:
    """Two lie over each other, as when a file would be replaced."""
    first = file_dialog(seat.desktop.window)
    first.open()
    second = box(first)
    second.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is second)

    QTest.keyClick(second, Qt.Key.Key_F1)
    seat.settle()

    assert not first.isVisible()
    assert not second.isVisible()
    assert seat.here == "help"
    first.deleteLater()
