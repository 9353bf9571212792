"""Words on paper: set in lines that any page can carry, whatever script they are in."""

import re
from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.ui.documents.paper import GREEN, QUIET, TEXT
from app.ui.theme.fonts import FAMILIES

_DOTS_PER_METER: Final = round(72 / 0.0254)
"""One dot is one point."""

_LEADING: Final = 1.06
"""The height of a line, in heights that the typeface itself asks for."""


_ENDLESS: Final = re.compile(r"(\S{1000})(?=\S)")
"""Qt looks for a place to wrap through all that is left of a word, for each of its lines."""


class Style(NamedTuple):
    """A size in points, a weight and a color."""

    size: float
    weight: int = 400
    color: str = TEXT

    def times(self, factor: float) -> "Style":
        """Return the style *factor* times as large."""
        return self._replace(size=self.size * factor)


TITLE: Final = Style(23, 700)
LEAD: Final = Style(12, 400, QUIET)
HEADING: Final = Style(13, 600)
SMALL_HEADING: Final = Style(10.5, 600, GREEN)
BODY: Final = Style(10.5)
STRONG: Final = Style(10.5, 600)
QUIETLY: Final = Style(9.5, 400, QUIET)
DONE: Final = Style(10.5, 400, QUIET)
NOTE: Final = Style(9, 400, QUIET)
LABEL: Final = Style(9.5, 400, QUIET)
MAIN_LABEL: Final = Style(9.5, 600, GREEN)
TIME: Final = Style(11.5, 600)
MAIN: Final = Style(21, 700)
NUMBER: Final = Style(13.5, 700)
BRAND: Final = Style(10.5, 600, GREEN)
CORNER: Final = Style(10.5, 400, QUIET)
FOOT: Final = Style(8.2, 400, QUIET)


class Line(NamedTuple):
    """One line of words; it keeps its layout alive."""

    layout: QTextLayout
    line: QTextLine
    color: str

    @property
    def height(self) -> float:
        """The room it takes, the air between lines included."""
        return self.line.height() * _LEADING

    @property
    def width(self) -> float:
        """How far its letters reach."""
        return self.line.naturalTextWidth()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its column beginning at *x* and its top at *y*."""
        air = (self.height - self.line.height()) / 2
        painter.setPen(QColor(self.color))
        self.line.draw(painter, QPointF(x, y + air - self.line.y()))


class Typesetter:
    """Sets words for a language that runs from left to right, or from right to left."""

    def __init__(self, *, right_to_left: bool) -> None:
        self.right_to_left = right_to_left
        # Everything is measured on this, so a page breaks the same on paper and on a screen.
        self._device = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._device.setDotsPerMeterX(_DOTS_PER_METER)
        self._device.setDotsPerMeterY(_DOTS_PER_METER)

    def lines(
        self, text: str, style: Style, width: float, *, note: str = "", to_end: bool = False
    ) -> list[Line]:
        """Return *text*, and quietly after it *note*, in lines of at most *width* points.

        They begin where the language begins a line, or end where it ends one.
        """
        broken = _ENDLESS.sub(r"\1\n", text.replace("\t", "    "))
        parts = broken.splitlines() or [""]
        lines = []
        for number, part in enumerate(parts, 1):
            last = note if number == len(parts) else ""
            lines += self._paragraph(part, style, width, last, to_end=to_end)
        return lines

    def _paragraph(
        self, text: str, style: Style, width: float, note: str, *, to_end: bool
    ) -> list[Line]:
        """Return one paragraph: each runs in the direction of its own letters."""
        whole = f"{text} {note}" if note else text
        layout = QTextLayout(whole, _font(style), self._device)
        layout.setTextOption(self._option(to_end=to_end))
        if note:
            size = NOTE.size * style.size / BODY.size
            layout.setFormats([_quiet(len(text) + 1, len(note), size)])
        lines = []
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
            lines.append(Line(layout, line, style.color))
        layout.endLayout()
        return lines

    def visual(self, x: float, room: float, start: float, width: float) -> float:
        """Return where something *width* wide stands, *start* from the beginning of the line.

        The line is *room* wide and its left end is at *x*.
        """
        return x + room - start - width if self.right_to_left else x + start

    def _option(self, *, to_end: bool) -> QTextOption:
        sides = Qt.AlignmentFlag
        side = sides.AlignRight if self.right_to_left is not to_end else sides.AlignLeft
        option = QTextOption(side | sides.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setUseDesignMetrics(True)
        return option


@cache
def _font(style: Style) -> QFont:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(style.size)
    font.setWeight(QFont.Weight(style.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _quiet(start: int, length: int, size: float) -> QTextLayout.FormatRange:
    looks = QTextCharFormat()
    looks.setForeground(QColor(NOTE.color))
    looks.setFontPointSize(size)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, looks
    return found
