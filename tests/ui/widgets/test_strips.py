"""The way back and the news: on the page, in no hurry, in nobody's way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.accessible import name_of
from app.ui.widgets.notice import Notice
from app.ui.widgets.undo_strip import UndoStrip
from tests.support import lint

CTRL = Qt.KeyboardModifier.ControlModifier


class Window(QWidget):
    """A field above the strip, and what was taken back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.stack = UndoStack(self)
        self.field = QLineEdit()
        self.strip = UndoStrip(theme, self.stack)
        self.taken_back: list[str] = []
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.strip)
        self.resize(800, 200)

    def take_back(self) -> None:
        """Note that a change was taken back."""
        self.taken_back.append("once")


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Window:
    """The window on screen with one change on the stack."""
    window = Window(theme)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.stack.push("Eye mask packed: done.", window.take_back)
    return window


def test_the_strip_shows_only_when_there_is_something_to_take_back(
    theme: Theme, qtbot: QtBot
) -> None:
    """It is not there before the first change."""
    strip = UndoStrip(theme, UndoStack())
    qtbot.addWidget(strip)

    assert strip.isHidden()


def test_a_name_without_an_end_wraps_in_the_strip(window: Window) -> None:
    """However long the word is that the patient wrote."""
    window.stack.push(f"Removed: {'W' * 100}", window.take_back)
    QTest.qWait(1)

    assert lint.clipped(window) == []


def test_undo_takes_back_and_the_strip_goes(window: Window) -> None:
    """By its button."""
    assert window.strip.isVisible()

    QTest.mouseClick(window.strip.undo_button, Qt.MouseButton.LeftButton)

    assert window.taken_back == ["once"]
    assert window.strip.isHidden()


def test_the_keys_take_back_from_anywhere(window: Window) -> None:
    """Control and Z, on whatever the keyboard is."""
    window.strip.dismiss_button.setFocus()

    QTest.keyClick(window.strip.dismiss_button, Qt.Key.Key_Z, CTRL)

    assert window.taken_back == ["once"]


def test_in_a_field_the_keys_take_back_letters_first(window: Window) -> None:
    """Undoing a typing mistake must not untick a checklist."""
    window.field.setFocus()
    QTest.keyClicks(window.field, "abc")

    QTest.keyClick(window.field, Qt.Key.Key_Z, CTRL)

    assert window.field.text() == ""
    assert window.taken_back == []


def test_the_cross_leaves_things_as_they_are(window: Window) -> None:
    """It has a name although it is only an icon."""
    assert name_of(window.strip.dismiss_button) == "Dismiss"

    QTest.mouseClick(window.strip.dismiss_button, Qt.MouseButton.LeftButton)

    assert window.taken_back == []
    assert window.strip.isHidden()


def test_without_room_the_button_is_its_icon(window: Window, theme: Theme) -> None:
    """At 200 % the words of the strip keep the width."""
    wide = window.strip.undo_button.sizeHint().width()
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))
    window.strip.set_edges(16, 0)

    assert window.strip.undo_button.sizeHint().width() == 96 < 2 * wide
    assert name_of(window.strip.undo_button) == "Undo"


def test_a_notice_says_what_is_safe_and_waits(theme: Theme, qtbot: QtBot) -> None:
    """What is empty takes no room; "Not now" is always there and last."""
    notice = Notice(theme)
    qtbot.addWidget(notice)
    notice.set_texts("One file could not be read", "Line 12.", file="a.yaml", safe="The others.")
    button = notice.set_button("Use the copy")
    link = notice.add_link("Show the file")
    notice.resize(700, notice.heightForWidth(700))
    notice.show()
    spy = QSignalSpy(notice.dismissed)

    last = max(notice.findChildren(type(link)), key=lambda one: one.x())
    QTest.mouseClick(last, Qt.MouseButton.LeftButton)

    assert (button.text(), last.text()) == ("Use the copy", "Not now")
    assert spy.count() == 1
    assert notice.isHidden()
    assert name_of(notice) == "One file could not be read"
