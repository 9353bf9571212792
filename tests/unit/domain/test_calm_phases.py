"""Sessions of several phases: where they stand, and how they are changed on the way."""

from datetime import timedelta
from typing import Final

import pytest

from app.domain import calm
from app.domain.bells import Bells
from app.domain.calm import RunningSession
from app.domain.calm_events import Event, Happening
from app.domain.calm_phases import (
    PhaseKind,
    PhaseRun,
    PlannedPhase,
    PlanProblem,
    as_begun,
    of_one_piece,
    plan_problem,
    single,
)
from app.domain.calm_session import SessionEnd
from app.domain.clock import Reading
from app.storage.codec import decode, encode
from tests.support.calm_clock import NOON, BentClocks, infusion_day

DAY: Final = infusion_day(40)
"""Three phases, 5, 40 and 30 minutes."""


def at(minutes: float) -> Reading:
    """Return the clocks so many *minutes* after noon."""
    return BentClocks(true=minutes * 60).reading()


def day(bells: Bells | None = None) -> RunningSession:
    """Return an infusion day that begins at noon."""
    return calm.start("s1", as_begun(DAY), "quiet", at(0), bells)


def told(happened: tuple[Happening, ...]) -> list[tuple[Event, int | None, float]]:
    """Return what happened, in which phase, and how many minutes after noon."""
    return [(one.event, one.phase, (one.at - NOON).total_seconds() / 60) for one in happened]


@pytest.mark.parametrize(
    ("minutes", "number", "kind", "left", "session_left"),
    [
        (0, 0, PhaseKind.SETTLE, 300, 4500),
        (4, 0, PhaseKind.SETTLE, 60, 4260),
        (5, 1, PhaseKind.INFUSION, 2400, 4200),
        (44, 1, PhaseKind.INFUSION, 60, 1860),
        (45, 2, PhaseKind.RECOVERY, 1800, 1800),
        (75, 2, PhaseKind.RECOVERY, 0, 0),
        (99, 2, PhaseKind.RECOVERY, 0, 0),
    ],
)
def test_a_session_knows_its_phase(
    minutes: float, number: int, kind: PhaseKind, left: float, session_left: float
) -> None:
    """And how long it still takes, and all of it; over, it stays in its last."""
    now = calm.phase_at(day(), at(minutes))

    assert (now.number, now.phase.kind) == (number, kind)
    assert (now.left, now.session_left) == (left, session_left)
    assert now.run + now.left == now.phase.seconds


def test_each_phase_is_told_when_it_begins_and_ends() -> None:
    """The first began with the start; each is told once."""
    session, before = calm.advance(day(), at(4.9))
    session, first = calm.advance(session, at(5.1))
    session, nothing = calm.advance(session, at(6))
    session, second = calm.advance(session, at(45))
    session, third = calm.advance(session, at(75))

    assert told(before) == told(nothing) == []
    assert told(first) == [(Event.PHASE_ENDED, 0, 5), (Event.PHASE_BEGAN, 1, 5)]
    assert told(second) == [(Event.PHASE_ENDED, 1, 45), (Event.PHASE_BEGAN, 2, 45)]
    assert told(third) == [(Event.PHASE_ENDED, 2, 75), (Event.FINISHED, None, 75)]
    assert [one.late_seconds for one in first] == pytest.approx([6, 6])


def test_phases_that_passed_unseen_are_all_told_with_their_moments() -> None:
    """Closed after two minutes, opened after two hours."""
    session, happened = calm.advance(day(), at(120))
    again, after = calm.advance(session, at(121))

    assert told(happened) == [
        (Event.PHASE_ENDED, 0, 5),
        (Event.PHASE_BEGAN, 1, 5),
        (Event.PHASE_ENDED, 1, 45),
        (Event.PHASE_BEGAN, 2, 45),
        (Event.PHASE_ENDED, 2, 75),
        (Event.FINISHED, None, 75),
    ]
    assert told(after) == [(Event.FINISHED, None, 75)]
    assert again.phases_over == 3


def test_a_phase_can_be_skipped_and_only_it() -> None:
    """The rest of it is not waited for; what comes after keeps its length."""
    session = calm.skipped(day(), at(2))
    session, happened = calm.advance(session, at(2.5))

    assert told(happened) == [(Event.PHASE_ENDED, 0, 2), (Event.PHASE_BEGAN, 1, 2)]
    now = calm.phase_at(session, at(2.5))
    assert (now.number, now.left, now.session_left) == (1, 2370, 4170)
    assert calm.ends_at(session, at(2.5)) == NOON + timedelta(minutes=72)


def test_skipping_twice_at_once_skips_two() -> None:
    """A phase that had no second is told too."""
    session = calm.skipped(calm.skipped(day(), at(2)), at(2))
    session, happened = calm.advance(session, at(2))

    assert [(one.event, one.phase) for one in happened] == [
        (Event.PHASE_ENDED, 0),
        (Event.PHASE_BEGAN, 1),
        (Event.PHASE_ENDED, 1),
        (Event.PHASE_BEGAN, 2),
    ]
    assert calm.phase_at(session, at(2)).number == 2


def test_skipping_the_last_phase_ends_the_session() -> None:
    """There is nothing to go on with; a further key does nothing."""
    session = calm.skipped(day(), at(50))
    over, happened = calm.advance(session, at(51))

    assert told(happened)[-2:] == [(Event.PHASE_ENDED, 2, 50), (Event.FINISHED, None, 50)]
    assert calm.skipped(over, at(52)) is over


def test_minutes_go_to_the_present_phase() -> None:
    """Five more of the infusion move the recovery, and do not change it."""
    session = calm.lengthened(day(), 5, at(10))

    assert [phase.seconds for phase in session.phases] == [300, 2700, 1800]
    assert calm.phase_at(session, at(10)).left == 2400
    assert session.length == 4800


def test_a_phase_gets_no_shorter_than_what_ran_of_it() -> None:
    """Taken to nothing it ends there, and the next begins."""
    session = calm.lengthened(day(), -40, at(15))
    session, happened = calm.advance(session, at(15))

    assert [phase.seconds for phase in session.phases] == [300, 600, 1800]
    assert not any(phase.skipped for phase in session.phases)
    assert told(happened)[-2:] == [(Event.PHASE_ENDED, 1, 15), (Event.PHASE_BEGAN, 2, 15)]
    assert calm.phase_at(session, at(15)).session_left == 1800


def test_a_session_gets_no_longer_than_ten_hours() -> None:
    """However many minutes the phase is to have."""
    session = calm.lengthened(day(), 600, at(10))

    assert session.length == 36000
    assert calm.phase_at(session, at(10)).phase.seconds == 36000 - 300 - 1800


def test_a_paused_phase_can_be_changed_and_stays_paused() -> None:
    """What is done while it stands still happens at that moment, not when it goes on."""
    session = calm.paused(day(), at(3))
    session = calm.skipped(session, at(4))
    session = calm.lengthened(session, -35, at(5))
    session, happened = calm.advance(session, at(9))

    assert told(happened) == [(Event.PHASE_ENDED, 0, 4), (Event.PHASE_BEGAN, 1, 4)]
    assert [one.late_seconds for one in happened] == pytest.approx([300, 300])
    assert session.paused
    assert calm.phase_at(session, at(60)).left == 300
    assert calm.ends_at(calm.resumed(session, at(60)), at(60)) == NOON + timedelta(minutes=95)


def test_the_journal_keeps_what_really_became_of_each_phase() -> None:
    """Planned minutes, seconds that ran, skipped or not; how often and how long it paused."""
    session = calm.skipped(day(), at(2))
    session = calm.resumed(calm.paused(session, at(10)), at(12))
    session = calm.resumed(calm.paused(session, at(20)), at(21.5))

    kept = calm.ended(session, at(30), SessionEnd.ENDED_EARLY)

    assert kept.phases == (
        PhaseRun(kind=PhaseKind.SETTLE, planned_minutes=5, seconds=120, skipped=True),
        PhaseRun(kind=PhaseKind.INFUSION, planned_minutes=40, seconds=1470),
        PhaseRun(kind=PhaseKind.RECOVERY, planned_minutes=30, seconds=0),
    )
    assert (kept.pauses, kept.paused_seconds) == (2, 210)
    assert (kept.planned_minutes, kept.minutes) == (75, 26)


def test_a_session_of_one_piece_says_all_without_phases() -> None:
    """Its file stays as short as it was."""
    kept = calm.ended(
        calm.start("s1", as_begun(single(10)), "coherent", at(0)), at(3), SessionEnd.ENDED_EARLY
    )

    assert kept.phases == ()


def test_a_file_without_phases_goes_on() -> None:
    """A session that an earlier version started is one phase."""
    old = encode(calm.start("s1", as_begun(single(10)), "coherent", at(0)))
    del old["phases"]
    session = decode(old, RunningSession)

    now = calm.phase_at(session, at(4))
    session = calm.lengthened(session, 5, at(4))
    _, happened = calm.advance(session, at(20))

    assert (now.phase.kind, now.phase.planned_minutes, now.left) == (PhaseKind.SINGLE, 10, 360)
    assert told(happened) == [(Event.PHASE_ENDED, 0, 15), (Event.FINISHED, None, 15)]


@pytest.mark.parametrize(
    ("plan", "problem"),
    [
        (DAY, None),
        (single(600), None),
        (infusion_day(565), None),
        (infusion_day(566), PlanProblem.TOO_LONG),
        ((), PlanProblem.NO_PHASE),
        (single(0), PlanProblem.PHASE_LENGTH),
        (single(601), PlanProblem.PHASE_LENGTH),
        ((*single(600), *single(1)), PlanProblem.TOO_LONG),
    ],
)
def test_a_plan_has_limits(plan: tuple[PlannedPhase, ...], problem: PlanProblem | None) -> None:
    """One minute to ten hours, all phases together."""
    assert plan_problem(plan) is problem
    if problem is not None:
        with pytest.raises(ValueError, match=problem.value):
            as_begun(plan)


@pytest.mark.parametrize(("seconds", "minutes"), [(20.0, 1), (60.0, 1), (76.0, 2), (36000.0, 600)])
def test_one_piece_may_last_any_number_of_seconds(seconds: float, minutes: int) -> None:
    """Planned are the minutes that it begins."""
    (phase,) = of_one_piece(seconds)

    assert (phase.seconds, phase.planned_minutes) == (seconds, minutes)


def test_an_end_that_rounding_puts_off_is_there() -> None:
    """Less than a millisecond away counts as reached, a tenth of a second does not."""
    almost, before = at(5 - 0.0005 / 60), at(5 - 0.1 / 60)
    last, before_last = at(75 - 0.0005 / 60), at(75 - 0.1 / 60)

    assert (calm.phase_at(day(), before).number, calm.phase_at(day(), almost).number) == (0, 1)
    assert [one.event for one in calm.advance(day(), almost)[1]] == [
        Event.PHASE_ENDED,
        Event.PHASE_BEGAN,
    ]
    assert calm.seconds_left(day(), before_last) == pytest.approx(0.1)
    assert calm.seconds_left(day(), last) == 0
    assert calm.advance(day(), last)[1][-1].event is Event.FINISHED
