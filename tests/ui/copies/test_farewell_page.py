"""Deleting everything: what goes is shown, a word is typed, and then the window only closes."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, Profile, ThemeName
from app.storage.folder_probe import Access
from app.ui.copies.farewell_model import FarewellModel
from app.ui.copies.farewell_page import FarewellPage, GonePage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from tests.support import pages
from tests.support.day import Day
from tests.support.gate import hold_up


class Desk:
    """The page that asks, the page that closes, and a folder that says Anna."""

    def __init__(self, theme: Theme, day: Day, qtbot: QtBot) -> None:
        self.day = day
        day.program.preferences.keep_profile(Profile(name="Anna"))
        day.settle()
        self.model = FarewellModel(day.program.farewell)
        self.page = FarewellPage(theme, self.model)
        self.gone = GonePage(theme, self.model)
        self.wanted: list[Route] = []
        for page in (self.page, self.gone):
            page.route_wanted.connect(self.wanted.append)
            qtbot.addWidget(page)
        self._qtbot = qtbot

    def show(self, width: int = 956, height: int = 860) -> None:
        """Go to the page that asks, and wait until it knows what there is."""
        pages.show(self.page, width, height)
        self._qtbot.waitUntil(lambda: self.model.preview is not None)
        pages.settle()

    def type(self, word: str) -> None:
        """Type *word* into the field, by keyboard."""
        pages.tab_to("farewell:word")
        pages.type_words(word)

    def wait(self) -> None:
        """Wait until nothing is being done."""
        self._qtbot.waitUntil(lambda: not self.model.errand.is_busy)
        pages.settle()


@pytest.fixture
def desk(theme: Theme, day: Day, qtbot: QtBot) -> Desk:
    """Make both pages."""
    return Desk(theme, day, qtbot)


def test_what_goes_and_what_stays_is_shown_first(desk: Desk) -> None:
    """With counts; a copy can be taken first."""
    (desk.day.data / "notes.txt").write_text("mine")
    assert "Looking…" in pages.words(desk.page)
    desk.show()

    words = pages.words(desk.page)

    assert "Your journal and your plans: 2 files, 2 kB" in words
    assert "Not ours, and left where it is:" in words
    assert str(desk.day.data / "notes.txt") in words
    assert "It cannot be brought back, unless you have a copy elsewhere." in words
    pages.tab_to("farewell:copy")
    pages.press(Qt.Key.Key_Space)
    pages.tab_to("farewell:back")
    pages.press(Qt.Key.Key_Space)
    assert desk.wanted == [Route("copies"), Route("settings", "files")]


@pytest.mark.parametrize("word", ["", "delet", "deleted", "yes"])
def test_without_the_word_nothing_is_deleted(desk: Desk, word: str) -> None:
    """The button cannot be pressed, and Return does nothing."""
    desk.show()
    desk.type(word)

    assert not pages.find(desk.page, "farewell:delete").isEnabled()
    pages.press(Qt.Key.Key_Return)
    desk.model.delete()

    assert not desk.model.is_over
    assert "Anna" in desk.day.text("profile.yaml")


@pytest.mark.parametrize("word", ["DELETE", " delete "])
def test_with_the_word_everything_is_deleted_and_the_window_closes(
    desk: Desk, qtbot: QtBot, word: str
) -> None:
    """By keyboard; the last page says so and has one button."""
    desk.show()
    desk.type(word)

    pages.press(Qt.Key.Key_Return)
    desk.wait()

    assert Route("gone") in desk.wanted
    assert not desk.day.data.exists()
    pages.show(desk.gone)
    words = pages.words(desk.gone)
    assert "Everything is deleted" in words
    assert "2 files deleted." in words
    with qtbot.waitSignal(desk.gone.close_wanted):
        pages.press(Qt.Key.Key_Space)


def test_what_is_written_afterwards_is_kept_nowhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it is said that it is not; deleting twice does nothing more."""
    gate = hold_up(monkeypatch, desk.day.program.farewell, "clear")
    desk.show()
    desk.type("delete")
    pages.press(Qt.Key.Key_Return)
    desk.model.delete()
    desk.page.arrive("")
    assert "Deleting…" in pages.words(desk.page)
    gate.open()
    desk.wait()
    desk.model.type("delete")
    desk.model.delete()

    desk.day.program.preferences.keep_profile(Profile(name="Bert"))
    desk.day.settle()

    assert not desk.day.data.exists()
    assert "Everything was deleted, so nothing is kept" in desk.day.program.saving.sentence


def test_what_could_not_be_deleted_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page does not say that all is gone."""
    real = os.unlink
    desk.show()
    desk.type("delete")

    def refused(path: Path) -> None:
        if Path(path).name == "profile.yaml":
            raise PermissionError(errno.EACCES, "no")
        real(path)

    monkeypatch.setattr(os, "unlink", refused)
    pages.press(Qt.Key.Key_Return)
    desk.wait()
    pages.show(desk.gone)

    words = pages.words(desk.gone)
    assert "Not everything could be deleted" in words
    assert "These could not be deleted:" in words
    assert str(desk.day.data / "profile.yaml") in words


def test_where_another_window_has_the_files_nothing_is_deleted(desk: Desk) -> None:
    """One sentence says so."""
    desk.show()
    desk.type("delete")
    desk.day.program.folder.access = Access.READ_ONLY_LOCKED

    pages.press(Qt.Key.Key_Return)
    pages.settle()

    words = pages.words(desk.page)
    assert "Nothing was deleted. Soft Landing is open with these files." in words
    assert "Anna" in desk.day.text("profile.yaml")
    desk.day.program.folder.access = Access.WRITABLE
    desk.show()
    assert "Nothing was deleted." not in pages.words(desk.page)
    assert not pages.find(desk.page, "farewell:delete").isEnabled()


def test_an_empty_folder_has_nothing_to_delete(desk: Desk) -> None:
    """That is said, too."""
    desk.show()
    desk.type("delete")
    pages.press(Qt.Key.Key_Return)
    desk.wait()

    desk.show()

    assert "Nothing of yours is here." in pages.words(desk.page)


def test_the_last_page_is_for_afterwards_only(desk: Desk) -> None:
    """Who comes to it before is sent to where it is asked for."""
    pages.show(desk.gone)

    assert desk.wanted == [Route("farewell")]


def test_an_unexpected_fault_is_written_down(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Like any other."""

    def go_wrong() -> None:
        raise ValueError("planted")

    monkeypatch.setattr(desk.day.program.farewell, "look", go_wrong)
    with qtbot.captureExceptions() as caught:
        desk.model.look()
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ValueError


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(480, 400), (800, 600), (1180, 860)])
def test_everything_fits(desk: Desk, theme: Theme, percent: int, size: tuple[int, int]) -> None:
    """Before and after; long paths wrap."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    (desk.day.data / ("long" * 40 + ".txt")).write_text("mine")
    desk.show(*size)
    assert not pages.faults(desk.page)

    desk.type("delete")
    pages.press(Qt.Key.Key_Return)
    desk.wait()
    pages.show(desk.gone, *size)

    assert not pages.faults(desk.gone)
