"""How large the parts of the breath circle are in a given room: numbers, and nothing painted."""

from math import cos, pi, sqrt
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize

LARGEST_RADIUS: Final = 292
"""Of the ring around it all, in pixels at 100 % text."""

SMALL: Final = 0.42
LARGE: Final = 0.70
RESTING: Final = 0.62
"""Radii of the disc as shares of the ring's: lungs empty, full, and when it does not move."""

EDGE: Final = 4
"""Pixels between the ring and the edge of the widget."""


class BreathShape:
    """Sizes in a widget of *size* pixels, for text *scale* times as large.

    *reach* says how far the halos go, as a share of the disc's radius. Without a ring the halos
    of full lungs take all the room, with *has_ring* the ring does.
    """

    def __init__(self, size: QSize, scale: float, reach: float, *, has_ring: bool) -> None:
        self.center = QPointF(size.width() / 2, size.height() / 2)
        free = min(size.width(), size.height()) / 2 - EDGE
        self.ring = min(free, LARGEST_RADIUS * max(sqrt(scale), 1.0))
        self._whole = self.ring if has_ring else self.ring / (LARGE * reach)
        self.place = around(self.center, self._whole * LARGE * reach + 1).toAlignedRect()
        """Where disc and halos are at the largest, and a pixel more."""

    @property
    def smallest(self) -> float:
        """The radius of the disc when the lungs are empty."""
        return self.ring * SMALL

    @property
    def resting(self) -> float:
        """The radius of a disc that does not move."""
        return self._whole * RESTING

    def disc(self, fullness: float) -> float:
        """Return the radius of the disc for lungs that are full to that share, 0 to 1.

        It changes slowly where the breath turns.
        """
        eased = (1 - cos(pi * fullness)) / 2
        return self._whole * (SMALL + (LARGE - SMALL) * eased)


def filled(fullness: float) -> float:
    """Return how much of a ring is filled in place of the disc; slower still where it turns."""
    return fullness**3 * (6 * fullness**2 - 15 * fullness + 10)


def around(center: QPointF, radius: float) -> QRectF:
    """Return the square around a circle."""
    return QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
