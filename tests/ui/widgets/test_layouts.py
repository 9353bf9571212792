"""Chips flow like words, and columns of one width decide how many stand abreast."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.check import Chip, NumberButton
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.flow import FlowLayout


def box(width: int) -> QWidget:
    """Return a widget of *width* × 48."""
    widget = QWidget()
    widget.setFixedSize(width, 48)
    return widget


def places(layout: QLayout) -> list[QRect]:
    """Return where the items are."""
    items = [layout.itemAt(index) for index in range(layout.count())]
    return [item.geometry() for item in items if item is not None]


def flow_of(qtbot: QtBot, *widths: int) -> tuple[QWidget, FlowLayout]:
    """Return a parent and its flow of boxes."""
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent, spacing=10, line_spacing=20)
    for width in widths:
        flow.addWidget(box(width))
    return parent, flow


def test_a_full_line_is_followed_by_another(qtbot: QtBot) -> None:
    """Its height follows from its width."""
    _, flow = flow_of(qtbot, 100, 100, 100)

    heights = [flow.heightForWidth(width) for width in (320, 319, 210, 100)]

    assert heights == [48, 116, 116, 184]
    assert flow.sizeHint().width() == 320
    assert flow.minimumSize().width() == 100


def test_lines_begin_at_the_right_from_right_to_left(qtbot: QtBot) -> None:
    """And go on to the left."""
    parent, flow = flow_of(qtbot, 100, 60)
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    flow.setGeometry(QRect(0, 0, 300, 48))

    assert [place.x() for place in places(flow)] == [200, 130]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    """A hidden chip leaves no gap, and an item can be taken out."""
    parent, flow = flow_of(qtbot, 100, 100)
    first = flow.itemAt(0)
    assert first is not None
    hidden = first.widget()
    assert hidden is not None
    parent.show()

    hidden.hide()

    assert flow.sizeHint().width() == 100
    assert flow.takeAt(0) is first
    assert (flow.count(), flow.itemAt(5), flow.takeAt(5)) == (1, None, None)


def test_a_chip_wider_than_the_line_wraps_inside_it(theme: Theme, qtbot: QtBot) -> None:
    """At 200 % nothing reaches past the edge."""
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent, spacing=8)
    flow.addWidget(Chip(theme, text="Time, color or sound seemed different from usual"))

    high = flow.heightForWidth(220)
    flow.setGeometry(QRect(0, 0, 220, high))

    assert places(flow)[0].width() == 220
    assert high > 48


@pytest.mark.parametrize(
    ("count", "width", "abreast"),
    [
        (5, 540, 5),
        (5, 539, 3),
        (11, 1200, 11),
        (11, 1199, 6),
        (3, 320, 3),
        (3, 319, 1),
        (4, 300, 2),
    ],
)
def test_rows_are_of_like_length(qtbot: QtBot, count: int, width: int, abreast: int) -> None:
    """Five are three and two, eleven six and five, and three never two and one."""
    parent = QWidget()
    qtbot.addWidget(parent)
    even = EvenLayout(parent, spacing=10)
    for _ in range(count):
        even.addWidget(box(100))

    assert even.columns(width) == abreast
    assert even.heightForWidth(width) == 48 * -(-count // abreast) + 10 * (-(-count // abreast) - 1)


def test_columns_fill_the_width_exactly(theme: Theme, qtbot: QtBot) -> None:
    """First and last touch the edges, from right to left too."""
    parent = QWidget()
    qtbot.addWidget(parent)
    even = EvenLayout(parent, spacing=8)
    for number in range(11):
        even.addWidget(NumberButton(theme, number))

    even.setGeometry(QRect(0, 0, 711, 48))
    plain = places(even)
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    even.setGeometry(QRect(0, 0, 711, 48))

    assert (plain[0].left(), plain[10].right()) == (0, 710)
    assert max(p.width() for p in plain) - min(p.width() for p in plain) <= 1
    assert (places(even)[0].right(), places(even)[10].left()) == (710, 0)
    assert even.takeAt(20) is None
