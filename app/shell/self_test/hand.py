"""A hand on mouse and keyboard: it reaches only what a person could see and reach."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

PATIENCE_MS: Final = 5000


class OutOfReachError(Exception):
    """What a step needs is not on screen, or nothing came of it."""


class Hand:
    """Clicks and types into visible widgets of *window*, found by their object names."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def click(self, name: str) -> None:
        """Click the middle of the widget *name*."""
        widget = self.find(name)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=_point_to_hit(widget))
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Click into the field *name*, select what is there, and type *text* over it."""
        widget = self.find(name)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QTest.keySequence(widget, "Ctrl+A")
        QTest.keyClicks(widget, text)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        """Press *key* wherever the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self._window, key)
        self.settle()

    def find(self, name: str) -> QWidget:
        """Return the visible widget *name*, scrolled into view, or raise OutOfReachError."""
        for widget in self._window.findChildren(QWidget, name):
            if widget.isVisible() and widget.isEnabled():
                _scroll_to(widget)
                if not widget.visibleRegion().isEmpty():
                    return widget
        raise OutOfReachError(f"not on screen: {name}")

    def wait_for(self, what: str, is_so: Callable[[], bool]) -> None:
        """Let the program run until *is_so*, at most five seconds."""
        clock = QElapsedTimer()
        clock.start()
        while not is_so():
            if clock.elapsed() > PATIENCE_MS:
                raise OutOfReachError(f"did not happen: {what}")
            QTest.qWait(20)

    def sees(self, name: str) -> Callable[[], bool]:
        """Return a question: is the widget *name* on screen."""

        def is_seen() -> bool:
            return any(w.isVisible() for w in self._window.findChildren(QWidget, name))

        return is_seen

    def expect_words(self, words: str) -> None:
        """Wait until a visible label or button shows *words* somewhere in its text."""

        def are_shown() -> bool:
            shown = [w for w in self._window.findChildren(QWidget) if w.isVisible()]
            texts = [w.text() for w in shown if isinstance(w, QLabel | QAbstractButton)]
            spoken = [w.accessibleName() for w in shown if isinstance(w, QAbstractButton)]
            return any(words in text for text in [*texts, *spoken])

        self.wait_for(f"“{words}” on screen", are_shown)

    def expect_checked(self, *names: str) -> None:
        """Raise OutOfReachError unless every box of *names* is on screen and ticked."""
        for name in names:
            box = self.find(name)
            if not isinstance(box, QAbstractButton) or not box.isChecked():
                raise OutOfReachError(f"not ticked: {name}")

    def settle(self) -> None:
        """Let the program take in what was just done."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QTest.qWait(20)


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            QApplication.processEvents()
            parent.ensureWidgetVisible(widget)
            QApplication.processEvents()
        parent = parent.parentWidget()


def _point_to_hit(widget: QWidget) -> QPoint:
    return widget.visibleRegion().boundingRect().center()
