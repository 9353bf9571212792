"""The disc of the breath circle with its three halos."""

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

HALOS: Final = ((1.32, 0.16), (1.21, 0.22), (1.105, 0.34))
"""Radius as a share of the disc's, and how much of the disc's color each adds to what is below."""

REACH: Final = HALOS[0][0]
"""How far the widest halo reaches, as a share of the disc's radius."""


SHADES: Final = 32
"""Steps between the color of empty lungs and that of full ones."""

EMPTY: Final = 0.8
"""How much of the color of empty lungs is in the disc when they are."""


class Disc:
    """Draws the disc on a plain *ground*, a little lighter at the top, and its halos.

    Everything is opaque, the light comes from straight above, and the colors are mixed once: each
    makes it several times as quick to draw 30 times a second.
    """

    def __init__(self, full: QColor, empty: QColor, ground: QColor, *, is_dark: bool) -> None:
        self._lighter = 112 if is_dark else 106
        shades = (mixed(full, empty, EMPTY * (1 - step / SHADES)) for step in range(SHADES + 1))
        self._shades = [(shade, _halos(ground, shade)) for shade in shades]

    def draw(
        self, painter: QPainter, center: QPointF, radius: float, fullness: float, *, moves: bool
    ) -> None:
        """Draw it in the color of lungs that are full to that share.

        While it *moves* the halos are drawn without smooth edges, which takes a quarter of the
        time: they are so faint that nobody sees the difference.
        """
        color, halos = self._shades[round(fullness * SHADES)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not moves)
        for (share, _strength), halo in zip(HALOS, halos, strict=True):
            painter.setBrush(halo)
            painter.drawEllipse(center, radius * share, radius * share)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        light = QLinearGradient(center.x(), center.y() - radius, center.x(), center.y() + radius)
        light.setColorAt(0, color.lighter(self._lighter))
        light.setColorAt(1, color)
        painter.setBrush(light)
        painter.drawEllipse(center, radius, radius)


def mixed(ground: QColor, color: QColor, share: float) -> QColor:
    """Return *ground* with so much *color* in it, opaque."""
    pairs = (
        (ground.red(), color.red()),
        (ground.green(), color.green()),
        (ground.blue(), color.blue()),
    )
    return QColor(*(round(below + (above - below) * share) for below, above in pairs))


def _halos(ground: QColor, color: QColor) -> list[QColor]:
    """Return the colors of the halos, the widest first; each lies on the one before."""
    halos = []
    for _share, strength in HALOS:
        ground = mixed(ground, color, strength)
        halos.append(ground)
    return halos
