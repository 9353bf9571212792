"""Rows that ask one thing and hold the answer: how strong, and 0 to 10."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.check import NumberButton
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.labels import Heading, Words

STACKED_BELOW: Final = 560
HIGHEST: Final = 10


class RadioRow(QWidget):
    """A question at the beginning and its choices beside it, or below it where it is narrow."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, title: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Heading(theme, 3)
        self.group = ChoiceGroup(theme, "even")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self.title, 26)
        self._row.addWidget(self.group, 74)
        self.group.chosen.connect(self.chosen)
        self.set_title(title)

    def set_title(self, text: str) -> None:
        """Set the question; it names the group for screen readers."""
        self.title.setText(text)
        self.group.setAccessibleName(text)

    def add(self, button: QAbstractButton, value: object) -> QAbstractButton:
        """Add a choice that stands for *value*, and return its button."""
        return self.group.add(button, value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside or below, as there is room."""
        super().resizeEvent(event)
        is_stacked = self.width() / self._theme.scale < STACKED_BELOW
        wanted = (
            QBoxLayout.Direction.TopToBottom if is_stacked else QBoxLayout.Direction.LeftToRight
        )
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)

    def minimumSizeHint(self) -> QSize:
        """Return room for the wider of question and choices: they can stand below each other."""
        wide = max(self.title.minimumSizeHint().width(), self.group.minimumSizeHint().width())
        return QSize(wide, super().minimumSizeHint().height())


class RatingRow(QWidget):
    """0 to 10: a title, what is answered, the numbers, and what both ends mean.

    ``chosen`` carries the number, or None when the answer was taken back.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Heading(theme, 3)
        self._state = Words(theme, "caption", "text_muted", wraps=False)
        self._low = Words(theme, "caption", "text_muted", wraps=False)
        self._high = Words(theme, "caption", "text_muted", wraps=False)
        self._unanswered = ""
        self.group = ChoiceGroup(theme, "even")
        for number in range(HIGHEST + 1):
            self.group.add(NumberButton(theme, number), number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(_ends(self.title, self._state))
        column.addWidget(self.group)
        column.addLayout(_ends(self._low, self._high))
        self.group.chosen.connect(self._tell)

    def set_texts(self, title: str, unanswered: str, low: str, high: str) -> None:
        """Set the title, the words for "not answered", and what 0 and 10 mean."""
        self.title.setText(title)
        self._unanswered = unanswered
        self._low.setText(low)
        self._high.setText(high)
        self.group.setAccessibleName(title)
        self.group.setAccessibleDescription(f"{low}, {high}")
        self._show_state()

    @property
    def value(self) -> int | None:
        """The number, or None when it is not answered."""
        number = self.group.chosen_value
        return number if isinstance(number, int) else None

    @property
    def state_text(self) -> str:
        """What is said beside the title: "Not answered", or nothing."""
        return self._state.text()

    def choose(self, number: int | None) -> None:
        """Show *number* as the answer; None is not answered."""
        self.group.choose(number)
        self._show_state()

    @Slot(object)
    def _tell(self, value: object) -> None:
        self._show_state()
        self.chosen.emit(value)

    def _show_state(self) -> None:
        self._state.setText(self._unanswered if self.group.chosen_value is None else "")


def _ends(start: QWidget, end: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(start, 1)
    row.addWidget(end, 0, Qt.AlignmentFlag.AlignBottom)
    return row
