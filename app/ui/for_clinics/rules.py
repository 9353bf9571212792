"""The clinic's rules, each below the general one that it takes the place of."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.rules import AFTER, IN_HOURS, IN_MINUTES, RuleId
from app.i18n import _
from app.services.clinic_draft import RULES
from app.ui.for_clinics.entry import TextField
from app.ui.for_clinics.model import ForClinicsModel
from app.ui.for_clinics.section import Section
from app.ui.theme.theme import Theme
from app.ui.widgets.check import CheckBox
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import LongText
from app.ui.widgets.labels import Caption, Heading


class RulesSection(Section):
    """A row for each rule that a clinic can set."""

    def __init__(self, theme: Theme, model: ForClinicsModel) -> None:
        super().__init__(theme, model, "rules", _("Your rules"), spacing=24)
        self.say(_("What you leave empty stays the general rule."))
        self._boxes: dict[RuleId, CheckBox] = {}
        for rule in RULES:
            row = RuleRow(theme, rule, model.form.general(rule))
            self.column.addWidget(row)
            for field in row.fields:
                self.hold(field)
            if row.box is not None:
                self._boxes[rule] = row.box
                row.box.clicked.connect(self._wait)

    def show_draft(self) -> None:
        """Show what is filled in."""
        super().show_draft()
        for rule, box in self._boxes.items():
            box.setChecked(self.model.waits(rule))

    def show_errors(self) -> None:
        """Say what is wrong; the next morning goes with the clinic's words."""
        super().show_errors()
        for rule, box in self._boxes.items():
            box.setVisible(bool(self.model.draft.text(f"{rule.value}.words")))

    @Slot()
    def _wait(self) -> None:
        for rule, box in self._boxes.items():
            if box.isChecked() is not self.model.waits(rule):
                self.model.wait(rule, next_day=box.isChecked())


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
    """One rule: what it says in general, its number where it has one, and the clinic's words.

    A rule for afterwards has a box for the next morning.
    """

    def __init__(self, theme: Theme, rule: RuleId, general: str) -> None:
        super().__init__()
        title = rule_title(rule)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Heading(theme, 3, text=title))
        said = _("General rule: {words}").format(words=general)
        column.addWidget(Caption(theme, text=said))
        self.fields: list[TextField] = []
        asked: list[tuple[str, str, QLineEdit | LongText]] = []
        if rule in IN_HOURS | IN_MINUTES:
            unit = _("Hours") if rule in IN_HOURS else _("Minutes")
            asked.append(("number", unit, line_edit("")))
        asked.append(("words", _("In your words"), LongText(theme, lines=2)))
        for part, label, editor in asked:
            field = TextField(theme, f"{rule.value}.{part}", editor)
            field.set_label(label)
            field.set_name(_("{rule}: {what}").format(rule=title, what=label))
            self.fields.append(field)
            column.addWidget(field)
        self.box: CheckBox | None = None
        if rule in AFTER:
            text = _("Wait for the next morning too")
            self.box = CheckBox(theme, text=text)
            self.box.setObjectName(f"for_clinics:{rule.value}.next_day")
            self.box.setAccessibleName(_("{rule}: {what}").format(rule=title, what=text))
            column.addWidget(self.box)
