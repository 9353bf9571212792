from datetime import timedelta, timezone

from app.domain.clock import Clock
from tests.support.clock import START, FixedClock


def test_the_fixed_clock_is_a_clock() -> None:
    """It stands still until told otherwise."""
    clock: Clock = FixedClock()

    assert clock.now() == clock.now() == START
    assert clock.zone() == "Europe/Berlin"


def test_time_passes_on_both_clocks_together() -> None:
    """Five minutes are five minutes, awake or asleep."""
    clock = FixedClock()
    before = clock.reading()

    clock.advance(minutes=5)
    after = clock.reading()

    assert after.wall - before.wall == timedelta(minutes=5)
    assert after.boot_seconds - before.boot_seconds == 300
    assert after.boot_id == before.boot_id


def test_a_sleeping_computer_counts_on_one_clock_only() -> None:
    """That is how sleep is told from waking."""
    clock = FixedClock()
    before = clock.reading()

    clock.sleep(minutes=40)
    after = clock.reading()

    assert after.wall - before.wall == timedelta(minutes=40)
    assert after.boot_seconds - before.boot_seconds == 2400
    assert after.awake_seconds == before.awake_seconds


def test_a_jump_and_a_restart_part_the_clocks() -> None:
    """A wall clock set by hand leaves the boot clock alone; a restart begins another boot."""
    clock = FixedClock()
    before = clock.reading()

    clock.jump(hours=-1)
    jumped = clock.reading()
    clock.reboot(minutes=10)
    rebooted = clock.reading()

    assert jumped.boot_seconds == before.boot_seconds
    assert jumped.wall < before.wall
    assert rebooted.boot_id != before.boot_id
    assert rebooted.wall - jumped.wall == timedelta(minutes=10)


def test_travel_changes_the_offset_and_not_the_moment() -> None:
    """Noon in Berlin is six in the morning in New York."""
    clock = FixedClock()

    clock.travel(timezone(timedelta(hours=-5)), "America/New_York")

    assert clock.now() == START
    assert clock.now().utcoffset() == timedelta(hours=-5)
    assert clock.zone() == "America/New_York"
