"""What time it is, asked of somebody else: domain code never looks at a clock of its own."""

from datetime import datetime
from typing import Final, Protocol

from app.domain.records import Moment, Part

_DOZE: Final = 1.0
"""Below this, two clocks that are read one after the other only seem to have parted."""


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


def seconds_between(before: Reading, after: Reading) -> float:
    """Return the seconds from *before* to *after*, by the clock that can be trusted; at least 0.

    Within one boot that is the clock of the boot; otherwise only the wall clock can tell.
    """
    if before.boot_id == after.boot_id:
        return max(after.boot_seconds - before.boot_seconds, 0.0)
    return max((after.wall - before.wall).total_seconds(), 0.0)


def parted(before: Reading, after: Reading) -> float:
    """Return the seconds by which the wall clock was set forward, within one boot."""
    wall = (after.wall - before.wall).total_seconds()
    return wall - (after.boot_seconds - before.boot_seconds)


def seconds_asleep(before: Reading, after: Reading) -> float:
    """Return the seconds the computer slept, as far as the clocks can tell."""
    if before.boot_id != after.boot_id:
        return 0.0
    if before.awake_seconds is None or after.awake_seconds is None:
        return 0.0
    passed = after.boot_seconds - before.boot_seconds
    asleep = passed - (after.awake_seconds - before.awake_seconds)
    return asleep if asleep >= _DOZE else 0.0


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
