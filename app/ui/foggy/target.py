"""Targets as large as a hand: an answer that leads on, and an effect that is tapped on and off."""

from functools import partial
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy, QWidget

from app.i18n import _
from app.ui.foggy.words import Choice
from app.ui.theme.theme import Theme
from app.ui.widgets import painting, strength

LEAST: Final = 96
"""No target is lower, at any text size, in pixels."""

SIDE: Final = 52
"""What is left free beside the words, for the numeral and the tick."""
AIR: Final = 14
RADIUS: Final = 24
ICON: Final = 32
GAP: Final = 16
TICK: Final = 26


def least_high(theme: Theme) -> int:
    """Return the height below which no target is, in pixels: that of words on one line."""
    words = painting.text_size("X", theme.font("h2")).height()
    return max(LEAST, round(words) + 2 * _air(theme))


def _air(theme: Theme) -> int:
    """Return what is left free above and below the words, which grows less than they do."""
    return round(AIR * (1 + (theme.scale - 1) / 3))


class _Colors(NamedTuple):
    fill: QColor
    line: QColor
    text: QColor
    quiet: QColor


class Look:
    """How a target is measured and painted, whatever kind of button it is."""

    def __init__(self, theme: Theme, choice: Choice, number: int) -> None:
        self._theme = theme
        self._choice = choice
        self._number = number
        self.high = LEAST
        """The height in pixels where the words need no more."""

    @property
    def font(self) -> QFont:
        """The font of the words."""
        return self._theme.font("h3" if self._choice.is_tile else "h2")

    def height(self, width: int) -> int:
        """Return the height of a target that is *width* wide."""
        room = width - 2 * self._side() - self._beside()
        words = painting.text_size(self._choice.text, self.font, room).height()
        return max(self.high, round(words) + 2 * _air(self._theme))

    def width(self) -> int:
        """Return the width with all words on one line."""
        words = painting.text_size(self._choice.text, self.font).width()
        return round(2 * self._side() + self._beside() + words + 0.5)

    def least_width(self) -> int:
        """Return the width with the longest word on a line."""
        word = painting.longest_word(self._choice.text, self.font)
        return round(2 * self._side() + self._beside() + word + 0.5)

    def paint(self, widget: QWidget, *, is_on: bool, is_active: bool) -> None:
        """Paint box, numeral, icon, words, dots and tick."""
        painter = painting.painter_for(widget)
        colors = self._colors(is_on=is_on, is_active=is_active)
        line = (3 if is_on else 2) * max(self._theme.scale, 1.0)
        painting.draw_box(
            painter,
            widget.rect(),
            self._theme.px(RADIUS),
            fill=colors.fill,
            line=colors.line,
            width=line,
        )
        self._paint_numeral(painter, widget, colors.quiet)
        self._paint_words(painter, widget, colors.text)
        if self._choice.is_tile or (is_on and not self._choice.tone):
            self._paint_tick(painter, widget, is_on=is_on)
        painter.end()

    def _paint_numeral(self, painter: QPainter, widget: QWidget, color: QColor) -> None:
        side = self._side()
        place = painting.visual(widget, QRectF(0, 0, side, widget.height()))
        font = self._theme.font("body", tabular=True)
        painting.draw_words(painter, place, str(self._number), font, color)

    def _paint_words(self, painter: QPainter, widget: QWidget, color: QColor) -> None:
        """Paint icon, words and dots together in the middle."""
        choice, px = self._choice, self._theme.px
        room = widget.width() - 2 * self._side() - self._beside()
        words = min(painting.text_size(choice.text, self.font, room).width(), room)
        start = (widget.width() - words - self._beside()) / 2
        if choice.icon:
            top = (widget.height() - px(ICON)) / 2
            place = painting.visual(widget, QRectF(start, top, px(ICON), px(ICON)))
            name = "on_primary" if choice.is_loud else "primary"
            pixmap = self._theme.pixmap(choice.icon, ICON, name)
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            start += px(ICON) + px(GAP)
        place = painting.visual(widget, QRectF(start, 0, words + 1, widget.height()))
        painting.draw_words(painter, place, choice.text, self.font, color)
        if choice.tone:
            strength.draw(
                painter,
                self._theme,
                strength.LARGE,
                choice.tone,
                start=QPointF(start + words + px(GAP), widget.height() / 2),
                color=color,
                visual=partial(painting.visual, widget),
            )

    def _paint_tick(self, painter: QPainter, widget: QWidget, *, is_on: bool) -> None:
        side = self._theme.px(TICK)
        start = widget.width() - (self._side() + side) / 2
        place = QRectF(start, (widget.height() - side) / 2, side, side)
        painting.draw_round_tick(painter, painting.visual(widget, place), self._theme, is_on=is_on)

    def _colors(self, *, is_on: bool, is_active: bool) -> _Colors:
        color, choice = self._theme.color, self._choice
        if choice.is_loud:
            fill = color("primary_hover" if is_active else "primary")
            return _Colors(fill, fill, color("on_primary"), color("on_primary"))
        if is_on and choice.tone:
            pair = self._theme.tokens.severity[choice.tone - 1]
            text = QColor(pair.text)
            return _Colors(QColor(pair.fill), color("primary"), text, text)
        if is_on or is_active:
            text = color("on_primary_soft")
            line = color("primary" if is_on else "border_strong")
            return _Colors(color("primary_soft"), line, text, text)
        return _Colors(color("surface"), color("border_strong"), color("text"), color("text_muted"))

    def _side(self) -> int:
        """Return the room beside the words; large text needs the width more than air."""
        return round(SIDE * (1 + (self._theme.scale - 1) / 2))

    def _beside(self) -> int:
        """Return the width that icon and dots need beside the words."""
        px, choice = self._theme.px, self._choice
        icon = px(ICON) + px(GAP) if choice.icon else 0
        dots = strength.width(self._theme, strength.LARGE) + px(GAP) if choice.tone else 0
        return icon + dots


class _Large:
    """The size of a button that looks as its *look* does."""

    look: Look

    def sizeHint(self) -> QSize:
        """Return room for the words on one line."""
        return QSize(self.look.width(), self.look.high)

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word."""
        return QSize(self.look.least_width(), self.look.high)

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at *width*."""
        return self.look.height(width)


class Answer(_Large, QPushButton):
    """An answer that leads on."""

    def __init__(
        self, theme: Theme, choice: Choice, number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(choice.text, parent)
        self.choice = choice
        self.look = Look(theme, choice, number)
        _dress(self, number)
        theme.changed.connect(self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        is_active = painting.is_hovered(self) or self.isDown()
        self.look.paint(self, is_on=self.choice.is_chosen, is_active=is_active)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()


class EffectTile(_Large, QCheckBox):
    """An effect that is tapped on and off."""

    def __init__(
        self, theme: Theme, choice: Choice, number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(choice.text, parent)
        self.choice = choice
        self.look = Look(theme, choice, number)
        self.setChecked(choice.is_chosen)
        _dress(self, number)
        theme.changed.connect(self._restyle)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a tap anywhere."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        is_active = painting.is_hovered(self) or self.isDown()
        self.look.paint(self, is_on=self.isChecked(), is_active=is_active)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()


Target: TypeAlias = Answer | EffectTile


def _dress(target: Target, number: int) -> None:
    """Name *target*, and let layouts make it as wide as there is room."""
    choice = target.choice
    target.setObjectName(choice.name)
    target.setAttribute(Qt.WidgetAttribute.WA_Hover)
    key = _("Key {number}").format(number=number)
    is_answered = choice.is_chosen and not choice.is_tile
    target.setAccessibleDescription(
        _("Your answer so far. {key}").format(key=key) if is_answered else key
    )
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    target.setSizePolicy(policy)
