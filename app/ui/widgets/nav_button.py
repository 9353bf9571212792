"""One entry of the sidebar or the rail."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role

WIDE: Final = 224
RAIL: Final = 92
ICON: Final = 22
LARGEST_RAIL_ICON: Final = 1.36
HELP: Final = "help"


class NavButton(QPushButton):
    """One place to go: icon beside its text, or above it in the rail. A page tab to readers."""

    def __init__(self, theme: Theme, page: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.page = page
        self._icon = icon
        self._is_rail = False
        self._short = ""
        self._hint = ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        give_role(self, QAccessible.Role.PageTab)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        theme.changed.connect(self._dress)

    def set_texts(self, text: str, short: str = "", hint: str = "") -> None:
        """Set the text, a short one for the rail, and a hint such as the key."""
        self.setText(text)
        self._short, self._hint = short or text, hint
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    def set_rail(self, is_rail: bool) -> None:
        """Stand in the rail, or in the sidebar."""
        self._is_rail = is_rail
        self._dress()

    def sizeHint(self) -> QSize:
        """Return the height for its form; the width is the sidebar's."""
        if not self._is_rail:
            return QSize(self._theme.px(WIDE - 28), self._theme.px(TARGET))
        return QSize(self._theme.px(RAIL - 16), self._rail_height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height; the sidebar decides the width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, mark, icon and text."""
        painter = painting.painter_for(self)
        self._paint_ground(painter)
        if self._is_rail:
            self._paint_in_rail(painter)
        else:
            self._paint_in_sidebar(painter)
        painter.end()

    def _is_help(self) -> bool:
        return self.page == HELP

    def _paint_ground(self, painter: QPainter) -> None:
        color, px = self._theme.color, self._theme.px
        radius = px(12)
        if self._is_help():
            fill = color("primary") if self.isChecked() else color("surface")
            if painting.is_hovered(self) and not self.isChecked():
                fill = color("primary_soft")
            line = None if self.isChecked() else color("primary")
            width = max(1.5, 1.5 * self._theme.scale)
            painting.draw_box(painter, self.rect(), radius, fill=fill, line=line, width=width)
        elif self.isChecked():
            painting.draw_box(painter, self.rect(), radius, fill=color("primary_soft"))
            high = px(22)
            mark = QRectF(
                px(4) if not self._is_rail else px(2), (self.height() - high) / 2, px(4), high
            )
            place = painting.visual(self, mark)
            painting.draw_box(painter, place, px(2), fill=color("primary"))
        elif painting.is_hovered(self):
            painting.draw_box(painter, self.rect(), radius, fill=color("surface"))

    def _paint_in_sidebar(self, painter: QPainter) -> None:
        px, side = self._theme.px, self._theme.px(ICON)
        place = painting.visual(self, QRectF(px(18), (self.height() - side) / 2, side, side))
        pixmap = self._theme.pixmap(self._icon, ICON, self._icon_color())
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        start = px(54)
        words = painting.visual(
            self, QRectF(start, 0, self.width() - start - px(12), self.height())
        )
        align = painting.LEADING
        painting.draw_words(
            painter, words, self.text(), self._words_font(), self._words_color(), align=align
        )
        if self._hint:
            end = QRectF(0, 0, self.width() - px(16), self.height())
            trailing = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            small = self._theme.font("caption")
            painting.draw_words(
                painter,
                painting.visual(self, end),
                self._hint,
                small,
                self._words_color(),
                align=trailing,
            )

    def _paint_in_rail(self, painter: QPainter) -> None:
        side = self._rail_icon()
        text = painting.text_size(self._short, self._words_font()).height()
        gap = self._theme.px(2)
        top = (self.height() - side - gap - text) / 2
        name, color = self._icon, self._icon_color()
        pixmap = self._theme.pixmap(name, side / self._theme.scale, color)
        painter.drawPixmap(
            QRectF((self.width() - side) / 2, top, side, side), pixmap, QRectF(pixmap.rect())
        )
        words = QRectF(0, top + side + gap, self.width(), text)
        painting.draw_words(painter, words, self._short, self._words_font(), self._words_color())

    def _rail_icon(self) -> int:
        """Return the icon's side in pixels: in the rail it stops growing before the text."""
        return round(ICON * min(self._theme.scale, LARGEST_RAIL_ICON))

    def _rail_height(self) -> int:
        padding = 7 - 3 * min(self._theme.scale - 1, 1)
        text = painting.text_size(self._short or "x", self._words_font()).height()
        high = self._rail_icon() + self._theme.px(2) + text + 2 * padding
        return max(round(high), self._theme.px(44))

    def _words_color(self) -> QColor:
        if self._is_help():
            return self._theme.color("on_primary" if self.isChecked() else "primary")
        return self._theme.color("on_primary_soft" if self.isChecked() else "text")

    def _icon_color(self) -> str:
        if self._is_help():
            return "on_primary" if self.isChecked() else "primary"
        return "on_primary_soft" if self.isChecked() else "text_muted"

    def _words_font(self) -> QFont:
        font = QFont(self.font())
        if self.isChecked() or self._is_help():
            font.setWeight(QFont.Weight.DemiBold)
        return font

    @Slot()
    def _dress(self) -> None:
        font = self._theme.font("caption" if self._is_rail else "body")
        font.setWeight(QFont.Weight.Medium)
        self.setFont(font)
        self.updateGeometry()
        self.update()
