"""A layout of columns of one width: as many abreast as have room, in rows of like length."""

from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class EvenLayout(QLayout):
    """Five abreast, or three and two; eleven abreast, or six and five; three, or one by one.

    *spacing* in pixels parts columns and rows. Its height follows from its width.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
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
        """Return the height of all rows when they are *width* wide."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        """Return the size with everything abreast."""
        shown = self._shown()
        width = max((item.sizeHint().width() for item in shown), default=0)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width * len(shown) + self.spacing() * max(len(shown) - 1, 0), height)

    def minimumSize(self) -> QSize:
        """Return room for the widest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Place the items in *rect*."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def columns(self, width: int) -> int:
        """Return how many stand abreast in *width*."""
        count = len(self._shown())
        widest = max((item.sizeHint().width() for item in self._shown()), default=1)
        room = max((width + self.spacing()) // (widest + self.spacing()), 1)
        if count <= room:
            return max(count, 1)
        abreast = ceil(count / ceil(count / room))
        leaves_one_alone = count == abreast + 1
        return 1 if leaves_one_alone and abreast == 2 else abreast  # 2 + 1 limps

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Set the rows, placing the items only if *place*; return the height of it all."""
        shown, gap = self._shown(), self.spacing()
        abreast = self.columns(rect.width())
        each = (rect.width() - gap * (abreast - 1)) / abreast
        y = rect.y()
        for start in range(0, len(shown), abreast):
            row = shown[start : start + abreast]
            high = max(_height(item, int(each)) for item in row)
            for number, item in enumerate(row) if place else ():
                left = round(number * (each + gap))
                right = round(number * (each + gap) + each)
                self._place(item, QRect(rect.x() + left, y, right - left, high), rect)
            y += high + gap
        return max(y - gap, rect.y()) - rect.y()

    def _place(self, item: QLayoutItem, place: QRect, rect: QRect) -> None:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveLeft(rect.x() + rect.right() - place.right())
        item.setGeometry(place)


def _height(item: QLayoutItem, width: int) -> int:
    high = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(high, item.minimumSize().height())
