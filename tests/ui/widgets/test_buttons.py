"""Buttons: pressed by key and mouse, named, large enough, and never cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import name_of
from app.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, SecondaryButton


def make(kind: str, theme: Theme) -> QPushButton:
    """Return a button of *kind* that says "Start"."""
    if kind == "link":
        return LinkButton(theme, text="Start")
    if kind == "icon":
        button: QPushButton = IconButton(theme, "play", framed=True)
        button.setAccessibleName("Start")
        return button
    made = PrimaryButton if kind == "primary" else SecondaryButton
    return made(theme, "play", text="Start")


KINDS = ["primary", "secondary", "link", "icon"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_pressed_by_mouse_and_space(theme: Theme, qtbot: QtBot, kind: str) -> None:
    """Both ways do the same."""
    button = make(kind, theme)
    qtbot.addWidget(button)
    button.show()
    pressed = QSignalSpy(button.clicked)

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)

    assert pressed.count() == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_has_name_role_and_size(theme: Theme, qtbot: QtBot, kind: str) -> None:
    """A screen reader says "Start, button", and a hand that shakes hits it."""
    button = make(kind, theme)
    qtbot.addWidget(button)

    interface = QAccessible.queryAccessibleInterface(button)

    assert name_of(button) == "Start"
    assert interface.role() is QAccessible.Role.Button
    assert button.sizeHint().height() >= 48
    assert button.sizeHint().width() >= 44


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("look", list(ThemeName))
def test_a_button_paints_in_every_state(
    theme: Theme, qtbot: QtBot, kind: str, look: ThemeName
) -> None:
    """Enabled, pressed and disabled look different in every theme."""
    theme.apply(Look(theme=look))
    button = make(kind, theme)
    qtbot.addWidget(button)
    pictures = []
    for is_enabled, is_down in ((True, False), (True, True), (False, False)):
        button.setEnabled(is_enabled)
        button.setDown(is_down)
        pictures.append(button.grab().toImage())

    assert pictures[0] != pictures[2]


def test_a_compact_button_keeps_its_name(theme: Theme, qtbot: QtBot) -> None:
    """Without room for words the icon stays, and the words are the name and the tool tip."""
    button = SecondaryButton(theme, "plus", text="Add an item")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()

    button.set_compact(True)

    assert button.sizeHint().width() == 48 < wide
    assert (name_of(button), button.toolTip()) == ("Add an item", "Add an item")
    button.set_compact(False)
    assert button.sizeHint().width() == wide == button.full_width()


def test_a_button_without_an_icon_is_never_compact(theme: Theme, qtbot: QtBot) -> None:
    """There would be nothing left to see."""
    button = SecondaryButton(theme, text="Add an item")
    qtbot.addWidget(button)

    button.set_compact(True)

    assert button.sizeHint().width() > 100
    button.set_icon("plus")
    assert button.icon_name == "plus"


def test_a_long_link_wraps(theme: Theme, qtbot: QtBot) -> None:
    """It grows down, never past the edge of the page."""
    link = LinkButton(theme, text="More: when it began, how long, what helped, blood pressure")
    qtbot.addWidget(link)

    assert link.minimumSizeHint().width() < 120
    assert link.heightForWidth(200) > link.heightForWidth(1000) == 48
    link.set_dense(True)
    assert link.heightForWidth(1000) == 44


def test_an_ampersand_in_a_link_is_a_letter(theme: Theme, qtbot: QtBot) -> None:
    """A clinic may have one in its name: it is read, and no key is taken by it."""
    link = LinkButton(theme, text="Back to R&D Clinic")
    qtbot.addWidget(link)

    before = link.shortcut().toString(), name_of(link)
    link.setText("Back to A && B")
    after = link.shortcut().toString(), name_of(link)
    link.setAccessibleName("Back")
    link.setText("Back to C&D")

    assert before == ("", "Back to R&D Clinic")
    assert after == ("", "Back to A && B")
    assert (link.shortcut().toString(), name_of(link)) == ("", "Back")
