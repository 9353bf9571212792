"""Push buttons: filled, outlined, underlined, and an icon alone."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET
from app.ui.widgets import painting
from app.ui.widgets.lettering import set_words

ICON: Final = 20
GAP: Final = 10
PADDING: Final = 22
RADIUS: Final = 12
FAINT: Final = 0.55
"""How strong a button is painted that cannot be pressed now."""

SMALLEST: Final = 44
"""The smallest target at any text size, in pixels."""


class Colors(NamedTuple):
    """What a button is painted in; no line or fill where None."""

    fill: QColor | None
    line: QColor | None
    text: QColor


class Button(QPushButton):
    """A push button that paints itself: icon, then text, in a rounded box.

    Its text never wraps, so it belongs where there is room for it.
    """

    weight_is_strong = False

    def __init__(
        self, theme: Theme, icon: str = "", parent: QWidget | None = None, *, text: str = ""
    ) -> None:
        super().__init__(parent)  # with words at once PySide6 would ask whether they are an icon
        self.setText(text)
        self._theme = theme
        self._icon = icon
        self._is_compact = False
        self._is_tight = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def icon_name(self) -> str:
        """The name of the icon, or an empty text."""
        return self._icon

    def set_icon(self, name: str) -> None:
        """Show the icon *name*, or none when it is empty."""
        if name != self._icon:
            self._icon = name
            self.updateGeometry()
            self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone; the text stays the name for screen readers and as a tool tip."""
        compact = compact and bool(self._icon)
        if compact != self._is_compact:
            self._is_compact = compact
            self.setToolTip(self.text() if compact else "")
            self.updateGeometry()
            self.update()

    def set_tight(self, tight: bool) -> None:
        """Leave out the icon and half of the air around the text, where there is little room."""
        if tight != self._is_tight:
            self._is_tight = tight
            self.updateGeometry()
            self.update()

    def full_width(self) -> int:
        """Return the width with icon and text, in pixels."""
        return self._wide(compact=False, tight=False)

    def sizeHint(self) -> QSize:
        """Return room for icon, text and padding, never less than a target to hit."""
        wide = self._wide(compact=self._is_compact, tight=self._is_tight)
        return QSize(wide, self._theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return the same as ``sizeHint``: nothing is ever cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, icon and text."""
        painter = painting.painter_for(self)
        painter.setOpacity(1.0 if self.isEnabled() else FAINT)
        colors = self._colors()
        radius = self._theme.px(RADIUS)
        painting.draw_box(
            painter, self.rect(), radius, fill=colors.fill, line=colors.line, width=self._line()
        )
        icon, words = self._places()
        if self._icon and not self._is_tight:
            pixmap = self._theme.pixmap(self._icon, ICON, self._icon_color())
            painter.drawPixmap(icon, pixmap, QRectF(pixmap.rect()))
        if not self._is_compact:
            painting.draw_words(painter, words, self.text(), self.font(), colors.text)
        painter.end()

    def _wide(self, *, compact: bool, tight: bool) -> int:
        px = self._theme.px
        if compact or not self.text():
            return px(TARGET)
        text = painting.text_size(self.text(), self.font()).width()
        if tight:
            return max(round(px(PADDING) + text + 0.5), px(TARGET))
        icon = px(ICON) + px(GAP) if self._icon else 0
        return max(round(2 * px(PADDING) + icon + text + 0.5), px(TARGET))

    def _places(self) -> tuple[QRectF, QRectF]:
        """Return where icon and text go: together in the middle."""
        px = self._theme.px
        shows_text = bool(self.text()) and not self._is_compact
        text = painting.text_size(self.text(), self.font()).width() if shows_text else 0
        shows_icon = bool(self._icon) and not self._is_tight
        gap = px(GAP) if shows_text and shows_icon else 0
        icon = px(ICON) if shows_icon else 0
        start = (self.width() - icon - gap - text) / 2
        top = (self.height() - icon) / 2
        icon_place = painting.visual(self, QRectF(start, top, icon, icon))
        words = QRectF(start + icon + gap, 0, text + 1, self.height())
        return icon_place, painting.visual(self, words)

    def _colors(self) -> Colors:
        raise NotImplementedError

    def _icon_color(self) -> str:
        return "text"

    def _line(self) -> float:
        return max(1.0, self._theme.scale * (1.5 if self._theme.tokens.is_dark else 1.0))

    @Slot()
    def _restyle(self) -> None:
        font = self._theme.font("body", strong=self.weight_is_strong)
        if not self.weight_is_strong:
            font.setWeight(font.Weight.Medium)
        self.setFont(font)
        self.updateGeometry()


class PrimaryButton(Button):
    """The one filled button of a screen."""

    weight_is_strong = True

    def _colors(self) -> Colors:
        color = self._theme.color
        if not self.isEnabled():
            return Colors(color("surface_alt"), color("border"), color("text_muted"))
        fill = color("primary_hover" if painting.is_hovered(self) or self.isDown() else "primary")
        return Colors(fill, None, color("on_primary"))

    def _icon_color(self) -> str:
        return "on_primary" if self.isEnabled() else "text_muted"


class SecondaryButton(Button):
    """An outlined button."""

    def _colors(self) -> Colors:
        color = self._theme.color
        if not self.isEnabled():
            return Colors(color("surface_alt"), color("border"), color("text_muted"))
        active = painting.is_hovered(self) or self.isDown()
        fill = color("primary_soft" if active else "surface")
        text = color("on_primary_soft" if active else "text")
        return Colors(fill, color("border_strong"), text)

    def _icon_color(self) -> str:
        return "text" if self.isEnabled() else "text_muted"


class IconButton(SecondaryButton):
    """An icon alone; give it an accessible name. Framed as an outlined button if *framed*."""

    def __init__(
        self, theme: Theme, icon: str = "", parent: QWidget | None = None, *, framed: bool = False
    ) -> None:
        super().__init__(theme, icon, parent)
        self._framed = framed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _colors(self) -> Colors:
        colors = super()._colors()
        if self._framed:
            return colors
        active = self.isEnabled() and (painting.is_hovered(self) or self.isDown())
        return Colors(colors.fill if active else None, None, colors.text)


class LinkButton(QPushButton):
    """A quiet underlined action. Its text wraps where there is no room for one line.

    On soft and note cards its color is darker: say so with *on_soft*.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        text: str = "",
        on_soft: bool = False,
    ) -> None:
        super().__init__(parent)  # as above
        self.setText(text)
        self._theme = theme
        self._on_soft = on_soft
        self._is_dense = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        theme.changed.connect(self._restyle)

    def setText(self, text: str) -> None:
        """Show *text*; an ``&`` in it is a letter, and no key."""
        set_words(self, text)

    def set_dense(self, dense: bool) -> None:
        """Take no more height than 44 pixels and the text need."""
        if dense != self._is_dense:
            self._is_dense = dense
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the text on one line."""
        size = painting.text_size(self.text(), self.font())
        high = max(round(size.height()), self._least_height())
        return QSize(max(round(size.width() + 0.5), SMALLEST), high)

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word."""
        word = painting.longest_word(self.text(), self.font())
        return QSize(max(round(word), SMALLEST), self._least_height())

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that a narrow link is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height when the text has *width* pixels."""
        size = painting.text_size(self.text(), self.font(), width)
        return max(round(size.height()), self._least_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the underlined words where the line begins."""
        painter = painting.painter_for(self)
        color = self._theme.color("on_primary_soft" if self._on_soft else "primary")
        if not self.isEnabled():
            color = self._theme.color("text_muted")
        elif painting.is_hovered(self) or self.isDown():
            color = self._theme.color("primary_hover")
            painter.setPen(QPen(color))
        painting.draw_words(
            painter, self.rect(), self.text(), self.font(), color, align=painting.LEADING
        )
        painter.end()

    def _least_height(self) -> int:
        return SMALLEST if self._is_dense else self._theme.px(TARGET)

    @Slot()
    def _restyle(self) -> None:
        font = self._theme.font("body")
        font.setWeight(font.Weight.Medium)
        font.setUnderline(True)
        self.setFont(font)
        self.updateGeometry()
