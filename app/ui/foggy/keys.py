"""Every key that does something in foggy mode. One that is held down counts once."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

MOST: Final = 9
_WAYS: Final = {"Up": (0, -1), "Down": (0, 1), "Left": (-1, 0), "Right": (1, 0)}


class Keys(QObject):
    """Listens on *page*: numbers, arrows, Enter, Escape, Backspace."""

    number_pressed = Signal(int)
    moved = Signal(int, int)
    """Across and down, in the order of reading: in some languages that goes to the left."""
    entered = Signal()
    stopped = Signal()
    erased = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._numbers = {
            self._shortcut(self._press_number, str(number)): number for number in range(1, MOST + 1)
        }
        self._arrows = {self._shortcut(self._move, key): way for key, way in _WAYS.items()}
        self._shortcut(self.entered, "Return", "Enter")
        self._shortcut(self.stopped, "Esc")
        self._shortcut(self.erased, "Backspace")

    def _shortcut(self, listener: object, *keys: str) -> QShortcut:
        shortcut = QShortcut(self._page)
        shortcut.setKeys([QKeySequence(key) for key in keys])
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(listener)
        return shortcut

    @Slot()
    def _press_number(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self.number_pressed.emit(self._numbers[shortcut])

    @Slot()
    def _move(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            across, down = self._arrows[shortcut]
            is_rtl = self._page.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.moved.emit(-across if is_rtl else across, down)
