"""How high everything is: as drawn where there is room, and closer together where there is less."""

from typing import Final, NamedTuple

ROWS: Final = 4
"""Three answers, and a row below them in which no answer was: there the last target stands."""

_STEPS: Final[tuple[tuple[int, ...], ...]] = (
    (24, 88, 34, 18, 112),
    (16, 28, 24, 14, 104),
    (12, 12, 14, 10, 0),
    (8, 2, 8, 8, 0),
)
"""From as drawn to as close as can be: the first five of Measures, in pixels at 100 % text."""


class Measures(NamedTuple):
    """Pixels: at the edges, above and below the question, between targets, and of one's height.

    ``above`` is the same for every screen of a window, so that the question stays where it is.
    ``last_end`` is where the last target of the last screen ends, from the top of the room.
    """

    edge: int
    above: int
    below: int
    gap: int
    high: int
    last_end: int


def measures(room: int, *, taken: int, least: int, scale: float) -> Measures:
    """Return what fits in *room* pixels, of which *taken* go to the top row and the question.

    No target is lower than *least*. At larger *scale* the gaps grow less than the words. Where
    even the closest does not fit, the page scrolls.
    """
    growth = 1 + (scale - 1) / 3
    edge = above = below = gap = high = free = 0
    for step in _STEPS:
        edge, above, below, gap = (round(one * growth) for one in step[:4])
        high = max(round(step[4] * growth), least)
        free = room - taken - 2 * edge - above - below - ROWS * high - (ROWS - 1) * gap
        if free >= 0:
            break
    above += max(free, 0) // 3
    end = edge + taken + above + below + ROWS * high + (ROWS - 1) * gap
    return Measures(edge, above, below, gap, high, min(end, room - edge))


def rows_in(room: int, measured: Measures) -> int:
    """Return how many rows of targets fit into *room* pixels below the question; at least 1."""
    return max((room + measured.gap) // (measured.high + measured.gap), 1)
