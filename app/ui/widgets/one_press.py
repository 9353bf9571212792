"""The second press of a double click, which was meant for what stood there before."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QPoint
from PySide6.QtWidgets import QApplication, QWidget

NEAR: Final = 24
"""Pixels: what lies farther from the first press was aimed at."""


class OnePress:
    """Guards rows that move up when one of them is pressed away."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()
        self._row: QWidget | None = None
        self._place = QPoint()

    def is_stray(self, row: QWidget) -> bool:
        """Whether this press on *row* follows one on another that stood here a moment ago."""
        place = row.mapToGlobal(QPoint())
        is_soon = (
            self._since.isValid() and self._since.elapsed() < QApplication.doubleClickInterval()
        )
        is_here = (place - self._place).manhattanLength() <= NEAR
        if is_soon and is_here and row is not self._row:
            return True
        self._row, self._place = row, place
        self._since.start()
        return False
