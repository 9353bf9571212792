"""What time it is, asked of somebody else: domain code never looks at a clock of its own."""

from datetime import datetime
from typing import Protocol

from app.domain.records import Moment, Part


class Reading(Part, frozen=True, kw_only=True):
    """Three clocks read together.

    ``boot_seconds`` counts every second since the computer started, those asleep included,
    ``awake_seconds`` leaves those asleep out, and is missing in files of earlier versions. Both
    mean something only beside another reading with the same ``boot_id``.
    """

    wall: Moment
    boot_seconds: float
    boot_id: str
    awake_seconds: float | None = None


class Clock(Protocol):
    """Tells the time. The system's clock in the program, a fixed or a fast one in tests."""

    def now(self) -> datetime:
        """Return the present moment with the local offset from UTC, to the second."""
        ...

    def reading(self) -> Reading:
        """Return the wall clock and both clocks of this boot, read together."""
        ...

    def zone(self) -> str:
        """Return the name of the local time zone, ``Europe/Berlin``; empty when unknown."""
        ...
