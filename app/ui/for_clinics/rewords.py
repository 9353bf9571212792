"""Built-in items of the checklist in the clinic's words."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox

from app.i18n import _
from app.services.clinic_draft import DraftReword
from app.services.clinic_form import ClinicForm
from app.ui.for_clinics.entry import TextField
from app.ui.for_clinics.listed import Row, RowsSection
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field, LongText


class RewordsSection(RowsSection[DraftReword]):
    """Built-in items that the clinic words anew."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        super().__init__(
            theme,
            model,
            "rewords",
            _("Things to do in your words"),
            note=_("What you leave empty stays as it is in the program."),
            empty=DraftReword(),
            make=partial(RewordRow, model.form),
        )


class RewordRow(Row):
    """One built-in item: which, what to do, and why."""

    def __init__(self, form: ClinicForm, theme: Theme, place: int, item: DraftReword) -> None:
        super().__init__(theme, place)
        self._form = form
        self._item = item
        self._ids = [*form.items]
        titles = [*form.items.values()]
        if item.id and item.id not in self._ids:  # of another version of the program
            self._ids.append(item.id)
            titles.append(item.id)
        self._list = QComboBox()
        self._list.setObjectName(f"for_clinics:reword:{place}:id")
        self._list.addItems(titles)
        self._list.setPlaceholderText(_("Choose an item"))
        self._list.setCurrentIndex(self._ids.index(item.id) if item.id else -1)
        self._which = Field(theme, self._list)
        self._title = TextField(theme, f"reword:{place}:title", line_edit(""))
        self._why = TextField(theme, f"reword:{place}:why", LongText(theme, lines=2))
        named = _("Item in your words {number}: {what}")
        self.add("id", self._which, _("Which item"), named)
        self.add("title", self._title, _("What to do"), named)
        self.add("why", self._why, _("Why, in a sentence"), named)
        self._title.show_text(item.title)
        self._why.show_text(item.why)
        self._show_general()
        self._title.typed.connect(self._tell)
        self._why.typed.connect(self._tell)
        self._list.activated.connect(self._tell)

    def show_error_of(self, part: str, sentence: str) -> None:
        """Say what is wrong; of an item that is not chosen yet, that it has to be."""
        is_open = part == "id" and sentence and not self._item.id
        super().show_error_of(part, _("Choose which item this is.") if is_open else sentence)

    def _show_general(self) -> None:
        """Show what the program says of the item: it stays where nothing is typed."""
        why = self._form.why_of(self._item.id)
        self._which.set_caption(_("In the program: {words}").format(words=why) if why else "")

    @Slot()
    def _tell(self) -> None:
        place = self._list.currentIndex()
        name = self._ids[place] if place >= 0 else ""
        title, why = self._title.text, self._why.text
        self._item = self._item.saying(id=name, title=title, why=why)
        self._show_general()
        self.typed.emit(self.place, self._item)
