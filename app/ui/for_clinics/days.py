"""When check-ins and questionnaires are asked for: what is left empty stays the program's."""

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.follow_up import USUAL, Rung
from app.domain.questionnaire import QuestionnaireName
from app.domain.questionnaire_schedule import LEAST_DAYS, PREFERRED_DAYS
from app.i18n import _
from app.services.clinic_days import WITH_HOURS
from app.services.names import questionnaire_name, time_point_name
from app.ui.for_clinics.entry import TextField
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.for_clinics.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.check import CheckBox
from app.ui.widgets.editors import line_edit
from app.ui.widgets.labels import Caption, Heading


class DaysSection(Section):
    """A line for each check-in, the monthly one, and the two questionnaires."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        super().__init__(theme, model, "days", _("Check-ins and questionnaires"), spacing=24)
        self.say(_("Day 0 is the day of the infusion. What you leave empty stays as it is."))
        for rung in USUAL.rungs:
            self._add_check_in(rung)
        self._monthly = CheckBox(theme, text=_("A check-in once a month"))
        self._monthly.setObjectName("for_clinics:monthly")
        self._monthly.clicked.connect(self._ask_monthly)
        why = _("In the first week of a month, for three months after an infusion.")
        self._group(0, self._monthly, Caption(theme, text=why))
        apart = _("In the program: {count}. They ask about two weeks: {least} is the least.")
        self._group(
            8,
            Heading(theme, 3, text=_("Days between two questionnaires")),
            Caption(theme, text=apart.format(count=PREFERRED_DAYS, least=LEAST_DAYS)),
            self.beside(*map(self._questionnaire, QuestionnaireName)),
        )

    def show_draft(self) -> None:
        """Show what is filled in."""
        super().show_draft()
        self._monthly.setChecked(self.model.draft.is_monthly)

    def _add_check_in(self, rung: Rung) -> None:
        point, title = rung.point.value, time_point_name(rung.point)
        asked = [("first_day", _("From day")), ("last_day", _("To day"))]
        usual = _("In the program: day {first} to {last}.")
        if rung.first_day == rung.last_day:
            usual = _("In the program: day {first}.")
        if rung.point in WITH_HOURS:
            asked.append(("hours", _("Hours after the end")))
            usual = _("In the program: day {first}, {hours} hours after the end.")
        said = usual.format(
            first=rung.first_day, last=rung.last_day, hours=QLocale().toString(rung.hours)
        )
        fields = []
        for part, label in asked:
            field = self.labeled(TextField(self.theme, f"{point}.{part}", line_edit("")), label)
            field.set_name(_("{check_in}: {what}").format(check_in=title, what=label))
            fields.append(field)
        heading = Heading(self.theme, 3, text=title)
        self._group(8, heading, Caption(self.theme, text=said), self.beside(*fields))

    def _questionnaire(self, name: QuestionnaireName) -> TextField:
        label = questionnaire_name(name)
        editor = line_edit("")
        field = self.labeled(TextField(self.theme, f"{name.value}.every_days", editor), label)
        field.set_name(_("Days between two: {questionnaire}").format(questionnaire=label))
        return field

    def _group(self, spacing: int, *widgets: QWidget) -> None:
        """Put *widgets* below each other, nearer than to what is around them."""
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(spacing))
        for widget in widgets:
            column.addWidget(widget)
        self.column.addWidget(group)

    @Slot()
    def _ask_monthly(self) -> None:
        self.model.ask_monthly(is_monthly=self._monthly.isChecked())
