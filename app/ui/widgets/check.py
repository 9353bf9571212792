"""What can be switched on and off: a box, a switch, a chip; and the radio buttons of radio.py."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET
from app.ui.widgets import painting
from app.ui.widgets.radio import (
    ChoiceChip,
    NumberButton,
    Segment,
    SeverityButton,
    Tile,
    draw_pill,
    pill_height,
    pill_size,
)

__all__ = [
    "CheckBox",
    "Chip",
    "ChoiceChip",
    "NumberButton",
    "Segment",
    "SeverityButton",
    "Switch",
    "Tile",
]

BOX: Final = 28
BOX_GAP: Final = 12
ALONE: Final = 44
"""The width of a box without words: what stands beside it needs no gap."""

CIRCLE: Final = 20
CIRCLE_GAP: Final = 8


class _Check(QCheckBox):
    """A check box that paints itself and is hit anywhere on it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._dress()
        theme.changed.connect(self._dress)

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word."""
        return QSize(self._frame_width(self._longest_word()), self._theme.px(TARGET))

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the text wraps."""
        return True

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere."""
        return self.rect().contains(pos)

    def _longest_word(self) -> float:
        return painting.longest_word(self.text(), painting.strong(self.font()))

    def _frame_width(self, text: float) -> int:
        raise NotImplementedError

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()


class CheckBox(_Check):
    """A box of 28 px with its text beside it, or alone with an accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(theme, parent, text=text)
        _fit_words(self)

    def sizeHint(self) -> QSize:
        """Return room for box and text; the box alone keeps to the top corner of its target."""
        px = self._theme.px
        if not self.text():
            return QSize(px(ALONE), px(TARGET))
        return QSize(
            self._frame_width(painting.text_size(self.text(), self.font()).width()), px(TARGET)
        )

    def minimumSizeHint(self) -> QSize:
        """Return room for the box and the longest word."""
        return self.sizeHint() if not self.text() else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text, or a target to hit."""
        room = width - self._frame_width(0)
        text = painting.text_size(self.text(), self.font(), room).height() if self.text() else 0
        return max(self._theme.px(TARGET), round(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and text."""
        painter = painting.painter_for(self)
        theme, side = self._theme, self._theme.px(BOX)
        self._paint_box(painter, self._box().adjusted(1, 1, -1, -1))
        if self.text():
            start = side + theme.px(BOX_GAP)
            words = painting.visual(self, QRectF(start, 0, self.width() - start, self.height()))
            color = theme.color("text" if self.isEnabled() else "text_muted")
            painting.draw_words(
                painter, words, self.text(), self.font(), color, align=painting.LEADING
            )
        painter.end()

    def focus_area(self) -> QRect:
        """Return what the focus ring goes around: the box with its text, or the box."""
        return self.rect() if self.text() else self._box().toRect()

    def _box(self) -> QRectF:
        side = self._theme.px(BOX)
        top = (self.height() - side) / 2 if self.text() else 0.0
        return painting.visual(self, QRectF(0, top, side, side))

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        color, line = self._theme.color, 2 * self._theme.scale
        radius = 8 * self._theme.scale
        if self.isChecked():
            fill = color("primary" if self.isEnabled() else "border_strong")
            painting.draw_box(painter, box, radius, fill=fill)
            painting.draw_tick(painter, box, color("on_primary"), line * 1.4)
            return
        edge = color("primary" if painting.is_hovered(self) else "border_strong")
        painting.draw_box(painter, box, radius, fill=color("surface"), line=edge, width=line)

    def _frame_width(self, text: float) -> int:
        return self._theme.px(BOX) + self._theme.px(BOX_GAP) + round(text + 0.5)


class Switch(_Check):
    """A switch, on or off at once. Name it: its text is not painted."""

    WIDE: Final = 52
    HIGH: Final = 32

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(theme, parent, text=text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the switch's size in a target to hit."""
        return QSize(self._theme.px(self.WIDE), self._theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return the same as ``sizeHint``."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that its size is fixed."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and the knob: at the beginning when off, at the end when on."""
        painter = painting.painter_for(self)
        scale, color = self._theme.scale, self._theme.color
        high, wide = self.HIGH * scale, self.WIDE * scale
        track = QRectF(0, (self.height() - high) / 2, wide, high)
        knob = 20 * scale
        inset = (high - knob) / 2
        if self.isChecked():
            painting.draw_box(painter, track, high, fill=color("primary"))
            place = QRectF(wide - inset - knob, track.y() + inset, knob, knob)
        else:
            line = color("primary" if painting.is_hovered(self) else "border_strong")
            painting.draw_box(
                painter, track, high, fill=color("surface"), line=line, width=2 * scale
            )
            place = QRectF(inset, track.y() + inset, knob, knob)
        fill = color("on_primary" if self.isChecked() else "border_strong")
        painting.draw_box(painter, painting.visual(self, place), knob, fill=fill)
        painter.end()


class Chip(_Check):
    """A pill with a circle that is ticked: one of several that may all be on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(theme, parent, text=text)
        _fit_words(self)

    def sizeHint(self) -> QSize:
        """Return room for circle and text on one line, in semibold."""
        return pill_size(self._theme, self.text(), self.font(), self._circle())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text in its pill."""
        return pill_height(self._theme, self.text(), self.font(), width, self._circle())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, the circle and the text."""
        painter = painting.painter_for(self)
        theme = self._theme
        words = draw_pill(painter, self, theme, before=self._circle())
        side = theme.px(CIRCLE)
        start = theme.px(14)
        circle = QRectF(start, (self.height() - side) / 2, side, side)
        painting.draw_round_tick(
            painter, painting.visual(self, circle), theme, is_on=self.isChecked()
        )
        font = painting.strong(self.font()) if self.isChecked() else self.font()
        color = theme.color("on_primary_soft" if self.isChecked() else "text")
        painting.draw_words(painter, words, self.text(), font, color, align=painting.LEADING)
        painter.end()

    def _circle(self) -> int:
        return self._theme.px(CIRCLE) + self._theme.px(CIRCLE_GAP) - self._theme.px(4)

    def _frame_width(self, text: float) -> int:
        return 2 * self._theme.px(18) + self._circle() + round(text + 0.5)


def _fit_words(widget: QWidget) -> None:
    """Let layouts make *widget* as wide as its words, narrower where they must wrap."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
