"""What a calm session is to be, before it starts: how long, and how to breathe."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, Signal

from app.domain.breathing import Pattern
from app.domain.calm_choices import CalmChoices, Preset, PresetProblem
from app.domain.calm_phases import LONGEST_MINUTES, PlannedPhase, single
from app.domain.patterns import (
    COHERENT,
    QUIET,
    OwnPattern,
    PatternProblem,
    own_pattern_problem,
    pattern_of,
)
from app.services.calm_choices import OwnCalm
from app.services.calm_records import OwnPresets
from app.services.changes import Changes, Kind
from app.ui.calm.model import CalmModel
from app.ui.calm.parts import Parts


class Length(Enum):
    """The lengths to choose from."""

    FIVE = 5
    TEN = 10
    TWENTY = 20
    INFUSION_DAY = -1
    OWN = 0


FIRST_OWN_MINUTES: Final = 15


class StartModel(QObject):
    """Holds what was chosen. Holds of a pattern are off until the patient turns them on.

    A session on the day of an infusion is quiet, because paced breathing is for before it.
    """

    changed = Signal()

    def __init__(
        self,
        calm: CalmModel,
        parts: Parts,
        *,
        own: OwnCalm,
        changes: Changes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calm = calm
        self._own = own
        self.parts = parts
        self.length = Length.FIVE
        self._preset_id = ""
        self.own_minutes = FIRST_OWN_MINUTES
        self.pattern_id = COHERENT.id
        self._holds: dict[str, bool] = {}
        parts.changed.connect(self.changed)
        changes.listen(self, self._hear)

    @property
    def runs(self) -> bool:
        """Whether a session is under way."""
        return self._calm.running is not None

    @property
    def presets(self) -> tuple[Preset, ...]:
        """The patient's own sessions."""
        return self._own.choices.presets

    @property
    def preset(self) -> Preset | None:
        """The session of the patient's own that was chosen; nothing where a length was."""
        return next((one for one in self.presets if one.id == self._preset_id), None)

    @property
    def choices(self) -> CalmChoices:
        """Everything of the patient's own."""
        return self._own.choices

    @property
    def preset_problem(self) -> PresetProblem | None:
        """Why the session that was chosen cannot be had, or nothing."""
        return None if self.preset is None else self.choices.preset_problem(self.preset)

    @property
    def own_patterns(self) -> tuple[OwnPattern, ...]:
        """The patient's own patterns."""
        return self._own.choices.patterns

    @property
    def own_pattern(self) -> OwnPattern | None:
        """The pattern that was chosen, if it is one of the patient's own."""
        return next((one for one in self.own_patterns if one.id == self.pattern_id), None)

    @property
    def pattern(self) -> Pattern | None:
        """The pattern that was chosen; nothing for quiet, nor for one that cannot be breathed."""
        return pattern_of(self.pattern_id, self.own_patterns)

    @property
    def pattern_problem(self) -> PatternProblem | None:
        """Why the pattern that was chosen cannot be breathed, or nothing."""
        own = self.own_pattern
        return None if own is None else own_pattern_problem(own)

    @property
    def holds(self) -> bool:
        """Whether the breath is held in the pattern that was chosen."""
        pattern = self.pattern
        if pattern is None or not pattern.has_holds:
            return False
        return self._holds.get(pattern.id, pattern.holds_at_first)

    @property
    def is_quiet(self) -> bool:
        """Whether the session is without paced breathing, whatever pattern was chosen."""
        if self.preset is not None:
            return pattern_of(self.preset.pattern, self.own_patterns) is None
        return self.length is Length.INFUSION_DAY or self.pattern is None

    @property
    def shows_time(self) -> bool:
        """Whether the time is shown while it runs."""
        return self._calm.shows_time

    @property
    def minutes(self) -> int:
        """How long it takes in all, for one that is no session of the patient's own."""
        return sum(part.minutes for part in self.plan)

    @property
    def plan(self) -> tuple[PlannedPhase, ...]:
        """The parts of the session."""
        if self.length is Length.INFUSION_DAY:
            return self.parts.plan
        own = min(max(self.own_minutes, 1), LONGEST_MINUTES)
        return single(own if self.length is Length.OWN else self.length.value)

    @property
    def can_start(self) -> bool:
        """Whether a session can be had like this."""
        if self.preset is not None:
            return self.preset_problem is None
        if self.length is Length.INFUSION_DAY:
            return self.parts.can_start
        return self.pattern_problem is None

    def choose_length(self, length: Length) -> None:
        """Take *length*."""
        self.length, self._preset_id = length, ""
        self.changed.emit()

    def choose_preset(self, preset_id: str) -> None:
        """Take the session of the patient's own with that id."""
        self._preset_id = preset_id
        self.changed.emit()

    def as_preset(self, presets: OwnPresets) -> Preset:
        """Return what is chosen now as a new session of the patient's own; not kept yet."""
        if self.preset is not None:
            return presets.copied(self.preset)
        if self.is_quiet and self.pattern_problem is None:
            return presets.new(self.plan, QUIET, holds=False)
        return presets.new(self.plan, self.pattern_id, holds=self.holds)

    def choose_own_minutes(self, minutes: int) -> None:
        """Take a length of one's own."""
        self.own_minutes = minutes
        self.changed.emit()

    def choose_pattern(self, pattern_id: str) -> None:
        """Breathe by the pattern of that id, or not by any with QUIET."""
        self.pattern_id = pattern_id
        self.changed.emit()

    def choose_holds(self, wanted: bool) -> None:
        """Hold the breath in the pattern that was chosen, or leave the holds out."""
        self._holds[self.pattern_id] = wanted
        self.changed.emit()

    def choose_shows_time(self, wanted: bool) -> None:
        """Keep whether the time is shown while a session runs."""
        self._calm.choose_shows_time(wanted)

    def start(self) -> None:
        """Begin."""
        if self.preset is not None:
            self._calm.start_preset(self.preset)
            return
        pattern = QUIET if self.is_quiet else self.pattern_id
        self._calm.start(self.plan, pattern=pattern, holds=self.holds)

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.CALM_CHOICES:
            self.changed.emit()
