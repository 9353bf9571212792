"""Strips: what a page is made of, from top to bottom, and never cut in two."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.ui.documents.paper import GREEN, LINE, QUIET, TEXT
from app.ui.documents.typesetting import Line

Draw = Callable[[QPainter, float, float], None]
"""Draws something with its left end at x and its top at y."""

DOT_RADIUS: Final = 2.7
DOT_STEP: Final = 7.2
"""From the middle of a dot to that of the next one."""

_KEPT_TOGETHER: Final = 4
"""Paragraphs of so many lines are not parted."""


class Strip(NamedTuple):
    """Something *height* points high. *is_glued*: on one page with the next one.

    *is_air*: left out at the head of a page. *heads* stand above it where it comes first there.
    """

    height: float
    draw: Draw
    is_glued: bool = False
    is_air: bool = False
    heads: "tuple[Strip, ...]" = ()


def air(height: float, *, is_glued: bool = False) -> Strip:
    """Return so much free room."""
    return Strip(height, _nothing, is_glued=is_glued, is_air=True)


def rule(width: float, above: float, below: float) -> list[Strip]:
    """Return a line across the page with room above and below."""

    def draw(painter: QPainter, x: float, y: float) -> None:
        draw_line(painter, x, x + width, y)

    return [
        air(above, is_glued=True),
        Strip(0.5, draw, is_glued=True, is_air=True),
        air(below, is_glued=True),
    ]


def text_strips(
    lines: Sequence[Line],
    start: float = 0.0,
    *,
    first: Draw | None = None,
    is_glued: bool = False,
) -> list[Strip]:
    """Return a strip for each of *lines*, moved by *start*; *first* is drawn with the first.

    Short paragraphs stay together, and with the next thing if they are *glued*.
    """
    short = len(lines) <= _KEPT_TOGETHER
    strips = []
    for number, line in enumerate(lines):
        is_last = number == len(lines) - 1
        also = first if number == 0 else None
        glued = is_glued if is_last else short
        strips.append(Strip(line.height, _with(line, start, also), is_glued=glued))
    return strips


def glued(strips: Iterable[Strip]) -> list[Strip]:
    """Return *strips* so that the page never breaks between them."""
    all_ = list(strips)
    return [strip._replace(is_glued=True) for strip in all_[:-1]] + all_[-1:]


def taken(strips: Sequence[Strip], room: float, whole: float) -> tuple[list[Strip], list[Strip]]:
    """Return those of *strips* that fit into a column *room* high, and the rest.

    What wants to stay together stays so, unless a *whole* page is not enough for it.
    """
    column: list[Strip] = []
    rest: list[Strip] = []
    high = 0.0
    for run in runs(strips):
        wanted = run if column else _at_the_head(run)
        if not rest and high + height_of(wanted) <= room:
            column += wanted
            high += height_of(wanted)
        elif not rest and not column and height_of(wanted) > whole:
            for strip in wanted:
                fits = not rest and (high + strip.height <= room or not column)
                (column if fits else rest).append(strip)
                high += strip.height
        else:
            rest += run
    return column, rest


def _at_the_head(run: list[Strip]) -> list[Strip]:
    """Return *run* as it stands at the head of a column: without air, and with its heads."""
    first = next((place for place, strip in enumerate(run) if not strip.is_air), len(run))
    return [head for strip in run[first : first + 1] for head in strip.heads] + run[first:]


def in_two(
    strips: Sequence[Strip], room: float, whole: float
) -> tuple[list[Strip], list[Strip], list[Strip]]:
    """Return two columns at most *room* high, as low as they can be, and what is left over."""
    least, most = 0.0, room
    while most - least > 1:
        middle = (least + most) / 2
        if _two_columns(strips, middle, whole)[2]:
            least = middle
        else:
            most = middle
    return _two_columns(strips, most, whole)


def _two_columns(
    strips: Sequence[Strip], room: float, whole: float
) -> tuple[list[Strip], list[Strip], list[Strip]]:
    first, rest = taken(strips, room, whole)
    return (first, *taken(rest, room, whole))


def height_of(strips: Iterable[Strip]) -> float:
    """Return how high *strips* are together."""
    return sum(strip.height for strip in strips)


def runs(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Yield *strips* in runs that want to stay on one page."""
    run: list[Strip] = []
    for strip in strips:
        run.append(strip)
        if not strip.is_glued:
            yield run
            run = []
    if run:
        yield run


def draw_line(painter: QPainter, left: float, right: float, y: float) -> None:
    """Draw a thin line."""
    painter.setPen(QPen(QColor(LINE), 0.75))
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def draw_box(painter: QPainter, place: QRectF, *, is_ticked: bool) -> None:
    """Draw a box to tick, or a ticked one."""
    painter.setPen(QPen(QColor(QUIET), 1.0))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRoundedRect(place, 3, 3)
    if is_ticked:
        painter.setPen(QPen(QColor(TEXT), 1.5))
        points = ((0.24, 0.52), (0.43, 0.72), (0.78, 0.3))
        corners = [
            QPointF(place.x() + across * place.width(), place.y() + down * place.height())
            for across, down in points
        ]
        painter.drawPolyline(QPolygonF(corners))


def draw_circle(painter: QPainter, center: QPointF, radius: float) -> None:
    """Draw a circle to tick."""
    painter.setPen(QPen(QColor(QUIET), 1.0))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(center, radius, radius)


def draw_dots(painter: QPainter, left: float, middle: float, filled: Sequence[bool]) -> None:
    """Draw dots beside each other, from *left* on: those that are *filled*, and rings."""
    painter.setPen(QPen(QColor(GREEN), 0.9))
    for place, is_filled in enumerate(filled):
        painter.setBrush(QColor(GREEN if is_filled else "#FFFFFF"))
        center = QPointF(left + DOT_RADIUS + place * DOT_STEP, middle)
        painter.drawEllipse(center, DOT_RADIUS, DOT_RADIUS)


def _with(line: Line, start: float, also: Draw | None) -> Draw:
    def draw(painter: QPainter, x: float, y: float) -> None:
        if also is not None:
            also(painter, x, y)
        line.draw(painter, x + start, y)

    return draw


def _nothing(painter: QPainter, x: float, y: float) -> None:
    """Draw nothing."""
