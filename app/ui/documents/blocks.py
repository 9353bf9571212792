"""The blocks of a document as strips: paragraphs, lists, boxes to tick, lines to write on."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from app.services.documents.model import (
    Block,
    Facts,
    Grid,
    Paragraph,
    Points,
    Scale,
    Table,
    Tick,
    Ticks,
    Times,
    Tone,
    WriteIn,
)
from app.ui.documents.paper import QUIET
from app.ui.documents.strips import (
    Draw,
    Strip,
    air,
    draw_box,
    draw_circle,
    draw_line,
    glued,
    text_strips,
)
from app.ui.documents.tables import facts_strips, grid_strips, times_strips
from app.ui.documents.typesetting import (
    BODY,
    DONE,
    LABEL,
    NOTE,
    QUIETLY,
    STRONG,
    Line,
    Style,
    Typesetter,
)
from app.ui.documents.values import values_strips

_TONES: Final = {Tone.PLAIN: BODY, Tone.QUIET: QUIETLY, Tone.STRONG: STRONG}
_BULLET: Final = 14.0
_BOX: Final = 11.0
_AFTER_BOX: Final = 22.0
_APART: Final = 13.0
_WRITING: Final = 25.0
"""The height of a line that a hand writes on."""

_SCALE_LABEL: Final = 0.27
"""The share of the width that the label of a scale takes."""


class Blocks:
    """Turns blocks into strips of one width; *size* makes their words larger or smaller."""

    def __init__(self, setter: Typesetter, width: float, size: float = 1.0) -> None:
        self._setter = setter
        self._width = width
        self._size = size

    def strips(self, block: Block) -> list[Strip]:
        """Return the strips of *block*."""
        setter, width, size = self._setter, self._width, self._size
        match block:
            case Paragraph():
                lines = self._lines(block.text, _TONES[block.tone])
                return [*text_strips(lines), air(2.5 * size)]
            case Points():
                return self._points(block)
            case Ticks():
                return self._flowing(block) if block.is_flowing else self._ticks(block)
            case Times():
                return times_strips(block, setter, width, size)
            case Facts():
                return facts_strips(block, setter, width, size)
            case WriteIn():
                return self._write_in(block)
            case Grid() | Table():
                return (
                    grid_strips(block, setter, width, size)
                    if isinstance(block, Grid)
                    else values_strips(block, setter, width, size)
                )
            case _:
                return self._scale(block)

    def _lines(self, text: str, style: Style, indent: float = 0.0, *, note: str = "") -> list[Line]:
        return self._setter.lines(text, style.times(self._size), self._width - indent, note=note)

    def _start(self, indent: float) -> float:
        return self._setter.visual(0, self._width, indent, self._width - indent)

    def _points(self, block: Points) -> list[Strip]:
        strips = []
        for point in block.points:
            lines = self._lines(point.text, BODY, _BULLET, note=point.note)
            strips += text_strips(lines, self._start(_BULLET), first=self._dot(lines[0]))
            strips.append(air(3.2 * self._size))
        return strips

    def _dot(self, line: Line) -> Draw:
        x = self._setter.visual(0, self._width, 3, 3)
        middle = line.height / 2 + 0.5

        def draw(painter: QPainter, left: float, top: float) -> None:
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(QColor(QUIET))
            painter.drawEllipse(QPointF(left + x + 1.5, top + middle), 1.5, 1.5)

        return draw

    def _ticks(self, block: Ticks) -> list[Strip]:
        strips = []
        for tick in block.ticks:
            strips += self._tick(tick)
            strips.append(air(4 * self._size))
        return strips

    def _tick(self, tick: Tick) -> list[Strip]:
        style = DONE if tick.is_done else BODY
        lines = self._lines(tick.title, style, _AFTER_BOX)
        start = self._start(_AFTER_BOX)
        first = self._box(lines[0], tick)
        strips = text_strips(lines, start, first=first, is_glued=bool(tick.note))
        if tick.note:
            strips += text_strips(self._lines(tick.note, NOTE, _AFTER_BOX), start)
        return strips

    def _box(self, line: Line, tick: Tick) -> Draw:
        x = self._setter.visual(0, self._width, 0.5, _BOX)
        top = (line.height - _BOX) / 2

        def draw(painter: QPainter, left: float, y: float) -> None:
            place = QRectF(left + x, y + top, _BOX, _BOX)
            draw_box(painter, place, is_ticked=tick.is_done)

        return draw

    def _flowing(self, block: Ticks) -> list[Strip]:
        """Return short boxes beside each other, as many to a line as fit."""
        rows: list[list[tuple[Tick, Line, float]]] = [[]]
        reached = 0.0
        for tick in block.ticks:
            line = self._lines(tick.title, BODY, _AFTER_BOX)[0]
            wide = _AFTER_BOX + line.width + _APART
            if rows[-1] and reached + wide - _APART > self._width:
                rows.append([])
                reached = 0.0
            rows[-1].append((tick, line, reached))
            reached += wide
        strips = []
        for row in rows:
            strips += [Strip(row[0][1].height, self._beside(row)), air(4 * self._size)]
        return strips

    def _beside(self, row: list[tuple[Tick, Line, float]]) -> Draw:
        setter, room = self._setter, self._width

        def draw(painter: QPainter, x: float, y: float) -> None:
            for tick, line, reached in row:
                box = setter.visual(x, room, reached + 0.5, _BOX)
                top = y + (line.height - _BOX) / 2
                draw_box(painter, QRectF(box, top, _BOX, _BOX), is_ticked=tick.is_done)
                start = setter.visual(x, room, reached + _AFTER_BOX, room - _AFTER_BOX)
                line.draw(painter, start, y)

        return draw

    def _write_in(self, block: WriteIn) -> list[Strip]:
        room, high = self._width, _WRITING * self._size
        label = self._lines(block.label, BODY) if block.label else []
        if block.lines == 1 and len(label) == 1 and label[0].width < room / 2:
            start = label[0].width + 8
            return [Strip(high, self._line_after(label[0], start, high))]

        def draw(painter: QPainter, x: float, y: float) -> None:
            draw_line(painter, x, x + room, y + high - 1)

        return [
            air(4 * self._size),
            *glued([*text_strips(label), *[Strip(high, draw)] * block.lines]),
        ]

    def _line_after(self, label: Line, start: float, high: float) -> Draw:
        setter, room = self._setter, self._width

        def draw(painter: QPainter, x: float, y: float) -> None:
            label.draw(painter, x, y + high - label.height + 1)
            left = setter.visual(x, room, start, room - start)
            draw_line(painter, left, left + room - start, y + high - 1)

        return draw

    def _scale(self, block: Scale) -> list[Strip]:
        setter, size, room = self._setter, self._size, self._width
        label_room = room * _SCALE_LABEL
        label = setter.lines(block.label, BODY.times(size), label_room - 8)
        numbers_room = room - label_room
        step = numbers_room / 11
        numbers = [setter.lines(str(one), BODY.times(size), step)[0] for one in range(11)]
        half = numbers_room / 2
        low = setter.lines(block.low, LABEL.times(size), half)[0]
        high = setter.lines(block.high, LABEL.times(size), half, to_end=True)[0]

        def draw(painter: QPainter, x: float, y: float) -> None:
            top = y
            for line in label:
                line.draw(painter, setter.visual(x, room, 0, label_room - 8), top)
                top += line.height
            for place, number in enumerate(numbers):
                start = label_room + place * step
                box = setter.visual(x, room, start, step)
                draw_circle(painter, QPointF(box + step / 2, y + 8), 8.5 * size)
                column = QPointF(box + (step - number.width) / 2, y + 8 - number.height / 2)
                shift = step - number.width if setter.right_to_left else 0
                number.draw(painter, column.x() - shift, column.y())
            below = y + 8 + 10 * size
            low.draw(painter, setter.visual(x, room, label_room, half), below)
            high.draw(painter, setter.visual(x, room, label_room + half, half), below)

        high_enough = 8 + 10 * size + low.height + 7
        return [Strip(max(high_enough, sum(line.height for line in label)), draw)]
