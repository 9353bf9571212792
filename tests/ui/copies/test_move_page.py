"""Moving the files: a place is chosen, seen, and gone to by one button."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, Profile, ThemeName
from app.services.place import Place
from app.storage.paths import Paths, remembered_folder
from app.ui.copies.move_model import MoveModel
from app.ui.copies.move_page import MovePage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from tests.support import pages
from tests.support.day import Day
from tests.support.gate import hold_up


class Desk:
    """The page, on a folder that says Anna."""

    def __init__(self, theme: Theme, day: Day, qtbot: QtBot) -> None:
        self.day = day
        self.say("Anna")
        self.undo = UndoStack()
        self.place = Place(day.program.folder, day.program.changes, self._paths_of)
        self.model = MoveModel(self.place, self.undo)
        self.page = MovePage(theme, self.model)
        self._qtbot = qtbot
        qtbot.addWidget(self.page)

    def _paths_of(self, folder: Path) -> Paths:
        home = self.day.home
        return Paths(
            data=folder,
            state=home / "state" / "folders" / folder.name,
            config=home / "config",
            chosen=True,
            remembered=True,
        )

    def say(self, name: str) -> None:
        """Keep a name."""
        self.day.program.preferences.keep_profile(Profile(name=name))
        self.day.settle()

    def wait(self) -> None:
        """Wait until nothing is being done."""
        self._qtbot.waitUntil(lambda: not self.model.errand.is_busy)
        self.day.settle()
        pages.settle()

    def press(self, name: str) -> None:
        """Go to the button *name* by keyboard, press it, and wait for what comes of it."""
        pages.tab_to(name)
        pages.press(Qt.Key.Key_Space)
        self.wait()

    @property
    def words(self) -> str:
        """Every word that is shown."""
        return pages.words(self.page)


@pytest.fixture
def desk(theme: Theme, day: Day, qtbot: QtBot) -> Desk:
    """Make the page."""
    return Desk(theme, day, qtbot)


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    """Have the system's dialog answered with *folder*."""
    chosen = "" if folder is None else str(folder)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen)


def test_the_files_are_moved_by_keyboard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into a new folder where something lies already; what is written next is written there."""
    stick = desk.day.home / "stick"
    stick.mkdir()
    (stick / "holiday.jpg").write_text("mine")
    choose(monkeypatch, stick)
    desk.undo.push("Ticked", lambda: None)
    pages.show(desk.page)
    assert "No place is chosen yet." in desk.words
    assert not pages.find(desk.page, "move:now").isEnabled()

    desk.press("move:choose")
    assert str(stick / "data") in desk.words
    desk.press("move:now")

    assert "2 files are now in" in desk.words
    assert "They were read back and are right." in desk.words
    assert desk.place.path == stick / "data"
    assert remembered_folder(desk.day.home / "config") == stick / "data"
    assert not desk.day.data.exists()
    assert desk.undo.top is None
    desk.say("Bert")
    assert "Bert" in (stick / "data" / "profile.yaml").read_text()


def test_an_empty_folder_is_taken_itself(desk: Desk) -> None:
    """Nothing is put into another folder in it."""
    (desk.day.home / "stick").mkdir()
    pages.show(desk.page)

    desk.model.choose(desk.day.home / "stick")
    desk.model.move()
    desk.wait()

    assert desk.place.path == desk.day.home / "stick"


def test_a_dialog_that_is_called_off_chooses_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is anything moved without a place."""
    choose(monkeypatch, None)
    pages.show(desk.page)

    desk.press("move:choose")
    desk.model.move()

    assert "No place is chosen yet." in desk.words
    assert desk.place.path == desk.day.data


def test_a_place_that_cannot_be_had_is_said(desk: Desk) -> None:
    """The files are where they were, and what is written next is written there."""
    pages.show(desk.page)

    desk.model.choose(desk.day.data)
    desk.press("move:now")

    assert "The folder was not moved. That place is in the folder itself." in desk.words
    desk.say("Bert")
    assert "Bert" in desk.day.text("profile.yaml")
    desk.model.choose(desk.day.home / "nowhere" / "at all")
    desk.press("move:now")
    assert "That place is not there. Choose another." in desk.words


def test_while_words_are_not_saved_nothing_is_moved(desk: Desk) -> None:
    """The words come first."""
    pages.show(desk.page)
    desk.model.choose(desk.day.home / "stick")
    desk.day.program.preferences.keep_profile(Profile(name="Carla"))

    desk.press("move:now")

    assert "The folder was not moved. Something is not saved yet." in desk.words
    desk.day.settle()
    assert "Carla" in desk.day.text("profile.yaml")


def test_a_folder_that_was_named_at_the_start_is_not_moved(desk: Desk, day: Day) -> None:
    """It is said what to do instead."""
    day.program.folder.paths = Paths(
        data=day.data, state=day.home / "state", config=day.home / "config", chosen=True
    )
    pages.show(desk.page)

    assert "This folder was named when the program was started" in desk.words
    with pytest.raises(AssertionError):
        pages.find(desk.page, "move:now")


def test_a_chosen_folder_that_is_gone_can_be_forgotten(desk: Desk) -> None:
    """From the next start on the usual one is used; nothing is removed."""
    desk.model.choose(desk.day.home / "stick")
    desk.model.move()
    desk.wait()
    (desk.day.home / "stick").rename(desk.day.home / "pulled out")
    desk.day.program.folder.open()
    pages.show(desk.page)

    desk.press("move:usual")

    assert "Soft Landing uses its usual folder from the next start on." in desk.words
    assert remembered_folder(desk.day.home / "config") is None
    assert (desk.day.home / "pulled out" / "profile.yaml").exists()


def test_what_is_remembered_and_cannot_be_forgotten_is_said(desk: Desk) -> None:
    """The page goes on."""
    (desk.day.home / "config").write_text("a file in the way")
    pages.show(desk.page)

    desk.model.use_usual()

    assert "The folder was not moved." in desk.words


def test_a_visit_shows_nothing_of_the_last(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """But a move that goes on is shown; the way back leads to Settings."""
    gate = hold_up(monkeypatch, desk.place, "carry_over")
    wanted: list[Route] = []
    desk.page.route_wanted.connect(wanted.append)
    desk.model.choose(desk.day.home / "stick")
    desk.model.move()
    desk.page.arrive("")
    assert "Moving your files…" in desk.words
    gate.open()
    desk.wait()

    pages.show(desk.page)
    desk.press("move:back")

    assert "read back and are right" not in desk.words
    assert wanted == [Route("settings", "files")]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(480, 400), (800, 600), (1180, 860)])
def test_everything_fits(desk: Desk, theme: Theme, percent: int, size: tuple[int, int]) -> None:
    """Before and after; long paths wrap."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    pages.show(desk.page, *size)
    desk.model.choose(desk.day.home / ("long" * 40))
    assert not pages.faults(desk.page)

    desk.press("move:now")

    assert "They were read back" in desk.words
    assert not pages.faults(desk.page)
