"""The blocks of a document as words on the screen."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.services.documents.model import (
    Block,
    Fact,
    Facts,
    Grid,
    Paragraph,
    Points,
    Scale,
    Table,
    Tick,
    Ticks,
    TimeRow,
    Times,
    Tone,
    WriteIn,
)
from app.ui.documents.values_table import ValuesTable
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.card import CardRow
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.labels import Caption, Prose, Words
from app.ui.widgets.paths import breakable

_TIME = 96
_BOX = 18
_STACKED_BELOW = 280
_NUMBER = 16
"""What is longer than a phone number, such as an address, is not set in large letters."""
_ANY_WIDTH = 16_777_215
"""What Qt calls no limit."""


def widgets_of(block: Block, theme: Theme) -> Iterator[QWidget]:
    """Yield what shows *block*, from top to bottom."""
    match block:
        case Paragraph():
            yield _paragraph(block, theme)
        case Points():
            bullets = Bullets(theme)
            bullets.set_texts(
                " ".join(part for part in (one.text, one.note) if part) for one in block.points
            )
            yield bullets
        case Ticks():
            yield from (TickLine(theme, tick) for tick in block.ticks)
        case Times():
            yield from _times(block, theme)
        case Facts():
            yield from _facts(block, theme)
        case WriteIn():
            yield from _write_in(block, theme)
        case Grid():
            yield from _grid(block, theme)
        case Table():
            yield ValuesTable(theme, block)
        case _:
            yield from _scale(block, theme)


def _paragraph(block: Paragraph, theme: Theme) -> QWidget:
    if block.tone is Tone.STRONG:
        return Words(theme, strong=True, text=block.text)
    if block.tone is Tone.QUIET:
        return Caption(theme, text=block.text)
    return Prose(theme, text=breakable(block.text))


def _times(block: Times, theme: Theme) -> Iterator[QWidget]:
    for number, row in enumerate(block.rows):
        if number:
            yield CardRow(theme)
        yield TimeLine(theme, row)


def _facts(block: Facts, theme: Theme) -> Iterator[QWidget]:
    if block.main is not None:
        yield _fact(block.main, theme, "h1")
    holder = QWidget()
    row = EvenLayout(holder, spacing=theme.px(16))
    for fact in block.others:
        is_number = len(fact.value) <= _NUMBER
        row.addWidget(_fact(fact, theme, "h3" if is_number else "body"))
    yield holder


def _fact(fact: Fact, theme: Theme, role: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(2))
    column.addWidget(Caption(theme, text=fact.label))
    column.addWidget(Words(theme, role, strong=True, text=fact.value))
    if fact.note:
        column.addWidget(Caption(theme, text=fact.note))
    column.addStretch(1)  # beside one with a note its words stay together
    return holder


def _write_in(block: WriteIn, theme: Theme) -> Iterator[QWidget]:
    if block.label:
        yield Prose(theme, text=block.label)
    for _line in range(block.lines):
        yield WritingLine(theme)


def _grid(block: Grid, theme: Theme) -> Iterator[QWidget]:
    """On the screen the columns are named once: there is nothing to tick here."""
    yield Caption(theme, text=" · ".join(block.columns))
    named = Bullets(theme)
    named.set_texts(row for row in block.rows if row)
    yield named
    for row in block.rows:
        if not row:
            yield WritingLine(theme)


def _scale(block: Scale, theme: Theme) -> Iterator[QWidget]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(2))
    column.addWidget(Prose(theme, text=block.label))
    ends = _("{low} to {high}").format(low=block.low, high=block.high)
    column.addWidget(Caption(theme, text=ends))
    yield holder


class TimeLine(QWidget):
    """A time, what is then, and below it the rule it follows."""

    def __init__(self, theme: Theme, row: TimeRow) -> None:
        super().__init__()
        self._theme = theme
        self._time = Words(theme, strong=True, tabular=True, text=row.time)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Words(theme, strong=True, text=row.title))
        if row.note:
            words.addWidget(Caption(theme, text=row.note))
        # It begins stacked, which is the least it can be, and is laid out by its width.
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.px(2))
        self._line.addWidget(self._time)
        self._line.addLayout(words, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the time beside the words, or above them where there is little room."""
        super().resizeEvent(event)
        px = self._theme.px
        is_wide = self.width() >= px(_STACKED_BELOW)
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if is_wide else direction.TopToBottom
        if self._line.direction() is not wanted:
            self._line.setDirection(wanted)
            self._line.setSpacing(px(12 if is_wide else 2))
            self._time.setMinimumWidth(px(_TIME) if is_wide else 0)
            self._time.setMaximumWidth(px(_TIME) if is_wide else _ANY_WIDTH)
            top = Qt.AlignmentFlag.AlignTop
            self._line.setAlignment(self._time, top if is_wide else Qt.AlignmentFlag(0))


class TickLine(QWidget):
    """A box as it is on paper, ticked or not, what it is for, and why."""

    def __init__(self, theme: Theme, tick: Tick) -> None:
        super().__init__()
        title = Prose(theme, text=tick.title)
        if tick.is_done:
            title.setAccessibleName(_("Done: {title}").format(title=tick.title))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(title)
        if tick.note:
            words.addWidget(Caption(theme, text=tick.note))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(12))
        line.addWidget(_Box(theme, is_ticked=tick.is_done), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)


class WritingLine(QWidget):
    """Room for a hand on paper; on the screen a line that says so by its look."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of a line that is written by hand."""
        return QSize(0, self._theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line at the foot."""
        painter = painting.painter_for(self)
        line = self.rect().adjusted(0, self.height() - 1, 0, 0)
        painting.fill(painter, line, self._theme.color("border_strong"))
        painter.end()


class _Box(QWidget):
    """A painted box beside the first line; nothing to press."""

    def __init__(self, theme: Theme, *, is_ticked: bool) -> None:
        super().__init__()
        self._theme = theme
        self._is_ticked = is_ticked
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return one line's height."""
        return QSize(self._theme.px(_BOX) + 2, self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and the tick in it."""
        painter = painting.painter_for(self)
        px, color = self._theme.px, self._theme.color
        side = px(_BOX)
        place = QRectF(1, (self.height() - side) / 2, side, side)
        line, fill = color("border_strong"), color("surface")
        painting.draw_box(painter, place.toRect(), px(5), fill=fill, line=line)
        if self._is_ticked:
            pixmap = self._theme.pixmap("check", _BOX - 4, "text")
            painter.drawPixmap(place.adjusted(2, 2, -2, -2), pixmap, QRectF(pixmap.rect()))
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
