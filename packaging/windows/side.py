"""The picture at the side of the first and the last page of the setup: the program's own leaf."""

from pathlib import Path
from typing import Final

import icons
from workshop import Failed

WIDE: Final = 164
HIGH: Final = 314
"""The size at which it is shown, where one pixel is one point."""

SHARPNESS: Final = 3
"""So many times as large it is painted, for screens with smaller pixels."""

GROUND: Final = "#DDECE6"
"""The soft ground of the light theme, in one color: shades show as stripes when it is scaled."""


def paint(path: Path) -> Path:
    """Write the picture to *path*, which ends in ``.bmp`` as NSIS wants it; return *path*."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    wide, high = WIDE * SHARPNESS, HIGH * SHARPNESS
    image = QImage(wide, high, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    painter.fillRect(image.rect(), QColor(GROUND))
    side = wide * 0.44
    place = QRectF((wide - side) / 2, high * 0.38 - side / 2, side, side)
    QSvgRenderer(str(icons.DRAWING)).render(painter, place)
    painter.end()
    if not image.save(str(path)):
        raise Failed(f"{path} cannot be written.")
    return path
