"""A layout of columns of one width: as many abreast as have room, in rows of like length."""

from math import ceil

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from app.ui.widgets.rows_layout import RowsLayout


class EvenLayout(RowsLayout):
    """Five abreast, or three and two; eleven abreast, or six and five; three, or one by one.

    *spacing* in pixels parts columns and rows. Its height follows from its width.
    """

    def sizeHint(self) -> QSize:
        """Return the size with everything abreast."""
        shown = self._shown()
        width = max((item.sizeHint().width() for item in shown), default=0)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width * len(shown) + self.spacing() * max(len(shown) - 1, 0), height)

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
                place_of = QRect(rect.x() + left, y, right - left, high)
                item.setGeometry(self._mirrored(place_of, rect))
            y += high + gap
        return max(y - gap, rect.y()) - rect.y()


def _height(item: QLayoutItem, width: int) -> int:
    high = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(high, item.minimumSize().height())
