"""A row that folds something away, and shows it again where it is."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QFont, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role, tell_fold
from app.ui.widgets.card import Card
from app.ui.widgets.lettering import set_words

CHEVRON = 20
AIR = 8
"""Above and below words of two lines, in pixels at 100 % text."""


class FoldButton(QPushButton):
    """Chevron, title, and a quiet summary of what is inside."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._summary = ""
        self._is_open = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        give_role(self, QAccessible.Role.Button)
        tell_fold(self, is_open=False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        theme.changed.connect(self._dress)

    def set_summary(self, text: str) -> None:
        """Say in a few words what is inside."""
        self._summary = text
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self.update()

    @property
    def is_open(self) -> bool:
        """Which way the chevron points."""
        return self._is_open

    def set_open(self, is_open: bool) -> None:
        """Turn the chevron."""
        self._is_open = is_open
        tell_fold(self, is_open=is_open)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for title and summary on one line."""
        words = self._title_width() + painting.text_size(self._summary, self._small()).width()
        return QSize(self._start() + round(words) + self._theme.px(12), self._theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return room for the title's longest word."""
        word = painting.longest_word(self.text(), self.font())
        return QSize(self._start() + round(word), self._theme.px(TARGET))

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of title and summary, below each other where they must be."""
        words = round(sum(self._lines(width)))
        return max(self._theme.px(TARGET), words + 2 * self._theme.px(AIR))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint chevron, title and summary."""
        painter = painting.painter_for(self)
        theme, side = self._theme, self._theme.px(CHEVRON)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        closed = "chevron-left" if is_rtl else "chevron-right"
        color = "primary" if painting.is_hovered(self) else "text"
        pixmap = theme.pixmap("chevron-down" if self._is_open else closed, CHEVRON, color)
        place = painting.visual(self, QRectF(0, (self.height() - side) / 2, side, side))
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        first, second = self._lines(self.width())
        room = self.width() - self._start()
        top = (self.height() - first - second) / 2
        title = painting.visual(self, QRectF(self._start(), top, room, first))
        align = painting.LEADING
        painting.draw_words(
            painter, title, self.text(), self.font(), theme.color(color), align=align
        )
        if second:
            rest = QRectF(self._start(), top + first, room, second)
        else:
            before = self._start() + self._title_width() + theme.px(10)
            rest = QRectF(before, top, self.width() - before, first)
        quiet = theme.color("text_muted")
        place = painting.visual(self, rest)
        painting.draw_words(painter, place, self._summary, self._small(), quiet, align=align)
        painter.end()

    def _lines(self, width: int) -> tuple[float, float]:
        """Return the heights of title and summary; the summary's is 0 on the title's line."""
        room = width - self._start()
        title = painting.text_size(self.text(), self.font(), room).height()
        beside = room - self._title_width() - self._theme.px(10)
        wanted = painting.text_size(self._summary, self._small()).width()
        if not self._summary or wanted <= beside:
            return title, 0.0
        return title, painting.text_size(self._summary, self._small(), room).height()

    def _title_width(self) -> float:
        return painting.text_size(self.text(), self.font()).width()

    def _small(self) -> QFont:
        return self._theme.font("caption")

    def _start(self) -> int:
        return self._theme.px(CHEVRON) + self._theme.px(10)

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body", strong=True))
        self.updateGeometry()


class Fold(Card):
    """A card of one row, "Done (5) …", that opens to show *inside* below it."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, inside: QWidget, parent: QWidget | None = None) -> None:
        self.inside = inside
        super().__init__(theme, parent=parent)
        self.button = FoldButton(theme)
        self.body.setSpacing(0)
        self.body.addWidget(self.button)
        self.body.addWidget(inside)
        inside.hide()
        self.button.clicked.connect(self._turn)
        self._pad()

    @property
    def is_open(self) -> bool:
        """Whether what is inside is shown."""
        return not self.inside.isHidden()

    def set_title(self, text: str) -> None:
        """Set the title; an ``&`` in it is a letter, and no key."""
        set_words(self.button, text)

    def set_summary(self, text: str) -> None:
        """Say in a few words what is inside."""
        self.button.set_summary(text)

    def set_open(self, is_open: bool) -> None:
        """Show or hide what is inside."""
        if is_open == self.is_open:
            return
        self.inside.setVisible(is_open)
        self.button.set_open(is_open)
        self._pad()
        self.toggled.emit(is_open)

    @Slot()
    def _turn(self) -> None:
        self.set_open(not self.is_open)

    @Slot()
    def _pad(self) -> None:
        growth = 1 + (self._theme.scale - 1) / 3
        across, foot = round(20 * growth), round(14 * growth) if self.is_open else 0
        self.body.setContentsMargins(across, 0, across, foot)
