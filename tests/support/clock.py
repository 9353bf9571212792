"""A clock that stands still until a test moves it, and one that runs."""

from datetime import datetime, timedelta, timezone

from app.domain.clock import Reading
from app.services.system_clock import SystemClock

BERLIN_WINTER = timezone(timedelta(hours=1))
START = datetime(2026, 11, 24, 9, 0, tzinfo=BERLIN_WINTER)


class FixedClock:
    """Tells the time it was given; ``advance`` lets time pass, ``sleep`` and ``jump`` bend it."""

    def __init__(self, now: datetime = START, *, zone: str = "Europe/Berlin") -> None:
        self._now = now
        self._boot = timedelta(hours=1)
        self._asleep = timedelta()
        self._boot_id = "boot-1"
        self._zone = zone

    def now(self) -> datetime:
        """Return the present moment, to the second."""
        return self._now.replace(microsecond=0)

    def reading(self) -> Reading:
        """Return the wall clock and both clocks of this boot."""
        return Reading(
            wall=self._now,
            boot_seconds=self._boot.total_seconds(),
            boot_id=self._boot_id,
            awake_seconds=(self._boot - self._asleep).total_seconds(),
        )

    def zone(self) -> str:
        """Return the name of the local time zone."""
        return self._zone

    def advance(self, **duration: float) -> None:
        """Let time pass on every clock: ``advance(minutes=5)``."""
        self._now += timedelta(**duration)
        self._boot += timedelta(**duration)

    def sleep(self, **duration: float) -> None:
        """Let the computer sleep: time passes, and one clock stands still."""
        self.advance(**duration)
        self._asleep += timedelta(**duration)

    def jump(self, **duration: float) -> None:
        """Set the wall clock forward or back while the boot clock goes on."""
        self._now += timedelta(**duration)

    def reboot(self, **off: float) -> None:
        """Start the computer anew after it was *off* for a while."""
        self._now += timedelta(**off)
        self._boot = timedelta(seconds=30)
        self._asleep = timedelta()
        self._boot_id = f"boot-{int(self._boot_id.removeprefix('boot-')) + 1}"

    def travel(self, offset: timezone, zone: str) -> None:
        """Go to another time zone; the moment stays the same."""
        self._now = self._now.astimezone(offset)
        self._zone = zone


class RealClock(FixedClock):
    """The computer's own clocks, for tests of what takes real seconds; nothing bends them."""

    def __init__(self) -> None:
        super().__init__()
        self._system = SystemClock()

    def now(self) -> datetime:
        """Return the present moment, to the second."""
        return self._system.now()

    def reading(self) -> Reading:
        """Return the computer's clocks."""
        return self._system.reading()
