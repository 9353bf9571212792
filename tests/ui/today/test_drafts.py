"""Words that did not reach their file: said while it happens, offered back the next time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.shell.draft_timer import EVERY_MS
from app.ui.dialogs.files import ask_for_file, ask_for_folder
from app.ui.pause import CEILING_MS
from tests.support import lint
from tests.support.seat import Seat
from tests.support.windows import windows_shown

WORDS = "The music carried me"


def write(seat: Seat, words: str = WORDS) -> None:
    """Type a check-in and let it be handed over."""
    seat.go("check_in")
    field = seat.find("check_in:words")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText(words)
    seat.desktop.window.navigation.leave()
    seat.write_out()


def block(seat: Seat) -> Path:
    """Let a file stand where the journal's folder should be."""
    path = seat.paths.data / "journal"
    path.write_text("in the way")
    return path


def drafts(seat: Seat) -> str:
    """Return the text of all drafts."""
    return "".join(p.read_text() for p in seat.paths.drafts.rglob("*.yaml"))


@pytest.fixture
def left(seat: Seat, qtbot: QtBot) -> Seat:
    """A seat that was left while its disk refused, and is taken again."""
    blocked = block(seat)
    write(seat)
    seat.close()
    blocked.unlink()
    seat.open()
    seat.go("today")
    qtbot.waitUntil(lambda: bool(seat.desktop.program.recovery.found))
    seat.settle()
    return seat


def test_typing_without_a_pause_is_on_a_disk_within_two_seconds(seat: Seat, qtbot: QtBot) -> None:
    """Handed over after the ceiling, in a draft one look later if the file does not take it."""
    assert CEILING_MS + EVERY_MS < 2_000
    blocked = block(seat)
    write(seat)

    qtbot.waitUntil(lambda: WORDS in drafts(seat))

    blocked.unlink()


def test_the_way_out_is_offered_while_the_disk_refuses(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copy the text, or put it somewhere else; the words stay on the screen all the while."""
    blocked = block(seat)
    write(seat)
    seat.expect_words("Not saved yet. Your words are still here.")

    seat.click("save:copy")
    assert WORDS in QApplication.clipboard().text()
    other = tmp_path / "stick.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    seat.click("save:elsewhere")

    assert f"words: {WORDS}" in other.read_text()
    seat.expect_words("A copy of your words is in stick.txt.")
    blocked.unlink()


def test_a_place_that_refuses_too_is_said(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing happens when the dialog is called off."""
    blocked = block(seat)
    write(seat)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    seat.click("save:elsewhere")
    assert not seat.shows("news:dismiss")
    nowhere = tmp_path / "none" / "a.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))

    seat.click("save:elsewhere")

    seat.expect_words(
        "That did not work. The folder is gone. Choose another place. Your words are still here."
    )
    blocked.unlink()


def test_words_of_last_time_are_offered_in_the_window(
    request: pytest.FixtureRequest, seat: Seat
) -> None:
    """The offer was never a window of its own, which takes the keyboard away as it goes."""
    with windows_shown() as shown:
        request.getfixturevalue("left")

    assert seat.shows("today:drafts")
    assert shown == ["window"]


def test_words_of_last_time_are_offered_and_put_back(left: Seat) -> None:
    """One button, and they are in the journal."""
    assert left.shows("today:drafts")
    left.expect_words("Your words from last time are here")
    assert lint.unnamed(left.desktop.window) == []
    assert lint.clipped(left.desktop.window) == []

    left.click("today:drafts:take_back")
    left.write_out()

    assert not left.shows("today:drafts")
    assert WORDS in left.files()


def test_words_of_last_time_can_be_copied_and_let_go_and_brought_back(left: Seat) -> None:
    """Undo instead of a question."""
    left.click("today:drafts:copy")
    assert WORDS in QApplication.clipboard().text()
    left.click("today:drafts:let_go")
    assert not left.shows("today:drafts")
    assert drafts(left) == ""

    left.click("undo")
    left.desktop.program.recovery.keep_now(10)
    left.settle()

    assert left.shows("today:drafts")
    assert WORDS in drafts(left)


def test_not_now_leaves_them_for_the_next_start(left: Seat) -> None:
    """Hidden, and still there."""
    notice = left.find("today:drafts")
    notice.dismissed.emit()  # type: ignore[attr-defined]
    left.go("calm")
    left.go("today")

    assert WORDS in drafts(left)


def test_dialogs_leave_no_trace_of_where_the_patient_was(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt writes a history of folders; it is removed again."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setValue("FileDialog/history", ["/home/ada/secret"])
    settings.sync()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/home/ada/a.zip", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")

    assert ask_for_file(seat.desktop.window, "Which", "All (*)") == Path("/home/ada/a.zip")
    assert ask_for_folder(seat.desktop.window, "Where") is None

    again = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert not again.contains("FileDialog/history")
