"""A breathing pattern of the patient's own: its name, and how long each part of a breath takes."""

from collections.abc import Iterable
from enum import Enum
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QWidget

from app.domain.patterns import OwnPattern, PatternProblem
from app.domain.practices import BreathingWords
from app.i18n import _
from app.ui.calm.own_words import breath_sum, pattern_problem_words
from app.ui.calm.record_model import RecordModel
from app.ui.calm.record_page import RecordPage
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.check import Switch
from app.ui.widgets.editors import SecondsEdit, seconds_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field
from app.ui.widgets.labels import Caption, Prose
from app.ui.widgets.rows import Row

MOST_SECONDS: Final = 999
"""What can be typed; less can be kept, and the page says so."""

FIRST_HOLD_SECONDS: Final = 2.0
"""What the hold begins with, once it is turned on."""


class PatternPage(RecordPage[OwnPattern]):
    """In, out, and holds that are off until they are turned on."""

    def __init__(
        self,
        theme: Theme,
        model: RecordModel[OwnPattern],
        words: BreathingWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, model, "pattern", parent)
        self._words = words
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Begin a new pattern, or change the one whose id *argument* is."""
        self._hold.setChecked(False)
        super().arrive(argument)

    def error_fields(self) -> Iterable[Field]:
        """Return every field that something can be wrong in."""
        return (self.name_field, *self._fields.values())

    def field_of(self, problem: Enum) -> Field:
        """Return the field that *problem* is about."""
        about = {
            PatternProblem.IN_LENGTH: self._in,
            PatternProblem.OUT_LENGTH: self._out,
            PatternProblem.TOO_FAST: self._out,
            PatternProblem.HOLD_LENGTH: self._hold_for,
            PatternProblem.REST_LENGTH: self._rest_for,
        }
        if problem is PatternProblem.NO_NAME:
            return self.name_field
        return self._fields[about[PatternProblem(problem)]]

    def sentence_of(self, problem: Enum) -> str:
        """Return what is wrong, in words."""
        return pattern_problem_words(PatternProblem(problem))

    def show_record(self, record: OwnPattern) -> None:
        """Show *record* in every field but the name."""
        for editor, seconds in (
            (self._in, record.in_seconds),
            (self._out, record.out_seconds),
            (self._hold_for, record.hold_seconds),
            (self._rest_for, record.rest_seconds),
        ):
            if editor.value() != round(seconds, 2):
                editor.setValue(seconds)
        if record.hold_seconds or record.rest_seconds:
            self._hold.setChecked(True)
        self._set_words()

    def written(self, record: OwnPattern) -> OwnPattern:
        """Return *record* as it stands in the fields; the name is there already."""
        holds = self._hold.isChecked()
        return replace(
            record,
            in_seconds=_typed(self._in, record.in_seconds),
            out_seconds=_typed(self._out, record.out_seconds),
            hold_seconds=_typed(self._hold_for, record.hold_seconds) if holds else 0.0,
            rest_seconds=_typed(self._rest_for, record.rest_seconds) if holds else 0.0,
        )

    def show_sum(self) -> None:
        """Say what it makes, unless a number is wrong."""
        self._hold_fields.setVisible(self._hold.isChecked())
        is_breath = self.model.problem in (None, PatternProblem.NO_NAME)
        self._sum.setText(breath_sum(self.model.record) if is_breath else "")
        self._sum.setVisible(is_breath)
        self._rule.setVisible(is_breath)

    def _build(self) -> None:
        theme = self.theme
        self._in, self._out, self._hold_for, self._rest_for = (
            seconds_edit(f"pattern:{name}", MOST_SECONDS) for name in ("in", "out", "hold", "rest")
        )
        for editor in (self._hold_for, self._rest_for):
            editor.setSpecialValueText(_("None"))
        editors = (self._in, self._out, self._hold_for, self._rest_for)
        self._fields = {editor: Field(theme, editor) for editor in editors}
        self._hold = Switch(theme)
        self._hold.setObjectName("pattern:holds")
        self._hold_row = Row(theme, trailing=self._hold)
        self._hold_fields = QWidget()
        breath = QWidget()
        for whole, pair in ((breath, editors[:2]), (self._hold_fields, editors[2:])):
            row = EvenLayout(whole, spacing=theme.px(16))
            for editor in pair:
                row.addWidget(self._fields[editor])
        self._sum, self._caution = Prose(theme), Caption(theme)
        card = Card(theme)
        card.add(self.name_field)
        card.add(breath)
        card.add_rule()
        card.add(self._hold_row)
        card.add(self._hold_fields)
        self._rule = card.add_rule()
        card.add(self._sum)
        self.add(card)
        self.add(self._caution)

    def _bind(self) -> None:
        for editor in self._fields:
            editor.valueChanged.connect(self.write)
            editor.editingFinished.connect(self.show_problem)
        self._hold.clicked.connect(self._turn_hold)

    def _translate(self) -> None:
        for editor, label in (
            (self._in, _("Seconds to breathe in")),
            (self._out, _("Seconds to breathe out")),
            (self._hold_for, _("Seconds to hold after breathing in")),
            (self._rest_for, _("Seconds to rest after breathing out")),
        ):
            self._fields[editor].set_label(label)
        self._hold_row.set_texts(_("Hold the breath"), self._words.sentence("holds"))
        self._caution.setText(self._words.sentence("caution"))
        self._show()

    def _set_words(self) -> None:
        is_new = self.model.is_new
        title = _("A pattern of my own") if is_new else _("Change this pattern")
        self.set_texts(
            (title, _("How long each part of a breath takes. Half seconds are fine.")),
            _("Do not keep it") if is_new else _("Remove this pattern"),
            _("Keep this pattern") if is_new else _("Done"),
        )

    @Slot()
    def _turn_hold(self) -> None:
        """Turn the holds on or off; what was in their fields is there again later."""
        if self._hold.isChecked() and not (self._hold_for.value() or self._rest_for.value()):
            with QSignalBlocker(self._hold_for):
                self._hold_for.setValue(FIRST_HOLD_SECONDS)
        self.write()


def _typed(editor: SecondsEdit, shown: float) -> float:
    """Return what stands in *editor*, or what is *shown* there to two decimals."""
    return shown if round(shown, 2) == editor.value() else editor.value()
