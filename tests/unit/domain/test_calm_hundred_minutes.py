"""A hundred minutes in which everything happens to the computer: the session ends on the second."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from itertools import cycle

import pytest

from app.domain import calm
from app.domain.bells import Bells
from app.domain.calm import RunningSession
from app.domain.calm_events import Event, Happening
from app.domain.calm_phases import PhaseKind, PlannedPhase, as_begun
from app.domain.calm_session import SessionEnd, SessionNote
from app.storage.codec import decode, encode
from app.storage.documents import put_whole, read
from app.storage.layouts import RUNNING
from app.storage.yaml_door import dump, load
from tests.support.calm_clock import BentClocks

MOST_ERROR = 0.1
"""Seconds that any moment may be off."""

WINTER, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
SPRING_FORWARD = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
"""Half an hour before the clocks of Berlin go forward."""
FALL_BACK = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
"""Half an hour before they go back."""

PLAN = (
    PlannedPhase(kind=PhaseKind.SETTLE, minutes=5),
    PlannedPhase(kind=PhaseKind.INFUSION, minutes=65),
    PlannedPhase(kind=PhaseKind.RECOVERY, minutes=30),
)
ENDS = (300.0, 4200.0, 6000.0)
STALLS = (0.016, 0.5, 0.5, 0.517, 1.003, 0.5, 7.3, 0.25, 31.7, 0.5)
"""How long one look is away from the next: ticks, late ticks, and a window that hangs."""

Fault = Callable[[BentClocks], object]


class Life:
    """One session, looked at through stalls, with a fault at some of its moments."""

    def __init__(self, clocks: BentClocks) -> None:
        self.clocks = clocks
        self.session = calm.start(
            "s1", as_begun(PLAN), "quiet", clocks.reading(), Bells(phase_ends=True, halfway=True)
        )
        self.told: list[tuple[float, Happening]] = []
        self.worst_left = 0.0
        self._stalls = cycle(STALLS)

    def live(self, faults: dict[float, Fault] | None = None) -> "Life":
        """Look until the session is over; each fault strikes at its second."""
        waiting = sorted((faults or {}).items())
        while not (self.told and self.told[-1][1].event is Event.FINISHED):
            if waiting and self.clocks.true >= waiting[0][0]:
                waiting.pop(0)[1](self.clocks)
            else:
                self.clocks.pass_(next(self._stalls))
            self.look()
        return self

    def look(self) -> None:
        """Ask what became known, and how long it still takes."""
        reading = self.clocks.reading()
        self.session, happened = calm.advance(self.session, reading)
        self.told += [(self.clocks.true, one) for one in happened]
        left = calm.seconds_left(self.session, reading)
        self.worst_left = max(self.worst_left, abs(max(6000 - self.clocks.true, 0.0) - left))

    def kill(self, _clocks: BentClocks) -> None:
        """Leave nothing but the file, and begin again from it."""
        written = dump({"schema": 1, **put_whole(self.session, RUNNING)({})}, RUNNING.comment)
        again, faults = read(load(written), RUNNING)
        assert faults == []
        assert again == self.session == decode(encode(self.session), RunningSession)
        self.session = again

    def errors(self, wall_ahead: float = 0.0) -> list[float]:
        """Return by how much the moments told are off, and the time left ever was."""
        ends = [one for _, one in self.told if one.event is Event.PHASE_ENDED]
        ends += [one for _, one in self.told if one.event is Event.FINISHED]
        real = [*ENDS, ENDS[-1]]
        assert len(ends) == len(real)
        offs = [
            abs((one.at - self.clocks.began).total_seconds() - wall_ahead - end)
            for one, end in zip(ends, real, strict=True)
        ]
        return [self.worst_left, *offs]

    def kinds(self) -> list[Event]:
        """Return what was told of the computer."""
        return [
            one.event
            for _, one in self.told
            if one.event in (Event.SLEPT, Event.CLOCK_CHANGED, Event.COMPUTER_RESTARTED)
        ]


def say(name: str, life: Life, wall_ahead: float = 0.0) -> float:
    """Print the largest error, and return it."""
    worst = max(life.errors(wall_ahead))
    heard = ", ".join(one.value for one in life.kinds()) or "nothing"
    print(f"{name}: off by {worst:.6f} s at most; told of the computer: {heard}")
    return worst


def test_stalls_cost_nothing() -> None:
    """Counting ticks lost 400 seconds here; looking at a deadline loses none."""
    life = Life(BentClocks()).live()

    assert say("stalls", life) <= MOST_ERROR
    assert life.kinds() == []
    assert 1 < max(one.late_seconds for _, one in life.told) <= max(STALLS)


def test_a_sleep_of_forty_minutes_is_told_and_counted() -> None:
    """The phase that began meanwhile is told with its moment; its bell does not ring late."""
    life = Life(BentClocks()).live({2500.0: lambda clocks: clocks.sleep(2400)})
    missed = {(one.at - life.clocks.began).total_seconds() for _, one in life.told if one.is_missed}

    assert say("40 minutes asleep", life) <= MOST_ERROR
    assert life.kinds() == [Event.SLEPT]
    (slept,) = [one.slept_seconds for _, one in life.told if one.event is Event.SLEPT]
    assert slept == pytest.approx(2400, abs=MOST_ERROR)
    assert missed >= {3000.0, 4200.0}
    kept = calm.ended(life.session, life.clocks.reading(), SessionEnd.FINISHED)
    assert kept.slept_seconds == 2400
    assert [phase.seconds for phase in kept.phases] == [300, 3900, 1800]


def test_a_sleep_through_the_end_is_no_later_end() -> None:
    """The session ended at its deadline, twenty minutes before the lid was opened."""
    life = Life(BentClocks()).live({4800.0: lambda clocks: clocks.sleep(2400)})

    assert say("asleep through the end", life) <= MOST_ERROR
    kept = calm.ended(life.session, life.clocks.reading(), SessionEnd.FINISHED)
    assert (kept.ended - life.clocks.began).total_seconds() == 6000


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_wall_clock_set_by_an_hour_moves_nothing(hours: int) -> None:
    """It is told, and the moments are told in the clock that the patient sees then."""
    step = hours * 3600.0
    life = Life(BentClocks()).live({100.0: lambda clocks: clocks.step(step)})

    assert say(f"wall clock set by {hours:+} h", life, step) <= MOST_ERROR
    assert life.kinds() == [Event.CLOCK_CHANGED]
    assert life.session.notes == (SessionNote.CLOCK_CHANGED,)


@pytest.mark.parametrize(
    ("began", "before", "after"),
    [(SPRING_FORWARD, WINTER, SUMMER), (FALL_BACK, SUMMER, WINTER)],
    ids=["forward", "back"],
)
def test_summer_time_is_no_change_of_the_clock(
    began: datetime, before: timezone, after: timezone
) -> None:
    """The offset changes and the moment does not: nothing to tell."""
    clocks = BentClocks(began=began, offset=before)

    def change(bent: BentClocks) -> None:
        bent.offset = after

    life = Life(clocks).live({1800.0: change})

    assert say(f"clock change {before} to {after}", life) <= MOST_ERROR
    assert life.kinds() == []
    assert life.told[-1][1].at.utcoffset() == after.utcoffset(None)


def test_a_kill_and_a_start_on_the_same_boot_cost_nothing() -> None:
    """Ten times, through the file, with a minute each in which nothing runs."""
    life = Life(BentClocks())

    def killed(clocks: BentClocks) -> None:
        life.kill(clocks)
        clocks.pass_(60)

    life.live({500.0 * number: killed for number in range(1, 11)})

    assert say("killed ten times", life) <= MOST_ERROR
    assert life.kinds() == []


def test_after_a_restart_the_wall_clock_decides_and_it_is_told() -> None:
    """Nobody else can tell how long the computer was off."""
    life = Life(BentClocks())

    def restarted(clocks: BentClocks) -> None:
        life.kill(clocks)
        clocks.restart(off=600)

    life.live({1000.0: restarted})

    assert say("restarted", life) <= MOST_ERROR
    assert life.kinds() == [Event.COMPUTER_RESTARTED]
    assert life.session.notes == (SessionNote.COMPUTER_RESTARTED,)


def test_a_wall_clock_set_while_the_computer_was_off_is_believed() -> None:
    """It is all there is: the end is off by what it was set, which is why we say so."""
    life = Life(BentClocks())

    def restarted(clocks: BentClocks) -> None:
        life.kill(clocks)
        clocks.restart(off=60)
        clocks.step(300)

    life.live({1000.0: restarted})

    assert life.clocks.true == pytest.approx(5700, abs=32)
    assert life.kinds() == [Event.COMPUTER_RESTARTED]


def test_everything_at_once_is_still_exact() -> None:
    """Stalls, kills, sleep, a clock set there and back, within one boot."""
    life = Life(BentClocks())
    faults: dict[float, Fault] = {
        200.0: lambda clocks: clocks.step(3600),
        400.0: life.kill,
        900.0: lambda clocks: clocks.sleep(2400),
        3500.0: lambda clocks: clocks.step(-3600),
        3600.0: life.kill,
        4000.0: lambda clocks: clocks.sleep(45),
        5000.0: lambda clocks: clocks.sleep(30),
    }
    # The first phase ended while the clock was an hour ahead, and is told in that clock.
    life.live(faults)

    assert life.worst_left <= MOST_ERROR
    print(f"everything at once: time left off by {life.worst_left:.6f} s at most")
    assert life.kinds() == [Event.CLOCK_CHANGED, Event.SLEPT, Event.CLOCK_CHANGED, Event.SLEPT]
    end = life.told[-1][1]
    assert (end.at - life.clocks.began).total_seconds() == pytest.approx(6000, abs=MOST_ERROR)
