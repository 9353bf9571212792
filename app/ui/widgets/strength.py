"""How strong something was, without color: three dots, as many of them filled."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from app.ui.theme.theme import Theme
from app.ui.widgets.painting import draw_box

STRENGTHS: Final = 3


class Dots(NamedTuple):
    """How wide a dot is, the gap to the next, and the line of an empty one; at 100 % text."""

    side: int
    gap: int
    line: float


SMALL: Final = Dots(side=8, gap=4, line=1.2)
LARGE: Final = Dots(side=14, gap=7, line=2)


def width(theme: Theme, dots: Dots) -> int:
    """Return how wide all three are."""
    return STRENGTHS * theme.px(dots.side) + (STRENGTHS - 1) * theme.px(dots.gap)


def draw(
    painter: QPainter,
    theme: Theme,
    dots: Dots,
    tone: int,
    *,
    start: QPointF,
    color: QColor,
    visual: Callable[[QRectF], QRectF],
) -> None:
    """Paint them from *start* on, where their middle is, *tone* of them filled.

    *visual* tells where a place lies as the language runs.
    """
    side, step = theme.px(dots.side), theme.px(dots.side) + theme.px(dots.gap)
    for number in range(STRENGTHS):
        place = visual(QRectF(start.x() + number * step, start.y() - side / 2, side, side))
        if number < tone:
            draw_box(painter, place, side, fill=color)
        else:
            draw_box(painter, place, side, line=color, width=dots.line * theme.scale)
