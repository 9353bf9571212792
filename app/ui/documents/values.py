"""A table of values as strips: what was said of each thing at each time."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QPainter

from app.i18n import _
from app.services.documents.model import DOTS, Table, TableCell, TableRow
from app.ui.documents.strips import (
    DOT_RADIUS,
    DOT_STEP,
    Draw,
    Strip,
    air,
    draw_line,
    text_strips,
)
from app.ui.documents.tables import HIGHEST, NARROW, Cell, highest, row_strip
from app.ui.documents.typesetting import BODY, LABEL, STRONG, Line, Typesetter

_NAMES: Final = 0.26
"""The share of the width that the names of the rows take, at least."""

_WIDEST: Final = 110.0
"""What a column has no use for is room for the names, in points."""

_BETWEEN: Final = 4.0
_PAD: Final = 1.8
_DOTS_WIDE: Final = 2 * DOT_RADIUS + (DOTS - 1) * DOT_STEP
_AFTER_DOTS: Final = 3.5


class _Measures:
    """Where the columns of one table stand."""

    def __init__(self, block: Table, setter: Typesetter, width: float, size: float) -> None:
        self.setter = setter
        self.width = width
        self.size = size
        self.column = min(width * (1 - _NAMES) / max(len(block.columns), 1), _WIDEST * size)
        self.names = width - self.column * len(block.columns)

    def start(self, place: int) -> float:
        """Return where column *place* begins."""
        return self.names + place * self.column

    @property
    def room(self) -> float:
        """How wide the words of a column may be."""
        return self.column - _BETWEEN


def values_strips(block: Table, setter: Typesetter, width: float, size: float) -> list[Strip]:
    """Return the heads, which stand above the rows again on each page, and the rows.

    In a narrow column, and where a row would be very high, its values stand below its name.
    """
    measures = _Measures(block, setter, width, size)
    head = _head(block, measures)
    strips = []
    for row in block.rows:
        cells = list(_cells(row, measures))
        if width < NARROW or highest(cells) > HIGHEST:
            strips += _stacked(row, block.columns, measures)
            continue
        strip = row_strip(cells, setter, width, _PAD * size, 0.0)
        strips.append(strip._replace(heads=(head,)))
    heads = [] if width < NARROW else [head._replace(is_glued=True)]
    return [*heads, *strips, Strip(1.0, _line(width)), air(5 * size)]


def _head(block: Table, measures: _Measures) -> Strip:
    setter, style = measures.setter, LABEL.times(measures.size)
    cells = [
        Cell(setter.lines(column, style, measures.room), measures.start(place), measures.room)
        for place, column in enumerate(block.columns)
    ]
    return row_strip(cells, setter, measures.width, 2.0, None)


def _cells(row: TableRow, measures: _Measures) -> Iterator[Cell]:
    setter, size = measures.setter, measures.size
    room = measures.names - _BETWEEN
    yield Cell(setter.lines(row.title, BODY.times(size), room), 0, room)
    for place, cell in enumerate(row.cells):
        yield from _value(cell, measures.start(place), measures)


def _value(cell: TableCell, start: float, measures: _Measures) -> Iterator[Cell]:
    """Yield the words, and the dots before them, or above them where a column is too narrow."""
    setter, room, size = measures.setter, measures.room, measures.size
    if not cell.dots:
        yield Cell(setter.lines(cell.text, BODY.times(size), room), start, room)
        return
    yield Cell((), start, _DOTS_WIDE, _filled(cell))
    style = LABEL.times(size)._replace(color=BODY.color)
    (first, *more) = setter.lines(cell.text, style, room)
    indent = _DOTS_WIDE + _AFTER_DOTS
    if not more and first.width + indent <= room:
        beside = setter.lines(cell.text, style, room - indent)
        yield Cell(beside, start + indent, room - indent)
    else:
        yield Cell([*setter.lines(" ", style, room), first, *more], start, room)


def _filled(cell: TableCell) -> tuple[bool, ...]:
    return tuple(place < cell.dots for place in range(DOTS))


def _stacked(row: TableRow, columns: tuple[str, ...], measures: _Measures) -> list[Strip]:
    """Return a row whose values stand below its name, each behind the head of its column."""
    setter, width, size = measures.setter, measures.width, measures.size

    def lines(text: str) -> list[Line]:
        return setter.lines(text, BODY.times(size), width)

    strips = [Strip(1.0, _line(width), is_glued=True), air(_PAD * size, is_glued=True)]
    strips += text_strips(setter.lines(row.title, STRONG.times(size), width))
    for column, cell in zip(columns, row.cells, strict=True):
        head = " ".join(column.split())
        strips += text_strips(lines(_("{name}: {value}").format(name=head, value=cell.text)))
    return [*strips, air(_PAD * size)]


def _line(width: float) -> Draw:
    def draw(painter: QPainter, x: float, y: float) -> None:
        draw_line(painter, x, x + width, y)

    return draw
