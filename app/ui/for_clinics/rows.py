"""The parts of the form that come more than once: a rule, and an item that the clinic adds."""

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.checklist import Stage
from app.domain.rules import IN_HOURS, IN_MINUTES, RuleId
from app.i18n import _
from app.services.clinic_draft import DraftItem
from app.services.names import stage_name
from app.ui.dates import day_from, day_in_digits
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import line_edit
from app.ui.widgets.fields import Field, LongText, show_text
from app.ui.widgets.labels import Caption, Heading
from app.ui.widgets.written import show_words, words_in


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


class TextField(Field):
    """A field that says which text of the form was typed into it."""

    typed = Signal(str, str)

    def __init__(self, theme: Theme, key: str, editor: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(theme, editor)
        self.key = key
        self._line = editor
        editor.setObjectName(f"for_clinics:{key}")
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._tell)
        else:
            editor.textChanged.connect(self._tell)

    @property
    def text(self) -> str:
        """What stands in it."""
        line = self._line
        return line.text() if isinstance(line, QLineEdit) else words_in(line)

    def show_text(self, text: str) -> None:
        """Show *text*, and tell nobody."""
        if isinstance(self._line, QLineEdit):
            show_text(self._line, text)
            return
        self._line.blockSignals(True)
        show_words(self._line, text)
        self._line.blockSignals(False)
        self._line.updateGeometry()

    def set_placeholder(self, text: str) -> None:
        """Show *text* quietly while nothing is typed."""
        self._line.setPlaceholderText(text)

    @Slot()
    def _tell(self) -> None:
        self.typed.emit(self.key, self.text)


class DayField(TextField):
    """A field for a day: typed as this country writes it, and told as a pack does, 2027-11-30."""

    @property
    def text(self) -> str:
        """The day as a pack writes it, and what stands in the field where that is no day."""
        typed = super().text
        day = day_from(typed)
        return typed if day is None else day.isoformat()

    def show_text(self, text: str) -> None:
        """Show the day *text*, or *text* as it is, and tell nobody."""
        day = day_from(text)
        super().show_text(text if day is None else day_in_digits(day))


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

    def translate(self, general: tuple[str, str]) -> None:
        """Set every text; *general* are the number and the words of the general rule."""
        title = rule_title(self._rule)
        self._title.setText(title)
        self._general.setText(_("General rule: {words}").format(words=general[1]))
        *numbers, words = self.fields
        for field in numbers:
            unit = _("Hours") if self._rule in IN_HOURS else _("Minutes")
            field.set_label(unit)
            field.set_name(_("{rule}: {what}").format(rule=title, what=unit))
            field.set_placeholder(general[0])
        in_words = _("In your words")
        words.set_label(in_words)
        words.set_name(_("{rule}: {what}").format(rule=title, what=in_words))


class ItemRow(QWidget):
    """An item that the clinic adds: what to do, when, and why."""

    typed = Signal(int, object)

    def __init__(self, theme: Theme, place: int, item: DraftItem) -> None:
        super().__init__()
        self._place = place
        self._item = item
        self.title = TextField(theme, f"item:{place}:title", line_edit(""))
        self._why = TextField(theme, f"item:{place}:why", line_edit(""))
        self._stages = QComboBox()
        self._stages.setObjectName(f"for_clinics:item:{place}:stage")
        self._stages.addItems([""] * len(Stage))
        self._stage = Field(theme, self._stages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.title, self._stage, self._why):
            column.addWidget(widget)
        self._translate()
        self.title.show_text(item.title)
        self._why.show_text(item.why)
        self._stages.setCurrentIndex(list(Stage).index(item.stage))
        self.title.typed.connect(self._tell)
        self._why.typed.connect(self._tell)
        self._stages.activated.connect(self._tell)

    def show_errors(self, title: str, why: str) -> None:
        """Say what is wrong with what is to do, and with why."""
        self.title.show_error(title)
        self._why.show_error(why)

    def _translate(self) -> None:
        number = self._place + 1
        for field, label in (
            (self.title, _("What to do")),
            (self._stage, _("When")),
            (self._why, _("Why, in a sentence")),
        ):
            field.set_label(label)
            field.set_name(_("Item {number}: {what}").format(number=number, what=label))
        for place, stage in enumerate(Stage):
            self._stages.setItemText(place, stage_name(stage))

    @Slot()
    def _tell(self) -> None:
        stage = list(Stage)[self._stages.currentIndex()]
        said = replace(self._item, title=self.title.text, why=self._why.text, stage=stage)
        self.typed.emit(self._place, said)
