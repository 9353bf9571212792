"""Bells of a session: at chosen points, rung in time or not at all."""

from datetime import timedelta
from itertools import pairwise

import pytest

from app.domain import calm
from app.domain.bells import Bells, bells_between, seconds_to_next
from app.domain.calm import RunningSession
from app.domain.calm_events import BELLS_WAIT, Event, Happening
from app.domain.calm_phases import PhaseKind, PlannedPhase, as_begun
from app.domain.clock import Reading
from tests.support.calm_clock import NOON, BentClocks

ENDS = (300.0, 1200.0)


def at(seconds: float) -> Reading:
    """Return the clocks so many *seconds* after noon."""
    return BentClocks(true=seconds).reading()


def twenty_minutes(bells: Bells) -> RunningSession:
    """Return a session of 5 and 15 minutes."""
    plan = (
        PlannedPhase(kind=PhaseKind.SETTLE, minutes=5),
        PlannedPhase(kind=PhaseKind.INFUSION, minutes=15),
    )
    return calm.start("s1", as_begun(plan), "quiet", at(0), bells)


def rung(happened: tuple[Happening, ...]) -> list[float]:
    """Return how many seconds after noon a bell had its moment."""
    return [(one.at - NOON).total_seconds() for one in happened if one.event is Event.BELL]


@pytest.mark.parametrize(
    ("bells", "points"),
    [
        (Bells(), ()),
        (Bells(phase_ends=True), (300, 1200)),
        (Bells(halfway=True), (600,)),
        (Bells(every_minutes=6), (360, 720, 1080)),
        (Bells(every_minutes=5), (300, 600, 900)),
        (Bells(every_minutes=20), ()),
        (Bells(phase_ends=True, halfway=True, every_minutes=5), (300, 600, 900, 1200)),
    ],
)
def test_bells_ring_at_the_chosen_points(bells: Bells, points: tuple[float, ...]) -> None:
    """Points that fall together ring once; counted minutes do not ring the end."""
    assert bells_between(bells, ENDS, 0, 1200) == points


@pytest.mark.parametrize(
    ("run", "wait"),
    [(0.0, 0.5), (299.75, 0.25), (300.0, 0.5), (359.9, 0.1), (599.999_9, 0.5), (1199.7, 0.3)],
)
def test_the_next_point_is_told_as_far_as_one_looks(run: float, wait: float) -> None:
    """The end of a phase is one without a bell too; one that is there is not the next."""
    bells = Bells(halfway=True, every_minutes=6)

    assert seconds_to_next(bells, ENDS, run, 0.5) == pytest.approx(wait)


def test_no_bell_is_lost_or_doubled_between_two_looks() -> None:
    """What lies on the border belongs to the look before it."""
    bells = Bells(phase_ends=True, halfway=True, every_minutes=1)
    looks = [0.0, 59.9, 60.0, 60.1, 299.9999, 300.0, 600.0, 601.0, 1199.0, 1200.0]

    pieces = [bells_between(bells, ENDS, a, b) for a, b in pairwise(looks)]

    assert [one for piece in pieces for one in piece] == [60 * number for number in range(1, 21)]


def test_a_bell_stands_in_order_among_the_phases() -> None:
    """With the moment at which it should have rung."""
    _, happened = calm.advance(twenty_minutes(Bells(phase_ends=True, halfway=True)), at(1200))

    assert [one.event for one in happened] == [
        Event.PHASE_ENDED,
        Event.PHASE_BEGAN,
        Event.BELL,
        Event.BELL,
        Event.PHASE_ENDED,
        Event.BELL,
        Event.FINISHED,
    ]
    assert rung(happened) == [300, 600, 1200]


@pytest.mark.parametrize("late", [0.0, 1.0, BELLS_WAIT, BELLS_WAIT + 0.1, 3600.0])
def test_a_bell_whose_moment_is_over_is_missed_and_does_not_ring_late(late: float) -> None:
    """Asleep or killed over it, nobody is startled afterwards; not even by that of the end."""
    session = twenty_minutes(Bells(halfway=True))
    ending = twenty_minutes(Bells(phase_ends=True))

    _, middle = calm.advance(session, at(600 + late))
    _, end = calm.advance(calm.advance(ending, at(400))[0], at(1200 + late))

    expected = late > BELLS_WAIT
    assert [one.is_missed for one in middle if one.event is Event.BELL] == [expected]
    assert [one.is_missed for one in end if one.event is Event.BELL] == [expected]
    assert not any(one.is_missed for one in end if one.event is not Event.BELL)


def test_a_bell_that_waited_while_the_program_was_closed_is_missed() -> None:
    """It was settled by a pause just after its moment, and told an hour later."""
    session = calm.paused(twenty_minutes(Bells(halfway=True)), at(601))
    session = calm.resumed(session, at(700))

    _, soon = calm.advance(calm.paused(twenty_minutes(Bells(halfway=True)), at(601)), at(602))
    _, later = calm.advance(session, at(4000))

    assert [(one.late_seconds, one.is_missed) for one in soon if one.event is Event.BELL] == [
        (2.0, False)
    ]
    assert [one.is_missed for one in later if one.event is Event.BELL] == [True]
    assert rung(later) == [600]


def test_no_bell_rings_while_a_session_stands_still() -> None:
    """Paused a second before, it rings a second after going on."""
    session = calm.paused(twenty_minutes(Bells(halfway=True)), at(599))
    session, still = calm.advance(session, at(5000))
    session = calm.resumed(session, at(5000))
    _, after = calm.advance(session, at(5001))

    assert rung(still) == []
    assert rung(after) == [5001]


def test_halfway_comes_once() -> None:
    """Five minutes more after it do not bring it back; before it they move it."""
    late, _ = calm.advance(twenty_minutes(Bells(halfway=True)), at(610))
    late = calm.lengthened(late, 10, at(620))
    early = calm.lengthened(twenty_minutes(Bells(halfway=True)), 10, at(400))

    assert rung(calm.advance(late, at(1800))[1]) == []
    assert rung(calm.advance(early, at(1800))[1]) == [900]


def test_minutes_that_are_taken_ring_nothing_by_themselves() -> None:
    """Who ends a phase by a key has seen it end."""
    session = calm.lengthened(twenty_minutes(Bells(phase_ends=True, halfway=True)), -10, at(601))
    session = calm.skipped(session, at(700))

    _, happened = calm.advance(session, at(701))

    assert rung(happened) == [300, 600]


def test_counted_minutes_leave_pauses_out() -> None:
    """Every five minutes of the session, not of the day."""
    session = twenty_minutes(Bells(every_minutes=5))
    session = calm.resumed(calm.paused(session, at(60)), at(360))

    _, happened = calm.advance(session, at(1500))

    assert rung(happened) == [600, 900, 1200]
    assert happened[-1].at == NOON + timedelta(seconds=1500)


def test_points_that_rounding_parts_ring_once_and_in_time() -> None:
    """Sums of seconds are not exact: a moment less than a millisecond away is there."""
    every = Bells(phase_ends=True, every_minutes=5)
    parted = (300.0000001, 1200.0)

    assert len(bells_between(every, parted, 0, 400)) == 1
    assert bells_between(every, ENDS, 0, 299.9995) == (300,)
    assert bells_between(every, ENDS, 299.9995, 400) == ()
