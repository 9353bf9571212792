"""A keyboard, and nothing else: no mouse, no calls into the program."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

FARTHEST = 250
"""More presses of Tab than any page has controls."""


class Keyboard:
    """Presses keys on whatever has the focus in the active window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    @property
    def focus(self) -> QWidget:
        """What the keyboard is on, or the window."""
        return QApplication.focusWidget() or self._window

    def press(self, key: Qt.Key, *, times: int = 1) -> None:
        """Press *key* so many times."""
        for _ in range(times):
            QTest.keyClick(self.focus, key)
            self._settle()

    def write(self, text: str) -> None:
        """Type *text* letter by letter."""
        QTest.keyClicks(self.focus, text)
        self._settle()

    def replace(self, text: str) -> None:
        """Type *text* over everything in the field."""
        QTest.keySequence(self.focus, "Ctrl+A")
        self.write(text)

    def plan(self) -> None:
        """Skip the first screen, and plan an infusion for half past one."""
        self.use("first_run:skip")
        self.use("today:primary")
        self.tab_to("plan:arrive")
        self.write("1:30 pm")
        self.tab_to("plan:place")
        self.write("Riverside Clinic")
        self.use("plan:keep")

    def tab_to(self, name: str) -> None:
        """Press Tab until the control *name* has the focus."""
        for _ in range(FARTHEST):
            if self.focus.objectName() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reached {name}")

    def stops(self, after: str, last: str) -> list[str]:
        """Return the names of what Tab comes to behind the control *after*, up to *last*."""
        control = self._window.findChild(QWidget, after)
        assert isinstance(control, QWidget)
        control.setFocus(Qt.FocusReason.TabFocusReason)
        found: list[str] = []
        while not found or found[-1] != last:
            assert len(found) < FARTHEST, f"Tab never reached {last}"
            self.press(Qt.Key.Key_Tab)
            found.append(self.focus.objectName())
        return found

    def finds(self, name: str) -> bool:
        """Press Tab until the control *name* has the focus, once round at most; tell if it has."""
        first = self.focus
        while self.focus.objectName() != name:
            self.press(Qt.Key.Key_Tab)
            if self.focus is first:
                return False
        return True

    def use(self, name: str) -> None:
        """Tab to the control *name* and press Space."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def go_to(self, page: str) -> None:
        """Tab into the sidebar, walk to *page* with the arrow keys, and press Space."""
        for _ in range(FARTHEST):
            if self.focus.objectName().startswith("nav:"):
                break
            self.press(Qt.Key.Key_Tab)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            for _ in range(10):
                if self.focus.objectName() == f"nav:{page}":
                    self.press(Qt.Key.Key_Space)
                    return
                self.press(key)
        raise AssertionError(f"the arrow keys never reached {page}")

    def _settle(self) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QTest.qWait(1)
