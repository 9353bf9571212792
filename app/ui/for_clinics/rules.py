"""The clinic's rules, each below the general one that it takes the place of."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.rules import IN_HOURS, IN_MINUTES, RuleId
from app.i18n import _
from app.services.clinic_draft import RULES
from app.ui.for_clinics.entry import TextField
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.for_clinics.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import LongText
from app.ui.widgets.labels import Caption, Heading


class RulesSection(Section):
    """A row for each rule that a clinic can set."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        super().__init__(theme, model, "rules", _("Your rules"), spacing=24)
        self.say(_("What you leave empty stays the general rule."))
        for rule in RULES:
            row = RuleRow(theme, rule)
            row.translate(model.form.general(rule))
            self.column.addWidget(row)
            for field in row.fields:
                self.hold(field)


def rule_title(rule: RuleId) -> str:
    """Return what *rule* is about."""
    return {
        RuleId.FOOD: _("Solid food and milk"),
        RuleId.DRINK: _("Clear drinks"),
        RuleId.ALCOHOL_BEFORE: _("Alcohol and drugs before"),
        RuleId.MEDICINES: _("Medicines on the day"),
        RuleId.LENGTH: _("How long it takes"),
        RuleId.RECOVERY: _("Rest at the clinic"),
        RuleId.RIDE_HOME: _("The way home"),
        RuleId.COMPANY: _("Company that night"),
        RuleId.DRIVING: _("Driving, cycling, machines"),
        RuleId.ALCOHOL_AFTER: _("Alcohol and drugs after"),
        RuleId.DECISIONS: _("Big decisions"),
        RuleId.CARE_OF_OTHERS: _("Those in their care"),
        RuleId.DROWSINESS: _("What makes sleepier"),
    }[rule]


class RuleRow(QWidget):
    """One rule: what it says in general, its number where it has one, and the clinic's words."""

    typed = Signal(str, str)

    def __init__(self, theme: Theme, rule: RuleId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = rule
        self._title, self._general = Heading(theme, 3), Caption(theme)
        self.fields: list[TextField] = []
        if rule in IN_HOURS | IN_MINUTES:
            self.fields.append(TextField(theme, f"{rule.value}.number", line_edit("")))
        self.fields.append(TextField(theme, f"{rule.value}.words", LongText(theme, lines=2)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._title)
        column.addWidget(self._general)
        for field in self.fields:
            column.addWidget(field)
            field.typed.connect(self.typed)

    def translate(self, general: str) -> None:
        """Set every text; *general* are the words of the general rule."""
        title = rule_title(self._rule)
        self._title.setText(title)
        self._general.setText(_("General rule: {words}").format(words=general))
        *numbers, words = self.fields
        for field in numbers:
            unit = _("Hours") if self._rule in IN_HOURS else _("Minutes")
            field.set_label(unit)
            field.set_name(_("{rule}: {what}").format(rule=title, what=unit))
        in_words = _("In your words")
        words.set_label(in_words)
        words.set_name(_("{rule}: {what}").format(rule=title, what=in_words))
