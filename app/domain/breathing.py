"""Paced breathing as a pure function of the seconds gone by."""

from enum import Enum
from typing import Annotated, Final

from msgspec import Meta

from app.domain.records import Part


class Phase(Enum):
    """What the breath does; TOP_UP is a second, smaller breath in on top of the first."""

    IN = "in"
    TOP_UP = "top_up"
    HOLD = "hold"
    OUT = "out"
    REST = "rest"


HOLDS: Final = (Phase.HOLD, Phase.REST)
"""Phases in which nothing moves, with full lungs or with empty ones; quicker than as a set."""


class Step(Part, frozen=True, kw_only=True):
    """One phase of a pattern and how long it takes, in seconds."""

    phase: Phase
    seconds: Annotated[float, Meta(gt=0, le=60)]


class Pattern(Part, frozen=True, kw_only=True):
    """A breathing pattern: steps that repeat, one of them not a hold at least.

    ``holds_at_first`` says whether its holds are on before the patient has said anything;
    ``first_cycles`` is how many breaths there are at most to begin with, if that is limited.
    """

    id: str
    steps: tuple[Step, ...]
    holds_at_first: bool = True
    first_cycles: int | None = None

    @property
    def seconds(self) -> float:
        """How long one breath takes."""
        return sum(step.seconds for step in self.steps)

    @property
    def has_holds(self) -> bool:
        """Whether the breath is held anywhere in it."""
        return any(step.phase in HOLDS for step in self.steps)


class Breath(Part, frozen=True, kw_only=True):
    """Where in a breath we are: the phase, how much of it is over (0 to 1), how full the lungs."""

    phase: Phase
    fraction: float
    fullness: float


class Cue(Part, frozen=True, kw_only=True):
    """A tone: ``at`` so many seconds of the session, and how many ``seconds`` its step lasts.

    A breath in rises, a breath out falls, and in a hold there is silence.
    """

    at: float
    phase: Phase
    seconds: float


def without_holds(pattern: Pattern) -> Pattern:
    """Return *pattern* without its holds, full and empty; the breaths in and out stay."""
    moving = tuple(step for step in pattern.steps if step.phase not in HOLDS)
    return Pattern(id=pattern.id, steps=moving, first_cycles=pattern.first_cycles)


def position(pattern: Pattern, elapsed_seconds: float) -> Breath:
    """Return where in *pattern* a breather is after *elapsed_seconds* (negative counts as 0)."""
    left = max(elapsed_seconds, 0.0) % pattern.seconds
    full = 0.0
    *before, (last, fullest) = _targets(pattern)
    for step, target in before:
        if left < step.seconds:
            return _breath(step, left, full, target)
        left -= step.seconds
        full = target
    return _breath(last, left, full, fullest)


def cues_between(pattern: Pattern, since: float, until: float) -> tuple[Cue, ...]:
    """Return the tones that begin from *since* on and before *until*, in seconds of the session.

    A session that is paused stands still, so nothing begins between two looks at it.
    """
    found: list[Cue] = []
    cycle = int(max(since, 0.0) // pattern.seconds)
    while cycle * pattern.seconds < until:
        found += _cues_of(pattern, cycle)
        cycle += 1
    return tuple(cue for cue in found if since <= cue.at < until)


def _cues_of(pattern: Pattern, cycle: int) -> list[Cue]:
    """Return the tones of one breath, counted from 0."""
    at = cycle * pattern.seconds
    found: list[Cue] = []
    for step in pattern.steps:
        if step.phase not in HOLDS:
            found.append(Cue(at=at, phase=step.phase, seconds=step.seconds))
        at += step.seconds
    return found


def _targets(pattern: Pattern) -> list[tuple[Step, float]]:
    """Return each step with how full the lungs are at its end.

    Before a top-up they fill as far as both breaths in take time.
    """
    full = 0.0
    found: list[tuple[Step, float]] = []
    for number, step in enumerate(pattern.steps):
        after = pattern.steps[number + 1 : number + 2]
        if step.phase is Phase.IN and [one.phase for one in after] == [Phase.TOP_UP]:
            full = step.seconds / (step.seconds + after[0].seconds)
        elif step.phase not in HOLDS:
            full = 0.0 if step.phase is Phase.OUT else 1.0
        found.append((step, full))
    return found


def _breath(step: Step, seconds: float, full: float, target: float) -> Breath:
    """Return the breath *seconds* into *step*; rounding never carries it over the end."""
    fraction = min(seconds / step.seconds, 1.0)
    return Breath(phase=step.phase, fraction=fraction, fullness=full + (target - full) * fraction)
