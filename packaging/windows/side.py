"""The picture at the side of the first and the last page of the setup: the program's own leaf."""

from pathlib import Path
from typing import Final

import icons
from common import Failed

WIDE: Final = 164
HIGH: Final = 314
"""The size at which it is shown, where one pixel is one point."""

SHARPNESS: Final = 3
"""So many times as large it is painted, for screens with smaller pixels."""

TOP: Final = "#DDECE6"
BOTTOM: Final = "#F6F4EE"
"""Colors of the light theme: the soft ground of the leaf, and that of a page."""


def paint(path: Path) -> Path:
    """Write the picture to *path*, which ends in ``.bmp`` as NSIS wants it; return *path*."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
    from PySide6.QtSvg import QSvgRenderer

    wide, high = WIDE * SHARPNESS, HIGH * SHARPNESS
    image = QImage(wide, high, QImage.Format.Format_RGB888)
    ground = QLinearGradient(0, 0, 0, high)
    ground.setColorAt(0, QColor(TOP))
    ground.setColorAt(1, QColor(BOTTOM))
    painter = QPainter(image)
    painter.fillRect(image.rect(), ground)
    side = wide * 0.44
    place = QRectF((wide - side) / 2, high * 0.38 - side / 2, side, side)
    QSvgRenderer(str(icons.DRAWING)).render(painter, place)
    painter.end()
    if not image.save(str(path)):
        raise Failed(f"{path} cannot be written.")
    return path
