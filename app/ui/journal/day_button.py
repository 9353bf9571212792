"""One day of the journal's calendar."""

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.i18n import _, ngettext
from app.ui.dates import day_without_weekday
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import TARGET, Radius
from app.ui.widgets import painting
from app.ui.widgets.buttons import SMALLEST

DOT: Final = 4
DOT_GAP: Final = 3
MOST_DOTS: Final = 3
LINE: Final = 20


class KeptDay(NamedTuple):
    """A day as the calendar shows it: how many entries it has, and whether an infusion was."""

    date: date
    in_month: bool = True
    entries: int = 0
    has_infusion: bool = False
    is_today: bool = False
    is_chosen: bool = False


class DayButton(QPushButton):
    """Bold with 1 to 3 dots where something is written, a line above on the day of an infusion.

    Pressing opens the day. Keys that walk through the days are handed on.
    """

    opened = Signal(object)
    walked = Signal(object)
    """A key that goes to another day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.kept = KeptDay(date.min)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._dress()
        theme.changed.connect(self._dress)
        self.clicked.connect(self._tell)

    def show_day(self, kept: KeptDay) -> None:
        """Stand for the day *kept*."""
        self.kept = kept
        self.setObjectName(f"day:{kept.date.isoformat()}")
        self.setText(str(kept.date.day))
        self.setAccessibleName(day_words(kept))
        self._dress()

    def sizeHint(self) -> QSize:
        """Return the room of a day."""
        return QSize(SMALLEST, self._theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a number is never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number with what is above, below and around it."""
        painter = painting.painter_for(self)
        color, px = self._theme.color, self._theme.px
        side = min(self.width(), px(TARGET)) - 2
        box = QRectF((self.width() - side) / 2, 1, side, self.height() - 2)
        radius = px(Radius.ROW)
        ink = "text" if self.kept.entries else "text_muted"
        if self.kept.is_chosen:
            line = 1.5 * self._theme.scale
            fill = color("primary_soft")
            painting.draw_box(painter, box, radius, fill=fill, line=color("primary"), width=line)
            ink = "on_primary_soft"
        elif painting.is_hovered(self):
            painting.draw_box(painter, box, radius, fill=color("surface_alt"))
        elif self.kept.is_today:
            painting.draw_box(painter, box, radius, line=color("border_strong"))
        middle = QRectF(self.rect())
        painting.draw_words(painter, middle, self.text(), self.font(), color(ink))
        if self.kept.has_infusion:
            self._paint_line(painter, box)
        self._paint_dots(painter, "on_primary_soft" if self.kept.is_chosen else "primary")
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on the keys that walk; the others press."""
        if event.key() in WALKS:
            self.walked.emit(Qt.Key(event.key()))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint_line(self, painter: QPainter, box: QRectF) -> None:
        wide, high = self._theme.px(LINE), max(2.0, 2 * self._theme.scale)
        top = box.top() + self._theme.px(3)
        place = QRectF(box.center().x() - wide / 2, top, wide, high)
        painting.draw_box(painter, place, high / 2, fill=self._theme.color("accent"))

    def _paint_dots(self, painter: QPainter, color: str) -> None:
        count = min(self.kept.entries, MOST_DOTS)
        draw_dots(painter, self._theme, QPointF(self.width() / 2, self._low()), count, color)

    def _low(self) -> float:
        """Return where the dots are, in pixels from the top."""
        return self.height() - self._theme.px(7)

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body", strong=bool(self.kept.entries)))
        self.update()

    @Slot()
    def _tell(self) -> None:
        self.opened.emit(self.kept.date)


WALKS: Final = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


def draw_dots(painter: QPainter, theme: Theme, middle: QPointF, count: int, color: str) -> None:
    """Draw *count* dots in a row around *middle*."""
    side, gap = theme.px(DOT), theme.px(DOT_GAP)
    start = middle.x() - (count * side + (count - 1) * gap) / 2
    for number in range(count):
        dot = QRectF(start + number * (side + gap), middle.y() - side / 2, side, side)
        painting.draw_box(painter, dot, side, fill=theme.color(color))


def day_words(kept: KeptDay) -> str:
    """Return "17 November, 3 entries, infusion": the day as a screen reader says it."""
    count = ngettext("{count} entry", "{count} entries", kept.entries)
    parts = [
        day_without_weekday(kept.date),
        count.format(count=kept.entries) if kept.entries else _("nothing written"),
        _("infusion") if kept.has_infusion else "",
        _("today") if kept.is_today else "",
        _("shown beside") if kept.is_chosen else "",
    ]
    return ", ".join(part for part in parts if part)
