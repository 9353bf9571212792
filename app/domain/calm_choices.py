"""How the patient likes their calm sessions: presets, own patterns, bells, sound, music."""

from enum import Enum
from typing import Annotated, ClassVar, Final, TypeVar

from msgspec import Meta
from msgspec.structs import replace

from app.domain.bells import Bells
from app.domain.breathing import without_holds
from app.domain.calm_phases import (
    PlannedPhase,
    RunningPhase,
    as_begun,
    of_one_piece,
    plan_problem,
)
from app.domain.patterns import QUIET, OwnPattern, most_cycles, pattern_of, seconds_of
from app.domain.records import Part, Record

LONGEST_FADE_IN: Final = 60.0
LONGEST_FADE_OUT: Final = 600.0
"""Seconds a sound may take to come, and to go."""

MOST_CYCLES: Final = 12_000
"""More breaths than fit into the longest session by the fastest pattern."""

Cycles = Annotated[int, Meta(ge=1, le=MOST_CYCLES)]

_R = TypeVar("_R", bound=Record)


class Ambience(Enum):
    """The sounds that ship with the program, by the names of their files; or none of them."""

    RAIN = "rain"
    OCEAN = "ocean"
    BROWN = "brown"
    PINK = "pink"
    BOWL = "bowl"
    SILENCE = "silence"


class SoundProblem(Enum):
    """Why sound cannot be had like this."""

    VOLUME = "volume"
    FADE_IN = "fade_in"
    FADE_OUT = "fade_out"


class PresetProblem(Enum):
    """Why a preset cannot be had like this."""

    NO_NAME = "no_name"
    NO_PATTERN = "no_pattern"
    CYCLES = "cycles"
    NO_PHASE = "no_phase"
    PHASE_LENGTH = "phase_length"
    TOO_LONG = "too_long"


class Sound(Part, frozen=True, kw_only=True):
    """What is heard in a session: an ``ambience``, ``tones`` for the breath, one's own ``music``.

    ``volume`` goes from 0 to 1. It comes within ``fade_in_seconds`` and goes within
    ``fade_out_seconds``: nothing is sudden. ``output`` is the system's own name of the device it
    is heard on; empty is the one the system uses.
    """

    ambience: Ambience = Ambience.RAIN
    tones: bool = True
    music: bool = True
    volume: Annotated[float, Meta(ge=0, le=1)] = 0.4
    fade_in_seconds: Annotated[float, Meta(ge=0, le=LONGEST_FADE_IN)] = 4.0
    fade_out_seconds: Annotated[float, Meta(ge=0, le=LONGEST_FADE_OUT)] = 30.0
    output: str = ""

    @property
    def problem(self) -> SoundProblem | None:
        """The first thing that is wrong with it, or nothing."""
        for value, most, problem in (
            (self.volume, 1.0, SoundProblem.VOLUME),
            (self.fade_in_seconds, LONGEST_FADE_IN, SoundProblem.FADE_IN),
            (self.fade_out_seconds, LONGEST_FADE_OUT, SoundProblem.FADE_OUT),
        ):
            if not 0 <= value <= most:
                return problem
        return None


class Track(Part, frozen=True, kw_only=True):
    """One piece of the patient's music: where it lies on this computer, and what it is called."""

    key: ClassVar[str | None] = "path"

    path: str
    title: str = ""


class Preset(Record, frozen=True, kw_only=True):
    """A session of the patient's own: so many breaths of a pattern, or phases in minutes.

    ``pattern`` is the id of one that ships or of one's own, or QUIET; its holds are on only
    with ``holds``. With ``cycles`` the phases do not count.
    """

    name: str
    phases: tuple[PlannedPhase, ...] = ()
    cycles: Cycles | None = None
    pattern: str = QUIET
    holds: bool = False
    bells: Bells = Bells()


class CalmChoices(Part, frozen=True, kw_only=True):
    """How the patient likes their calm sessions (``calm.yaml``); everything may be left out."""

    presets: tuple[Preset, ...] = ()
    patterns: tuple[OwnPattern, ...] = ()
    bells: Bells = Bells()
    sound: Sound = Sound()
    playlist: tuple[Track, ...] = ()
    hide_clock: bool = True

    def with_preset(self, preset: Preset, place: int | None = None) -> "CalmChoices":
        """Return the choices with *preset*, in the place of the one with its id.

        A new one stands at *place* of the list, or at its end.
        """
        return replace(self, presets=_with(self.presets, preset, place))

    def without_preset(self, preset_id: str) -> "CalmChoices":
        """Return the choices without the preset of that id."""
        left = tuple(one for one in self.presets if one.id != preset_id)
        return replace(self, presets=left)

    def with_pattern(self, pattern: OwnPattern, place: int | None = None) -> "CalmChoices":
        """Return the choices with *pattern*, in the place of the one with its id.

        A new one stands at *place* of the list, or at its end.
        """
        return replace(self, patterns=_with(self.patterns, pattern, place))

    def without_pattern(self, pattern_id: str) -> "CalmChoices":
        """Return the choices without the pattern of that id; presets that use it stay."""
        left = tuple(one for one in self.patterns if one.id != pattern_id)
        return replace(self, patterns=left)

    def preset_problem(self, preset: Preset) -> PresetProblem | None:
        """Return the first thing that is wrong with *preset*, or nothing."""
        if not preset.name.strip():
            return PresetProblem.NO_NAME
        pattern = pattern_of(preset.pattern, self.patterns)
        if pattern is None and (preset.pattern != QUIET or preset.cycles is not None):
            return PresetProblem.NO_PATTERN
        if preset.cycles is not None and pattern is not None:
            fits = 1 <= preset.cycles <= most_cycles(pattern)
            return None if fits else PresetProblem.CYCLES
        problem = plan_problem(preset.phases)
        return None if problem is None else PresetProblem(problem.value)

    def phases_of(self, preset: Preset) -> tuple[RunningPhase, ...]:
        """Return the phases that *preset* starts with.

        Raises ValueError with the name of the PresetProblem if there is one.
        """
        if problem := self.preset_problem(preset):
            raise ValueError(problem.value)
        pattern = pattern_of(preset.pattern, self.patterns)
        if preset.cycles is not None and pattern is not None:
            breathed = pattern if preset.holds else without_holds(pattern)
            return of_one_piece(seconds_of(breathed, preset.cycles))
        return as_begun(preset.phases)


def _with(records: tuple[_R, ...], record: _R, place: int | None) -> tuple[_R, ...]:
    if all(one.id != record.id for one in records):
        at = len(records) if place is None else place
        return (*records[:at], record, *records[at:])
    return tuple(record if one.id == record.id else one for one in records)
