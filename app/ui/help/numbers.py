"""The numbers, large: what a frightened person reads first."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.help.model import Number
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Caption, Heading, Words

STACKED_BELOW: Final = 480
"""Where the row is narrower, in pixels at 100 % text, the name stands below the number."""


class NumberRow(QWidget):
    """One number, whose it is, and how to use it. The number can be selected and copied."""

    edit_wanted = Signal(int)

    def __init__(self, theme: Theme, number: Number, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._build()
        self._bind()
        self._translate()

    @property
    def number_width(self) -> int:
        """The width the number needs on one line."""
        words = painting.text_size(self._words.text(), self._words.font())
        return round(words.width()) + 1

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self._words, self._edit]

    def set_number_width(self, width: int, *, stacked: bool) -> None:
        """Give the number *width* pixels, or a line of its own where it is *stacked*."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._words.setMinimumWidth(0 if stacked else width)
        self._row.setSpacing(0 if stacked else self._theme.px(32))

    def _build(self) -> None:
        self._words = Words(self._theme, "h2", strong=True, tabular=True)
        self._words.setObjectName(f"help:{self._number.id}")
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._words.setSizePolicy(policy)
        # By mouse is enough: Ctrl+A and Ctrl+C work too, and no text cursor stands behind 911.
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = Heading(self._theme, 3)
        self._how = Caption(self._theme)
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(self._name)
        about.addWidget(self._how)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(about, 1)
        whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        whole.setContentsMargins(0, self._theme.px(2), 0, self._theme.px(2))
        whole.addLayout(self._row, 1)
        self._edit = IconButton(self._theme, "pencil")
        whole.addWidget(self._edit)

    def _bind(self) -> None:
        self._edit.clicked.connect(self._want_edit)

    def _translate(self) -> None:
        number = self._number
        self._words.setText(number.number)
        self._words.setVisible(bool(number.number))
        self._words.setAccessibleName(f"{number.name}: {number.number}")
        self._name.setText(number.name)
        self._how.setText(number.how)
        self._how.setVisible(bool(number.how))
        self._edit.setObjectName(f"help:{number.id}:edit")
        self._edit.setAccessibleName(_("Change {name}").format(name=number.name))
        self._edit.setVisible(number.person is not None)

    @Slot()
    def _want_edit(self) -> None:
        if self._number.person is not None:
            self.edit_wanted.emit(self._number.person)


class NumberCard(Card):
    """All numbers below each other, in one column."""

    edit_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent, compact=True)
        self._rows: list[NumberRow] = []
        self._shown: tuple[Number, ...] = ()
        self.body.setSpacing(theme.px(8))
        theme.changed.connect(self._align)

    def show_numbers(self, numbers: Iterable[Number]) -> None:
        """Show *numbers*; rows are made anew only where something changed."""
        wanted = tuple(numbers)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._clear()
        for number in wanted:
            if self._rows:
                self.add_rule()
            row = NumberRow(self._theme, number)
            row.edit_wanted.connect(self.edit_wanted)
            self._rows.append(row)
            self.add(row)
        self._align()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [stop for row in self._rows for stop in row.stops]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the numbers beside the names, or above them."""
        super().resizeEvent(event)
        self._align()

    def _clear(self) -> None:
        self._rows.clear()
        clear(self.body)

    @Slot()
    def _align(self) -> None:
        widest = max((row.number_width for row in self._rows), default=0)
        widest = max(widest, self._theme.px(140))
        room = self.contentsRect().width()
        stacked = room / self._theme.scale < STACKED_BELOW or widest > room / 2
        for row in self._rows:
            row.set_number_width(widest, stacked=stacked)
