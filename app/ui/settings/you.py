"""Settings: who the patient is, as far as they want to say, and how to reach the clinic."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.preferences import Age, Purpose
from app.i18n import _
from app.ui.settings.model import SettingsModel
from app.ui.settings.pack import PackPart
from app.ui.settings.pack_model import PackModel
from app.ui.settings.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.check import ChoiceChip
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.country_field import CountryField
from app.ui.widgets.fields import Field, show_text
from app.ui.widgets.paths import breakable
from app.ui.widgets.rows import Row


class YouSection(Section):
    """Name, country, what the infusions are for, and age."""

    def __init__(self, theme: Theme, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._build()
        self._bind()
        self.translate()

    def show_values(self) -> None:
        """Show what is kept, with what is being typed."""
        profile = self._model.profile
        show_text(self._name, profile.name)
        self._country.show_country(self._model.country)
        self._country_row.set_texts(_("Country"), self._model.numbers)
        self._purpose.choose(profile.purpose)
        self._age.choose(profile.age)

    def translate(self) -> None:
        """Set every text."""
        self.title.setText(_("You"))
        self._name_row.set_texts(_("First name"), _("Optional."))
        self._name.setAccessibleName(_("First name"))
        self._country.set_name(_("Country"))
        self._country.translate()
        self._purpose_field.set_label(_("What are the infusions for?"))
        self._age_field.set_label(_("Your age"))
        self._age_field.set_caption(self._model.sentences["under_18"])
        for button, text in zip(
            (*self._purpose.buttons, *self._age.buttons),
            (
                *(_("Mood"), _("Pain"), _("Both"), _("Rather not say")),
                *(_("18 or older"), _("Under 18")),
            ),
            strict=True,
        ):
            button.setText(text)
        self.show_values()

    def _build(self) -> None:
        self._name = QLineEdit()
        self._name.setObjectName("settings:name")
        self._country = CountryField(self.theme, self._model.countries)
        self._country.box.setObjectName("settings:country")
        self._name_row = Row(self.theme, trailing=self.wide(self._name))
        self._country_row = Row(self.theme, trailing=self.wide(self._country))
        self._purpose = ChoiceGroup(self.theme)
        for purpose in Purpose:
            chip = self._purpose.add(ChoiceChip(self.theme), purpose)
            chip.setObjectName(f"settings:purpose:{purpose.value}")
        self._age = ChoiceGroup(self.theme)
        for age in Age:
            chip = self._age.add(ChoiceChip(self.theme), age)
            chip.setObjectName(f"settings:age:{age.value}")
        self._purpose_field = Field(self.theme, self._purpose)
        self._age_field = Field(self.theme, self._age)
        for row in (self._name_row, self._country_row, self._purpose_field, self._age_field):
            self.add_row(row)

    def _bind(self) -> None:
        self._name.textEdited.connect(self._model.type_name)
        self._country.chosen.connect(self._model.choose_country)
        self._purpose.chosen.connect(self._model.choose_purpose)
        self._age.chosen.connect(self._model.choose_age)


class ClinicSection(Section):
    """The clinic's name and its phones, which Help now shows, and its pack."""

    def __init__(
        self, theme: Theme, model: SettingsModel, pack: PackModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._pack = pack
        self._build()
        self._bind()
        self.translate()

    def show_values(self) -> None:
        """Show what is kept, with what is being typed."""
        clinic, by_pack = self._model.profile.clinic, self._pack.phones
        show_text(self._name, clinic.name)
        show_text(self._day, clinic.day)
        show_text(self._out_of_hours, clinic.out_of_hours)
        self._rows[0].set_texts(_("Name"), _name_note(clinic.name, by_pack.name))
        self._rows[1].set_texts(_("Phone, daytime"), _phone_note(clinic.day, by_pack.day))
        self._rows[2].set_texts(
            _("Phone, out of hours"), _phone_note(clinic.out_of_hours, by_pack.out_of_hours)
        )
        self._part.show_values()

    def translate(self) -> None:
        """Set every text."""
        self.title.setText(_("Your clinic"))
        self._name.setAccessibleName(_("Clinic name"))
        self._day.setAccessibleName(_("Clinic phone, daytime"))
        self._out_of_hours.setAccessibleName(_("Clinic phone, out of hours"))
        self._part.translate()
        self.show_values()

    def _build(self) -> None:
        self._name = QLineEdit()
        self._name.setObjectName("settings:clinic:name")
        self._day = QLineEdit()
        self._day.setObjectName("settings:clinic:day")
        self._out_of_hours = QLineEdit()
        self._out_of_hours.setObjectName("settings:clinic:out_of_hours")
        editors = (self._name, self._day, self._out_of_hours)
        self._rows = [Row(self.theme, trailing=self.wide(one)) for one in editors]
        self._part = PackPart(self.theme, self._pack)
        for row in (*self._rows, self._part):
            self.add_row(row)

    def _bind(self) -> None:
        self._name.textEdited.connect(self._model.type_clinic_name)
        self._day.textEdited.connect(self._model.type_day_phone)
        self._out_of_hours.textEdited.connect(self._model.type_out_of_hours)


def _name_note(typed: str, by_pack: str) -> str:
    if not by_pack or typed.strip() == by_pack:
        return ""
    return _("Your clinic's pack says {name}. That is what is shown.").format(
        name=breakable(by_pack)
    )


def _phone_note(typed: str, by_pack: str) -> str:
    """Say what Help now shows: where two numbers differ, nobody knows which of them is old."""
    if not by_pack.strip() or typed.strip() == by_pack.strip():
        return _("Shown on Help now.")
    if not typed.strip():
        return _("Help now shows {number}, from your clinic's pack.").format(number=by_pack)
    return _("Your clinic's pack says {number}. Help now shows both.").format(number=by_pack)
