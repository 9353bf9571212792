"""The one thing on a dark screen: a large area that shows the card for "I need someone"."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.focus_ring import RINGS_ITSELF

ICON: Final = 72
GAP: Final = 18
RADIUS: Final = 36
SMALLEST: Final = 130
"""The least height in pixels at 100 % text; below it the page scrolls."""
HELP_KEY: Final = Qt.Key.Key_F1

_SIZES: Final = (("timer", "lead"), ("h1", "body"), ("h3", "caption"))
"""How large words and hint are, the first that fit."""


class SomeoneArea(QPushButton):
    """All of it is the button. Of the keys only the space bar presses it.

    ``hint`` is what stands below its words in small letters.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = ""
        self.setProperty(RINGS_ITSELF, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def set_texts(self, words: str, hint: str) -> None:
        """Set what it says, and how it is pressed."""
        self.setText(words)
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the least there must be; it takes what there is."""
        return QSize(SMALLEST, self._theme.px(SMALLEST))

    def minimumSizeHint(self) -> QSize:
        """Return the same: its words grow smaller with it."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Keep every key from being a shortcut, but the one to Help now."""
        is_key = event.type() is QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and event.key() != HELP_KEY:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep the keyboard: there is nothing else."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the hand, the words and the hint, as large as there is room."""
        theme = self._theme
        painter = painting.painter_for(self)
        inside = self.rect()
        radius = min(theme.px(RADIUS), min(inside.width(), inside.height()) // 4)
        painting.draw_box(
            painter,
            inside,
            radius,
            fill=theme.color("surface"),
            line=theme.color("border_strong" if self.hasFocus() else "border"),
            width=2 * max(theme.scale, 1.0),
        )
        self._paint_words(painter, QRectF(inside).adjusted(radius, 8, -radius, -8))
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        """Paint what stands in the middle: as large as it fits, the hand only where it does."""
        theme = self._theme
        gap, icon = theme.px(GAP), theme.px(ICON)
        for words_role, hint_role in _SIZES:
            words, hint = theme.font(words_role, strong=True), theme.font(hint_role)
            high = painting.text_size(self.text(), words, room.width()).height()
            low = painting.text_size(self._hint, hint, room.width()).height()
            is_wide = painting.longest_word(self.text(), words) > room.width()
            if high + gap + low <= room.height() and not is_wide:
                break
        free = room.height() - (high + gap + low)
        has_icon = icon + gap <= free
        top = room.top() + (free - (icon + gap if has_icon else 0)) / 2
        if has_icon:
            sign = theme.pixmap("hand", ICON, "text")
            place = QRectF(room.center().x() - icon / 2, top, icon, icon)
            painter.drawPixmap(place, sign, QRectF(sign.rect()))
            top += icon + gap
        line = QRectF(room.left(), top, room.width(), high)
        painting.draw_words(painter, line, self.text(), words, theme.color("text"))
        below = QRectF(room.left(), line.bottom() + gap, room.width(), low)
        painting.draw_words(painter, below, self._hint, hint, theme.color("text_muted"))
