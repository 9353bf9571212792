"""Putting a backup back: seen first, done by one button, and taken back by another."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, Profile, ThemeName
from app.storage.folder_probe import Access
from app.ui.copies.restore_model import RestoreModel
from app.ui.copies.restore_page import RestorePage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from tests.support import pages
from tests.support.day import Day
from tests.support.gate import hold_up


class Desk:
    """The page, a backup that says Anna, and a folder that says Bert."""

    def __init__(self, theme: Theme, day: Day, qtbot: QtBot) -> None:
        self.day = day
        self.say("Anna")
        self.backup = day.program.copies.back_up().copied.path
        self.say("Bert")
        self.undo = UndoStack()
        self.model = RestoreModel(day.program.copies, self.undo)
        self.page = RestorePage(theme, self.model)
        self._qtbot = qtbot
        qtbot.addWidget(self.page)

    def say(self, name: str) -> None:
        """Keep a name."""
        self.day.program.preferences.keep_profile(Profile(name=name))
        self.day.settle()

    @property
    def name(self) -> str:
        """The name that is in the file."""
        self.day.settle()
        return self.day.text("profile.yaml").partition("name: ")[2].partition("\n")[0]

    def show(self, path: Path, width: int = 956, height: int = 860) -> None:
        """Go to the page with the backup at *path*."""
        pages.show(self.page, width, height, str(path))
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is being done."""
        self._qtbot.waitUntil(lambda: not self.model.errand.is_busy)
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


def test_a_backup_is_seen_before_it_is_put_back(desk: Desk) -> None:
    """What is in it and what would change; looking changes nothing."""
    desk.show(desk.backup)

    assert "soft-landing-2026-11-24-0900.zip" in desk.words
    assert "Made on 24 November 2026 at 09:00." in desk.words
    assert "1 file would be as it was then." in desk.words
    assert desk.name == "Bert"


def test_it_is_put_back_and_taken_back_by_keyboard(desk: Desk) -> None:
    """The files of now are in a backup; nothing that was done to them can be undone any more."""
    desk.undo.push("Ticked", lambda: None)
    desk.show(desk.backup)

    desk.press("restore:put_back")

    assert desk.name == "Anna"
    assert "The backup was put back." in desk.words
    assert "The files of before are in the backup soft-landing-2026-11-24-0900-2.zip." in desk.words
    assert "What would change" not in desk.words
    assert desk.undo.top is None
    desk.press("restore:take_back")
    assert desk.name == "Bert"
    desk.press("restore:take_back")
    assert desk.name == "Anna"


def test_one_that_would_change_nothing_is_not_put_back(desk: Desk) -> None:
    """The button cannot be pressed, and the reason stands there."""
    same = desk.day.program.copies.back_up().copied.path
    desk.show(same)

    assert "Putting it back would change nothing." in desk.words
    assert not pages.find(desk.page, "restore:put_back").isEnabled()
    desk.model.put_back()
    desk.model.take_back()
    assert len(desk.day.program.copies.all()) == 2


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere.zip", "That backup is not there."),
        ("text.zip", "It is not a backup of Soft Landing."),
    ],
)
def test_what_is_no_backup_is_refused(desk: Desk, name: str, why: str) -> None:
    """In a sentence; there is nothing to press but the way back."""
    (desk.day.home / "text.zip").write_text("not a zip")
    desk.show(desk.day.home / name)

    assert f"This backup cannot be used. {why}" in desk.words
    with pytest.raises(AssertionError):
        pages.find(desk.page, "restore:put_back")


def test_while_words_are_not_saved_nothing_is_put_back(desk: Desk) -> None:
    """The words come first, and the button stays."""
    desk.show(desk.backup)
    desk.day.program.preferences.keep_profile(Profile(name="Carla"))

    desk.press("restore:put_back")

    assert "Nothing was put back. Something is not saved yet." in desk.words
    assert desk.name == "Carla"
    assert pages.find(desk.page, "restore:put_back").isEnabled()


def test_what_is_written_meanwhile_is_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that comes while the files are replaced is written afterwards."""
    gate = hold_up(monkeypatch, desk.day.program.copies, "put_back")
    desk.show(desk.backup)

    desk.model.put_back()
    desk.model.look(desk.day.home / "other.zip")
    desk.day.program.preferences.keep_profile(Profile(name="Dora"))
    assert not pages.find(desk.page, "restore:put_back").isEnabled()
    gate.open()
    desk.wait()

    assert desk.name == "Dora"
    assert desk.model.path == desk.backup


def test_two_things_at_once_are_not_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second is refused, and the first goes on."""
    gate = hold_up(monkeypatch, desk.day.program.copies, "put_back")
    other = RestoreModel(desk.day.program.copies, desk.undo)
    desk.show(desk.backup)
    other.path, other.preview = desk.model.path, desk.model.preview
    desk.model.put_back()

    other.put_back()
    gate.open()
    desk.wait()

    assert other.errand.title == (
        "Nothing was put back. Something else is being done with them. Try again in a moment. "
        "Your files are as they were."
    )
    assert desk.name == "Anna"


def test_a_backup_that_went_away_meanwhile_changes_nothing(desk: Desk) -> None:
    """And what is written afterwards reaches the disk."""
    desk.show(desk.backup)
    desk.backup.unlink()

    desk.press("restore:put_back")

    assert "Nothing was put back." in desk.words
    assert desk.day.program.folder.access is Access.WRITABLE
    desk.say("Carla")
    assert desk.name == "Carla"


def test_the_way_back_leads_to_the_backups(desk: Desk) -> None:
    """Where the page was opened from."""
    wanted: list[Route] = []
    desk.page.route_wanted.connect(wanted.append)
    desk.show(desk.backup)

    desk.press("restore:back")

    assert wanted == [Route("copies")]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(480, 400), (800, 600), (1180, 860)])
def test_everything_fits(desk: Desk, theme: Theme, percent: int, size: tuple[int, int]) -> None:
    """Before and after; long names wrap."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    long = desk.backup.rename(desk.day.home / f"a-long-name-{'x' * 120}.zip")
    desk.show(long, *size)
    assert not pages.faults(desk.page)

    desk.press("restore:put_back")

    assert not pages.faults(desk.page)
