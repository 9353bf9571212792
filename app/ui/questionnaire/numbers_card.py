"""The numbers to call, large, each beside whose it is."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.services.numbers_to_call import ToCall
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.number_words import NumberWords
from app.ui.widgets.paths import breakable

STACKED_BELOW: Final = 480
"""Where the row is narrower, in pixels at 100 % text, the name stands below the number."""


class CallRow(QWidget):
    """One number and its words; where there is no number the keyboard stops at the words."""

    def __init__(self, theme: Theme, to_call: ToCall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = NumberWords(theme)
        self._number.setText(breakable(to_call.number))
        self._number.setAccessibleName(f"{to_call.name}: {to_call.number}")
        self._number.setAccessibleDescription(to_call.how)
        name = Heading(theme, 3, text=breakable(to_call.name))
        how = Caption(theme, text=to_call.how)
        about = QVBoxLayout()
        about.setSpacing(theme.px(2))
        about.addWidget(name)
        about.addWidget(how)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(about, 1)
        self._number.setVisible(bool(to_call.number))
        how.setVisible(bool(to_call.how))
        self.stop: QWidget = self._number if to_call.number else name
        self.stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stop.setObjectName(f"crisis:{to_call.id}")

    @property
    def number_width(self) -> int:
        """The width the number needs on one line, in pixels."""
        words = painting.text_size(self._number.text(), self._number.font())
        return round(words.width()) + 1

    def set_number_width(self, width: int, *, stacked: bool) -> None:
        """Give the number *width* pixels, or a line of its own where it is *stacked*."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._number.set_width(0 if stacked else width)
        self._row.setSpacing(self._theme.px(2 if stacked else 32))


class NumbersCard(Card):
    """All of them below each other, in one column."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._rows: list[CallRow] = []
        self.body.setSpacing(theme.px(12))
        theme.changed.connect(self._align)

    def show_numbers(self, numbers: Iterable[ToCall]) -> None:
        """Show *numbers* in their order."""
        clear(self.body)
        self._rows = []
        for number in numbers:
            if self._rows:
                self.add_rule()
            row = CallRow(self._theme, number)
            self._rows.append(row)
            self.add(row)
        self._align()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [row.stop for row in self._rows]

    def begin(self) -> None:
        """Bring the keyboard, and whoever listens, to the first number."""
        self.stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the numbers beside the names, or above them."""
        super().resizeEvent(event)
        self._align()

    @Slot()
    def _align(self) -> None:
        """Let the names begin below each other; a number too long for that stands above its own."""
        room = self.contentsRect().width()
        narrow = room / self._theme.scale < STACKED_BELOW
        fitting = [row.number_width for row in self._rows if row.number_width <= room / 2]
        widest = max([*fitting, self._theme.px(140)])
        for row in self._rows:
            row.set_number_width(widest, stacked=narrow or row.number_width > room / 2)
