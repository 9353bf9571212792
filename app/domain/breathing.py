"""Paced breathing as a pure function of the seconds gone by."""

from enum import Enum
from typing import Annotated, Final

from msgspec import Meta

from app.domain.records import Part


class Phase(Enum):
    """What the breath does."""

    IN = "in"
    HOLD = "hold"
    OUT = "out"
    REST = "rest"


class Step(Part, frozen=True, kw_only=True):
    """One phase of a pattern and how long it takes, in seconds."""

    phase: Phase
    seconds: Annotated[float, Meta(gt=0, le=60)]


class Pattern(Part, frozen=True, kw_only=True):
    """A breathing pattern: steps that repeat."""

    id: str
    steps: tuple[Step, ...]

    @property
    def seconds(self) -> float:
        """How long one breath takes."""
        return sum(step.seconds for step in self.steps)


class Breath(Part, frozen=True, kw_only=True):
    """Where in a breath we are: the phase, how much of it is over (0 to 1), how full the lungs."""

    phase: Phase
    fraction: float
    fullness: float


COHERENT: Final = Pattern(
    id="coherent",
    steps=(Step(phase=Phase.IN, seconds=5), Step(phase=Phase.OUT, seconds=5)),
)
"""In 5 s, out 5 s, no holds. Source: clinical content, "Calming practice"."""


def position(pattern: Pattern, elapsed_seconds: float) -> Breath:
    """Return where in *pattern* a breather is after *elapsed_seconds* (negative counts as 0)."""
    left = max(elapsed_seconds, 0.0) % pattern.seconds
    full = 0.0
    *before, last = pattern.steps
    for step in before:
        if left < step.seconds:
            return _breath(step, left, full)
        left -= step.seconds
        full = _target(step.phase, full)
    return _breath(last, left, full)


def _target(phase: Phase, full: float) -> float:
    """Return how full the lungs are at the end of *phase*."""
    return {Phase.IN: 1.0, Phase.OUT: 0.0}.get(phase, full)


def _breath(step: Step, seconds: float, full: float) -> Breath:
    """Return the breath *seconds* into *step*; rounding never carries it over the end."""
    fraction = min(seconds / step.seconds, 1.0)
    return Breath(
        phase=step.phase,
        fraction=fraction,
        fullness=full + (_target(step.phase, full) - full) * fraction,
    )
