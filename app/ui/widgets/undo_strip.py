"""What was just done, and the way back, until it is taken or dismissed."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets import painting
from app.ui.widgets.accessible import announce, give_role
from app.ui.widgets.buttons import IconButton, SecondaryButton
from app.ui.widgets.labels import Words
from app.ui.widgets.paths import breakable

COMPACT_BELOW: Final = 420
"""Pixels of column at 100 % text below which the button is its icon alone."""


class UndoStrip(QWidget):
    """Shows the newest change of *stack* with Undo (Ctrl+Z) and a cross; nothing times out.

    One strip serves the whole window: ``Page.insert_strip`` takes it to the page shown.
    """

    def __init__(self, theme: Theme, stack: UndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stack = stack
        self._column = 720
        self._side, self._end = theme.px(16), 0
        self._build()
        self._bind()
        self._translate()
        self._show_top()

    def set_column(self, column: int) -> None:
        """Keep to a column of *column* pixels at 100 % text."""
        self._column = column

    def set_edges(self, side: int, end: int) -> None:
        """Keep *side* pixels free at both sides, and *end* more at the end."""
        self._side, self._end = side, end
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the column."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a soft ground behind the words, from edge to edge of the column."""
        painter = painting.painter_for(self)
        color, px = self._theme.color, self._theme.px
        margins = self._row.contentsMargins()
        left, right = px(16), px(8)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        box = self.rect().adjusted(margins.left() - left, 0, right - margins.right(), -px(8))
        painting.draw_box(painter, box, px(12), fill=color("primary_soft"), line=color("primary"))
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Return the height only: the strip fits itself to the page."""
        return QSize(0, super().minimumSizeHint().height())

    def _build(self) -> None:
        self._words = Words(self._theme)
        self.undo_button = SecondaryButton(self._theme, "undo-2")
        self.undo_button.setObjectName("undo")
        self.dismiss_button = IconButton(self._theme, "x")
        self.dismiss_button.setObjectName("undo:dismiss")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(self._theme.px(8))
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.undo_button)
        self._row.addWidget(self.dismiss_button)
        self._keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        give_role(self, QAccessible.Role.Grouping)

    def _bind(self) -> None:
        self._stack.changed.connect(self._show_top)
        self.undo_button.clicked.connect(self._stack.undo)
        self.dismiss_button.clicked.connect(self._stack.dismiss)
        self._keys.activated.connect(self._stack.undo)
        self._theme.changed.connect(self._fit)

    def _translate(self) -> None:
        self.undo_button.setText(_("Undo"))
        self.undo_button.setAccessibleDescription(
            self._keys.key().toString(QKeySequence.SequenceFormat.NativeText)
        )
        self.dismiss_button.setAccessibleName(_("Dismiss"))
        self.setAccessibleName(_("What you just did"))

    @Slot()
    def _show_top(self) -> None:
        top = self._stack.top
        text = top.text if top is not None else ""
        if text and breakable(text) != self._words.text():
            announce(self, text)
        self._words.setText(breakable(text))
        self.setVisible(top is not None)

    @Slot()
    def _fit(self) -> None:
        px = self._theme.px
        inside = self.width() - self._end
        free = max((inside - px(self._column)) // 2, self._side)
        narrow = (inside - 2 * free) / self._theme.scale < COMPACT_BELOW
        self.undo_button.set_compact(narrow)
        start, end = free + px(16), free + self._end + px(8)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (end, start) if is_rtl else (start, end)
        self._row.setContentsMargins(left, px(4), right, px(12))
