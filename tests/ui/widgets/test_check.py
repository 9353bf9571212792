"""Boxes, switches, chips and radio buttons are what they say they are."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import name_of
from app.ui.widgets.check import (
    CheckBox,
    Chip,
    ChoiceChip,
    NumberButton,
    Segment,
    SeverityButton,
    Switch,
    Tile,
)

MAKERS: dict[str, Callable[[Theme], QAbstractButton]] = {
    "box": lambda theme: CheckBox(theme, text="Sam said yes"),
    "switch": lambda theme: Switch(theme, text="Less motion"),
    "chip": lambda theme: Chip(theme, text="Nausea"),
    "choice": lambda theme: ChoiceChip(theme, text="Mood"),
    "severity": lambda theme: SeverityButton(theme, 2, text="Moderate"),
    "number": lambda theme: NumberButton(theme, 7),
    "tile": lambda theme: Tile(theme, title="5 minutes", sub="Breathing"),
    "segment": lambda theme: Segment(theme, text="Light"),
}
NAMES = {
    "box": "Sam said yes",
    "switch": "Less motion",
    "chip": "Nausea",
    "choice": "Mood",
    "severity": "Moderate",
    "number": "7",
    "tile": "5 minutes, Breathing",
    "segment": "Light",
}
CHECKS = {"box", "switch", "chip"}

every_kind = pytest.mark.parametrize("kind", MAKERS)


@every_kind
def test_a_control_is_named_and_has_its_role(theme: Theme, qtbot: QtBot, kind: str) -> None:
    """Painting it ourselves took nothing from what Qt tells a screen reader."""
    button = MAKERS[kind](theme)
    qtbot.addWidget(button)
    button.setChecked(True)

    interface = QAccessible.queryAccessibleInterface(button)

    wanted = QAccessible.Role.CheckBox if kind in CHECKS else QAccessible.Role.RadioButton
    assert interface.role() is wanted
    assert name_of(button) == NAMES[kind]
    assert interface.state().checked


@every_kind
def test_a_control_is_hit_anywhere_and_by_space(theme: Theme, qtbot: QtBot, kind: str) -> None:
    """Not only its box or its text takes the click."""
    button = MAKERS[kind](theme)
    qtbot.addWidget(button)
    button.show()
    corner = QPoint(button.width() - 3, button.height() - 3)

    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=corner)
    assert button.isChecked()

    button.setAutoExclusive(False)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not button.isChecked()


@every_kind
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_control_is_large_enough(theme: Theme, qtbot: QtBot, kind: str, percent: int) -> None:
    """48 pixels at 100 %, more at larger text; checking it does not change its size."""
    button = MAKERS[kind](theme)
    qtbot.addWidget(button)
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))

    before = button.sizeHint()
    button.setChecked(True)

    assert min(before.width(), before.height()) >= 44 * percent / 100
    assert button.sizeHint() == before


@every_kind
@pytest.mark.parametrize("look", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST])
def test_on_and_off_look_different(theme: Theme, qtbot: QtBot, kind: str, look: ThemeName) -> None:
    """In every theme, disabled too, and painted from right to left as well."""
    theme.apply(Look(theme=look))
    button = MAKERS[kind](theme)
    qtbot.addWidget(button)
    off = button.grab().toImage()

    button.setChecked(True)

    assert button.grab().toImage() != off
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.setEnabled(False)
    assert not button.grab().isNull()


def test_a_switch_is_mirrored_from_right_to_left(theme: Theme, qtbot: QtBot) -> None:
    """On is at the end of the line, wherever that is."""
    switch = Switch(theme)
    qtbot.addWidget(switch)
    switch.setChecked(True)
    start, end = QPoint(16, 24), QPoint(36, 24)
    plain = switch.grab().toImage()

    switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    mirrored = switch.grab().toImage()
    assert plain.pixelColor(end) == mirrored.pixelColor(start) == theme.color("on_primary")
    assert plain.pixelColor(start) == mirrored.pixelColor(end) == theme.color("primary")


@pytest.mark.parametrize("kind", ["box", "chip", "choice", "tile"])
def test_a_long_text_wraps(theme: Theme, qtbot: QtBot, kind: str) -> None:
    """At 200 % a long effect grows down and stays inside the page."""
    button = MAKERS[kind](theme)
    qtbot.addWidget(button)
    text = "Time, color or sound seemed different"
    if isinstance(button, Tile):
        button.set_texts(text, text)
    else:
        button.setText(text)

    assert button.minimumSizeHint().width() < 200
    assert button.heightForWidth(150) > button.heightForWidth(600)
    assert button.hasHeightForWidth()


def test_severity_is_told_by_dots_and_not_by_color_alone(theme: Theme, qtbot: QtBot) -> None:
    """The same word with another tone has another picture although neither is chosen."""
    pictures = []
    for tone in range(4):
        button = SeverityButton(theme, tone, text="Word")
        qtbot.addWidget(button)
        button.resize(180, 48)
        pictures.append(button.grab().toImage())

    assert all(one != other for one, other in pairwise(pictures))


def test_a_box_alone_keeps_to_the_top(theme: Theme, qtbot: QtBot) -> None:
    """Beside a title of two lines the box stands by the first."""
    box = CheckBox(theme)
    qtbot.addWidget(box)

    assert (box.sizeHint().width(), box.sizeHint().height()) == (44, 48)
    assert box.minimumSizeHint() == box.sizeHint()
