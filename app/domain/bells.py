"""When a calm session rings: chosen points, as a pure function of its phases."""

from collections.abc import Sequence
from typing import Annotated

from msgspec import Meta

from app.domain.calm_phases import LONGEST_MINUTES, REACHED
from app.domain.records import Part

EveryMinutes = Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)]


class Bells(Part, frozen=True, kw_only=True):
    """At which points a session rings; without any of them it is silent.

    ``halfway`` means half of the whole session; ``every_minutes`` counts from its start, and its
    end is no such point.
    """

    phase_ends: bool = False
    halfway: bool = False
    every_minutes: EveryMinutes | None = None


def bells_between(
    bells: Bells, ends: Sequence[float], after: float, until: float
) -> tuple[float, ...]:
    """Return after how many seconds of the session it rings, in order.

    *ends* says when each phase ends. What is told lies after *after*, and not after *until*.
    Two points that fall together ring once.
    """
    length = ends[-1]
    points = set(ends) if bells.phase_ends else set()
    if bells.halfway:
        points.add(length / 2)
    if bells.every_minutes is not None:
        step = bells.every_minutes * 60
        first, last = int(after // step), int(until // step) + 1
        steps = (step * number for number in range(max(first, 1), last + 1))
        points.update(one for one in steps if one < length - REACHED)
    apart = {round(point / REACHED): point for point in sorted(points)}
    return tuple(one for one in apart.values() if after + REACHED < one <= until + REACHED)


def seconds_to_next(bells: Bells, ends: Sequence[float], run: float, within: float) -> float:
    """Return after how many seconds, *within* at most, a phase ends or it rings, from *run* on."""
    rings = bells_between(bells, ends, run, run + within)
    coming = [point - run for point in (*ends, *rings) if point > run + REACHED]
    return min([within, *coming])


def halfway_is_over(bells: Bells, length: float, run: float) -> bool:
    """Whether the bell halfway through *length* seconds has had its moment after *run*."""
    return bells.halfway and run + REACHED >= length / 2
