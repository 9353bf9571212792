"""The look of a session: always dark, whatever the rest of the program shows."""

from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from app.domain.preferences import Look
from app.ui.theme.palette import palette
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import CONTRAST, DARK, Tokens

RING: Final = "ring_color"
"""A property of what is dark by itself: the color of the ring around what the keyboard is on."""


class NightTheme(Theme):
    """Follows *day* in size, motion and high contrast, and is dark, or as *dark* is.

    Widgets below *root*, if they are made with this theme, are painted so.
    """

    def __init__(
        self, day: Theme, root: QWidget, parent: QObject | None = None, *, dark: Tokens = DARK
    ) -> None:
        super().__init__(parent)
        self._day = day
        self._dark = dark
        self._root = root
        self._follow()
        day.changed.connect(self._follow)

    def apply(self, look: Look) -> None:
        """Change the look of the whole program, as the day theme does."""
        self._day.apply(look)

    @property
    def own_palette(self) -> QPalette:
        """The dark palette."""
        return palette(self.tokens)

    @Slot()
    def _follow(self) -> None:
        self.copy_sizes(self._day)
        self.tokens = CONTRAST if self._day.tokens is CONTRAST else self._dark
        self._root.setPalette(self.own_palette)
        self._root.setProperty(RING, self.color("focus"))
        self.changed.emit()
