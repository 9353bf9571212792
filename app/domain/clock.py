"""What time it is, asked of somebody else: domain code never looks at a clock of its own."""

from datetime import datetime
from typing import Protocol

from app.domain.records import Moment, Part


class Reading(Part, frozen=True, kw_only=True):
    """Two clocks read together.

    ``boot_seconds`` counts every second since the computer started, those asleep included;
    it means something only beside another reading with the same ``boot_id``.
    """

    wall: Moment
    boot_seconds: float
    boot_id: str


class Clock(Protocol):
    """Tells the time. The system's clock in the program, a fixed or a fast one in tests."""

    def now(self) -> datetime:
        """Return the present moment with the local offset from UTC, to the second."""
        ...

    def reading(self) -> Reading:
        """Return the wall clock and the boot clock, read together."""
        ...

    def zone(self) -> str:
        """Return the name of the local time zone, ``Europe/Berlin``; empty when unknown."""
        ...
