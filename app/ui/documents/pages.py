"""A document laid out on pages, and painted."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from app import NAME
from app.assets import resource
from app.i18n import _
from app.services.documents.model import Columns, Document, Flow, Paper, Piece, Section
from app.ui.documents.blocks import Blocks
from app.ui.documents.paper import GREEN, LINE, TINT, Format
from app.ui.documents.strips import (
    Strip,
    air,
    draw_line,
    glued,
    height_of,
    in_two,
    rule,
    runs,
    text_strips,
)
from app.ui.documents.typesetting import (
    BRAND,
    CORNER,
    FOOT,
    HEADING,
    LEAD,
    SMALL_HEADING,
    TITLE,
    Typesetter,
)

_SIZES: Final = (1.0, 0.96, 0.92, 0.88)
"""How much smaller words may become where that saves a page."""

_WORTH_IT: Final = 40
"""Of more pages than these one less is nothing gained, and setting them takes long."""

_POCKET_SIZES: Final = (0.8, 0.76, 0.72)
_A_THIRD: Final = 1 / 3
"""A list that goes on on the next page begins there, if less than so much of this one is left."""

_LEAF: Final = 16.0
_BETWEEN: Final = 36.0
"""Between two columns."""


class Spot(NamedTuple):
    """A place in the document: the page, from 0, and how far down it."""

    page: int
    y: float


class _Placed(NamedTuple):
    strip: Strip
    x: float
    y: float


class Pages:
    """The pages of *document* in *page* format, its words *size* times as large as usual."""

    def __init__(
        self, document: Document, page: Format, *, right_to_left: bool, size: float
    ) -> None:
        self._document = document
        self._format = page
        self._size = size
        self._setter = Typesetter(right_to_left=right_to_left)
        self._is_narrow = document.paper is Paper.POCKET
        self._foot = self._foot_strips()
        inside = page.inside
        self._top, self._left, self._width = inside.top(), inside.left(), inside.width()
        self._bottom = inside.bottom() - height_of(self._foot) - 10 * self._size
        self._placed: list[list[_Placed]] = []
        self._boxes: list[list[QRectF]] = []
        self._lay_out()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._placed)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page *number*, from 0; the painter's unit is a point."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self._boxes[number]:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(TINT))
            painter.drawRoundedRect(box, 8, 8)
        for placed in self._placed[number]:
            placed.strip.draw(painter, placed.x, placed.y)
        self._paint_foot(painter, number)

    def _lay_out(self) -> None:
        document = self._document
        spot = self._place(self._head(), self._left, Spot(0, self._top))
        if document.box:
            spot = self._place_box(spot)
        for piece in document.body:
            spot = self._place_piece(piece, spot)
        self._page(spot.page)

    def _head(self) -> list[Strip]:
        document, size, width = self._document, self._size, self._width
        corner_room = width - 130 * size
        lines = self._setter.lines(document.corner, CORNER.times(size), corner_room, to_end=True)
        start = self._setter.visual(0, width, 130 * size, corner_room)
        head = text_strips(lines, start, first=self._draw_brand)
        title = text_strips(self._setter.lines(document.title, TITLE.times(size), width))
        lead = self._setter.lines(document.lead, LEAD.times(size), width) if document.lead else []
        return [*head, air(14 * size), *title, air(2), *text_strips(lead), air(12 * size)]

    def _draw_brand(self, painter: QPainter, x: float, y: float) -> None:
        size = self._size
        leaf = _LEAF * size
        svg = resource("icons/leaf.svg").read_text(encoding="utf-8")
        place = QRectF(self._setter.visual(x, self._width, 0, leaf), y - 1.5 * size, leaf, leaf)
        QSvgRenderer(svg.replace("currentColor", GREEN).encode()).render(painter, place)
        name = self._setter.lines(NAME, BRAND.times(size), 120 * size)[0]
        name.draw(painter, self._setter.visual(x, self._width, leaf + 5 * size, 120 * size), y)

    def _place_box(self, spot: Spot) -> Spot:
        pad = 16 * self._size
        across = (20 if not self._is_narrow else 12) * self._size
        blocks = Blocks(self._setter, self._width - 2 * across, self._size)
        strips = [air(pad * 0.6, is_glued=True)]
        for block in self._document.box:
            strips += blocks.strips(block)
        end = self._place(strips, self._left + across, spot)
        end = Spot(end.page, end.y + pad * 0.6)
        first = self._page_of(strips[1])
        for page in range(first, end.page + 1):
            top = spot.y if page == spot.page else self._top - 6
            bottom = end.y if page == end.page else self._bottom
            self._boxes[page].append(QRectF(self._left, top, self._width, bottom - top))
        return Spot(end.page, end.y + 12 * self._size)

    def _page_of(self, strip: Strip) -> int:
        """Return on which page *strip* came to stand."""
        pages = enumerate(self._placed)
        return next(number for number, page in pages if any(one.strip is strip for one in page))

    def _place_piece(self, piece: Piece, spot: Spot) -> Spot:
        match piece:
            case Section():
                return self._place(self._section(piece, self._width), self._left, spot)
            case Columns():
                return self._place_columns(piece, spot)
            case Flow():
                return self._place_flow(piece, spot)
            case _:
                return self._place(rule(self._width, 8, 4), self._left, spot)

    def _place_columns(self, columns: Columns, spot: Spot) -> Spot:
        room = (self._width - _BETWEEN) / 2
        spot = self._place_title(columns, room, spot)
        ends = []
        for place, sections in enumerate((columns.first, columns.second)):
            start = place * (room + _BETWEEN)
            x = self._setter.visual(self._left, self._width, start, room)
            strips = [strip for one in sections for strip in self._section(one, room)]
            ends.append(self._place(strips, x, spot))
        return max(ends)

    def _place_flow(self, flow: Flow, spot: Spot) -> Spot:
        """Fill the first column, then the second; on the last page both about equally."""
        room = (self._width - _BETWEEN) / 2
        spot = self._place([air(9 * self._size)], self._left, spot)
        rest = [strip for one in flow.sections for strip in self._section(one, room)]
        whole = self._bottom - self._top
        left = self._bottom - spot.y
        if left < whole * _A_THIRD and in_two(rest, left, whole)[2]:
            spot = Spot(spot.page + 1, self._top)
        while True:
            first, second, rest = in_two(rest, self._bottom - spot.y, whole)
            ends = [spot]
            for place, strips in enumerate((first, second)):
                start = place * (room + _BETWEEN)
                x = self._setter.visual(self._left, self._width, start, room)
                ends.append(self._place(strips, x, spot))
            spot = max(ends)
            if not rest:
                return spot
            spot = Spot(spot.page + 1, self._top)

    def _place_title(self, columns: Columns, room: float, spot: Spot) -> Spot:
        """Put the title above both columns, on another page if all of it fits only there."""
        if not columns.title:
            return spot
        title = rule(self._width, 6 * self._size, 0)
        title += self._section(Section(title=columns.title, blocks=()), self._width)
        high = height_of(title) + max(
            height_of(strip for one in side for strip in self._section(one, room))
            for side in (columns.first, columns.second)
        )
        if spot.y + high > self._bottom and high <= self._bottom - self._top:
            spot = Spot(spot.page + 1, self._top)
        return self._place(title, self._left, spot)

    def _section(self, section: Section, width: float) -> list[Strip]:
        size = self._size
        blocks = Blocks(self._setter, width, size)
        strips: list[Strip] = []
        if section.title:
            style = SMALL_HEADING if section.is_small else HEADING
            title = text_strips(self._setter.lines(section.title, style.times(size), width))
            strips = [
                air(0 if section.is_small else 9 * size),
                *glued([*title, air(3 * size)]),
            ]
            strips[-1] = strips[-1]._replace(is_glued=True)
        for block in section.blocks:
            strips += blocks.strips(block)
        strips.append(air(5 * size))
        return strips

    def _place(self, strips: Sequence[Strip], x: float, spot: Spot) -> Spot:
        """Put *strips* below each other from *spot* on, and return where they end."""
        page, y = spot
        for run in runs(strips):
            high = height_of(run)
            if y + high > self._bottom and high <= self._bottom - self._top and y > self._top:
                page, y = page + 1, self._top
            for strip in run:
                if y + strip.height > self._bottom and y > self._top:
                    page, y = page + 1, self._top
                if strip.is_air and y == self._top and page:
                    continue
                for one in (*(strip.heads if y == self._top else ()), strip):
                    self._page(page).append(_Placed(one, x, y))
                    y += one.height
        return Spot(page, y)

    def _page(self, number: int) -> list[_Placed]:
        while len(self._placed) <= number:
            self._placed.append([])
            self._boxes.append([])
        return self._placed[number]

    def _foot_strips(self) -> list[Strip]:
        lines = []
        for text in self._document.foot:
            lines += self._setter.lines(
                text, FOOT.times(self._size), self._format.inside.width() - 60 * self._size
            )
        return text_strips(lines)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        inside = self._format.inside
        y = inside.bottom() - height_of(self._foot)
        draw_line(painter, inside.left(), inside.right(), y - 6 * self._size)
        left = inside.left() + (60 * self._size if self._setter.right_to_left else 0)
        if self.count > 1:
            text = _("Page {number} of {count}").format(number=number + 1, count=self.count)
            lines = self._setter.lines(text, FOOT.times(self._size), 58 * self._size, to_end=True)
            end = inside.width() - 58 * self._size
            x = self._setter.visual(inside.left(), inside.width(), end, 58 * self._size)
            lines[0].draw(painter, x, y)
        for strip in self._foot:
            strip.draw(painter, left, y)
            y += strip.height


def paint_cuts(painter: QPainter, page: Format) -> None:
    """Paint the lines along which a sheet is cut into four pocket pages."""
    painter.setPen(QPen(QColor(LINE), 0.75, Qt.PenStyle.DashLine))
    width, height = page.width, page.height
    painter.drawLine(0, round(height), round(2 * width), round(height))
    painter.drawLine(round(width), 0, round(width), round(2 * height))


def laid_out(document: Document, page: Format, *, right_to_left: bool) -> Pages:
    """Return the pages of *document*: as few as can be, and their words as large as can be."""
    sizes = _POCKET_SIZES if document.paper is Paper.POCKET else _SIZES
    pages = Pages(document, page, right_to_left=right_to_left, size=sizes[0])
    if not 1 < pages.count <= _WORTH_IT:
        return pages
    smaller = (Pages(document, page, right_to_left=right_to_left, size=size) for size in sizes[1:])
    return min((pages, *smaller), key=lambda tried: tried.count)
