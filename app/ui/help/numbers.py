"""The numbers, large: what a frightened person reads first."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.preferences import Person
from app.i18n import _
from app.services.clinic_about import ClinicAbout
from app.services.numbers_to_call import ToCall
from app.ui.help.clinic_row import ClinicRow
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.number_words import NumberWords
from app.ui.widgets.paths import breakable

STACKED_BELOW: Final = 480
"""Where the row is narrower, in pixels at 100 % text, the name stands below the number."""

SHORT: Final = 200
"""With more signs than these about the clinic, nobody's number is to stand below them."""

_CLINIC: Final = "clinic:"


class NumberRow(QWidget):
    """One number, whose it is, and how to use it."""

    edit_wanted = Signal(Person)

    def __init__(self, theme: Theme, number: ToCall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._build()
        self._edit.clicked.connect(self._want_edit)
        self.show_number(number)

    @property
    def number_width(self) -> int:
        """The width the number needs on one line."""
        words = painting.text_size(self._words.text(), self._words.font())
        return round(words.width()) + 1

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self._words, self._name, self._edit]

    def show_number(self, number: ToCall) -> None:
        """Show *number*; where there is none to dial, the keyboard stops at the words."""
        self._number = number
        name, dialed = self._name, bool(number.number)
        self._words.setText(breakable(number.number))
        self._words.setVisible(dialed)
        self._words.setObjectName(f"help:{number.id}" if dialed else "")
        self._words.setAccessibleName(f"{number.name}: {number.number}")
        name.setText(breakable(number.name))
        stops = not dialed and number.person is None
        name.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.NoFocus)
        name.setObjectName(f"help:{number.id}" if stops else "")
        self._how.setText(number.how)
        self._how.setVisible(bool(number.how))
        self._edit.setObjectName(f"help:{number.id}:edit")
        self._edit.setAccessibleName(_("Change {name}").format(name=number.name))
        self._edit.setVisible(number.person is not None)

    def set_number_width(self, width: int, *, stacked: bool) -> None:
        """Give the number *width* pixels, or a line of its own where it is *stacked*."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._words.set_width(0 if stacked else width)
        self._row.setSpacing(0 if stacked else self._theme.px(32))

    def _build(self) -> None:
        self._words = NumberWords(self._theme)
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

    @Slot()
    def _want_edit(self) -> None:
        if self._number.person is not None:
            self.edit_wanted.emit(self._number.person)


class NumberCard(Card):
    """All numbers below each other, in one column."""

    edit_wanted = Signal(Person)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent, compact=True)
        self._rows: list[NumberRow] = []
        self._shown: tuple[ToCall, ...] = ()
        self._clinic: ClinicAbout | None = None
        self._clinic_row: ClinicRow | None = None
        self.body.setSpacing(theme.px(8))
        theme.changed.connect(self._align)

    def show_numbers(self, numbers: Iterable[ToCall], clinic: ClinicAbout | None = None) -> None:
        """Show *numbers*, and the *clinic* at its own.

        Rows are made anew only where there are others than before.
        """
        before, self._shown = self._shown, tuple(numbers)
        clinic_before, self._clinic = self._clinic, clinic
        if self._shown == before and clinic == clinic_before:
            return
        ids = [one.id for one in self._shown]
        if clinic == clinic_before and ids == [one.id for one in before]:
            for row, number in zip(self._rows, self._shown, strict=True):
                row.show_number(number)
        else:
            self._make_rows()
        self._align()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [stop for row in self._rows for stop in row.stops]

    def begin(self) -> None:
        """Bring the keyboard, and whoever listens, to the first number."""
        first = next(stop for stop in self.stops if stop.objectName())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the numbers beside the names, or above them."""
        super().resizeEvent(event)
        self._align()

    def _make_rows(self) -> None:
        """Make a row for each number; the keyboard stays on what it was on."""
        held = next((stop.objectName() for stop in self.stops if stop.hasFocus()), "")
        self._rows.clear()
        self._clinic_row = None
        clear(self.body)
        place = self._clinic_place()
        for at, number in enumerate(self._shown):
            if self._rows:
                self.add_rule()
            row = NumberRow(self._theme, number)
            row.edit_wanted.connect(self.edit_wanted)
            self._rows.append(row)
            self.add(row)
            if at == place:
                self._add_clinic()
        again = next((stop for stop in self.stops if held and stop.objectName() == held), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clinic_place(self) -> int:
        """Return after which number the clinic stands: its last, or all if it has much to say."""
        own = [at for at, one in enumerate(self._shown) if one.id.startswith(_CLINIC)]
        said = self._clinic.lines if self._clinic is not None else ()
        is_short = sum(map(len, said)) <= SHORT
        return own[-1] if own and is_short else len(self._shown) - 1

    def _add_clinic(self) -> None:
        """Add the row of the clinic, if there is more to say than its numbers do."""
        clinic = self._clinic
        has_number = any(one.id.startswith(_CLINIC) for one in self._shown)
        if clinic is None or (has_number and not (clinic.logo or clinic.lines)):
            return
        self.add_rule()
        self._clinic_row = ClinicRow(self._theme, clinic, named=not has_number)
        self.add(self._clinic_row)

    @Slot()
    def _align(self) -> None:
        """Let the names begin below each other; a number too long for that is set above its."""
        room = self.contentsRect().width()
        narrow = room / self._theme.scale < STACKED_BELOW
        fitting = [row.number_width for row in self._rows if row.number_width <= room / 2]
        widest = max([*fitting, self._theme.px(140)])
        for row in self._rows:
            row.set_number_width(widest, stacked=narrow or row.number_width > room / 2)
        if self._clinic_row is not None:
            self._clinic_row.set_number_width(widest, stacked=narrow)
