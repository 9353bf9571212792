"""The calming timer as values."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import calm
from app.domain.calm import RunningSession
from app.domain.calm_events import Event, Happening
from app.domain.calm_phases import as_begun, single
from app.domain.calm_session import SessionEnd, SessionNote
from app.domain.clock import Reading

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
OVER = (Event.PHASE_ENDED, Event.FINISHED)


def at(seconds: float, *, wall: float | None = None, slept: float | None = 0.0) -> Reading:
    """Return the clocks *seconds* after noon; *wall* where the wall clock says otherwise.

    The computer has *slept* so many of them, or cannot tell.
    """
    return Reading(
        wall=NOON + timedelta(seconds=seconds if wall is None else wall),
        boot_seconds=1000 + seconds,
        boot_id="one",
        awake_seconds=None if slept is None else 900 + seconds - slept,
    )


def kinds(happened: tuple[Happening, ...]) -> tuple[Event, ...]:
    """Return what happened, in its order."""
    return tuple(one.event for one in happened)


def ten_minutes() -> RunningSession:
    """Return a session of ten minutes that starts at noon."""
    return calm.start("s1", as_begun(single(10)), "coherent", at(0))


def test_a_session_ends_at_its_deadline_however_rarely_it_is_looked_at() -> None:
    """A window that stalls for the whole session misses nothing."""
    session, events = calm.advance(ten_minutes(), at(700))

    kept = calm.ended(session, at(700), SessionEnd.FINISHED)

    assert kinds(events) == OVER
    assert kept.ended == NOON + timedelta(minutes=10)
    assert kept.minutes == 10


def test_before_its_end_there_is_nothing_to_tell() -> None:
    """A look changes nothing."""
    session, events = calm.advance(ten_minutes(), at(599))

    assert (session, events) == (ten_minutes(), ())
    assert calm.seconds_left(session, at(599)) == pytest.approx(1)
    assert calm.seconds_run(session, at(599)) == pytest.approx(599)


def test_a_paused_session_stands_still() -> None:
    """An hour of pause costs no second of the session."""
    session = calm.paused(ten_minutes(), at(60))

    later, events = calm.advance(session, at(3660))
    resumed = calm.resumed(later, at(3660))

    assert events == ()
    assert calm.seconds_left(later, at(3660)) == pytest.approx(540)
    assert calm.ends_at(later, at(3660)) == NOON + timedelta(seconds=4200)
    assert resumed.paused_seconds == pytest.approx(3600)
    assert calm.seconds_left(resumed, at(3700)) == pytest.approx(500)


def test_pausing_twice_and_resuming_twice_changes_nothing() -> None:
    """A double key press does no harm."""
    session = calm.paused(ten_minutes(), at(60))

    assert calm.paused(session, at(90)) is session
    resumed = calm.resumed(session, at(90))
    assert calm.resumed(resumed, at(95)) is resumed


def test_a_session_that_is_over_cannot_be_paused_or_lengthened() -> None:
    """What has ended has ended."""
    session = ten_minutes()

    assert calm.paused(session, at(700)) is session
    assert calm.lengthened(session, 5, at(700)) is session


@pytest.mark.parametrize(("minutes", "left"), [(5, 840), (-5, 240), (-10, 0), (700, 35940)])
def test_minutes_can_be_added_and_taken(minutes: int, left: float) -> None:
    """Never less than what has run, never more than ten hours."""
    session = calm.lengthened(ten_minutes(), minutes, at(60))

    assert calm.seconds_left(session, at(60)) == pytest.approx(left)
    assert calm.seconds_run(session, at(60)) == pytest.approx(60)


def test_minutes_can_be_added_while_paused() -> None:
    """The pause goes on."""
    session = calm.lengthened(calm.paused(ten_minutes(), at(60)), 5, at(120))

    kept = calm.ended(session, at(180), SessionEnd.ENDED_EARLY)

    assert session.paused
    assert calm.seconds_left(session, at(500)) == pytest.approx(840)
    assert kept.paused_seconds == 120
    assert kept.end is SessionEnd.ENDED_EARLY


def test_a_changed_wall_clock_is_told_and_does_not_move_the_end() -> None:
    """Within one boot the boot clock counts."""
    session, events = calm.advance(ten_minutes(), at(60, wall=60 + 3600))
    again, nothing = calm.advance(session, at(61, wall=61 + 3600))

    assert kinds(events) == (Event.CLOCK_CHANGED,)
    assert session.notes == (SessionNote.CLOCK_CHANGED,)
    assert nothing == ()
    assert calm.seconds_left(again, at(61, wall=61 + 3600)) == pytest.approx(539)


def test_a_clock_that_changes_twice_is_noted_once() -> None:
    """The journal says that it happened, not how often."""
    session, _ = calm.advance(ten_minutes(), at(60, wall=3660))
    session, events = calm.advance(session, at(90, wall=90))

    assert kinds(events) == (Event.CLOCK_CHANGED,)
    assert session.notes == (SessionNote.CLOCK_CHANGED,)


def test_after_a_restart_the_wall_clock_counts_and_it_is_told() -> None:
    """The boot clock began anew; four minutes went by on the wall."""
    after = Reading(wall=NOON + timedelta(minutes=4), boot_seconds=20, boot_id="two")

    session, events = calm.advance(ten_minutes(), after)

    assert kinds(events) == (Event.COMPUTER_RESTARTED,)
    assert calm.seconds_left(session, after) == pytest.approx(360)
    assert session.anchor == after


def test_a_session_that_ended_during_a_restart_says_both() -> None:
    """It ended at its deadline, not when the computer was back."""
    after = Reading(wall=NOON + timedelta(minutes=40), boot_seconds=20, boot_id="two")

    session, events = calm.advance(ten_minutes(), after)
    kept = calm.ended(session, after, SessionEnd.FINISHED)

    assert kinds(events) == (Event.COMPUTER_RESTARTED, *OVER)
    assert kept.ended == NOON + timedelta(minutes=10)
    assert kept.notes == (SessionNote.COMPUTER_RESTARTED,)


def test_ending_early_keeps_the_minutes_that_really_ran() -> None:
    """Three and a half minutes are three whole ones."""
    kept = calm.ended(ten_minutes(), at(210), SessionEnd.ENDED_EARLY)

    assert (kept.minutes, kept.planned_minutes) == (3, 10)
    assert kept.ended == NOON + timedelta(seconds=210)


def test_sleep_is_told_with_its_length_and_moves_no_end() -> None:
    """Sleep counts as time that passed; it is told once."""
    session, events = calm.advance(ten_minutes(), at(300, slept=240))
    again, nothing = calm.advance(session, at(301, slept=240))
    kept = calm.ended(again, at(400, slept=240), SessionEnd.ENDED_EARLY)

    assert events == (
        Happening(event=Event.SLEPT, at=NOON + timedelta(seconds=300), slept_seconds=240),
    )
    assert nothing == ()
    assert calm.seconds_left(again, at(301, slept=240)) == pytest.approx(299)
    assert kept.slept_seconds == 240


def test_naps_are_told_when_they_come_to_a_minute() -> None:
    """Each is too short to be noticed; none is forgotten, pressed keys between or not."""
    session, first = calm.advance(ten_minutes(), at(100, slept=40))
    session = calm.lengthened(session, 5, at(120, slept=40))
    session, second = calm.advance(session, at(200, slept=70))

    assert first == ()
    assert [one.slept_seconds for one in second] == [70]


def test_a_pause_is_not_slept_through() -> None:
    """Who pauses and shuts the lid has missed nothing."""
    session = calm.paused(ten_minutes(), at(60))

    later, events = calm.advance(session, at(9060, slept=9000))
    resumed = calm.resumed(later, at(9060, slept=9000))

    assert events == ()
    assert calm.seconds_slept(resumed, at(9100, slept=9000)) == 0


def test_sleep_beyond_the_end_is_told_whole_and_kept_as_far_as_it_ran() -> None:
    """The computer slept for an hour, the session through its last five minutes."""
    session, events = calm.advance(ten_minutes(), at(3900, slept=3600))
    kept = calm.ended(session, at(3900, slept=3600), SessionEnd.FINISHED)

    assert kinds(events) == (Event.SLEPT, *OVER)
    assert [one.slept_seconds for one in events] == [3600, 0, 0]
    assert events[-1].at == NOON + timedelta(minutes=10)
    assert kept.slept_seconds == 600


@pytest.mark.parametrize(("before", "after"), [(None, 0.0), (0.0, None)])
def test_a_clock_that_cannot_tell_sleep_tells_nothing(
    before: float | None, after: float | None
) -> None:
    """Files of earlier versions have two clocks only."""
    session = calm.start("s1", as_begun(single(10)), "coherent", at(0, slept=before))

    _, events = calm.advance(session, at(300, slept=after))

    assert events == ()


@pytest.mark.parametrize("parted", [-0.4, 0.4])
def test_clocks_that_seem_to_part_did_not_sleep(parted: float) -> None:
    """Two clocks are never read at the very same moment."""
    assert calm.seconds_slept(ten_minutes(), at(60, slept=parted)) == 0


@given(st.lists(st.tuples(st.sampled_from(["pause", "resume", "look", "+5"]), st.integers(0, 90))))
def test_time_run_and_time_left_always_make_the_length(steps: list[tuple[str, int]]) -> None:
    """Whatever is pressed, no second is lost or counted twice."""
    session, now = ten_minutes(), 0
    for step, seconds in steps:
        now += seconds
        if step == "pause":
            session = calm.paused(session, at(now))
        elif step == "resume":
            session = calm.resumed(session, at(now))
        elif step == "+5":
            session = calm.lengthened(session, 5, at(now))
        else:
            session, _ = calm.advance(session, at(now))

    left, run = calm.seconds_left(session, at(now)), calm.seconds_run(session, at(now))

    assert left + run == pytest.approx(session.length)
    assert 0 <= run <= now + 0.001
