"""What stands in columns inside a block: times, facts, and circles to tick."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from app.services.documents.model import Fact, Facts, Grid, TimeRow, Times
from app.ui.documents.strips import (
    DOT_RADIUS,
    Draw,
    Strip,
    air,
    draw_circle,
    draw_dots,
    draw_line,
    glued,
    text_strips,
)
from app.ui.documents.typesetting import (
    BODY,
    LABEL,
    MAIN,
    MAIN_LABEL,
    NOTE,
    NUMBER,
    STRONG,
    TIME,
    Line,
    Style,
    Typesetter,
)

HIGHEST: Final = 220.0
"""A row that is higher is laid out in lines below each other, which a page can part."""

NARROW: Final = 320.0
"""Below so many points, what could stand beside each other stands below each other."""

_TIME: Final = 86.0
_GAP: Final = 18.0
_ROW: Final = 5.0
"""The room above and below the words of a row."""


class Cell(NamedTuple):
    """Lines that begin *start* from the beginning of the row, in a column *width* wide.

    ``dots`` stand on the line of the first words of the row, filled or not.
    """

    lines: Sequence[Line]
    start: float
    width: float
    dots: Sequence[bool] = ()

    @property
    def ascent(self) -> float:
        """How far the baseline of the first line is from the top."""
        if not self.lines:
            return 0.0
        first = self.lines[0]
        return first.line.ascent() + (first.height - first.line.height()) / 2

    @property
    def height(self) -> float:
        """How high its lines are together."""
        return sum(line.height for line in self.lines)


def times_strips(block: Times, setter: Typesetter, width: float, size: float) -> list[Strip]:
    """Return the times of a day: time, what is then, and beside or below it the rule."""
    strips: list[Strip] = []
    time_room = _TIME * size
    for number, row in enumerate(block.rows):
        cells = _time_cells(row, setter, width, size)
        if highest(cells) > HIGHEST:
            strips += _time_stacked(row, setter, width, size)
            continue
        line_from = time_room + _GAP * size if number else None
        strips.append(row_strip(cells, setter, width, _ROW * size, line_from))
    return strips


def facts_strips(block: Facts, setter: Typesetter, width: float, size: float) -> list[Strip]:
    """Return the fact that matters most, and the others in columns beside it."""
    pairs = block.others
    if block.main is None:
        return _beside(pairs, setter, width, size, columns=2 if width < NARROW else 4)
    if width < NARROW or _is_long(block, setter, width, size):
        strips = _fact(block.main, setter, width, size, is_main=True)
        strips.append(air(8 * size))
        return strips + _beside(pairs, setter, width, size, columns=2)
    room = width * 0.52
    column = (width - room - 2 * _GAP) / 2
    main = _fact(block.main, setter, room, size, is_main=True)
    cells = [_fact(one, setter, column, size) for one in pairs]
    heights = [sum(strip.height for strip in one) for one in cells]
    rows = [max(heights[place : place + 2]) + 6 for place in range(0, len(cells), 2)]

    def draw(painter: QPainter, x: float, y: float) -> None:
        _draw_strips(main, painter, setter.visual(x, width, 0, room), y)
        for place, cell in enumerate(cells):
            start = room + _GAP + (place % 2) * (column + _GAP)
            top = y + sum(rows[: place // 2])
            _draw_strips(cell, painter, setter.visual(x, width, start, column), top)

    return [Strip(max(sum(strip.height for strip in main), sum(rows)), draw)]


def grid_strips(block: Grid, setter: Typesetter, width: float, size: float) -> list[Strip]:
    """Return rows with a circle to tick in every column."""
    names = width * (0.5 if width >= NARROW else 0.4)
    column = (width - names) / len(block.columns)
    heads = [
        Cell(setter.lines(one, LABEL.times(size), column), names + place * column, column)
        for place, one in enumerate(block.columns)
    ]
    strips = [row_strip([_centered(one) for one in heads], setter, width, 2, None)]
    for row in block.rows:
        cell = Cell(setter.lines(row or " ", BODY.times(size), names - 8), 0, names - 8)
        circles = _circles(names, column, len(block.columns), setter, width)
        strips.append(row_strip([cell], setter, width, 3.4 * size, 0.0, also=circles))
    return [strips[0]._replace(is_glued=True), *strips[1:]]


def _circles(start: float, column: float, count: int, setter: Typesetter, width: float) -> Draw:
    def draw(painter: QPainter, x: float, y: float) -> None:
        for place in range(count):
            left = setter.visual(x, width, start + place * column, column)
            draw_circle(painter, QPointF(left + column / 2, y), 5.0)

    return draw


def _centered(cell: Cell) -> Cell:
    free = (cell.width - max((line.width for line in cell.lines), default=0)) / 2
    return cell._replace(start=cell.start + max(free, 0))


def _time_cells(row: TimeRow, setter: Typesetter, width: float, size: float) -> list[Cell]:
    time_room, gap = _TIME * size, _GAP * size
    rest = width - time_room - gap
    title_room = rest if width < NARROW else rest * 0.4
    note_room = rest if width < NARROW else rest - title_room - gap / 2
    time = setter.lines(row.time, TIME.times(size), time_room, to_end=width >= NARROW)
    title = setter.lines(row.title, STRONG.times(size * 1.05), title_room)
    note = setter.lines(row.note, NOTE.times(size), note_room) if row.note else []
    cells = [Cell(time, 0, time_room)]
    if width < NARROW:
        return [*cells, Cell([*title, *note], time_room + gap, rest)]
    start = time_room + gap
    return [
        *cells,
        Cell(title, start, title_room),
        Cell(note, start + title_room + gap / 2, note_room),
    ]


def _time_stacked(row: TimeRow, setter: Typesetter, width: float, size: float) -> list[Strip]:
    strips = [air(_ROW * size)]
    parts = ((row.time, TIME), (row.title, STRONG), (row.note, NOTE))
    for text, style in parts:
        if text:
            strips += text_strips(setter.lines(text, style.times(size), width))
    return [*strips, air(_ROW * size)]


def highest(cells: Sequence[Cell]) -> float:
    """Return the height of the highest of *cells*."""
    return max(cell.height for cell in cells)


def row_strip(
    cells: Sequence[Cell],
    setter: Typesetter,
    width: float,
    pad: float,
    line_from: float | None,
    *,
    also: Draw | None = None,
) -> Strip:
    """Return one row: its cells share a baseline, and a line above it begins at *line_from*."""
    base = max(cell.ascent for cell in cells)
    high = max(base - cell.ascent + cell.height for cell in cells) + 2 * pad

    def draw(painter: QPainter, x: float, y: float) -> None:
        if line_from is not None:
            left = setter.visual(x, width, line_from, width - line_from)
            draw_line(painter, left, left + width - line_from, y)
        for cell in cells:
            top = y + pad + base - cell.ascent
            left = setter.visual(x, width, cell.start, cell.width)
            for line in cell.lines:
                line.draw(painter, left, top)
                top += line.height
            if cell.dots:
                dots = reversed(cell.dots) if setter.right_to_left else cell.dots
                draw_dots(painter, left, y + pad + base - DOT_RADIUS, tuple(dots))
        if also is not None:
            also(painter, x, y + high / 2)

    return Strip(high, draw)


def _is_long(block: Facts, setter: Typesetter, width: float, size: float) -> bool:
    facts = [fact for fact in (block.main, *block.others) if fact is not None]
    return any(
        sum(strip.height for strip in _fact(fact, setter, width / 4, size)) > HIGHEST
        for fact in facts
    )


def _beside(
    facts: Sequence[Fact], setter: Typesetter, width: float, size: float, *, columns: int
) -> list[Strip]:
    """Return *facts* in so many columns, or below each other where one of them is long."""
    column = (width - (columns - 1) * _GAP) / columns
    cells = [_fact(one, setter, column, size) for one in facts]
    if any(sum(strip.height for strip in cell) > HIGHEST for cell in cells):
        return [strip for fact in facts for strip in _fact(fact, setter, width, size)]
    strips = []
    for first in range(0, len(cells), columns):
        row = cells[first : first + columns]
        high = max(sum(strip.height for strip in cell) for cell in row)
        strips.append(Strip(high + 6 * size, _in_columns(row, column, setter, width)))
    return strips


def _in_columns(row: list[list[Strip]], column: float, setter: Typesetter, width: float) -> Draw:
    def draw(painter: QPainter, x: float, y: float) -> None:
        for place, cell in enumerate(row):
            left = setter.visual(x, width, place * (column + _GAP), column)
            _draw_strips(cell, painter, left, y)

    return draw


def _fact(
    fact: Fact, setter: Typesetter, width: float, size: float, *, is_main: bool = False
) -> list[Strip]:
    label = setter.lines(fact.label, (MAIN_LABEL if is_main else LABEL).times(size), width)
    value = setter.lines(fact.value, _value_style(is_main=is_main).times(size), width)
    if len(value) > 1:
        value = setter.lines(fact.value, STRONG.times(size), width)
    strips = [*text_strips(label, is_glued=True), *text_strips(value)]
    if fact.note:
        strips = [
            *glued(strips),
            air(2),
            *text_strips(setter.lines(fact.note, NOTE.times(size), width)),
        ]
    return strips


def _value_style(*, is_main: bool) -> Style:
    return MAIN if is_main else NUMBER


def _draw_strips(strips: Sequence[Strip], painter: QPainter, x: float, y: float) -> None:
    for strip in strips:
        strip.draw(painter, x, y)
        y += strip.height
