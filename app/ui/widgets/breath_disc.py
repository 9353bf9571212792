"""The disc of the breath circle with its three halos, drawn once."""

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRadialGradient

HALOS: Final = ((1.32, 0.16), (1.21, 0.22), (1.105, 0.34))
"""Radius as a share of the disc's, and strength of its color."""

REACH: Final = HALOS[0][0]
"""How far the widest halo reaches, as a share of the disc's radius."""


def disc_pixmap(side: int, color: QColor, *, is_dark: bool) -> QPixmap:
    """Return a picture *side* pixels wide: halos that touch its edges, and the disc in them."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    center = QPointF(side / 2, side / 2)
    radius = side / 2 / REACH
    for share, strength in HALOS:
        halo = QColor(color)
        halo.setAlphaF(strength)
        painter.setBrush(halo)
        painter.drawEllipse(center, radius * share - 1, radius * share - 1)
    light = QPointF(center.x() - radius * 0.25, center.y() - radius * 0.35)
    gradient = QRadialGradient(light, radius * 1.2)
    gradient.setColorAt(0, color.lighter(112 if is_dark else 106))
    gradient.setColorAt(1, color)
    painter.setBrush(gradient)
    painter.drawEllipse(center, radius, radius)
    painter.end()
    return pixmap
