"""Labels: lines that stay readable, whatever stands in them."""

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.labels import Balanced, Centered, Prose
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


STEP = "Shoulders: lift them a little, and count to five. Let them drop. It is done."


def lines(label: Balanced) -> list[int]:
    """Return how wide each line of *label* is set, in pixels."""
    layout = QTextLayout(label.text(), label.font())
    layout.beginLayout()
    widths = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(label.contentsRect().width())
        widths.append(round(line.naturalTextWidth()))
    layout.endLayout()
    return widths


@pytest.mark.parametrize("width", [160, 230, 370, 540, 700, 1500])
def test_lines_are_balanced_and_no_more_than_they_must_be(
    qtbot: QtBot, theme: Theme, width: int
) -> None:
    """In whatever width; the empty room is the same on both sides."""
    plain, label = Centered(theme, "h2", text=STEP), Balanced(theme, "h2")
    qtbot.addWidget(plain)
    qtbot.addWidget(label)
    for one in (label, plain):
        one.resize(width, 600)
        one.show()
    label.setText(STEP)
    settle()

    found, margins = lines(label), label.contentsMargins()
    assert label.heightForWidth(width) == plain.heightForWidth(width)
    assert len(found) == round(plain.heightForWidth(width) / label.fontMetrics().lineSpacing())
    assert min(found) > max(found) * 0.4
    assert margins.left() == margins.right()


def test_balanced_words_let_their_window_shrink(qtbot: QtBot, theme: Theme) -> None:
    """The room beside a few words is not asked for again when the window gets smaller."""
    home = QWidget()
    qtbot.addWidget(home)
    label = Balanced(theme, "h2", text="That was all of it.")
    row = QHBoxLayout(home)
    row.addWidget(label)
    home.resize(1600, 300)
    home.show()
    settle()
    assert label.contentsMargins().left() > 300

    home.resize(220, 300)
    settle()

    assert home.width() == 220
    assert label.minimumSizeHint().width() < 100
    assert len(lines(label)) == 2
