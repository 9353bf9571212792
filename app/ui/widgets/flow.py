"""A layout that sets its items in lines, like words, and begins a new line where one is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Sets items from the beginning of the line; its height follows from its width.

    *spacing* is the gap in a line, *line_spacing* the gap between lines (the same if None),
    both in pixels. An item wider than the line gets the whole line, and may wrap within it.
    """

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, line_spacing: int | None = None
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._ratio = 1.0 if line_spacing is None or spacing == 0 else line_spacing / spacing
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        if parent is not None:
            parent.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Add *item* at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at *index*, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at *index*, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take the whole width, and no more height than is needed."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines when they are *width* wide."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        """Return the size with everything on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = max(len(hints) - 1, 0) * self.spacing()
        width = sum(hint.width() for hint in hints) + gaps
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Return room for the widest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        """Place the items in *rect*."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

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

    def _mirrored(self, rect: QRect, inside: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return rect
        return QRect(
            inside.x() + inside.right() - rect.right(), rect.y(), rect.width(), rect.height()
        )


def _size_within(item: QLayoutItem, width: int) -> QSize:
    """Return the size of *item* on a line of *width*: its own, or the line and then higher."""
    size = item.sizeHint()
    if size.width() <= width:
        return size
    line = max(width, item.minimumSize().width())
    return QSize(line, item.heightForWidth(line) if item.hasHeightForWidth() else size.height())
