"""What is around the question: how far one is and the ways out above, Help now and a note below."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.labels import MOST_MARGIN, Words

STEPS: Final = 3

_END: Final = 24
_DENSE_END: Final = 12
"""What is left free below the foot, in pixels."""


class Dots(QWidget):
    """Three dots, filled up to the question that is shown. The words beside say the same."""

    DOT: Final = 14
    GAP: Final = 10

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def fill(self, count: int) -> None:
        """Fill so many dots."""
        self._filled = count
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the dots."""
        px = self._theme.px
        return QSize(STEPS * px(self.DOT) + (STEPS - 1) * px(self.GAP), px(self.DOT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots."""
        painter = painting.painter_for(self)
        side, color = self._theme.px(self.DOT), self._theme.color("primary")
        for number in range(STEPS):
            start = number * (side + self._theme.px(self.GAP))
            dot = painting.visual(self, QRectF(start, 0, side, side))
            if number < self._filled:
                painting.draw_box(painter, dot, side, fill=color)
            else:
                painting.draw_box(painter, dot, side, line=color, width=2 * self._theme.scale)
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()


class Top(QWidget):
    """How far one is, the way back, and the way out."""

    back_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots = Dots(theme)
        self._count = Words(theme, "caption", "text_muted", wraps=False)
        self._back = LinkButton(theme, text=_("Back"))
        self._back.setObjectName("foggy:back")
        self._stop = LinkButton(theme, text=_("Stop here"))
        self._stop.setObjectName("foggy:stop")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        for widget in (self._dots, self._count, self._back):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._stop)
        self._back.clicked.connect(self.back_wanted)
        self._stop.clicked.connect(self.stop_wanted)

    def set_dense(self, dense: bool) -> None:
        """Take no more height than 44 pixels and the words need."""
        for link in (self._back, self._stop):
            link.set_dense(dense)

    def show_step(self, step: int, *, can_go_back: bool) -> None:
        """Show that this is question *step* of three; 0: it is none of them."""
        self._dots.fill(step)
        self._count.setText(_("{number} of {count}").format(number=step, count=STEPS))
        for widget in (self._dots, self._count):
            widget.setVisible(bool(step))
        self._back.setVisible(can_go_back)


class _AtEnd(Words):
    """Words that end where the line ends."""

    def _align(self) -> None:
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if is_rtl else Qt.AlignmentFlag.AlignRight
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)

    def _cap(self) -> None:
        """Leave empty what is beyond the longest line, where the line begins."""
        rest = min(max(self.width() - self._longest_line(), 0), MOST_MARGIN)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if is_rtl else rest, 0, rest if is_rtl else 0, 0)


class Foot(QWidget):
    """Help now, and what is kept. It stays in sight while the page scrolls."""

    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._end = _END
        self._help = SecondaryButton(theme, "phone", text=_("Help now"))
        self._help.setObjectName("foggy:help")
        self._note = _AtEnd(theme, "caption", "text_muted")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._help)
        self._row.addWidget(self._note, 1)
        self._help.clicked.connect(self.help_wanted)
        self._space()
        theme.changed.connect(self._space)

    def say(self, note: str) -> None:
        """Say *note* at the end."""
        self._note.setText(note)

    def set_dense(self, dense: bool) -> None:
        """Leave less free below, where there is little room."""
        self._end = _DENSE_END if dense else _END
        self._space()

    @Slot()
    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(32), 8, px(32), self._end)
        self._row.setSpacing(px(24))
