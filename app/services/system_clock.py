"""The computer's own clocks: the one adapter per system for telling the time."""

import sys
import time
from datetime import datetime
from functools import cache
from pathlib import Path

from app.domain.clock import Reading

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_BOOTS_COUNTED = (
    r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
)


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
    looks like a restart, which is said; the wall clock decides then.
    """
    try:
        return _boot_name() or f"started-{(time.time() - boot_seconds) / 60:.0f}"
    except OSError:
        return f"started-{(time.time() - boot_seconds) / 60:.0f}"


@cache
def _boot_name() -> str:
    """Return what the system itself calls this run of the computer; empty, or OSError, if nothing.

    These stay the same when the wall clock is set, which is why they are asked for; once, because
    no program outlives the run of the computer.
    """
    if sys.platform == "linux":
        return _BOOT_ID.read_text(encoding="ascii").strip()
    if sys.platform == "win32":  # pragma: no cover - another system's adapter
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _BOOTS_COUNTED) as key:
            return f"boot-{winreg.QueryValueEx(key, 'BootId')[0]}"
    if sys.platform == "darwin":  # pragma: no cover - another system's adapter
        import ctypes

        name, size = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
        system = ctypes.CDLL(None)
        system.sysctlbyname(b"kern.bootsessionuuid", name, ctypes.byref(size), None, 0)
        return name.value.decode("ascii")
    return ""  # pragma: no cover - no system that we know
