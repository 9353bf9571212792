"""The calming timer as values: where a session stands is worked out from clocks, never counted.

A session remembers one reading of the clocks (its anchor) and the seconds that were left then.
Its deadline follows from these, so that a stalled window, a sleeping computer or a closed
program changes nothing. Every change first settles what has happened until then, so what is told
does not depend on how often anybody looks.
"""

from datetime import datetime, timedelta
from typing import Annotated, Final

from msgspec import Meta
from msgspec.structs import replace

from app.domain import calm_phases
from app.domain.bells import Bells, bells_between, halfway_is_over
from app.domain.calm_events import Event, Happening, of_the_plan
from app.domain.calm_phases import (
    LONGEST_MINUTES,
    MOST_PHASES,
    REACHED,
    RunningPhase,
    Seconds,
    Standing,
    ends_of,
)
from app.domain.calm_session import CalmSession, Heard, SessionEnd, SessionNote
from app.domain.clock import Reading, parted, seconds_asleep, seconds_between
from app.domain.records import Moment, Record

CLOCKS_MAY_PART_BY: Final = 2.0
"""Seconds that wall clock and boot clock may differ before we say that the clock was changed."""

SHORTEST_SLEEP: Final = 60.0
"""Seconds asleep from which on it is told: less is nothing that a patient would have noticed."""

STEP_MINUTES: Final = 5
"""How much "+5" and "-5" add and take."""


class RunningSession(Record, frozen=True, kw_only=True):
    """A session under way; kept in the state folder so that closing the program ends nothing.

    ``pattern`` is the id of a breathing pattern, ``holds`` whether its holds are on.
    ``left`` and ``length`` are seconds; ``length`` is the whole session with what was added.
    ``slept_seconds`` were slept by the computer until the anchor, pauses left out;
    ``slept_told`` of them have been reported. Of the phases, so many are ``phases_over`` and
    reported; bells were looked for until the session had run for ``rung`` seconds. ``pending``
    has happened and was not told yet.
    """

    pattern: str
    planned_minutes: Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)]
    started: Moment
    anchor: Reading
    left: Seconds
    length: Seconds
    paused: bool = False
    paused_seconds: Seconds = 0.0
    pauses: Annotated[int, Meta(ge=0)] = 0
    slept_seconds: Seconds = 0.0
    slept_told: Seconds = 0.0
    holds: bool = False
    phases: tuple[RunningPhase, ...] = ()
    phases_over: Annotated[int, Meta(ge=0, le=MOST_PHASES)] = 0
    bells: Bells = Bells()
    rung: Seconds = 0.0
    pending: tuple[Happening, ...] = ()
    notes: tuple[SessionNote, ...] = ()
    heard: tuple[Heard, ...] = ()

    @property
    def in_phases(self) -> tuple[RunningPhase, ...]:
        """The phases; one, for a file of the time when there were none."""
        return self.phases or calm_phases.of_one_piece(self.length)


def start(
    session_id: str,
    phases: tuple[RunningPhase, ...],
    pattern: str,
    reading: Reading,
    bells: Bells | None = None,
    *,
    holds: bool = False,
) -> RunningSession:
    """Return a session of *phases*, one at least, that starts at *reading*."""
    now = reading.wall.replace(microsecond=0)
    length = sum(phase.seconds for phase in phases)
    return RunningSession(
        id=session_id,
        created=now,
        changed=now,
        pattern=pattern,
        planned_minutes=sum(phase.planned_minutes for phase in phases),
        started=now,
        anchor=reading,
        left=length,
        length=length,
        holds=holds,
        phases=phases,
        bells=Bells() if bells is None else bells,
    )


def seconds_left(session: RunningSession, reading: Reading) -> float:
    """Return the seconds until the end, 0 when it has passed; standing still while paused."""
    left = session.left - _since(session, reading)
    return left if left > REACHED else 0.0


def seconds_run(session: RunningSession, reading: Reading) -> float:
    """Return the seconds that have run, pauses left out."""
    return max(session.length - seconds_left(session, reading), 0.0)


def seconds_slept(session: RunningSession, reading: Reading) -> float:
    """Return the seconds that the computer has slept since the start, pauses left out."""
    asleep = 0.0 if session.paused else seconds_asleep(session.anchor, reading)
    return session.slept_seconds + asleep


def phase_at(session: RunningSession, reading: Reading) -> Standing:
    """Return which phase it is, the seconds left of it and of all; over, it is in its last."""
    left = seconds_left(session, reading)
    return calm_phases.standing(session.in_phases, session.length - left, left)


def ends_at(session: RunningSession, reading: Reading) -> datetime:
    """Return the wall-clock moment at which the session ends or has ended.

    While paused: the end if it went on now. Counted from *reading*, so that it is right in the
    clock the patient sees.
    """
    return reading.wall + timedelta(seconds=session.left - _since(session, reading))


def paused(session: RunningSession, reading: Reading) -> RunningSession:
    """Return the session standing still; one that is paused or over is returned as it is."""
    if session.paused or not seconds_left(session, reading):
        return session
    return replace(_settled(session, reading), paused=True, pauses=session.pauses + 1)


def resumed(session: RunningSession, reading: Reading) -> RunningSession:
    """Return the session going on from where it was paused."""
    return replace(_settled(session, reading), paused=False) if session.paused else session


def lengthened(session: RunningSession, minutes: int, reading: Reading) -> RunningSession:
    """Return the session with its present phase longer by *minutes*, or shorter when negative.

    The phase never gets shorter than what has run of it, nor the session longer than
    LONGEST_MINUTES; one that is over stays over.
    """
    if not seconds_left(session, reading):
        return session
    settled = _settled(session, reading)
    now = phase_at(settled, reading)
    room = LONGEST_MINUTES * 60.0 - settled.length
    change = min(max(minutes * 60.0, -now.left), room)
    phase = replace(now.phase, seconds=max(now.phase.seconds + change, 0.0))
    return _settled(_with_phase(settled, now.number, phase, now.left + change), reading)


def skipped(session: RunningSession, reading: Reading) -> RunningSession:
    """Return the session in its next phase, without the rest of this one; over after the last."""
    if not seconds_left(session, reading):
        return session
    settled = _settled(session, reading)
    now = phase_at(settled, reading)
    phase = replace(now.phase, seconds=now.run, skipped=True)
    return _settled(_with_phase(settled, now.number, phase, 0.0), reading)


def hearing(session: RunningSession, heard: Heard) -> RunningSession:
    """Return the session with *heard* among what is heard in it; the same if it was before."""
    if heard in session.heard:
        return session
    return replace(session, heard=tuple(one for one in Heard if one in {*session.heard, heard}))


def advance(
    session: RunningSession, reading: Reading
) -> tuple[RunningSession, tuple[Happening, ...]]:
    """Return the session as it stands at *reading*, and everything that became known, in order.

    Within one boot the boot clock counts, and a wall clock that parted from it by more than
    CLOCKS_MAY_PART_BY is reported. After a restart only the wall clock can tell, which is
    reported too. So is sleep, as soon as SHORTEST_SLEEP of it is unreported. Phases and bells
    are told once, however many passed since the last look; that the session is FINISHED is
    told at every look from then on. With nothing to tell, the session is the same.
    """
    settled = _settled(session, reading)
    happened = settled.pending
    if not session.paused and not seconds_left(session, reading):
        happened += (Happening(event=Event.FINISHED, at=ends_at(session, reading)),)
    return (replace(settled, pending=()), happened) if happened else (session, ())


def ended(session: RunningSession, reading: Reading, end: SessionEnd) -> CalmSession:
    """Return what the journal keeps of *session*, over at *reading* or at its deadline before."""
    over = min(ends_at(session, reading), reading.wall)
    standing = seconds_between(session.anchor, reading) if session.paused else 0.0
    run = seconds_run(session, reading)
    return CalmSession(
        id=session.id,
        created=session.created,
        changed=reading.wall,
        started=session.started,
        ended=over.replace(microsecond=0),
        planned_minutes=session.planned_minutes,
        minutes=int((run + REACHED) // 60),
        pattern=session.pattern,
        end=end,
        phases=calm_phases.runs(session.in_phases, run),
        paused_seconds=round(session.paused_seconds + standing),
        pauses=session.pauses,
        slept_seconds=round(min(seconds_slept(session, reading), run)),
        notes=session.notes,
        heard=session.heard,
    )


def _settled(session: RunningSession, reading: Reading) -> RunningSession:
    """Return *session* seen from *reading*, with all that happened until then pending.

    A pause in it goes on being counted. One that is over keeps its anchor, because that tells
    when it ended.
    """
    slept = seconds_slept(session, reading)
    since = seconds_between(session.anchor, reading)
    run = seconds_run(session, reading)
    ends = ends_of(session.in_phases)
    over = range(session.phases_over, sum(end - run <= REACHED for end in ends))
    rings = bells_between(session.bells, ends, session.rung, run)
    elapsed = session.length - session.left + _since(session, reading)
    older = tuple(replace(one, late_seconds=one.late_seconds + since) for one in session.pending)
    told, clocks = _of_the_clocks(session, reading)
    settled = replace(
        told,
        pending=older + clocks + of_the_plan(ends, over, rings, elapsed, reading.wall),
        phases_over=over.stop,
        rung=run,
    )
    if session.paused:
        return replace(settled, anchor=reading, paused_seconds=session.paused_seconds + since)
    left = seconds_left(session, reading)
    return replace(settled, anchor=reading, left=left, slept_seconds=slept) if left else settled


def _of_the_clocks(
    session: RunningSession, reading: Reading
) -> tuple[RunningSession, tuple[Happening, ...]]:
    """Return *session* with what is noted of the computer's clocks, and what is to tell."""
    found: list[Happening] = []
    if reading.boot_id != session.anchor.boot_id:
        session = _noted(session, SessionNote.COMPUTER_RESTARTED)
        found.append(Happening(event=Event.COMPUTER_RESTARTED, at=reading.wall))
    elif abs(parted(session.anchor, reading)) > CLOCKS_MAY_PART_BY:
        session = _noted(session, SessionNote.CLOCK_CHANGED)
        found.append(Happening(event=Event.CLOCK_CHANGED, at=reading.wall))
    asleep = seconds_slept(session, reading) - session.slept_told
    if asleep >= SHORTEST_SLEEP:
        session = replace(session, slept_told=session.slept_told + asleep)
        found.append(Happening(event=Event.SLEPT, at=reading.wall, slept_seconds=asleep))
    return session, tuple(found)


def _with_phase(
    session: RunningSession, number: int, phase: RunningPhase, left: float
) -> RunningSession:
    """Return *session*, settled, with *phase* as its present one, of which *left* is to come."""
    before = session.in_phases
    phases = (*before[:number], phase, *before[number + 1 :])
    rest = sum(one.seconds for one in phases[number + 1 :])
    halved = halfway_is_over(session.bells, session.length, session.rung)
    return replace(
        session,
        phases=phases,
        left=left + rest,
        length=session.rung + left + rest,
        bells=replace(session.bells, halfway=False) if halved else session.bells,
    )


def _since(session: RunningSession, reading: Reading) -> float:
    """Return the seconds that the session has run since its anchor."""
    return 0.0 if session.paused else seconds_between(session.anchor, reading)


def _noted(session: RunningSession, note: SessionNote) -> RunningSession:
    if note in session.notes:
        return session
    return replace(session, notes=(*session.notes, note))
