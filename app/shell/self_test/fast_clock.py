"""A clock whose time can be told to pass."""

from datetime import datetime, timedelta

from app.domain.clock import Reading
from app.services.system_clock import SystemClock


class FastClock:
    """The system's clock, ahead by as much as it was told."""

    def __init__(self) -> None:
        self._system = SystemClock()
        self._ahead = timedelta()

    def skip(self, ahead: timedelta) -> None:
        """Let *ahead* pass at once."""
        self._ahead += ahead

    def now(self) -> datetime:
        """Return the present moment, as much ahead as was skipped."""
        return self._system.now() + self._ahead

    def reading(self) -> Reading:
        """Return both clocks, ahead alike."""
        real = self._system.reading()
        return Reading(
            wall=real.wall + self._ahead,
            boot_seconds=real.boot_seconds + self._ahead.total_seconds(),
            boot_id=real.boot_id,
        )

    def zone(self) -> str:
        """Return the local time zone's name."""
        return self._system.zone()
