"""Labels: lines that stay readable, whatever stands in them."""

import pytest
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.labels import Prose
from tests.support.pages import settle


@pytest.mark.parametrize("layout_type", [QHBoxLayout, QVBoxLayout, QFormLayout])
def test_a_word_of_five_thousand_letters_asks_for_one_line(
    qtbot: QtBot, theme: Theme, layout_type: type[QHBoxLayout | QVBoxLayout | QFormLayout]
) -> None:
    """Something was pasted without a space: the label does not grow and grow until Qt gives up."""
    home = QWidget()
    qtbot.addWidget(home)
    label = Prose(theme, text="x" * 5000)
    layout = layout_type(home)
    layout.addWidget(label)

    home.resize(1600, 300)
    home.show()
    settle()
    home.resize(3200, 300)
    settle()

    assert label.minimumSizeHint().width() <= theme.px(1000)
    assert label.sizeHint().width() <= theme.px(1000)
    assert label.width() <= 3200
