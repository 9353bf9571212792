"""The phases of a calm session: as planned, as they run, and as they are kept."""

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import accumulate
from math import ceil
from typing import Annotated, Final

from msgspec import Meta

from app.domain.records import Part

LONGEST_MINUTES: Final = 600
"""How long a phase may be, and a whole session."""

MOST_PHASES: Final = 600
"""More phases than the longest session has minutes."""

REACHED: Final = 0.001
"""Seconds: a moment that is no further away is there. Sums of seconds are not exact."""

Seconds = Annotated[float, Meta(ge=0)]
"""A length of time in seconds."""

PhaseMinutes = Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)]


class PhaseKind(Enum):
    """What a phase is for; SINGLE is a session by itself, of breathing or of quiet."""

    SETTLE = "settle"
    INFUSION = "infusion"
    RECOVERY = "recovery"
    SINGLE = "single"


class PlannedPhase(Part, frozen=True, kw_only=True):
    """A phase of a session that has not begun."""

    kind: PhaseKind
    minutes: PhaseMinutes


class PlanProblem(Enum):
    """Why a session cannot be had like this."""

    NO_PHASE = "no_phase"
    PHASE_LENGTH = "phase_length"
    TOO_LONG = "too_long"


class RunningPhase(Part, frozen=True, kw_only=True):
    """A phase of a session under way; ``seconds`` is its length with what was added or taken."""

    kind: PhaseKind
    planned_minutes: PhaseMinutes
    seconds: Seconds
    skipped: bool = False


class PhaseRun(Part, frozen=True, kw_only=True):
    """What really became of a phase; ``seconds`` have run, pauses left out, 0 if it never began."""

    kind: PhaseKind
    planned_minutes: PhaseMinutes
    seconds: Annotated[int, Meta(ge=0)]
    skipped: bool = False


class Standing(Part, frozen=True, kw_only=True):
    """Where in its phases a session is: ``number`` counts from 0, the others are seconds."""

    number: int
    phase: RunningPhase
    run: float
    left: float
    session_left: float


def single(minutes: int) -> tuple[PlannedPhase, ...]:
    """Return the plan of a session of one piece."""
    return (PlannedPhase(kind=PhaseKind.SINGLE, minutes=minutes),)


def plan_problem(plan: Sequence[PlannedPhase]) -> PlanProblem | None:
    """Return why a session cannot be had as in *plan*, or nothing."""
    if not plan:
        return PlanProblem.NO_PHASE
    if not all(1 <= phase.minutes <= LONGEST_MINUTES for phase in plan):
        return PlanProblem.PHASE_LENGTH
    too_long = sum(phase.minutes for phase in plan) > LONGEST_MINUTES
    return PlanProblem.TOO_LONG if too_long else None


def as_begun(plan: Sequence[PlannedPhase]) -> tuple[RunningPhase, ...]:
    """Return the phases of *plan*, none of which has changed yet.

    Raises ValueError with the name of the PlanProblem if there is one.
    """
    if problem := plan_problem(plan):
        raise ValueError(problem.value)
    return tuple(
        RunningPhase(kind=one.kind, planned_minutes=one.minutes, seconds=one.minutes * 60.0)
        for one in plan
    )


def of_one_piece(seconds: float) -> tuple[RunningPhase, ...]:
    """Return the one phase of a session of *seconds*; planned as the minutes it begins."""
    minutes = min(max(ceil((seconds - REACHED) / 60), 1), LONGEST_MINUTES)
    return (RunningPhase(kind=PhaseKind.SINGLE, planned_minutes=minutes, seconds=seconds),)


def ends_of(phases: Iterable[RunningPhase]) -> tuple[float, ...]:
    """Return after how many seconds of the session each phase ends."""
    return tuple(accumulate(phase.seconds for phase in phases))


def standing(phases: Sequence[RunningPhase], run: float, session_left: float) -> Standing:
    """Return where in *phases* a session is that has run for *run* seconds; at last in the last."""
    ends = ends_of(phases)
    number = next((at for at, end in enumerate(ends) if end - run > REACHED), len(ends) - 1)
    left = max(ends[number] - run, 0.0)
    phase = phases[number]
    return Standing(
        number=number,
        phase=phase,
        run=max(phase.seconds - left, 0.0),
        left=left,
        session_left=session_left,
    )


def runs(phases: Sequence[RunningPhase], run: float) -> tuple[PhaseRun, ...]:
    """Return what became of each of *phases* in a session that has run for *run* seconds.

    Nothing for a session of one piece: all there is to say is said of the session.
    """
    if [phase.kind for phase in phases] == [PhaseKind.SINGLE]:
        return ()
    return tuple(
        PhaseRun(
            kind=phase.kind,
            planned_minutes=phase.planned_minutes,
            seconds=round(min(max(run - (end - phase.seconds), 0.0), phase.seconds)),
            skipped=phase.skipped,
        )
        for phase, end in zip(phases, ends_of(phases), strict=True)
    )
