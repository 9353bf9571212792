"""What is done on a page before its picture is taken."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.ui.check_data.page import CheckDataPage

if TYPE_CHECKING:
    from tests.support.pictures import Studio


def wait_for(seen: Callable[[], bool]) -> None:
    """Let time pass until something is *seen*."""
    for _round in range(100):
        if seen():
            return
        QTest.qWait(20)
    raise RuntimeError("it never came")


def walk() -> None:
    """Let the focus ring be seen."""
    for _step in range(9):
        QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), Qt.Key.Key_Tab)  # type: ignore[arg-type]


class Wait:
    """Waits until all files are looked at, and repairs what can be if it is to."""

    def __init__(self, room: "Studio", *, repairs: bool = False) -> None:
        self._room = room
        self._repairs = repairs

    def __call__(self) -> None:
        """Wait, and repair."""
        page = self._room.desktop.window.navigation.page
        assert isinstance(page, CheckDataPage)
        wait_for(lambda: not page.model.is_busy)
        for finding in page.model.findings if self._repairs else ():
            page.model.repair(finding)
            wait_for(lambda: not page.model.is_busy)


class Press:
    """Presses what is called so, if it is there."""

    def __init__(self, room: "Studio", name: str) -> None:
        self._room = room
        self._name = name

    def __call__(self) -> None:
        """Press it."""
        button = self._room.desktop.window.findChild(QAbstractButton, self._name)
        if button is not None and button.isVisible():
            button.click()


class Tick:
    """Ticks the next open item, so that the strip of what can be undone shows."""

    def __init__(self, room: "Studio") -> None:
        self._program = room.desktop.program
        self._undo = room.desktop.undo

    def __call__(self) -> None:
        """Tick it."""
        infusion = self._program.infusions.coming()
        if infusion is not None and self._undo.top is None:
            item = next(one.item for one in self._program.checklist.lines(infusion) if one.is_open)
            self._undo.push(*self._program.checklist.tick(infusion, item))
