"""Backups and copies: what is there, what is made, and what is said when that fails."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, Profile, ThemeName
from app.ui.copies.model import CopiesModel
from app.ui.copies.page import CopiesPage
from app.ui.dates import time_name
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.outcome import Outcome
from tests.support import pages
from tests.support.day import Day
from tests.support.gate import hold_up


def line(hour: int) -> str:
    """Return how a backup made at *hour* is listed."""
    return f"24 November 2026, {time_name(time(hour))}, 1 kB"


class Desk:
    """The page on a folder with somebody's name in it."""

    def __init__(self, theme: Theme, day: Day, qtbot: QtBot) -> None:
        self.day = day
        day.program.preferences.keep_profile(Profile(name="Anna"))
        day.settle()
        self.model = CopiesModel(day.program.copies)
        self.page = CopiesPage(theme, self.model)
        self.wanted: list[Route] = []
        self.page.route_wanted.connect(self.wanted.append)
        self._qtbot = qtbot
        qtbot.addWidget(self.page)

    def show(self, width: int = 956, height: int = 860) -> None:
        """Go to the page, and wait until it knows the backups."""
        self.model.backups = None
        pages.show(self.page, width, height)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is being done."""
        self._qtbot.waitUntil(
            lambda: not self.model.errand.is_busy and self.model.backups is not None
        )
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

    @property
    def backups(self) -> list[str]:
        """What is shown of backups."""
        return [line for line in self.words.split("\n") if line.endswith(" kB")]


@pytest.fixture
def desk(theme: Theme, day: Day, qtbot: QtBot) -> Iterator[Desk]:
    """Make the page."""
    desk = Desk(theme, day, qtbot)
    yield desk
    desk.wait()


def answer(monkeypatch: pytest.MonkeyPatch, dialog: str, path: Path | None) -> None:
    """Have the system's *dialog* answered with *path*."""
    chosen = "" if path is None else str(path)
    reply = chosen if dialog == "getExistingDirectory" else (chosen, "")
    monkeypatch.setattr(QFileDialog, dialog, lambda *_: reply)


def test_without_a_backup_that_is_said(desk: Desk) -> None:
    """And one from elsewhere can be chosen all the same."""
    assert "Looking…" in desk.words
    desk.show()

    assert "There is no backup yet." in desk.words
    assert pages.find(desk.page, "copies:other").isEnabled()


def test_a_backup_is_made_and_listed(desk: Desk, qtbot: QtBot) -> None:
    """By keyboard; what is in it is told, and the list grows."""
    desk.show()

    desk.press("copies:now")

    assert "The copy is made: soft-landing-2026-11-24-0900.zip" in desk.words
    assert "The copy was read back and is right." in desk.words
    qtbot.waitUntil(lambda: desk.backups == [line(9)])


def test_the_newest_stand_first_and_all_can_be_shown(desk: Desk) -> None:
    """Five of them first; the keyboard goes on where the list was cut off."""
    for _hour in range(7):
        desk.day.program.copies.back_up()
        desk.day.clock.advance(hours=1)
    desk.show()
    assert desk.backups[-1] == line(11)
    assert len(desk.backups) == 5

    desk.press("copies:all")

    assert desk.backups[-4:] == [line(12), line(11), line(10), line(9)]
    assert desk.page.focusWidget().objectName() == "copies:5"
    pages.press(Qt.Key.Key_Space)
    assert desk.wanted == [
        Route("restore", str(desk.day.home / "state/backups/soft-landing-2026-11-24-1000.zip"))
    ]


def test_a_copy_goes_where_it_is_wanted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a file that the dialog asked about, too."""
    stick = desk.day.home / "mine.zip"
    stick.write_text("older")
    answer(monkeypatch, "getSaveFileName", stick)
    desk.show()

    desk.press("copies:save")

    assert "The copy is made: mine.zip" in desk.words
    assert stick.read_bytes().startswith(b"PK")


def test_what_the_dialog_did_not_ask_about_is_not_replaced(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name without its ending names another file than the one that was asked about."""
    (desk.day.home / "mine.zip").write_text("of somebody")
    answer(monkeypatch, "getSaveFileName", desk.day.home / "mine")
    desk.show()

    desk.press("copies:save")

    assert "No backup was made. Something is there already." in desk.words
    assert (desk.day.home / "mine.zip").read_text() == "of somebody"


def test_plain_files_go_into_a_folder(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new one in the one that was chosen."""
    answer(monkeypatch, "getExistingDirectory", desk.day.home)
    desk.show()

    desk.press("copies:plain")

    assert "Anna" in (desk.day.home / "soft-landing-2026-11-24" / "profile.yaml").read_text()
    assert "The copy is made: soft-landing-2026-11-24" in desk.words


def test_what_cannot_be_done_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one sentence that ends with what is safe; the next visit begins anew."""
    answer(monkeypatch, "getExistingDirectory", desk.day.data)
    desk.show()

    desk.press("copies:plain")

    sentence = (
        "No copy was made. That place is in the folder itself. Choose another. "
        "Your files are as they were."
    )
    assert sentence in desk.words
    desk.show()
    assert sentence not in desk.words


@pytest.mark.parametrize(
    ("button", "dialog"),
    [
        ("copies:save", "getSaveFileName"),
        ("copies:plain", "getExistingDirectory"),
        ("copies:other", "getOpenFileName"),
    ],
)
def test_a_dialog_that_is_called_off_changes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, button: str, dialog: str
) -> None:
    """Nothing is said, nothing is made."""
    answer(monkeypatch, dialog, None)
    desk.show()
    before = desk.words

    desk.press(button)

    assert desk.words == before
    assert not desk.wanted


def test_a_backup_from_elsewhere_is_looked_into(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the page that every backup is looked into."""
    answer(monkeypatch, "getOpenFileName", desk.day.home / "stick.zip")
    desk.show()

    desk.press("copies:other")
    desk.press("copies:back")

    assert desk.wanted == [
        Route("restore", str(desk.day.home / "stick.zip")),
        Route("settings", "files"),
    ]


def test_one_at_a_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a copy is made none of the buttons can be pressed, and asking again does nothing."""
    gate = hold_up(monkeypatch, desk.day.program.copies, "back_up")
    desk.show()

    desk.model.back_up()
    desk.model.back_up()

    assert "Making a backup…" in desk.words
    for name in ("copies:now", "copies:save", "copies:plain"):
        assert not pages.find(desk.page, name).isEnabled()
    desk.page.arrive("")
    assert "Making a backup…" in desk.words
    gate.open()
    desk.wait()
    assert len(desk.day.program.copies.all()) == 1


def test_what_came_of_it_is_said_by_a_screen_reader(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without going there: that it has begun, and what came of it."""
    told: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    desk.show()

    desk.model.back_up()
    desk.wait()

    assert told[0] == "Making a backup…"
    assert told[1].startswith("The copy is made: soft-landing-2026-11-24-0900.zip 2 files")


@pytest.mark.parametrize(("fails", "faults"), [("back_up", 1), ("all", 2)])
def test_an_unexpected_fault_ends_the_wait(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, fails: str, faults: int
) -> None:
    """It is written down like any other, and the page can be used again."""
    desk.show()

    def go_wrong() -> None:
        raise ValueError("planted")

    monkeypatch.setattr(desk.day.program.copies, fails, go_wrong)
    with qtbot.captureExceptions() as caught:
        desk.model.look()
        desk.model.back_up()
        desk.wait()
        qtbot.waitUntil(lambda: len(caught) == faults)

    assert {kind for kind, _error, _trace in caught} == {ValueError}
    assert not desk.model.errand.is_busy


def test_what_came_of_it_is_in_sight(
    desk: Desk, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the page is long and the text is large, too."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))
    desk.show(800, 600)

    answer(monkeypatch, "getOpenFileName", None)
    desk.press("copies:other")
    desk.press("copies:now")

    outcome = desk.page.findChild(Outcome)
    assert outcome is not None
    assert not outcome.visibleRegion().isEmpty()
    assert outcome.visibleRegion().boundingRect().height() == outcome.height()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(480, 400), (800, 600), (1180, 860)])
def test_everything_fits(desk: Desk, theme: Theme, percent: int, size: tuple[int, int]) -> None:
    """Nothing is clipped, every button can be hit and has a name."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    desk.day.program.copies.back_up()
    desk.show(*size)

    desk.press("copies:now")

    assert not pages.faults(desk.page)
