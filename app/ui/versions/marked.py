"""Words of the patient's in which some are marked, because they stand on one side only."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QFont, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.differences import Span
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.labels import Words

LONGEST: Final = 6_000
"""How many characters are shown at most: what differs, and some words before it."""

_AHEAD: Final = 400
_ELLIPSIS: Final = "…"
_LINE: Final = "\u2028"
"""A line break inside a paragraph, which is how Qt lays lines out."""


class Excerpt(NamedTuple):
    """A part of a text, and what is marked in it."""

    text: str
    marks: tuple[Span, ...]
    is_whole: bool


def excerpt(text: str, marks: tuple[Span, ...]) -> Excerpt:
    """Return *text*, or the part of a very long one that begins shortly before what is marked."""
    if len(text) <= LONGEST:
        return Excerpt(text, marks, is_whole=True)
    first = marks[0][0] if marks else 0
    start = max(min(first - _AHEAD, len(text) - LONGEST), 0)
    end = start + LONGEST
    ahead = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(text) else ""
    by = len(ahead) - start
    inside = tuple(
        (max(a, start) + by, min(b, end) + by) for a, b in marks if a < end and b > start
    )
    return Excerpt(f"{ahead}{text[start:end]}{after}", inside, is_whole=False)


class MarkedWords(Words):
    """A text in which marked words are bold and underlined: both are seen without colors.

    A word that is longer than a line goes on in the next one.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "body", parent=parent)
        self._marks: tuple[Span, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def marked(self) -> list[str]:
        """The words that are marked."""
        return [self.text()[begin:end] for begin, end in self._marks]

    def show_words(self, text: str, marks: tuple[Span, ...]) -> None:
        """Show *text* with the words at *marks* marked."""
        self._marks = marks
        self._heights.clear()
        self.setText(text)
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words when the label is *width* wide."""
        line = max(min(width, self._longest_line()), 1)
        key = (line, self.text())
        if key not in self._heights:
            self._heights[key] = round(self._laid_out(line).boundingRect().height() + 0.5)
        return self._heights[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        painter = painting.painter_for(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        inside = self.contentsRect()
        layout = self._laid_out(max(inside.width(), 1))
        layout.draw(painter, QPointF(inside.topLeft()))
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        super()._restyle()
        self.update()

    def _laid_out(self, width: int) -> QTextLayout:
        text = self.text().replace("\n", _LINE)
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(self.alignment() & ~Qt.AlignmentFlag.AlignVertical_Mask)
        layout.setTextOption(option)
        layout.setFormats([_format(span, text) for span in self._marks])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout


def _format(span: Span, text: str) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    mark = QTextLayout.FormatRange()
    begin, end = (_in_utf16(text, at) for at in span)
    mark.start, mark.length, mark.format = begin, end - begin, look
    return mark


def _in_utf16(text: str, at: int) -> int:
    """Return the place *at* of *text* as Qt counts it: an emoji is two."""
    return len(text[:at].encode("utf-16-le")) // 2
