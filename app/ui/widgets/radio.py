"""Radio buttons that look like what they ask: pills, dots, numbers, cards, segments."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET
from app.ui.widgets import painting, strength

PILL_PADDING: Final = 18
BOX_PADDING: Final = 12
RADIUS: Final = 12


class Radio(QRadioButton):
    """A radio button that paints itself, wraps its text and is hit anywhere on it.

    Checked text is semibold, and room is kept for it, so that nothing moves.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        theme.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return room for the text on one line, in semibold."""
        wide = self._around() + round(self._text_size().width() + 0.5)
        return QSize(max(wide, self._theme.px(TARGET)), self._theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word."""
        word = painting.longest_word(self.text(), painting.strong(self.font()))
        return QSize(
            max(self._around() + round(word), self._theme.px(TARGET)), self.sizeHint().height()
        )

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text and the air around it."""
        text = self._text_size(width - self._around()).height()
        return max(self._theme.px(TARGET), round(text) + self._theme.px(20))

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere."""
        return self.rect().contains(pos)

    def _text_size(self, width: float = 100_000) -> QSizeF:
        return painting.text_size(self.text(), painting.strong(self.font()), width)

    def _around(self) -> int:
        """Return the width that is not text, in pixels."""
        return 2 * self._theme.px(PILL_PADDING)

    def _words_font(self) -> QFont:
        return painting.strong(self.font()) if self.isChecked() else self.font()

    def _words_color(self) -> QColor:
        return self._theme.color("on_primary_soft" if self.isChecked() else "text")

    def _paint_box(self, painter: QPainter, *, fill: str = "primary_soft") -> None:
        """Paint the box of an answer: thin when open, filled and framed when chosen."""
        draw_answer_box(painter, self, self._theme, self._theme.px(RADIUS), self._theme.color(fill))

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()


class ChoiceChip(Radio):
    """A pill: one of several."""

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text in its pill."""
        return pill_height(self._theme, self.text(), self.font(), width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill and its text."""
        painter = painting.painter_for(self)
        words = draw_pill(painter, self, self._theme, before=0)
        painting.draw_words(painter, words, self.text(), self._words_font(), self._words_color())
        painter.end()


class SeverityButton(Radio):
    """How strong it was: text, and 1 to 3 dots filled of three; *tone* 0 has no dots."""

    def __init__(
        self, theme: Theme, tone: int, parent: QWidget | None = None, *, text: str = ""
    ) -> None:
        self.tone = tone
        super().__init__(theme, parent, text=text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box in its tone, the text and the dots."""
        painter = painting.painter_for(self)
        pair = self._theme.tokens.severity[max(self.tone, 1) - 1]
        radius = self._theme.px(RADIUS)
        draw_answer_box(painter, self, self._theme, radius, QColor(pair.fill))
        color = QColor(pair.text) if self.isChecked() else self._theme.color("text")
        dots = self._dots_width()
        text = painting.text_size(self.text(), self._words_font()).width()
        start = max((self.width() - text - dots) / 2, 0)
        words = painting.visual(self, QRectF(start, 0, text + 1, self.height()))
        painting.draw_words(painter, words, self.text(), self._words_font(), color)
        self._paint_dots(painter, start + text, color)
        painter.end()

    def _paint_dots(self, painter: QPainter, start: float, color: QColor) -> None:
        if self.tone:
            strength.draw(
                painter,
                self._theme,
                strength.SMALL,
                self.tone,
                start=QPointF(start + self._theme.px(10), self.height() / 2),
                color=color,
                visual=partial(painting.visual, self),
            )

    def _dots_width(self) -> int:
        if not self.tone:
            return 0
        return self._theme.px(10) + strength.width(self._theme, strength.SMALL)

    def _around(self) -> int:
        return 2 * self._theme.px(BOX_PADDING) + self._dots_width()


class NumberButton(Radio):
    """One number of a scale."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        self.number = number
        super().__init__(theme, parent, text=str(number))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the number."""
        painter = painting.painter_for(self)
        self._paint_box(painter)
        painting.draw_words(
            painter, self.rect(), self.text(), self._words_font(), self._words_color()
        )
        painter.end()

    def _around(self) -> int:
        return 2 * self._theme.px(8)

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body", tabular=True))
        self.updateGeometry()


class Tile(Radio):
    """A small card to choose: a title, and a quieter line below it."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, title: str = "", sub: str = ""
    ) -> None:
        self._sub = ""
        super().__init__(theme, parent)
        self.set_texts(title, sub)

    def set_texts(self, title: str, sub: str = "") -> None:
        """Set the two lines; a screen reader hears them as one."""
        self.setText(title)
        self._sub = sub
        self.setAccessibleName(f"{title}, {sub}" if sub else title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for both lines."""
        wide = max(self._text_size().width(), self._sub_size().width())
        width = self._around() + round(wide + 0.5)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word of both lines."""
        words = painting.longest_word(self.text(), painting.strong(self.font()))
        sub = painting.longest_word(self._sub, self._theme.font("caption"))
        return QSize(self._around() + round(max(words, sub)), self._theme.px(TARGET))

    def heightForWidth(self, width: int) -> int:
        """Return the height of both lines, wrapped."""
        room = width - self._around()
        text = self._text_size(room).height() + self._sub_size(room).height()
        return max(self._theme.px(TARGET), round(text) + self._theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the two lines in its middle."""
        painter = painting.painter_for(self)
        self._paint_box(painter)
        room = self.width() - self._around()
        first = self._text_size(room).height()
        second = self._sub_size(room).height() if self._sub else 0.0
        left = self._around() / 2
        top = (self.height() - first - second) / 2
        painting.draw_words(
            painter,
            QRectF(left, top, room, first),
            self.text(),
            self._words_font(),
            self._words_color(),
        )
        color = self._theme.color("on_primary_soft" if self.isChecked() else "text_muted")
        sub = QRectF(left, top + first, room, second)
        painting.draw_words(painter, sub, self._sub, self._theme.font("caption"), color)
        painter.end()

    def _sub_size(self, width: float = 100_000) -> QSizeF:
        return painting.text_size(self._sub, self._theme.font("caption"), width)

    def _around(self) -> int:
        return 2 * self._theme.px(BOX_PADDING)


class Segment(Radio):
    """One part of a segmented control; the frame around all is painted by SegmentRow."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chosen part as a raised card, the others as bare text."""
        painter = painting.painter_for(self)
        color = self._theme.color
        if self.isChecked():
            inside = self.rect().adjusted(2, 2, -2, -2)
            line = max(1.0, self._theme.scale)
            radius = self._theme.px(9)
            edge = "primary" if self._theme.tokens.is_dark else "border_strong"
            painting.draw_box(
                painter, inside, radius, fill=color("surface"), line=color(edge), width=line
            )
        name = "text" if self.isChecked() or painting.is_hovered(self) else "text_muted"
        painting.draw_words(painter, self.rect(), self.text(), self._words_font(), color(name))
        painter.end()


def draw_answer_box(
    painter: QPainter, button: QAbstractButton, theme: Theme, radius: float, chosen: QColor
) -> None:
    """Paint the box behind an answer: open with a thin line, or filled with *chosen*."""
    if button.isChecked():
        painting.draw_box(
            painter,
            button.rect(),
            radius,
            fill=chosen,
            line=theme.color("primary"),
            width=2 * theme.scale,
        )
        return
    hovered = painting.is_hovered(button)
    painting.draw_box(
        painter,
        button.rect(),
        radius,
        fill=theme.color("surface"),
        line=theme.color("primary" if hovered else "border_strong"),
        width=max(1.0, theme.scale),
    )


def draw_pill(painter: QPainter, button: QAbstractButton, theme: Theme, *, before: int) -> QRectF:
    """Paint a pill and return where its text goes, after *before* pixels for a circle."""
    radius = min(button.height() / 2, theme.px(TARGET) / 2)
    draw_answer_box(painter, button, theme, radius, theme.color("primary_soft"))
    start = theme.px(PILL_PADDING) + before
    room = button.width() - start - theme.px(PILL_PADDING)
    return painting.visual(button, QRectF(start, 0, room + 2, button.height()))


def pill_size(theme: Theme, text: str, font: QFont, before: int) -> QSize:
    """Return the size of a pill around *text* on one line."""
    words = painting.text_size(text, painting.strong(font)).width()
    return QSize(2 * theme.px(PILL_PADDING) + before + round(words + 0.5), theme.px(TARGET))


def pill_height(theme: Theme, text: str, font: QFont, width: int, before: int) -> int:
    """Return the height of a pill *width* wide around wrapped *text*."""
    room = width - 2 * theme.px(PILL_PADDING) - before
    words = painting.text_size(text, painting.strong(font), room).height()
    return max(theme.px(TARGET), round(words) + theme.px(20))
