"""A table of values on the screen: beside each other where there is room, or below each other."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.services.documents.model import Table, TableCell, TableRow
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.card import CardRow
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.labels import Caption, Prose, Words
from app.ui.widgets.paths import breakable
from app.ui.widgets.strength import Dots, draw, width

_NAME: Final = 150
"""The least width of the names, in pixels at 100 % text."""

_BETWEEN: Final = 12
_AFTER_DOTS: Final = 6
_SHOWN: Final = Dots(side=8, gap=2, line=1.4)


class ValuesTable(QWidget):
    """Shows *table* with its heads once, or each value by itself under its head.

    A screen reader hears with each value what it is about.
    """

    def __init__(self, theme: Theme, table: Table) -> None:
        super().__init__()
        self._theme = theme
        self._table = table
        self._wide = _Wide(theme, table)
        self._stacked = _Stacked(theme, table)
        # It begins stacked, which is the least it can be, and is laid out by its width.
        self._wide.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._wide)
        column.addWidget(self._stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have columns where all of them have room for their longest words."""
        super().resizeEvent(event)
        is_wide = self._least_width <= self.width()
        if self._wide.isHidden() is is_wide:
            self._stacked.setVisible(not is_wide)
            self._wide.setVisible(is_wide)

    @property
    def _least_width(self) -> float:
        """The width in pixels below which columns would cut a word.

        By the words themselves: what is hidden has not been laid out, and knows no width.
        """
        theme, table = self._theme, self._table
        body, caption = theme.font("body"), theme.font("caption")
        names = [painting.longest_word(breakable(row.title), body) for row in table.rows]
        widths = [max(theme.px(_NAME), *names)]
        for place, column in enumerate(table.columns):
            cells = [row.cells[place] for row in table.rows]
            dots = width(theme, _SHOWN) + theme.px(_AFTER_DOTS)
            values = [
                painting.longest_word(cell.text, body) + (dots if cell.dots else 0)
                for cell in cells
            ]
            widths.append(max(painting.longest_word(column, caption), *values))
        return sum(widths) + theme.px(_BETWEEN) * len(table.columns) + len(widths)


class _Wide(QWidget):
    """Heads in a row, and a line above each row of values."""

    def __init__(self, theme: Theme, table: Table) -> None:
        super().__init__()
        # It never makes the page wider: where it has no room, it is not shown.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(_BETWEEN))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnMinimumWidth(0, theme.px(_NAME))
        grid.setColumnStretch(0, 2)
        top = Qt.AlignmentFlag.AlignTop
        for place, column in enumerate(table.columns, 1):
            grid.setColumnStretch(place, 1)
            grid.addWidget(Caption(theme, text=column), 0, place, top)
        for number, row in enumerate(table.rows):
            line = 2 * number + 1
            grid.addWidget(CardRow(theme), line, 0, 1, len(table.columns) + 1)
            grid.addWidget(Prose(theme, text=breakable(row.title)), line + 1, 0, top)
            for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True), 1):
                value = _Value(theme, cell, _heard(row, column, cell))
                grid.addWidget(value, line + 1, place, top)


class _Stacked(QWidget):
    """The name of each row, and below it its values, as many beside each other as fit."""

    def __init__(self, theme: Theme, table: Table) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for number, row in enumerate(table.rows):
            if number:
                column.addWidget(CardRow(theme))
            column.addWidget(Words(theme, strong=True, text=breakable(row.title)))
            column.addWidget(_values(theme, row, table.columns))


def _values(theme: Theme, row: TableRow, columns: tuple[str, ...]) -> QWidget:
    holder = QWidget()
    even = EvenLayout(holder, spacing=theme.px(12))
    for column, cell in zip(columns, row.cells, strict=True):
        pair = QWidget()
        lines = QVBoxLayout(pair)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(2))
        lines.addWidget(Caption(theme, text=column))
        lines.addWidget(_Value(theme, cell, _heard(row, column, cell)))
        lines.addStretch(1)
        even.addWidget(pair)
    return holder


def _heard(row: TableRow, column: str, cell: TableCell) -> str:
    return _("{name}, {column}: {value}").format(
        name=row.title, column=" ".join(column.split()), value=cell.text
    )


class _Value(QWidget):
    """Dots, where there are any, above the words that say the same."""

    def __init__(self, theme: Theme, cell: TableCell, heard: str) -> None:
        super().__init__()
        words = Words(theme, tabular=True, text=cell.text)
        words.setAccessibleName(heard)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(_AFTER_DOTS))
        if cell.dots:
            line.addWidget(_Dots(theme, cell.dots), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)


class _Dots(QWidget):
    """Dots of which some are filled, on the first line of the words beside them."""

    def __init__(self, theme: Theme, filled: int) -> None:
        super().__init__()
        self._theme = theme
        self._filled = filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return room for all dots, one line high."""
        return QSize(width(self._theme, _SHOWN), self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them from where a line begins."""
        painter = painting.painter_for(self)
        draw(
            painter,
            self._theme,
            _SHOWN,
            self._filled,
            start=QPointF(0, self.height() / 2),
            color=self._theme.color("primary"),
            visual=partial(painting.visual, self),
        )
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
