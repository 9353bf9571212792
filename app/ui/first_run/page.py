"""The first screen: what this is, and a few things, if you like."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from app.domain.preferences import Age, Purpose
from app.i18n import _
from app.ui.first_run.model import FirstRunModel
from app.ui.first_run.welcome import Welcome
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.check import ChoiceChip
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.country_field import CountryField
from app.ui.widgets.fields import Field, show_text
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.page import SLIM, Page
from app.ui.widgets.paths import wrapping
from app.ui.widgets.rows import Row

if TYPE_CHECKING:
    from app.ui.first_run.clinic_card import ClinicCard


class FirstRunPage(Page):
    """Skippable; whatever was told is kept, skipped or not."""

    def __init__(self, theme: Theme, model: FirstRunModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, column=680, parent=parent)
        self._model = model
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show what was told so far."""
        self._model.refresh()
        self._show()

    def step_aside(self) -> None:
        """Keep what is still being typed."""
        self._model.flush()

    def leave(self) -> None:
        """Keep what was typed."""
        self._model.flush()

    def _build(self) -> None:
        theme = self.theme
        self._welcome = Welcome(theme, self._model.sentences)
        self._ask = Heading(theme, 2)
        self._may_skip = Caption(theme)
        self._country = CountryField(theme, self._model.countries)
        self._country.box.setObjectName("first_run:country")
        self._day = QLineEdit()
        self._day.setObjectName("first_run:clinic:day")
        self._out_of_hours = QLineEdit()
        self._out_of_hours.setObjectName("first_run:clinic:out_of_hours")
        self._day_field = Field(theme, self._day)
        self._out_of_hours_field = Field(theme, self._out_of_hours)
        phones = QWidget()
        self._asked_phones = phones
        self._clinic: ClinicCard | None = None
        self._phones = QBoxLayout(QBoxLayout.Direction.LeftToRight, phones)
        self._phones.setContentsMargins(0, 0, 0, 0)
        self._phones.setSpacing(theme.px(16))
        self._phones.addWidget(self._day_field, 1)
        self._phones.addWidget(self._out_of_hours_field, 1)
        self._purpose = ChoiceGroup(theme)
        for purpose in Purpose:
            chip = self._purpose.add(ChoiceChip(theme), purpose)
            chip.setObjectName(f"first_run:purpose:{purpose.value}")
        self._age = ChoiceGroup(theme)
        for age in Age:
            chip = self._age.add(ChoiceChip(theme), age)
            chip.setObjectName(f"first_run:age:{age.value}")
        self._purpose_field = Field(theme, self._purpose)
        self._age_field = Field(theme, self._age)
        self._files = Row(theme, "folder", icon_color="text")
        files = Card(theme)
        files.add(self._files)
        self.add(self._welcome)
        self.add(self._ask, gap=28)
        self.add(self._may_skip, gap=2)
        for field in (self._country, phones, self._purpose_field, self._age_field, files):
            self.add(field, gap=18)
        self._skip = self.bar.add_link()
        self._skip.setObjectName("first_run:skip")
        self._begin = self.bar.set_primary()
        self._begin.setObjectName("first_run:begin")

    def _bind(self) -> None:
        self._country.chosen.connect(self._choose_country)
        self._model.changed.connect(self._show)
        self._day.textEdited.connect(self._model.type_day_phone)
        self._out_of_hours.textEdited.connect(self._model.type_out_of_hours)
        self._purpose.chosen.connect(self._model.choose_purpose)
        self._age.chosen.connect(self._model.choose_age)
        self._begin.clicked.connect(self._go)
        self._skip.clicked.connect(self._skip_all)
        self.room_changed.connect(self._stack)

    def _translate(self) -> None:
        self.header(_("Welcome to Soft Landing"), self._model.sentences["what"])
        self._ask.setText(_("A few things, if you like"))
        self._may_skip.setText(_("Skip any of it. You can change it all in Settings."))
        self._country.set_label(_("Country"))
        self._country.translate()
        self._day_field.set_label(_("Clinic phone, daytime"))
        self._day.setPlaceholderText(_("On your appointment letter"))
        self._out_of_hours_field.set_label(_("Clinic phone, out of hours"))
        self._out_of_hours.setPlaceholderText(_("If there is one"))
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
        self._skip.setText(_("Skip for now"))
        self.bar.set_primary("", _("Begin"))
        self._show_numbers()
        self._show_folder()

    @Slot()
    def _show(self) -> None:
        self._show_clinic()
        profile = self._model.profile
        show_text(self._day, profile.clinic.day)
        show_text(self._out_of_hours, profile.clinic.out_of_hours)
        self._purpose.choose(profile.purpose)
        self._age.choose(profile.age)
        self._country.show_country(self._model.country)
        self._show_numbers()
        self._show_folder()

    def _show_clinic(self) -> None:
        """Show what the clinic's pack says; the card is built where there is one."""
        by_pack = self._model.by_pack
        if self._clinic is None and by_pack.name:
            from app.ui.first_run.clinic_card import ClinicCard

            self._clinic = ClinicCard(self.theme)
            self.column.insertWidget(self.column.indexOf(self._asked_phones), self._clinic)
        if self._clinic is not None:
            self._clinic.show_clinic(by_pack, self._model.logo)
        self._day_field.setVisible(not by_pack.day)
        self._out_of_hours_field.setVisible(not by_pack.out_of_hours)
        self._asked_phones.setVisible(not (by_pack.day and by_pack.out_of_hours))

    def _show_folder(self) -> None:
        said = self._model.folder_sentence or self._model.sentences["files_open"]
        path = wrapping(self._model.folder)
        self._files.set_texts(_("Your files: {path}").format(path=path), said)

    def _show_numbers(self) -> None:
        self._country.set_caption(self._model.numbers)

    @Slot()
    def _stack(self) -> None:
        direction = QBoxLayout.Direction
        slim = self.room < SLIM
        self._phones.setDirection(direction.TopToBottom if slim else direction.LeftToRight)
        self._welcome.set_stacked(slim)

    @Slot(str)
    def _choose_country(self, code: str) -> None:
        self._model.choose_country(code)
        self._show_numbers()

    @Slot()
    def _go(self) -> None:
        self._model.begin()
        self.route_wanted.emit(Route("today"))

    @Slot()
    def _skip_all(self) -> None:
        self._model.skip()
        self.route_wanted.emit(Route("today"))
