"""What can become known when a calm session is looked at, and when it really happened."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Annotated, Final

from msgspec import Meta

from app.domain.calm_phases import MOST_PHASES, Seconds
from app.domain.records import Moment, Part

BELLS_WAIT: Final = 5.0
"""Seconds after which a bell rings no more: heard out of place it would only startle."""


class Event(Enum):
    """What became known when the time was looked at."""

    PHASE_BEGAN = "phase_began"
    PHASE_ENDED = "phase_ended"
    BELL = "bell"
    FINISHED = "finished"
    COMPUTER_RESTARTED = "computer_restarted"
    CLOCK_CHANGED = "clock_changed"
    SLEPT = "slept"


OF_THE_COMPUTER: Final = frozenset({Event.COMPUTER_RESTARTED, Event.CLOCK_CHANGED, Event.SLEPT})
"""Events of the computer's clocks; all others are of the session itself."""


class Happening(Part, frozen=True, kw_only=True):
    """An event, and the moment at which it really happened, in the clock the patient sees.

    What concerns the computer carries the moment at which it was noticed. ``phase`` is the
    number of the phase that began or ended, from 0; ``late_seconds`` have passed between the
    event and the look that tells it; ``slept_seconds`` is how long the computer slept.
    """

    event: Event
    at: Moment
    phase: Annotated[int, Meta(ge=0, le=MOST_PHASES)] | None = None
    late_seconds: Seconds = 0.0
    slept_seconds: Seconds = 0.0

    @property
    def is_missed(self) -> bool:
        """Whether it is a bell that must not ring any more."""
        return self.event is Event.BELL and self.late_seconds > BELLS_WAIT


def of_the_plan(
    ends: Sequence[float], over: Iterable[int], rings: Iterable[float], run: float, wall: datetime
) -> tuple[Happening, ...]:
    """Return what the plan of a session brought, in the order in which it happened.

    *ends* are the ends of all phases, *over* the numbers of those that ended, *rings* the bells:
    each by the seconds that the session had run then. It has *run* for so long at *wall*,
    what lies behind its end included.
    """
    last = len(ends) - 1
    moments: list[tuple[float, Event, int | None]] = []
    for number in over:
        moments.append((ends[number], Event.PHASE_ENDED, number))
        if number < last:
            moments.append((ends[number], Event.PHASE_BEGAN, number + 1))
    moments += [(ring, Event.BELL, None) for ring in rings]
    return tuple(
        Happening(
            event=event,
            at=wall - timedelta(seconds=run - moment),
            phase=phase,
            late_seconds=max(run - moment, 0.0),
        )
        for moment, event, phase in sorted(moments, key=lambda one: one[0])
    )
