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
        """Return all clocks, ahead alike: what was skipped counts as awake."""
        real = self._system.reading()
        ahead = self._ahead.total_seconds()
        return Reading(
            wall=real.wall + self._ahead,
            boot_seconds=real.boot_seconds + ahead,
            boot_id=real.boot_id,
            awake_seconds=None if real.awake_seconds is None else real.awake_seconds + ahead,
        )

    def zone(self) -> str:
        """Return the local time zone's name."""
        return self._system.zone()
