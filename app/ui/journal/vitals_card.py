"""What a device showed, and whether blood pressure was called high; folded away at first."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.check_in import CheckIn, Told, Vitals
from app.domain.preferences import ClinicPhones
from app.domain.readings import is_turned_round, is_unusual, number
from app.i18n import _
from app.services.content import Content
from app.services.names import told_name
from app.ui.journal.ask_row import AskRow
from app.ui.journal.summaries import readings_summary
from app.ui.theme.theme import Theme
from app.ui.widgets.editors import line_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Caption

READINGS: Final = ("systolic", "diastolic", "pulse", "oxygen")


class VitalsCard(Fold):
    """Everything in it is optional; what is odd is said, kept, and never in the way.

    ``told`` carries an answer or None, ``measured`` what stands in the fields while it is typed.
    """

    told = Signal(object)
    measured = Signal(Vitals)

    def __init__(self, theme: Theme, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(theme, QWidget(), parent)
        self._words = content.check_in
        self._question = content.documents["told_high_pressure"]
        self._shown_id = ""
        self._vitals = Vitals()
        self._was_told: Told | None = None
        self._build_inside()
        self._bind_inside()

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show what was said; what is typed and no number stays in its field."""
        is_other = check_in.id != self._shown_id
        self._shown_id, self._vitals = check_in.id, check_in.vitals
        self._was_told = check_in.told_high_pressure
        self._told.choose(check_in.told_high_pressure)
        for name, field in self._fields.items():
            value = getattr(check_in.vitals, name)
            if is_other or number(self._text(name)) != value:
                self._editors[name].setText("" if value is None else str(value))
                field.show_error("")
        if is_other:
            self.set_open(bool(readings_summary(self._was_told, self._vitals)))
            self._say_what_is_odd()
        self._summarize()

    def show_clinic(self, clinic: ClinicPhones) -> None:
        """Show whom to call, where that is known."""
        phone = clinic.day or clinic.out_of_hours
        self._clinic.setText(self._words["clinic_to_call"].format(number=phone))
        self._clinic.setVisible(bool(phone))

    def take_unclear(self) -> str:
        """Return what was typed and is no number, a line each, and clear those fields."""
        lines = []
        for name, label, text in list(self._unclear()):
            lines.append(_("{reading}: {text}").format(reading=label, text=text))
            self._editors[name].clear()
            self._fields[name].show_error("")
        return "\n".join(lines)

    def _build_inside(self) -> None:
        self._told = AskRow(self._theme, self._question)
        self._told.offer("told", {one.value: (one, told_name(one)) for one in Told})
        self._editors = {name: line_edit(f"reading:{name}") for name in READINGS}
        self._labels = {
            "systolic": _("Blood pressure, first number"),
            "diastolic": _("Blood pressure, second number"),
            "pulse": _("Pulse, beats a minute"),
            "oxygen": _("Oxygen, percent"),
        }
        self._fields = {
            name: Field(self._theme, editor, label=self._labels[name])
            for name, editor in self._editors.items()
        }
        for editor in self._editors.values():
            editor.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self._clinic = Caption(self._theme)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, self._theme.px(4), 0, 0)
        column.setSpacing(self._theme.px(12))
        column.addWidget(self._told)
        for pair in (READINGS[:2], READINGS[2:]):
            row = EvenLayout(spacing=self._theme.px(16))
            for name in pair:
                row.addWidget(self._fields[name])
            column.addLayout(row)
        column.addWidget(Caption(self._theme, text=self._words["numbers_not_judged"]))
        column.addWidget(self._clinic)
        self.button.setObjectName("check_in:readings")
        self.set_title(_("Blood pressure and pulse"))

    def _bind_inside(self) -> None:
        self._told.chosen.connect(self.told)
        self.toggled.connect(self._summarize)
        for editor in self._editors.values():
            editor.textEdited.connect(self._measure)
            editor.editingFinished.connect(self._check)

    @Slot()
    def _measure(self) -> None:
        """Tell what stands in the fields. While it is typed nothing is wrong with it."""
        for field in self._fields.values():
            field.set_caption("")
            field.show_error("")
        read = {name: number(self._text(name)) for name in READINGS}
        vitals = replace(self._vitals, **read)
        if vitals != self._vitals:
            self._vitals = vitals
            self.measured.emit(vitals)

    @Slot()
    def _check(self) -> None:
        """Say what is odd, and what is no number, once somebody is done with a field."""
        for name, field in self._fields.items():
            is_unclear = any(name == one for one, _label, _text in self._unclear())
            field.show_error(
                _("Only a whole number is kept here. What you wrote stays.") if is_unclear else ""
            )
        self._say_what_is_odd()

    def _say_what_is_odd(self) -> None:
        for name, field in self._fields.items():
            is_odd = is_unusual(name, getattr(self._vitals, name))
            field.set_caption(self._words["unusual_number"] if is_odd else "")
        if is_turned_round(self._vitals):
            self._fields["systolic"].set_caption(self._words["turned_round"])

    def _unclear(self) -> Iterator[tuple[str, str, str]]:
        """Yield the name, the label and the text of each field that holds no number."""
        for name in READINGS:
            text = self._text(name)
            if text and number(text) is None:
                yield name, self._labels[name], text

    def _text(self, name: str) -> str:
        return self._editors[name].text().strip()

    @Slot()
    def _summarize(self) -> None:
        said = readings_summary(self._was_told, self._vitals)
        hint = _("if somebody measured them")
        self.set_summary("" if self.is_open else " · ".join(said) or hint)
