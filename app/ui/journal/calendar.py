"""The journal's calendar: which days have entries, which had an infusion; walked by keyboard."""

from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.month import WEEKS
from app.i18n import _
from app.ui.journal.day_button import LINE, MOST_DOTS, DayButton, KeptDay, draw_dots
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.labels import Caption
from app.ui.widgets.month_card import WEEK, MonthCard

DAYS_BY_KEY: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}
MONTHS_BY_KEY: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Calendar(MonthCard):
    """One month. Tab enters at one day; arrows go by days, Page Up and Down by months.

    Home and End go to the first and the last day of the month; Enter opens the day.
    """

    opened = Signal(object)
    days_walked = Signal(int)
    months_walked = Signal(int)
    end_wanted = Signal(bool)
    """To the first day of the month, or to the last if true."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "journal", parent)
        self._days = [DayButton(theme) for _day in range(WEEKS * WEEK)]
        self._walks = False
        for number, day in enumerate(self._days):
            self.place(day, number // WEEK, number % WEEK)
            day.opened.connect(self.opened)
            day.walked.connect(self._walk)
        self.add_rule()
        self._legend = QGridLayout()
        self._legend.setHorizontalSpacing(theme.px(12))
        self._legend.setColumnStretch(1, 1)
        self._dots_words, self._line_words = Caption(theme), Caption(theme)
        for row, words in enumerate((self._dots_words, self._line_words)):
            sign = _Sign(theme, is_line=bool(row))
            self._legend.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._legend.addWidget(words, row, 1)
        self.body.addLayout(self._legend)

    def show_month(self, month: date, weeks: list[list[KeptDay]], cursor: date) -> None:
        """Show *weeks* of *month*; the keyboard enters at *cursor*.

        A day of another month only keeps its room: a screen reader would come to it.
        """
        self.show_head(month, [kept.date for kept in weeks[0]])
        had_keyboard = any(day.hasFocus() for day in self._days)
        shown = [kept for week in weeks for kept in week]
        for number, (day, kept) in enumerate(zip(self._days, shown, strict=True)):
            week = weeks[number // WEEK]
            day.show_day(kept)
            room = day.sizePolicy()
            room.setRetainSizeWhenHidden(any(one.in_month for one in week))
            day.setSizePolicy(room)
            day.setVisible(kept.in_month)
            is_stop = kept.in_month and kept.date == cursor
            elsewhere = Qt.FocusPolicy.ClickFocus if kept.in_month else Qt.FocusPolicy.NoFocus
            day.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else elsewhere)
            if is_stop and (had_keyboard or self._walks):
                day.setFocus(Qt.FocusReason.TabFocusReason)
        self._dots_words.setText(_("1, 2, 3 or more entries"))
        self._line_words.setText(_("Infusion day"))

    @Slot(object)
    def _walk(self, key: Qt.Key) -> None:
        self._walks = True
        if key in DAYS_BY_KEY:
            is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            sideways = key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
            self.days_walked.emit(DAYS_BY_KEY[key] * (-1 if is_rtl and sideways else 1))
        elif key in MONTHS_BY_KEY:
            self.months_walked.emit(MONTHS_BY_KEY[key])
        else:
            self.end_wanted.emit(key is Qt.Key.Key_End)
        self._walks = False


class _Sign(QWidget):
    """Dots or a line, as in the days."""

    def __init__(self, theme: Theme, *, is_line: bool) -> None:
        super().__init__()
        self._theme = theme
        self._is_line = is_line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._resize)

    def sizeHint(self) -> QSize:
        """Return room for the line."""
        return QSize(self._theme.px(LINE) + 2, self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = painting.painter_for(self)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._is_line:
            high = max(2.0, 2 * self._theme.scale)
            place = QRectF(1, middle.y() - high / 2, self.width() - 2, high)
            painting.draw_box(painter, place, high / 2, fill=self._theme.color("accent"))
        else:
            draw_dots(painter, self._theme, middle, MOST_DOTS, "primary")
        painter.end()

    @Slot()
    def _resize(self) -> None:
        self.updateGeometry()
        self.update()
