"""The frame of a month: its name between two arrows, the weekdays, and a grid for its days."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.i18n import _
from app.ui.dates import month_name, weekday_name
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Centered

WEEK: Final = 7


class MonthCard(Card):
    """Shows whatever stands for the days; *name* is the page's, for the names of the arrows."""

    back_wanted = Signal()
    forth_wanted = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._title = Centered(theme, "h3")
        give_role(self._title, QAccessible.Role.Heading)
        self._back = IconButton(theme, "chevron-left")
        self._back.setObjectName(f"{name}:back")
        self._forth = IconButton(theme, "chevron-right")
        self._forth.setObjectName(f"{name}:forth")
        self._week: Sequence[date] = ()
        self._heads = [Centered(theme, "caption", "text_muted") for _day in range(WEEK)]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(theme.px(2))
        top = QHBoxLayout()
        top.setSpacing(theme.px(4))
        top.addWidget(self._back)
        top.addWidget(self._title, 1)
        top.addWidget(self._forth)
        for column, head in enumerate(self._heads):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 1)
            self._grid.addWidget(head, 0, column)
        self.body.addLayout(top)
        self.body.addLayout(self._grid)
        self._back.clicked.connect(self._go_back)
        self._forth.clicked.connect(self._go_forth)

    def show_head(self, month: date, week: Sequence[date]) -> None:
        """Name the month, and the days of a week by those of *week*."""
        self._title.setText(month_name(month))
        self._back.setAccessibleName(_("The month before"))
        self._forth.setAccessibleName(_("The month after"))
        self._week = week
        self._name_days()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take shorter names for the weekdays where there is little room."""
        super().resizeEvent(event)
        self._name_days()

    def _name_days(self) -> None:
        short = [weekday_name(day) for day in self._week]
        font = self._theme.font("caption")
        widest = max((painting.text_size(name, font).width() for name in short), default=0.0)
        margins = self.body.contentsMargins()
        room = (self.width() - margins.left() - margins.right()) / WEEK - self._theme.px(6)
        if widest > room:
            narrow = QLocale.FormatType.NarrowFormat
            short = [QLocale().dayName(day.isoweekday(), narrow) for day in self._week]
        for head, name in zip(self._heads, short, strict=False):
            head.setText(name)

    def place(self, square: QWidget, row: int, column: int) -> None:
        """Put what stands for a day into its week, counted from 0, and its column."""
        self._grid.addWidget(square, row + 1, column)

    @Slot()
    def _go_back(self) -> None:
        self.back_wanted.emit()

    @Slot()
    def _go_forth(self) -> None:
        self.forth_wanted.emit()
