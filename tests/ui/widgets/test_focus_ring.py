"""The ring shows where the keyboard is, and only to those who use it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFocusFrame, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.check import CheckBox
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.page import Page


class Window(QWidget):
    """A page of many fields, and a button that is far down."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.page = Page(theme, 600)
        self.fields = [QLineEdit() for _ in range(3)]
        for field in self.fields:
            self.page.add(field)
        filler = QWidget()
        filler.setFixedHeight(2000)
        self.page.add(filler)
        self.last = PrimaryButton(theme, text="Last")
        self.page.add(self.last)
        column = QVBoxLayout(self)
        column.addWidget(self.page)
        self.ring = FocusRing(theme, self)
        self.resize(700, 500)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Window:
    """The window on screen, its first field clicked."""
    window = Window(theme)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    QTest.mouseClick(window.fields[0], Qt.MouseButton.LeftButton)
    window.fields[0].setFocus()
    qtbot.waitUntil(window.fields[0].hasFocus)
    return window


def frame(window: Window) -> QFocusFrame:
    """Return the ring's frame."""
    return window.findChildren(QFocusFrame)[0]


def test_a_mouse_never_shows_the_ring(window: Window) -> None:
    """Clicking from field to field shows nothing new."""
    QTest.mouseClick(window.fields[1], Qt.MouseButton.LeftButton)

    assert not window.ring.is_shown


def test_tab_shows_the_ring_around_the_control(window: Window) -> None:
    """Three pixels of gap and three of line, outside it."""
    QTest.keyClick(window.fields[0], Qt.Key.Key_Tab)

    target = window.fields[1]
    ring = frame(window)
    place = ring.mapFrom(window, target.mapTo(window, QPoint(0, 0)))
    assert window.ring.is_shown
    assert (place.x(), place.y()) == (6, 6)
    assert (ring.width(), ring.height()) == (target.width() + 12, target.height() + 12)
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_ring_goes_when_the_mouse_comes(window: Window) -> None:
    """And comes back with the next key."""
    QTest.keyClick(window.fields[0], Qt.Key.Key_Tab)
    QTest.mouseClick(window.fields[1], Qt.MouseButton.LeftButton)
    assert not window.ring.is_shown

    QTest.keyClick(window.fields[1], Qt.Key.Key_A)

    assert window.ring.is_shown


def test_what_the_keyboard_reaches_is_brought_into_sight(window: Window) -> None:
    """A button far down the page is scrolled to, with room around it."""
    for field in window.fields:
        QTest.keyClick(field, Qt.Key.Key_Tab)
    QApplication.processEvents()

    area = window.page.area
    top = window.last.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert window.last.hasFocus()
    assert 0 <= top <= area.viewport().height() - window.last.height()


def test_the_ring_follows_and_leaves_with_its_control(window: Window, qtbot: QtBot) -> None:
    """A control that moves takes it along; one that is hidden or deleted leaves no ring."""
    QTest.keyClick(window.fields[0], Qt.Key.Key_Tab)
    before = frame(window).y()

    window.fields[0].hide()
    QApplication.processEvents()
    assert frame(window).y() < before

    window.fields[1].hide()
    QApplication.processEvents()
    assert not window.fields[1].hasFocus()
    window.fields[2].setFocus(Qt.FocusReason.TabFocusReason)
    window.fields[2].deleteLater()
    qtbot.wait(10)
    assert not any(f.isVisible() and f.y() == before for f in window.findChildren(QFocusFrame))


def test_the_ring_is_painted_in_its_color(window: Window, theme: Theme) -> None:
    """Blue by day, so that it is not taken for the primary."""
    QTest.keyClick(window.fields[0], Qt.Key.Key_Tab)

    image = frame(window).grab().toImage()

    colors = {image.pixelColor(x, 1).name().upper() for x in range(image.width())}
    assert theme.tokens.focus in colors


def test_around_a_box_alone_the_ring_covers_no_words(theme: Theme, window: Window) -> None:
    """Its target is larger than what is seen of it."""
    box = CheckBox(theme, window)
    box.move(20, 20)
    box.resize(44, 48)
    box.show()
    QTest.keyClick(window.fields[0], Qt.Key.Key_A)

    box.setFocus(Qt.FocusReason.TabFocusReason)

    assert (frame(window).width(), frame(window).height()) == (40, 40)
