"""Rows in a card: a fact, a setting, something to open, and what is folded away."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET
from app.ui.widgets import painting
from app.ui.widgets.fold import Fold, FoldButton
from app.ui.widgets.labels import Caption, Heading

__all__ = ["ActionRow", "Fold", "FoldButton", "Row"]

ICON: Final = 22
CHEVRON: Final = 20
GAP: Final = 12
STACKED_BELOW: Final = 540
LEAD: Final = 62
"""How much room a short text before the title has at least."""


class Row(QWidget):
    """A line of a card: icon, title over caption, and at its end a control or nothing.

    Where the row is narrow the control stands below the words. The title names the control
    for screen readers and the caption describes it.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        title: str = "",
        caption: str = "",
        trailing: QWidget | None = None,
        icon_color: str = "primary",
        stacks: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._icon_color, self._stacks = icon, icon_color, stacks
        self.title = Heading(theme, 3)
        self.caption = Caption(theme)
        self.trailing = trailing
        self._sign = QLabel()
        self._build()
        self._dress()
        theme.changed.connect(self._dress)
        self.set_texts(title, caption)

    def set_texts(self, title: str, caption: str = "") -> None:
        """Set title and caption; an empty one takes no room."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        if self.trailing is not None:
            self.trailing.setAccessibleName(self.trailing.accessibleName() or title)
            self.trailing.setAccessibleDescription(caption)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside or below the words, as there is room."""
        super().resizeEvent(event)
        narrow = self._stacks and self.width() / self._theme.scale < STACKED_BELOW
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if narrow else direction.LeftToRight
        if self.trailing is not None and self._row.direction() is not wanted:
            self._row.setDirection(wanted)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(self._theme.px(2))
        words.addWidget(self.title)
        words.addWidget(self.caption)
        start = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        start.setSpacing(self._theme.px(GAP))
        start.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        start.addLayout(words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._theme.px(GAP))
        self._row.addLayout(start, 1)
        if self.trailing is not None:
            self._row.addWidget(self.trailing, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _dress(self) -> None:
        self._sign.setVisible(bool(self._icon))
        if self._icon:
            self._sign.setPixmap(self._theme.pixmap(self._icon, ICON, self._icon_color))


class ActionRow(QPushButton):
    """A row that opens something: what stands at its beginning, title, caption, chevron.

    ``lead`` is a short text before the title, such as a time, or above it where the row is too
    narrow for both; all of it is one button.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        lead: str = "",
        chevron: str = "chevron-right",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._lead = lead
        self._caption = ""
        self._chevron = chevron
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        theme.changed.connect(self._dress)

    def set_texts(self, title: str, caption: str = "", lead: str = "") -> None:
        """Set the words; a screen reader hears them in the order they are read."""
        self.setText(title)
        self._caption, self._lead = caption, lead
        self.setAccessibleName(", ".join(text for text in (lead, title, caption) if text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words on one line each."""
        text = painting.text_size(self.text(), self.font()).width()
        wide = self._beside() + text + self._end()
        return QSize(round(wide), self.heightForWidth(round(wide)))

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word."""
        word = max(painting.longest_word(self.text(), self.font()), self._lead_width())
        start = self._beside() if self._icon else 0
        return QSize(start + round(word) + self._end(), self._theme.px(TARGET))

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words, or a target to hit."""
        return max(self._theme.px(TARGET), round(sum(self._heights(width))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row; under the mouse or pressed, its title takes the primary color."""
        painter = painting.painter_for(self)
        theme = self._theme
        above, first, second = self._heights(self.width())
        top = (self.height() - above - first - second) / 2
        start = self._start(self.width())
        room = self.width() - start - self._end()
        words = painting.visual(self, QRectF(start, top + above, room, first))
        align = painting.LEADING
        is_active = self.isDown() or painting.is_hovered(self)
        color = theme.color("primary" if is_active else "text")
        painting.draw_words(painter, words, self.text(), self.font(), color, align=align)
        below = painting.visual(self, QRectF(start, top + above + first, room, second))
        small, quiet = theme.font("caption"), theme.color("text_muted")
        painting.draw_words(painter, below, self._caption, small, quiet, align=align)
        if self._lead:
            lead = QRectF(0, top, room, above) if above else QRectF(0, top, start, first)
            place = painting.visual(self, lead)
            painting.draw_words(painter, place, self._lead, small, quiet, align=align)
        self._paint_icons(painter)
        painter.end()

    def _paint_icons(self, painter: QPainter) -> None:
        theme = self._theme
        if self._icon:
            side = theme.px(ICON)
            place = QRectF(0, (self.height() - side) / 2, side, side)
            pixmap = theme.pixmap(self._icon, ICON, "primary")
            painter.drawPixmap(painting.visual(self, place), pixmap, QRectF(pixmap.rect()))
        side = theme.px(CHEVRON)
        end = self.width() - side - theme.px(4)
        place = painting.visual(self, QRectF(end, (self.height() - side) / 2, side, side))
        name = self._chevron
        if name == "chevron-right" and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            name = "chevron-left"
        pixmap = theme.pixmap(name, CHEVRON, "text")
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))

    def _heights(self, width: int) -> tuple[float, float, float]:
        """Return how high the lead above the title is, the title, and the caption."""
        small = self._theme.font("caption")
        above = painting.text_size(self._lead, small).height() if self._is_stacked(width) else 0.0
        room = width - self._start(width) - self._end()
        first = painting.text_size(self.text(), self.font(), room).height()
        if not self._caption:
            return above, first, 0.0
        return above, first, painting.text_size(self._caption, small, room).height()

    def _is_stacked(self, width: int) -> bool:
        """Whether the lead stands above the title, which has no room beside it."""
        word = painting.longest_word(self.text(), self.font())
        has_lead = bool(self._lead) and not self._icon
        return has_lead and self._beside() + word + self._end() > width

    def _start(self, width: int) -> int:
        return 0 if self._is_stacked(width) else self._beside()

    def _beside(self) -> int:
        """Return the room of what stands before the title."""
        px = self._theme.px
        if self._icon:
            return px(ICON) + px(GAP)
        if self._lead:
            return max(round(self._lead_width()), px(LEAD)) + px(GAP)
        return 0

    def _lead_width(self) -> float:
        if not self._lead:
            return 0.0
        return painting.text_size(self._lead, self._theme.font("caption")).width()

    def _end(self) -> int:
        return self._theme.px(CHEVRON) + self._theme.px(GAP) + self._theme.px(4)

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body", strong=True))
        self.updateGeometry()
