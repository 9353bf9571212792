"""What a session of the patient's own consists of: how long, how to breathe, where it rings."""

from enum import Enum
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QSpinBox, QWidget

from app.domain.calm_choices import MOST_CYCLES, CalmChoices, Preset
from app.domain.calm_phases import LONGEST_MINUTES, PhaseKind, PlannedPhase, single
from app.domain.patterns import pattern_of
from app.domain.practices import BreathingWords
from app.i18n import _
from app.ui.calm.bell_rows import BellRows
from app.ui.calm.own_words import about_pattern, is_of_parts, length_note
from app.ui.calm.parts import KINDS, Parts
from app.ui.calm.pattern_chips import PatternChips
from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.check import ChoiceChip, Switch
from app.ui.widgets.choice import ChoiceGroup
from app.ui.widgets.editors import number_edit
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.fields import Field
from app.ui.widgets.labels import Caption, Heading, Prose
from app.ui.widgets.rows import Row

FIRST_MINUTES: Final = 10
FIRST_BREATHS: Final = 20
"""What stands in a field that was not filled in yet."""


class Measure(Enum):
    """What a session is measured in."""

    MINUTES = "minutes"
    BREATHS = "breaths"
    PARTS = "parts"


class LengthCard(Card):
    """So many minutes, so many breaths, or the parts of an infusion day."""

    changed = Signal()

    def __init__(self, theme: Theme, usual: Parts, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._usual = usual
        self._measure = ChoiceGroup(theme, must_choose=True)
        chips = {one: self._measure.add(ChoiceChip(theme), one) for one in Measure}
        for one, chip in chips.items():
            chip.setObjectName(f"preset:measure:{one.value}")
        self._minutes = number_edit("preset:minutes", 1, LONGEST_MINUTES)
        self._breaths = number_edit("preset:breaths", 1, MOST_CYCLES)
        self._parts = {
            kind: number_edit(f"preset:{kind.value}", 0, LONGEST_MINUTES) for kind in KINDS
        }
        parts = QWidget()
        row = EvenLayout(parts, spacing=theme.px(16))
        part_fields = {kind: Field(theme, editor) for kind, editor in self._parts.items()}
        for field in part_fields.values():
            row.addWidget(field)
        self.fields = {
            Measure.MINUTES: Field(theme, self._minutes, label=_("Minutes")),
            Measure.BREATHS: Field(theme, self._breaths, label=_("Breaths")),
            Measure.PARTS: Field(theme, parts),
        }
        self._note = Caption(theme)
        title = Heading(theme, 2, text=_("How long"))
        for widget in (title, self._measure, *self.fields.values(), self._note):
            self.add(widget)
        self._measure.setAccessibleName(_("How long"))
        chips[Measure.MINUTES].setText(_("Minutes"))
        chips[Measure.BREATHS].setText(_("Breaths"))
        chips[Measure.PARTS].setText(_("Infusion day"))
        for kind, label in (
            (PhaseKind.SETTLE, _("Minutes to settle")),
            (PhaseKind.INFUSION, _("Minutes for the infusion")),
            (PhaseKind.RECOVERY, _("Minutes to rest")),
        ):
            part_fields[kind].set_label(label)
        self._measure.chosen.connect(self.changed)
        for editor in (self._minutes, self._breaths, *self._parts.values()):
            editor.valueChanged.connect(self.changed)

    @property
    def field(self) -> Field:
        """The field that is shown."""
        return self.fields[self.measure]

    @property
    def measure(self) -> Measure:
        """What is chosen."""
        return Measure(self._measure.chosen_value)

    def show_preset(self, preset: Preset) -> None:
        """Show how long *preset* is; the other fields hold what is usual."""
        of_parts, minutes = is_of_parts(preset), sum(one.minutes for one in preset.phases)
        measure = Measure.PARTS if of_parts else Measure.MINUTES
        self._measure.choose(Measure.BREATHS if preset.cycles is not None else measure)
        _show(self._minutes, FIRST_MINUTES if of_parts or not minutes else minutes)
        _show(self._breaths, preset.cycles or FIRST_BREATHS)
        for kind, editor in self._parts.items():
            own = sum(one.minutes for one in preset.phases if one.kind is kind)
            _show(editor, own if of_parts else self._usual.minutes[kind])

    def written(self, preset: Preset) -> Preset:
        """Return *preset* as long as it says here."""
        if self.measure is Measure.BREATHS:
            return replace(preset, cycles=self._breaths.value(), phases=())
        if self.measure is Measure.MINUTES:
            minutes = self._minutes.value()
            is_same = preset.cycles is None and not is_of_parts(preset)
            if is_same and sum(one.minutes for one in preset.phases) == minutes:
                return preset
            return replace(preset, cycles=None, phases=single(minutes))
        parts = {kind: editor.value() for kind, editor in self._parts.items()}
        phases = (PlannedPhase(kind=kind, minutes=count) for kind, count in parts.items() if count)
        return replace(preset, cycles=None, phases=tuple(phases))

    def show_note(self, preset: Preset, choices: CalmChoices) -> None:
        """Show the field there is now, and what the number in it comes to."""
        for measure, field in self.fields.items():
            field.setVisible(measure is self.measure)
        note = length_note(preset, choices)
        self._note.setText(note)
        self._note.setVisible(bool(note))


class BreathingCard(Card):
    """One of the patterns, or none; the switch for the holds where the pattern has some."""

    changed = Signal()

    def __init__(self, theme: Theme, words: BreathingWords, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._words = words
        self._patterns = PatternChips(theme, "preset:pattern", words)
        self.field = Field(theme, self._patterns)
        self._about = Prose(theme)
        self._switch = Switch(theme)
        self._switch.setObjectName("preset:holds")
        self._holds = Row(theme, trailing=self._switch)
        before = Caption(theme, text=words.sentence("before_only"))
        title = Heading(theme, 2, text=_("Breathing"))
        for widget in (title, self.field, self._about, self._holds, before):
            self.add(widget)
        self._holds.set_texts(_("Hold the breath"), words.sentence("holds"))
        self._patterns.chosen.connect(self._choose)
        self._switch.clicked.connect(self.changed)
        self._choices = CalmChoices()

    def show_preset(self, preset: Preset, choices: CalmChoices) -> None:
        """Show how *preset* is breathed; one whose pattern is gone has none chosen."""
        self._choices = choices
        self._patterns.show_patterns(choices.patterns)
        self._patterns.choose(preset.pattern)
        self._switch.setChecked(preset.holds)

    def written(self, preset: Preset) -> Preset:
        """Return *preset*, breathed as it says here."""
        chosen = self._patterns.chosen_value
        pattern_id = preset.pattern if chosen is None else str(chosen)
        pattern = pattern_of(pattern_id, self._choices.patterns)
        holds = preset.holds and pattern_id == preset.pattern
        if pattern is not None and pattern.has_holds:
            holds = self._switch.isChecked()
        return replace(preset, pattern=pattern_id, holds=holds)

    def show_about(self, preset: Preset) -> None:
        """Say what the pattern is, and whether it has holds."""
        own = self._choices.patterns
        pattern = pattern_of(preset.pattern, own)
        about = about_pattern(preset.pattern, self._words, own)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._holds.setVisible(pattern is not None and pattern.has_holds)

    @Slot(object)
    def _choose(self, pattern_id: object) -> None:
        """Begin with the holds as the pattern has them."""
        pattern = pattern_of(str(pattern_id), self._choices.patterns)
        holds = pattern is not None and pattern.has_holds and pattern.holds_at_first
        self._switch.setChecked(holds)
        self.changed.emit()


class BellsCard(Card):
    """Where it rings, whatever is chosen for other sessions."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.rows = BellRows(theme, "preset")
        note = Caption(theme, text=_("In this session they ring instead of those under Sound."))
        for widget in (Heading(theme, 2, text=_("Bells")), note, self.rows):
            self.add(widget)


def _show(editor: QSpinBox, number: int) -> None:
    with QSignalBlocker(editor):
        editor.setValue(number)
