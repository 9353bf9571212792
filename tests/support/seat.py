"""A seat before the real window, on a real folder, with a clock that stands still."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.infusion import Infusion, Outcome
from app.shell.bootstrap import Desktop
from app.shell.self_test.hand import Hand
from app.storage.paths import Paths
from app.ui.route import Route
from tests.support.clock import FixedClock


class Seat(Hand):
    """Sits at the open window; ``reopen`` closes the program and starts it again."""

    language = "en"
    """What the program is started in."""

    def __init__(
        self, home: Path, *, first_run: bool = False, clock: FixedClock | None = None
    ) -> None:
        self.home = home
        self.clock = clock or FixedClock()
        self.paths = Paths(data=home / "data", state=home / "state", config=home / "config")
        self._is_open = False
        self.desktop = self.open(first_run=first_run)

    def open(self, *, first_run: bool = False) -> Desktop:
        """Start the program."""
        self.desktop = Desktop(self.paths, self.clock, self.language)
        if not first_run:
            self.desktop.program.preferences.first_run_done(self.clock.now())
        self.desktop.show()
        self.desktop.window.activateWindow()
        QTest.qWaitForWindowActive(self.desktop.window)
        super().__init__(self.desktop.window)
        self._is_open = True
        return self.desktop

    def reopen(self) -> None:
        """Close the program and start it again."""
        self.close()
        self.open()

    def close(self) -> bool:
        """Close window and program, whatever stands in the way; tell whether all is saved."""
        if not self._is_open:
            return True
        self._is_open = False
        self.desktop.window.navigation.leave()
        self.write_out()
        while self.desktop.window.isVisible() and not self.desktop.window.close():
            QTest.qWait(10)
        saved = self.desktop.close()
        self.desktop.window.deleteLater()
        self.settle()
        return saved

    def settle(self) -> None:
        """Let the program take in what was just done."""
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def write_out(self) -> None:
        """Wait until the writer has tried everything, and hear of it."""
        self.desktop.program.folder.writer.wait(10)
        self.settle()

    def go(self, page: str, argument: str = "") -> None:
        """Go to a page."""
        self.desktop.window.navigation.go(Route(page, argument))
        self.settle()

    @property
    def here(self) -> str:
        """The name of the page that is shown."""
        place = self.desktop.window.navigation.here
        return place.name if place is not None else ""

    @property
    def focus(self) -> str:
        """The name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    @property
    def words(self) -> str:
        """Every text of a label or button on screen, a line each."""
        shown = [w for w in self.desktop.window.findChildren(QWidget) if w.isVisible()]
        return "\n".join(w.text() for w in shown if isinstance(w, QLabel | QAbstractButton))

    @property
    def page_words(self) -> str:
        """Every text of a label of the page that is shown, a line each, with plain spaces."""
        page = self.desktop.window.navigation.page
        assert page is not None
        words = (one.text() for one in page.findChildren(QLabel) if one.isVisible())
        return "\n".join(words).replace("\u200b", "").replace("\u202f", " ")

    def change_outside(self, name: str, before: str, after: str) -> None:
        """Let another program write *after* for *before* in a file, and the window find it."""
        self.write_out()
        file = self.paths.data / name
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after), "utf-8")
        outside = self.desktop.program.outside
        outside.take(outside.look()())
        self.settle()

    def shows(self, name: str) -> bool:
        """Tell whether the widget *name* is on screen."""
        return self.sees(name)()

    def is_checked(self, name: str) -> bool:
        """Tell whether the box *name* is ticked."""
        box = self.find(name)
        assert isinstance(box, QAbstractButton)
        return box.isChecked()

    def top(self, name: str) -> int:
        """Return where the widget *name* begins, in pixels from the top of the window."""
        (widget,) = (w for w in self.desktop.window.findChildren(QWidget, name) if w.isVisible())
        return widget.mapTo(self.desktop.window, QPoint(0, 0)).y()

    def line(self, name: str) -> str:
        """Return what stands in the field *name*."""
        field = self.find(name)
        assert isinstance(field, QLineEdit)
        return field.text()

    def type(self, text: str) -> None:
        """Type *text* where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget() or self.desktop.window, text)
        self.settle()

    def hold(self, key: Qt.Key, *, times: int = 5) -> None:
        """Press *key* and hold it down until it was repeated so many times."""
        self.press(key)
        for _ in range(times):
            on = QApplication.focusWidget() or self.desktop.window
            plain = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(on, QKeyEvent(QEvent.Type.KeyPress, key, plain, "", True))
            self.settle()

    def click_text(self, text: str) -> None:
        """Click the button on screen that says *text*."""
        buttons = self.desktop.window.findChildren(QAbstractButton)
        button = next(b for b in buttons if b.text() == text and b.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def plan(self, days: int = 3, arrive: str | None = "13:30") -> Infusion:
        """Plan an infusion in some *days* from now, without the window."""
        infusions = self.desktop.program.infusions
        draft = infusions.draft(self.clock.now().date() + timedelta(days=days))
        plan, _ = infusions.keep_new(replace(draft, arrive=arrive))
        return plan

    def answered(self, days: int, outcome: Outcome) -> Infusion:
        """Plan an infusion *days* from now, and say what became of it."""
        plan = self.plan(days)
        self.desktop.program.infusions.answer(plan, outcome)
        return plan

    def stored(self, infusion: Infusion) -> Infusion:
        """Return *infusion* as it is kept now."""
        kept = self.desktop.program.infusions.get(infusion.id)
        assert kept is not None
        return kept

    def files(self) -> str:
        """Return the text of every file in the data folder, once all is written."""
        self.write_out()
        return "\n".join(
            path.read_text(encoding="utf-8") for path in sorted(self.paths.data.rglob("*.yaml"))
        )


@pytest.fixture
def seat(tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """Return a seat before the open window; whatever is open at the end is closed."""
    taken = Seat(tmp_path)
    yield taken
    taken.close()
