"""The breathing patterns to choose from: those that ship, and the patient's own."""

from collections.abc import Iterable
from enum import Enum
from math import inf
from typing import Annotated, Final

from msgspec import Meta

from app.domain.breathing import Pattern, Phase, Step
from app.domain.calm_phases import LONGEST_MINUTES
from app.domain.records import Record

QUIET: Final = "quiet"
"""Stands where a pattern is named for a session without paced breathing."""

IN_SECONDS: Final = (2.0, 15.0)
OUT_SECONDS: Final = (2.0, 20.0)
HOLD_SECONDS: Final = (0.0, 15.0)
"""The shortest and the longest that a step of one's own may be; for both holds."""

SHORTEST_BREATH: Final = 5.0
"""Seconds in and out together: twelve breaths a minute. Faster breathing is no calm practice."""


class PatternProblem(Enum):
    """Why a pattern of one's own cannot be had like this."""

    NO_NAME = "no_name"
    IN_LENGTH = "in_length"
    HOLD_LENGTH = "hold_length"
    OUT_LENGTH = "out_length"
    REST_LENGTH = "rest_length"
    TOO_FAST = "too_fast"


class OwnPattern(Record, frozen=True, kw_only=True):
    """A breathing pattern of the patient's own, in seconds; a hold of 0 is none."""

    name: str
    in_seconds: Annotated[float, Meta(ge=IN_SECONDS[0], le=IN_SECONDS[1])]
    out_seconds: Annotated[float, Meta(ge=OUT_SECONDS[0], le=OUT_SECONDS[1])]
    hold_seconds: Annotated[float, Meta(ge=HOLD_SECONDS[0], le=HOLD_SECONDS[1])] = 0.0
    rest_seconds: Annotated[float, Meta(ge=HOLD_SECONDS[0], le=HOLD_SECONDS[1])] = 0.0

    @property
    def pattern(self) -> Pattern:
        """The pattern to breathe by; its holds are on, since the patient wrote them."""
        lengths = (self.in_seconds, self.hold_seconds, self.out_seconds, self.rest_seconds)
        phases = (Phase.IN, Phase.HOLD, Phase.OUT, Phase.REST)
        return _pattern(self.id, *zip(phases, lengths, strict=True))


def _pattern(
    pattern_id: str,
    *steps: tuple[Phase, float],
    holds_at_first: bool = True,
    first_cycles: int | None = None,
) -> Pattern:
    return Pattern(
        id=pattern_id,
        steps=tuple(Step(phase=phase, seconds=seconds) for phase, seconds in steps if seconds),
        holds_at_first=holds_at_first,
        first_cycles=first_cycles,
    )


# Source of all of these: clinical content, "Calming practice".
COHERENT: Final = _pattern("coherent", (Phase.IN, 5), (Phase.OUT, 5))
COHERENT_LONG_OUT: Final = _pattern("coherent_long_out", (Phase.IN, 4), (Phase.OUT, 6))
CYCLIC_SIGHING: Final = _pattern("cyclic_sighing", (Phase.IN, 2), (Phase.TOP_UP, 1), (Phase.OUT, 6))
BOX: Final = _pattern(
    "box",
    (Phase.IN, 4),
    (Phase.HOLD, 4),
    (Phase.OUT, 4),
    (Phase.REST, 4),
    holds_at_first=False,
)
FOUR_SEVEN_EIGHT: Final = _pattern(
    "four_seven_eight", (Phase.IN, 4), (Phase.HOLD, 7), (Phase.OUT, 8), first_cycles=4
)

PATTERNS: Final = (COHERENT, COHERENT_LONG_OUT, CYCLIC_SIGHING, BOX, FOUR_SEVEN_EIGHT)
"""The patterns that ship, in the order of the screen; the first is the default."""


def pattern_of(pattern_id: str, own: Iterable[OwnPattern] = ()) -> Pattern | None:
    """Return the pattern of that id, among those that ship and the patient's *own*.

    Nothing for quiet, for one that is no longer there, and for one with a PatternProblem.
    """
    shipped = next((one for one in PATTERNS if one.id == pattern_id), None)
    mine = (one for one in own if one.id == pattern_id and own_pattern_problem(one) is None)
    return shipped or next((one.pattern for one in mine), None)


def own_pattern_problem(own: OwnPattern) -> PatternProblem | None:
    """Return the first thing that is wrong with *own*, in the order in which it is filled in."""
    if not own.name.strip():
        return PatternProblem.NO_NAME
    for seconds, (least, most), problem in (
        (own.in_seconds, IN_SECONDS, PatternProblem.IN_LENGTH),
        (own.hold_seconds, HOLD_SECONDS, PatternProblem.HOLD_LENGTH),
        (own.out_seconds, OUT_SECONDS, PatternProblem.OUT_LENGTH),
        (own.rest_seconds, HOLD_SECONDS, PatternProblem.REST_LENGTH),
    ):
        if not least <= seconds <= most:
            return problem
    too_fast = own.in_seconds + own.out_seconds < SHORTEST_BREATH
    return PatternProblem.TOO_FAST if too_fast else None


def most_cycles(pattern: Pattern) -> int:
    """Return how many breaths of *pattern* fit into the longest session."""
    return int(LONGEST_MINUTES * 60 // pattern.seconds)


def seconds_of(pattern: Pattern, cycles: int) -> float:
    """Return how long *cycles* breaths take: from 1 to the most that fit into a session."""
    return min(max(cycles, 1), most_cycles(pattern)) * pattern.seconds


def paced_seconds(pattern: Pattern) -> float:
    """Return for how long a session is led by *pattern*: without end, or for its first breaths."""
    if pattern.first_cycles is None:
        return inf
    return seconds_of(pattern, pattern.first_cycles)
