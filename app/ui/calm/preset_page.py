"""A session of the patient's own: its name, how long it is, how to breathe, where it rings."""

from collections.abc import Iterable
from enum import Enum

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from app.domain.calm_choices import Preset, PresetProblem
from app.domain.practices import BreathingWords
from app.i18n import _
from app.ui.calm.own_words import preset_problem_words
from app.ui.calm.preset_cards import BellsCard, BreathingCard, LengthCard, Measure
from app.ui.calm.preset_model import PresetModel
from app.ui.calm.record_page import RecordPage
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.fields import Field


class PresetPage(RecordPage[Preset]):
    """A new one is filled in with what was chosen before: keeping that takes one press."""

    def __init__(
        self,
        theme: Theme,
        model: PresetModel,
        words: BreathingWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, model, "preset", parent)
        self._presets = model
        self._length = LengthCard(theme, model.parts)
        self._breathing = BreathingCard(theme, words)
        bells = BellsCard(theme)
        self._bells = bells.rows
        name = Card(theme)
        name.add(self.name_field)
        for card in (name, self._length, self._breathing, bells):
            self.add(card)
        for changing in (self._length, self._breathing, self._bells):
            changing.changed.connect(self.write)
        self._show()

    def error_fields(self) -> Iterable[Field]:
        """Return every field that something can be wrong in."""
        return (self.name_field, *self._length.fields.values(), self._breathing.field)

    def field_of(self, problem: Enum) -> Field:
        """Return the field that *problem* is about."""
        if problem is PresetProblem.NO_NAME:
            return self.name_field
        return self._breathing.field if problem is PresetProblem.NO_PATTERN else self._length.field

    def sentence_of(self, problem: Enum) -> str:
        """Return what is wrong, in words."""
        choices = self._presets.choices
        return preset_problem_words(PresetProblem(problem), self.model.record, choices)

    def show_record(self, record: Preset) -> None:
        """Show *record* in every field but the name."""
        self._length.show_preset(record)
        self._breathing.show_preset(record, self._presets.choices)
        self._bells.show_bells(record.bells)
        is_new = self.model.is_new
        title = _("A session of my own") if is_new else _("Change this session")
        self.set_texts(
            (title, _("It stands among the lengths to choose from.")),
            _("Do not keep it") if is_new else _("Remove this session"),
            _("Keep this session") if is_new else _("Done"),
        )

    def written(self, record: Preset) -> Preset:
        """Return *record* as it stands in the fields; the name is there already."""
        record = self._breathing.written(self._length.written(record))
        return replace(record, bells=self._bells.written())

    def show_sum(self) -> None:
        """Say what the length comes to and what the pattern is; say at once if it is gone."""
        record = self.model.record
        self._length.show_note(record, self._presets.choices)
        self._breathing.show_about(record)
        self._bells.set_parts(has_parts=self._length.measure is Measure.PARTS)
        if self.model.problem is PresetProblem.NO_PATTERN:
            self.show_problem()
