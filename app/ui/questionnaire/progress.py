"""How far somebody is: a bar with a part for each question that counts."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role

HIGH: Final = 14
PART: Final = 10
GAP: Final = 4


class ProgressBar(QWidget):
    """A part is filled where its question is answered, and higher where it is asked now.

    Its name for screen readers says the same in words; the keyboard does not stop at it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answered: tuple[bool, ...] = ()
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        give_role(self, QAccessible.Role.ProgressBar)
        theme.changed.connect(self._restyle)

    def show_progress(self, answered: Sequence[bool], current: int, words: str) -> None:
        """Show which are *answered*, and that *current* is asked; past the end marks none."""
        self._answered, self._current = tuple(answered), current
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the highest part."""
        return QSize(0, self._theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts, the first at the beginning of the line."""
        painter = painting.painter_for(self)
        theme, count = self._theme, len(self._answered)
        gap = theme.px(GAP)
        wide = (self.width() - gap * (count - 1)) / max(count, 1)
        for place, is_answered in enumerate(self._answered):
            is_current = place == self._current
            high = theme.px(HIGH if is_current else PART)
            box = QRectF(place * (wide + gap), (self.height() - high) / 2, wide, high)
            fill = "primary" if is_answered else "primary_soft" if is_current else "surface"
            line = "primary" if is_answered or is_current else "border_strong"
            painting.draw_box(
                painter,
                painting.visual(self, box),
                high,
                fill=theme.color(fill),
                line=theme.color(line),
                width=max(1.0, theme.scale),
            )
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
