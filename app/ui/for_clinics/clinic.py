"""Whose pack it is, how to reach the clinic, and what it says for afterwards."""

from app.i18n import _
from app.services.clinic_draft import AFTER_CARE, LANGUAGES
from app.ui.dates import day_in_digits
from app.ui.for_clinics.entry import DayField, TextField
from app.ui.for_clinics.logo_field import LogoField
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.for_clinics.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import LongText


class ClinicSection(Section):
    """The clinic's name, who answers for the pack, phones, and until when it is in use."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        super().__init__(theme, model, "clinic", _("Your clinic"))
        self._line("name", _("Name of the clinic"))
        self._line("author", _("Who is responsible for it"))
        named = {"day": _("Phone by day"), "out_of_hours": _("Phone out of hours")}
        phones = [
            self.labeled(TextField(theme, f"phones.{key}", line_edit("")), label)
            for key, label in named.items()
        ]
        self.column.addWidget(self.beside(*phones))
        day = day_in_digits(model.form.usual_end)
        version = TextField(theme, "version", line_edit(""))
        until = DayField(theme, "expires", line_edit(""))
        self.column.addWidget(
            self.beside(
                self.labeled(version, _("Version"), _("Add 1 each time you change it.")),
                self.labeled(until, _("In use until"), _("For example {day}.").format(day=day)),
            )
        )
        self._lines("address", _("Address"))
        self._lines("hours", _("Opening hours"))
        self._lines(LANGUAGES, _("Languages spoken there"), _("One on each line."))
        self._logo = LogoField(theme, model)
        self.column.addWidget(self._logo)

    def show_errors(self) -> None:
        """Say what is wrong, and show the logo as it is now."""
        super().show_errors()
        self._logo.show_state()

    def take_keyboard(self) -> None:
        """Give the keyboard to the first field."""
        self._fields[0].editor.setFocus()

    def _line(self, key: str, label: str) -> None:
        self.add(TextField(self.theme, key, line_edit("")), label)

    def _lines(self, key: str, label: str, caption: str = "") -> None:
        self.add(TextField(self.theme, key, LongText(self.theme, lines=2)), label, caption)


class AfterSection(Section):
    """Words for afterwards."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        super().__init__(theme, model, "after", _("After-care"))
        words = TextField(theme, AFTER_CARE, LongText(theme, lines=5))
        self.add(words, _("What patients read afterwards"), _("An empty line begins a new part."))
