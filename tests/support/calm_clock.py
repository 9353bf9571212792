"""Clocks that a test bends as it likes: sleep, a wall clock set by hand, a restart."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

from app.domain.calm_phases import PhaseKind, PlannedPhase
from app.domain.clock import Reading

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


@dataclass
class BentClocks:
    """Three clocks beside the true time since they were made, in seconds."""

    began: datetime = NOON
    true: float = 0.0
    asleep: float = 0.0
    wall_ahead: float = 0.0
    boot: int = 1
    booted: float = -1000.0
    offset: timezone = field(default=UTC)

    def reading(self) -> Reading:
        """Return what the clocks show."""
        wall = self.began + timedelta(seconds=self.true + self.wall_ahead)
        boot = self.true - self.booted
        return Reading(
            wall=wall.astimezone(self.offset),
            boot_seconds=boot,
            boot_id=f"boot-{self.boot}",
            awake_seconds=boot - self.asleep,
        )

    def pass_(self, seconds: float) -> Reading:
        """Let *seconds* pass, awake."""
        self.true += seconds
        return self.reading()

    def sleep(self, seconds: float) -> Reading:
        """Let *seconds* pass, asleep."""
        self.asleep += seconds
        return self.pass_(seconds)

    def step(self, seconds: float) -> Reading:
        """Set the wall clock forward, or back when negative."""
        self.wall_ahead += seconds
        return self.reading()

    def restart(self, off: float) -> Reading:
        """Start the computer anew after it was *off* for so many seconds."""
        self.true += off
        self.boot += 1
        self.booted, self.asleep = self.true - 20.0, 0.0
        return self.reading()


def infusion_day(minutes: int) -> tuple[PlannedPhase, ...]:
    """Return the plan of a session in parts whose infusion takes *minutes*."""
    return (
        PlannedPhase(kind=PhaseKind.SETTLE, minutes=5),
        PlannedPhase(kind=PhaseKind.INFUSION, minutes=minutes),
        PlannedPhase(kind=PhaseKind.RECOVERY, minutes=30),
    )
