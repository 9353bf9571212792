"""The computer's own clocks: the one adapter per system for telling the time."""

import sys
import time
from datetime import datetime
from pathlib import Path

from app.domain.clock import Reading

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """The system's clocks, read when asked."""

    def now(self) -> datetime:
        """Return the present moment with the local offset from UTC, to the second."""
        return datetime.now().astimezone().replace(microsecond=0)

    def reading(self) -> Reading:
        """Return the wall clock, a clock that counts sleep and one that does not, together."""
        boot_seconds = _seconds_since_boot()
        return Reading(
            wall=datetime.now().astimezone(),
            boot_seconds=boot_seconds,
            boot_id=_boot_id(boot_seconds),
            awake_seconds=_seconds_awake(),
        )

    def zone(self) -> str:
        """Return the name of the local time zone, empty when the system does not tell."""
        from tzlocal import get_localzone_name

        try:
            return get_localzone_name()
        except (LookupError, ValueError, OSError):  # an odd zone file must not stop a plan
            return ""


def _seconds_since_boot() -> float:
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "win32":  # pragma: no cover - another system's adapter
        import ctypes

        tick_count = ctypes.windll.kernel32.GetTickCount64
        tick_count.restype = ctypes.c_uint64
        return float(tick_count()) / 1000
    # Another system's adapter, hence uncovered. Python's own monotonic() leaves sleep out here.
    return time.clock_gettime(time.CLOCK_MONOTONIC)  # pragma: no cover


def _seconds_awake() -> float:
    """Return seconds since the computer started, those asleep left out."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform == "win32":  # pragma: no cover - another system's adapter
        import ctypes

        hundred_nanoseconds = ctypes.c_uint64()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(hundred_nanoseconds))
        return hundred_nanoseconds.value / 10_000_000
    return time.clock_gettime(time.CLOCK_UPTIME_RAW)  # pragma: no cover - another system's adapter


def _boot_id(boot_seconds: float) -> str:
    """Return a name for this run of the computer.

    Where the system has none, the minute in which it started serves; a changed wall clock then
    looks like a restart, which is said and costs nothing.
    """
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:  # pragma: no cover - other systems
        return f"started-{(time.time() - boot_seconds) / 60:.0f}"
