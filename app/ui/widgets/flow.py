"""A layout that sets its items in lines, like words, and begins a new line where one is full."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from app.ui.widgets.rows_layout import RowsLayout


class FlowLayout(RowsLayout):
    """Sets items from the beginning of the line; its height follows from its width.

    *spacing* is the gap in a line, *line_spacing* the gap between lines (the same if None),
    both in pixels. An item wider than the line gets the whole line, and may wrap within it.
    """

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, line_spacing: int | None = None
    ) -> None:
        self._ratio = 1.0 if line_spacing is None or spacing == 0 else line_spacing / spacing
        super().__init__(parent, spacing=spacing)

    def sizeHint(self) -> QSize:
        """Return the size with everything on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = max(len(hints) - 1, 0) * self.spacing()
        width = sum(hint.width() for hint in hints) + gaps
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Set the lines, placing the items only if *place*; return the height of it all."""
        inside = rect.marginsRemoved(self.contentsMargins())
        gap, line_gap = self.spacing(), round(self.spacing() * self._ratio)
        x, y, line_height = inside.x(), inside.y(), 0
        for item in self._shown():
            size = _size_within(item, inside.width())
            if line_height and x + size.width() > inside.x() + inside.width():
                x, y, line_height = inside.x(), y + line_height + line_gap, 0
            if place:
                item.setGeometry(self._mirrored(QRect(QPoint(x, y), size), inside))
            x += size.width() + gap
            line_height = max(line_height, size.height())
        margins = self.contentsMargins()
        return y + line_height - rect.y() + margins.bottom()


def _size_within(item: QLayoutItem, width: int) -> QSize:
    """Return the size of *item* on a line of *width*: its own, or the line and then higher."""
    size = item.sizeHint()
    if size.width() <= width:
        return size
    line = max(width, item.minimumSize().width())
    return QSize(line, item.heightForWidth(line) if item.hasHeightForWidth() else size.height())
