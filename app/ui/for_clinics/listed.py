"""What comes more than once in the form: a row for each, and a button for one more."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.services.clinic_draft import DraftRow
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.for_clinics.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.discard import clear
from app.ui.widgets.fields import Field
from app.ui.widgets.tab_order import keep_in_order

_R = TypeVar("_R", bound=DraftRow)


class Row(QWidget):
    """Fields that belong together; *typed* carries the row's place and what it says now."""

    typed = Signal(int, object)

    def __init__(self, theme: Theme, place: int) -> None:
        super().__init__()
        self.place = place
        self._fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))

    def add(self, part: str, field: Field, label: str, name: str) -> None:
        """Put *field* for *part* below the others; *name* says which row that is, too."""
        field.set_label(label)
        field.set_name(name.format(number=self.place + 1, what=label))
        self._fields[part] = field
        self._column.addWidget(field)

    def show_errors(self, wrong: Callable[[str], str]) -> None:
        """Say at each field what is *wrong* with its part."""
        for part in self._fields:
            self.show_error_of(part, wrong(part))

    def show_error_of(self, part: str, sentence: str) -> None:
        """Say at the field for *part* what is wrong."""
        self._fields[part].show_error(sentence)

    def take_keyboard(self) -> None:
        """Give the keyboard to the first field."""
        next(iter(self._fields.values())).editor.setFocus()


class RowsSection(Section, Generic[_R]):
    """Rows that are each made by *make* of what is filled in, *empty* in the beginning."""

    def __init__(
        self,
        theme: Theme,
        model: ForClinicsModel,
        name: str,
        title: str,
        *,
        note: str,
        empty: _R,
        make: Callable[[Theme, int, _R], Row],
    ) -> None:
        super().__init__(theme, model, name, title)
        self._empty, self._make = empty, make
        self._rows: list[Row] = []
        self.say(note)
        self._place = QWidget()
        self._row_column = QVBoxLayout(self._place)
        self._row_column.setContentsMargins(0, 0, 0, 0)
        self._row_column.setSpacing(theme.px(24))
        self._more = SecondaryButton(theme, "plus", text=_("Add one"))
        self._more.setObjectName(f"for_clinics:{empty.kind}:add")
        self._more.setAccessibleName(_("{what}: {button}").format(what=title, button=_("Add one")))
        self.column.addWidget(self._place)
        self.column.addWidget(self._more)
        self._more.clicked.connect(self._add)

    def show_draft(self) -> None:
        """Show the rows of what is filled in."""
        clear(self._row_column)
        self._rows = []
        for row in self.model.draft.rows_of(type(self._empty)):
            self._show(row)
        keep_in_order(self._more, *self._rows)
        self._offer_more()

    def show_errors(self) -> None:
        """Say what is wrong in each row."""
        for place, row in enumerate(self._rows):
            row.show_errors(self.model.wrong_in(type(self._empty), place))
        self._place.setVisible(bool(self._rows))

    def _show(self, said: _R) -> Row:
        row = self._make(self.theme, len(self._rows), said)
        row.typed.connect(self.model.put_row)
        self._rows.append(row)
        self._row_column.addWidget(row)
        return row

    def _offer_more(self) -> None:
        """Offer one more row while a pack may hold it."""
        self._more.setEnabled(len(self._rows) < self._empty.most)

    @Slot()
    def _add(self) -> None:
        row = self._show(self._empty)
        keep_in_order(self._more, row)
        self.model.put_row(row.place, self._empty)
        row.take_keyboard()
        self._offer_more()
