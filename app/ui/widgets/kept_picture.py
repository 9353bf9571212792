"""Pictures that are drawn once and kept, for what is shown 30 times a second."""

from collections.abc import Callable

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap


class KeptPicture:
    """Holds one picture, until it is forgotten or one of something else is wanted."""

    def __init__(self) -> None:
        self._of: object = None
        self._pixmap: QPixmap | None = None

    def forget(self) -> None:
        """Have it drawn anew when it is wanted next."""
        self._pixmap = None

    def get(self, of: object, make: Callable[[], QPixmap]) -> QPixmap:
        """Return the picture *of* something: what *make* returns, unless it is kept."""
        if self._pixmap is None or self._of != of:
            self._of, self._pixmap = of, make()
        return self._pixmap


def picture(
    size: QSizeF,
    ratio: float,
    draw: Callable[[QPainter], object],
    *,
    ground: QColor | Qt.GlobalColor = Qt.GlobalColor.transparent,
) -> QPixmap:
    """Return what *draw* draws on *ground*.

    *size* is in pixels of a widget, *ratio* says how many of the screen are in each.
    """
    pixmap = QPixmap((size * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(ground)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return pixmap
