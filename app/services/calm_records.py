"""Breathing patterns and sessions of the patient's own: kept, changed, removed, brought back."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import partial
from typing import ClassVar, Final, Generic, TypeVar

from msgspec.structs import replace

from app.domain.calm_choices import CalmChoices, Preset, PresetProblem
from app.domain.calm_phases import PlannedPhase
from app.domain.clock import Clock
from app.domain.ids import NewToken, record_id
from app.domain.patterns import OwnPattern, PatternProblem, own_pattern_problem
from app.domain.rebase import rebased
from app.i18n import _
from app.services.calm_choices import OwnCalm
from app.services.recovery import Recovery
from app.services.undo import Step
from app.storage.codec import encode
from app.storage.layouts import CALM

FILE: Final = f"{CALM.kind}.yaml"

FIRST_IN_SECONDS: Final = 4.0
FIRST_OUT_SECONDS: Final = 6.0
"""What a new pattern begins with. Source: breathing."""

R = TypeVar("R", bound=OwnPattern | Preset)


class OwnRecords(ABC, Generic[R]):
    """One list of the patient's own in ``calm.yaml``. Every change is a step with its way back."""

    parts: ClassVar[Mapping[Enum, tuple[str, ...]]]
    """What each problem is about, by the names of fields; a name can always be found."""

    def __init__(self, own: OwnCalm, clock: Clock, token: NewToken, recovery: Recovery) -> None:
        self._own = own
        self._clock = clock
        self._token = token
        self._recovery = recovery

    @abstractmethod
    def all(self) -> tuple[R, ...]:
        """Return every one of them, in order."""

    @abstractmethod
    def problem(self, record: R) -> Enum | None:
        """Return the first thing that is wrong with *record*, or nothing."""

    @abstractmethod
    def _free_name(self) -> str:
        """Return a name for a new one."""

    @abstractmethod
    def _with(self, record: R, place: int | None) -> CalmChoices:
        """Return the choices with *record*."""

    @abstractmethod
    def _without(self, record_id: str) -> CalmChoices:
        """Return the choices without the one of that id."""

    @abstractmethod
    def _alone(self, record: R) -> CalmChoices:
        """Return choices that hold *record* and nothing else."""

    def find(self, wanted: str) -> R | None:
        """Return the one with this id, or nothing."""
        return next((one for one in self.all() if one.id == wanted), None)

    def mended(self, record: R, over: R) -> R:
        """Return *record* with what is wrong in it as it is in *over*; its words stay.

        What is wrong in both stays too. One without a name gets one.
        """
        name = record.name.strip() or over.name.strip() or self._free_name()
        record = replace(record, name=name)
        for _round in self.parts:
            problem = self.problem(record)
            if problem is None:
                break
            before = {name: getattr(over, name) for name in self.parts[problem]}
            record = replace(record, **before)
        return record

    def with_others(self, record: R, over: R) -> R:
        """Return *record*, made from *over*, with what somebody else changed of it since then."""
        stored = self.find(record.id)
        return record if stored is None else rebased(over, record, stored).value

    def hold(self, record: R, over: R) -> None:
        """Let *record* outlive a crash while it is typed, as far as nothing is wrong in it."""
        self._recovery.hold(FILE, CALM, encode(self._alone(self.mended(record, over))))

    def release(self) -> None:
        """Hold nothing any more: it is in the file, or not wanted."""
        self._recovery.release(FILE)

    def keep(self, record: R, over: R) -> tuple[R, Step]:
        """Keep *record*, made from *over*, as far as nothing is wrong in it; return it as kept."""
        self.release()
        before, mended = self.find(record.id), self.mended(record, over)
        kept = replace(self.with_others(mended, over), changed=self._clock.now())
        self._put(self._with(kept, None))
        text = _("Changed: {name}") if before is not None else _("Kept: {name}")
        if mended != replace(record, name=mended.name):
            text = _("Kept as far as it can be used: {name}")
        return kept, Step(text.format(name=kept.name), partial(self._put_back, before, kept, None))

    def remove(self, record: R) -> Step | None:
        """Take *record* off the list; nothing to do if it is not there."""
        self.release()
        before = self.find(record.id)
        if before is None:
            return None
        place = self.all().index(before)
        self._put(self._without(record.id))
        text = _("Removed: {name}").format(name=before.name)
        return Step(text, partial(self._put_back, before, None, place))

    def _new_id(self) -> str:
        return record_id(self._token)

    def _put(self, choices: CalmChoices) -> None:
        self._own.keep(choices, over=self._own.choices)

    def _put_back(self, before: R | None, after: R | None, place: int | None) -> Step | None:
        """Have *before* again; there is a way back if it is not as *after* by now."""
        one = before or after
        if one is None:
            return None
        now = self.find(one.id)
        now_at = None if now is None else self.all().index(now)
        self._put(self._without(one.id) if before is None else self._with(before, place))
        if now == after:
            return None
        text = _("As it was before: {name}").format(name=one.name)
        return Step(text, partial(self._put_back, now, before, now_at))


class OwnPatterns(OwnRecords[OwnPattern]):
    """The patient's own breathing patterns. Sessions that use a removed one stay as they are."""

    parts: ClassVar[Mapping[Enum, tuple[str, ...]]] = {
        PatternProblem.IN_LENGTH: ("in_seconds",),
        PatternProblem.HOLD_LENGTH: ("hold_seconds",),
        PatternProblem.OUT_LENGTH: ("out_seconds",),
        PatternProblem.REST_LENGTH: ("rest_seconds",),
        PatternProblem.TOO_FAST: ("in_seconds", "out_seconds"),
    }

    def all(self) -> tuple[OwnPattern, ...]:
        """Return every one of them, in order."""
        return self._own.choices.patterns

    def problem(self, record: OwnPattern) -> PatternProblem | None:
        """Return the first thing that is wrong with *record*, or nothing."""
        return own_pattern_problem(record)

    def new(self) -> OwnPattern:
        """Return a pattern to begin with, without holds; nothing is kept yet."""
        now = self._clock.now()
        return OwnPattern(
            id=self._new_id(),
            created=now,
            changed=now,
            name=self._free_name(),
            in_seconds=FIRST_IN_SECONDS,
            out_seconds=FIRST_OUT_SECONDS,
        )

    def _free_name(self) -> str:
        return _free(_("My breathing"), _("My breathing {number}"), self.all())

    def _with(self, record: OwnPattern, place: int | None) -> CalmChoices:
        return self._own.choices.with_pattern(record, place)

    def _without(self, record_id: str) -> CalmChoices:
        return self._own.choices.without_pattern(record_id)

    def _alone(self, record: OwnPattern) -> CalmChoices:
        return CalmChoices(patterns=(record,))


class OwnPresets(OwnRecords[Preset]):
    """The patient's own sessions."""

    parts: ClassVar[Mapping[Enum, tuple[str, ...]]] = {
        PresetProblem.NO_PATTERN: ("pattern", "holds", "cycles"),
        PresetProblem.CYCLES: ("cycles", "phases"),
        PresetProblem.NO_PHASE: ("cycles", "phases"),
        PresetProblem.PHASE_LENGTH: ("cycles", "phases"),
        PresetProblem.TOO_LONG: ("cycles", "phases"),
    }

    def all(self) -> tuple[Preset, ...]:
        """Return every one of them, in order."""
        return self._own.choices.presets

    def problem(self, record: Preset) -> PresetProblem | None:
        """Return the first thing that is wrong with *record*, or nothing."""
        return self._own.choices.preset_problem(record)

    def new(self, phases: tuple[PlannedPhase, ...], pattern: str, *, holds: bool) -> Preset:
        """Return a session of *phases* that rings where the patient likes it; not kept yet."""
        now = self._clock.now()
        return Preset(
            id=self._new_id(),
            created=now,
            changed=now,
            name=self._free_name(),
            phases=phases,
            pattern=pattern,
            holds=holds,
            bells=self._own.choices.bells,
        )

    def copied(self, preset: Preset) -> Preset:
        """Return a new session that is like *preset* but for its name; not kept yet."""
        fresh = self.new(preset.phases, preset.pattern, holds=preset.holds)
        return replace(fresh, cycles=preset.cycles, bells=preset.bells)

    def _free_name(self) -> str:
        return _free(_("My session"), _("My session {number}"), self.all())

    def _with(self, record: Preset, place: int | None) -> CalmChoices:
        return self._own.choices.with_preset(record, place)

    def _without(self, record_id: str) -> CalmChoices:
        return self._own.choices.without_preset(record_id)

    def _alone(self, record: Preset) -> CalmChoices:
        return CalmChoices(presets=(record,))


def _free(name: str, numbered: str, taken: Iterable[OwnPattern | Preset]) -> str:
    """Return *name*, or the first *numbered* one that is not *taken*."""
    names = {one.name for one in taken}
    number = 1
    found = name
    while found in names:
        number += 1
        found = numbered.format(number=number)
    return found
