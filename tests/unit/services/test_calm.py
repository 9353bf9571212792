"""Running one calm session."""

from datetime import UTC, datetime

import pytest

from app.domain.bells import Bells
from app.domain.breathing import without_holds
from app.domain.calm_choices import Preset
from app.domain.calm_events import Event
from app.domain.calm_phases import single
from app.domain.calm_session import Heard, SessionEnd, SessionNote
from app.domain.patterns import BOX, COHERENT, FOUR_SEVEN_EIGHT, QUIET, OwnPattern
from tests.support.calm_clock import infusion_day
from tests.support.day import Day

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINE = OwnPattern(
    id="ownp2345", created=NOON, changed=NOON, name="Mine", in_seconds=4, out_seconds=8
)


def preset(
    pattern: str, *, cycles: int | None = None, minutes: int = 0, holds: bool = False
) -> Preset:
    """Return a preset of that pattern."""
    return Preset(
        id="pres2345",
        created=NOON,
        changed=NOON,
        name="Before the clinic",
        phases=single(minutes) if minutes else (),
        cycles=cycles,
        pattern=pattern,
        holds=holds,
    )


def test_a_finished_session_is_in_the_journal(day: Day) -> None:
    """And nothing runs any more."""
    calm = day.program.calm
    calm.start(single(5))
    day.clock.advance(minutes=5, seconds=1)

    events, finished = calm.look()

    assert [one.event for one in events] == [Event.PHASE_ENDED, Event.FINISHED]
    assert finished is not None
    assert day.program.journal.day(finished.day).calm_sessions[0].minutes == 5
    assert calm.running is None
    assert calm.look() == ((), None)


def test_closing_ends_nothing(day: Day) -> None:
    """The session goes on by its deadline, and says when it ended."""
    started = day.program.calm.start(single(10))
    day.clock.advance(minutes=4)
    half_way = day.reopen().calm.seconds_left()
    day.clock.advance(minutes=20)

    _, finished = day.reopen().calm.look()

    assert half_way == 360
    assert finished is not None
    assert (finished.ended - started.started).total_seconds() == 600
    assert finished.end is SessionEnd.FINISHED


def test_what_was_heard_is_in_the_journal(day: Day) -> None:
    """Once each, in one order, also after the program was closed in between."""
    day.program.calm.start(single(5))
    for heard in (Heard.TONES, Heard.RAIN, Heard.TONES):
        day.program.calm.hear(heard)
    again = day.reopen().calm
    again.hear(Heard.MUSIC)

    session = again.end()

    assert session is not None
    assert session.heard == (Heard.RAIN, Heard.MUSIC, Heard.TONES)
    again.hear(Heard.BOWL)
    assert again.running is None


def test_a_session_can_be_paused_and_made_longer(day: Day) -> None:
    """Nothing is counted while it stands still."""
    calm = day.program.calm
    calm.start(single(5))
    calm.pause()
    day.clock.advance(minutes=30)
    calm.resume()
    calm.lengthen(5)
    day.clock.advance(minutes=2)

    finished = calm.end()

    assert calm.seconds_left() == calm.seconds_run() == 0
    assert finished is not None
    assert (finished.minutes, finished.paused_seconds) == (2, 1800)
    assert finished.end is SessionEnd.ENDED_EARLY


def test_an_infusion_day_goes_through_its_phases(day: Day) -> None:
    """Closed and opened between them; what really ran is in the journal."""
    calm = day.program.calm
    calm.start(infusion_day(40), Bells(phase_ends=True), pattern=QUIET)
    assert calm.pattern is None
    day.clock.advance(minutes=2)
    calm.skip()
    day.clock.advance(minutes=39)
    calm = day.reopen().calm
    standing = calm.phase()
    assert standing is not None
    assert (standing.number, standing.left) == (1, 60)
    events, _ = calm.look()
    day.clock.advance(seconds=61)
    more, _ = calm.look()
    calm.skip()

    _, finished = calm.look()

    assert [one.event for one in events] == [Event.PHASE_ENDED, Event.PHASE_BEGAN]
    assert [one.event for one in more] == [Event.PHASE_ENDED, Event.PHASE_BEGAN, Event.BELL]
    assert finished is not None
    assert [phase.seconds for phase in finished.phases] == [120, 2400, 1]
    assert [phase.skipped for phase in finished.phases] == [True, False, True]
    assert day.reopen().journal.day(finished.day).calm_sessions == (finished,)


def test_a_preset_that_cannot_be_had_ends_nothing(day: Day) -> None:
    """The session under way goes on."""
    calm = day.program.calm
    running = calm.start(single(5))

    with pytest.raises(ValueError, match="no_phase"):
        calm.start_preset(preset("box"))
    with pytest.raises(ValueError, match="too_long"):
        calm.start(infusion_day(600))

    assert calm.running == running


def test_a_preset_breathes_by_its_pattern_and_its_holds(day: Day) -> None:
    """Through a restart; box goes without its holds until they are turned on."""
    calm = day.program.calm
    calm.start_preset(preset("box", minutes=10))
    assert calm.pattern == without_holds(BOX)

    calm.start_preset(preset("four_seven_eight", cycles=4, holds=True))

    again = day.reopen().calm
    assert again.pattern == FOUR_SEVEN_EIGHT
    assert again.seconds_left() == 76
    assert again.running is not None
    assert again.running.planned_minutes == 2


def test_breaths_without_their_holds_are_as_many(day: Day) -> None:
    """Four breaths of 4-7-8 without the holds are four of twelve seconds."""
    calm = day.program.calm

    calm.start_preset(preset("four_seven_eight", cycles=4))

    assert calm.seconds_left() == 48


def test_a_pattern_of_ones_own_that_is_gone_leaves_the_session_quiet(day: Day) -> None:
    """The minutes are still the patient's."""
    own = day.program.own_calm
    own.keep(own.choices.with_pattern(MINE))
    calm = day.program.calm
    calm.start_preset(preset(MINE.id, minutes=10))
    assert calm.pattern == MINE.pattern

    own.keep(own.choices.without_pattern(MINE.id))

    assert calm.pattern is None
    assert calm.seconds_left() == 600


def test_a_restart_of_the_computer_is_told_and_kept(day: Day) -> None:
    """The journal says what happened."""
    calm = day.program.calm
    calm.start(single(20))
    day.clock.reboot(minutes=2)

    events, finished = calm.look()

    assert ([one.event for one in events], finished) == ([Event.COMPUTER_RESTARTED], None)
    assert calm.running is not None
    assert calm.running.notes == (SessionNote.COMPUTER_RESTARTED,)
    assert calm.seconds_run() == 120


def test_starting_again_keeps_the_session_before(day: Day) -> None:
    """Nobody loses minutes by pressing start twice."""
    day.program.calm.start(single(5))
    day.clock.advance(minutes=2)

    day.program.calm.start(single(10))

    assert len(day.program.journal.day(day.clock.now().date()).calm_sessions) == 1


def test_without_a_session_nothing_can_be_paused(day: Day) -> None:
    """A late key press does no harm."""
    calm = day.program.calm

    calm.pause()
    calm.resume()
    calm.lengthen(5)
    calm.skip()

    assert calm.phase() is None
    assert calm.end() is None
    assert calm.pattern is COHERENT
