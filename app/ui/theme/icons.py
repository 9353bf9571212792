"""Icons: line drawings, tinted and rendered when first asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from app.assets import resource


@cache
def _source(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


def render(name: str, size: int, color: QColor, ratio: float) -> QPixmap:
    """Return icon *name* in *color*, *size* pixels wide, sharp at device pixel *ratio*."""
    from PySide6.QtSvg import QSvgRenderer

    tinted = _source(name).replace(b"currentColor", color.name().encode())
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(tinted)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
