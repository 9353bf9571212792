"""Check my data: what is wrong is said with what to do, and a repair can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.services.data_check import DataCheck
from app.storage.folder_probe import Access
from app.ui.check_data import model as model_module
from app.ui.check_data.model import CheckDataModel
from app.ui.check_data.page import CheckDataPage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from tests.support import pages
from tests.support.day import Day

DAMAGED = """\
schema: 1
items:
  - id: own23456
    created: '2026-11-30T09:30:00+01:00'
    changed: '2026-11-30T09:30:00+01:00'
    title: Warm socks
    stage: morning
  - id: own23457
\ttitle: Candy
"""
LONG = "a-very-long-name-of-a-file-that-somebody-else-put-here-" + "x" * 90 + ".txt"


class Checked:
    """The page on a folder, its model, and the changes that can be taken back."""

    def __init__(self, theme: Theme, day: Day, qtbot: QtBot) -> None:
        self.undo = UndoStack()
        self.checking = DataCheck(day.program.folder, day.program.changes)
        self.model = CheckDataModel(self.checking, self.undo)
        self.page = CheckDataPage(theme, self.model)
        self._qtbot = qtbot
        qtbot.addWidget(self.page)

    def show(self, width: int = 956, height: int = 860) -> None:
        """Go to the page and wait until it has looked."""
        pages.show(self.page, width, height)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is being read or repaired."""
        self._qtbot.waitUntil(lambda: not self.model.is_busy)
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
def checked(theme: Theme, day: Day, qtbot: QtBot) -> Checked:
    """Make the page on the day's folder."""
    return Checked(theme, day, qtbot)


def write(day: Day, name: str, text: str) -> Path:
    """Put a file into the folder."""
    day.settle()
    path = day.data / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


class FileManager(QObject):
    """Stands for the computer's own, and remembers what it was asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        """Remember *url*."""
        self.shown.append(url.toLocalFile())


@pytest.fixture
def file_manager() -> Iterator[FileManager]:
    """A computer that has one."""
    manager = FileManager()
    QDesktopServices.setUrlHandler("file", manager, "show")  # type: ignore[arg-type]
    yield manager
    QDesktopServices.unsetUrlHandler("file")


def test_a_folder_in_order_is_said_to_be(checked: Checked, day: Day) -> None:
    """First that it looks, then that everything can be read, with the count."""
    write(day, "profile.yaml", "schema: 1\nname: Bo\n")
    assert "Looking…" in checked.words
    checked.show()

    assert "Everything can be read" in checked.words
    assert "1 file of yours." in checked.words


def test_each_finding_says_what_where_and_what_to_do(checked: Checked, day: Day) -> None:
    """Name, line, what is wrong, advice; a repair is offered only where it is safe."""
    write(day, "checklist.yaml", DAMAGED)
    write(day, "journal/2026/2026-11-30.yaml", "schema: 1\n\tx\n")
    write(day, LONG, "x")
    checked.show()

    assert "3 files need a look" in checked.words
    assert "checklist.yaml" in checked.words
    assert "Line 9: There is a tab where spaces are needed." in checked.words
    assert "A repair keeps 1 entry and leaves out lines 8 to 9." in checked.words
    assert "Leave it, or move it out of the folder." in checked.words
    assert pages.find(checked.page, "check_data:1:repair").isEnabled()
    for number in (0, 2):
        with pytest.raises(AssertionError):
            pages.find(checked.page, f"check_data:{number}:repair")
    assert not pages.faults(checked.page)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(480, 400), (800, 600), (1180, 860)])
def test_long_names_and_many_findings_fit(
    checked: Checked, day: Day, theme: Theme, percent: int, size: tuple[int, int]
) -> None:
    """Nothing is clipped, every button can be hit and has a name."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    write(day, "checklist.yaml", DAMAGED)
    write(day, f"deep/{'er/' * 20}{LONG}", "x")
    write(day, LONG, "x")
    checked.show(*size)

    assert not pages.faults(checked.page)
    checked.press("check_data:1:repair")
    assert not pages.faults(checked.page)


def test_a_repair_says_what_was_kept_and_can_be_taken_back(checked: Checked, day: Day) -> None:
    """By keyboard; the place of the original is told; undo restores every byte."""
    path = write(day, "checklist.yaml", DAMAGED)
    checked.show()

    checked.press("check_data:0:repair")

    original = checked.checking.paths.originals / "checklist.yaml"
    assert "Kept: 1 entry. Left out: lines 8 to 9." in checked.words
    assert str(original) in checked.words
    assert "Everything can be read" in checked.words
    assert original.read_text() == DAMAGED
    assert "Warm socks" in path.read_text()
    assert [item.title for item in day.program.checklist.items()].count("Warm socks") == 1
    assert checked.undo.top is not None
    assert checked.undo.top.text == "checklist.yaml is repaired."
    checked.undo.undo()
    pages.settle()
    assert path.read_text() == DAMAGED
    assert "One file needs a look" in checked.words


def test_a_file_that_changed_since_is_left_alone(checked: Checked, day: Day) -> None:
    """Neither the repair nor its undo writes over what somebody else wrote."""
    path = write(day, "checklist.yaml", DAMAGED)
    checked.show()
    path.write_text(DAMAGED + "# mine\n")

    checked.press("check_data:0:repair")
    assert "It could not be repaired. The file was changed meanwhile." in checked.words
    checked.press("check_data:again")
    checked.press("check_data:0:repair")
    path.write_text("schema: 1\nitems: []\n")
    checked.undo.undo()
    pages.settle()

    assert "It could not be put back. The file was changed meanwhile." in checked.words
    assert path.read_text() == "schema: 1\nitems: []\n"


def test_where_the_folder_can_only_be_read_nothing_is_repaired(checked: Checked, day: Day) -> None:
    """What could be kept is said all the same."""
    path = write(day, "checklist.yaml", DAMAGED)
    day.program.folder.access = Access.READ_ONLY_LOCKED
    checked.show()

    assert not pages.find(checked.page, "check_data:0:repair").isEnabled()
    checked.model.repair(checked.model.findings[0])

    assert not checked.model.is_busy
    assert path.read_text() == DAMAGED
    day.program.folder.access = Access.WRITABLE


def test_the_folder_is_shown(checked: Checked, day: Day, file_manager: FileManager) -> None:
    """The one the file lies in."""
    write(day, "journal/2026/2026-11-30.yaml", "schema: 1\n\tx\n")
    checked.show()

    checked.press("check_data:0:show")

    assert file_manager.shown == [str(day.data / "journal" / "2026")]


def test_without_a_way_to_show_it_that_is_said(
    checked: Checked, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words stay where the file is named."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    write(day, "notes.txt", "x")
    checked.show()

    checked.press("check_data:0:show")

    assert "This computer has no program to show it." in checked.words


def test_a_folder_that_is_gone_is_the_one_finding(checked: Checked, day: Day) -> None:
    """It is called by its name."""
    day.settle()
    day.data.rename(day.home / "elsewhere")
    checked.show()

    assert "data" in checked.words
    assert "fine" not in checked.words
    assert "Put it back in its place, then check again." in checked.words
    (day.home / "elsewhere").rename(day.data)


def test_looking_twice_at_once_looks_once(checked: Checked, day: Day) -> None:
    """Pressed again while it reads, nothing happens twice."""
    checked.model.look()
    checked.model.look()
    checked.wait()
    first = checked.model.health
    checked.page.arrive("")
    checked.wait()

    assert first == checked.model.health


def test_the_way_back_leads_to_the_files(checked: Checked, day: Day) -> None:
    """Where the page was opened from."""
    wanted: list[Route] = []
    checked.page.route_wanted.connect(wanted.append)
    checked.show()

    checked.press("check_data:back")

    assert wanted == [Route("settings", "files")]


def test_an_unexpected_fault_ends_the_wait(
    checked: Checked, day: Day, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """It is written down like any other, and the page can be used again."""

    def go_wrong(_paths: object) -> None:
        raise ValueError("planted")

    monkeypatch.setattr(model_module, "look", go_wrong)
    with qtbot.captureExceptions() as caught:
        checked.model.look()
        checked.wait()

    assert [kind for kind, _error, _trace in caught] == [ValueError]
    assert not checked.model.is_busy
