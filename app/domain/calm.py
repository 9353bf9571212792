"""The calming timer as values: where a session stands is worked out from clocks, never counted.

A session remembers one reading of the clocks (its anchor) and the seconds that were left then.
Its deadline follows from these, so that a stalled window, a sleeping computer or a closed
program changes nothing.
"""

from datetime import datetime, timedelta
from enum import Enum
from typing import Annotated, Final

from msgspec import Meta
from msgspec.structs import replace

from app.domain.clock import Reading
from app.domain.journal import CalmSession, SessionEnd, SessionNote
from app.domain.records import Moment, Record

CLOCKS_MAY_PART_BY: Final = 2.0
"""Seconds that wall clock and boot clock may differ before we say that the clock was changed."""

STEP_MINUTES: Final = 5
"""How much "+5" and "-5" add and take."""

LONGEST_MINUTES: Final = 600


class Event(Enum):
    """What became known when the time was looked at."""

    FINISHED = "finished"
    COMPUTER_RESTARTED = "computer_restarted"
    CLOCK_CHANGED = "clock_changed"


class RunningSession(Record, frozen=True, kw_only=True):
    """A session under way; kept in the state folder so that closing the program ends nothing.

    ``left`` and ``length`` are seconds; ``length`` is the whole session with what was added.
    """

    pattern: str
    planned_minutes: Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)]
    started: Moment
    anchor: Reading
    left: Annotated[float, Meta(ge=0)]
    length: Annotated[float, Meta(ge=0)]
    paused: bool = False
    paused_seconds: Annotated[float, Meta(ge=0)] = 0.0
    notes: tuple[SessionNote, ...] = ()


def start(session_id: str, minutes: int, pattern: str, reading: Reading) -> RunningSession:
    """Return a session of *minutes* that starts at *reading*."""
    now = reading.wall.replace(microsecond=0)
    return RunningSession(
        id=session_id,
        created=now,
        changed=now,
        pattern=pattern,
        planned_minutes=minutes,
        started=now,
        anchor=reading,
        left=minutes * 60.0,
        length=minutes * 60.0,
    )


def seconds_left(session: RunningSession, reading: Reading) -> float:
    """Return the seconds until the end, 0 when it has passed; standing still while paused."""
    if session.paused:
        return session.left
    return max(session.left - _since(session.anchor, reading), 0.0)


def seconds_run(session: RunningSession, reading: Reading) -> float:
    """Return the seconds that have run, pauses left out."""
    return session.length - seconds_left(session, reading)


def paused(session: RunningSession, reading: Reading) -> RunningSession:
    """Return the session standing still; one that is paused or over is returned as it is."""
    if session.paused or not seconds_left(session, reading):
        return session
    return replace(_anchored(session, reading), paused=True)


def resumed(session: RunningSession, reading: Reading) -> RunningSession:
    """Return the session going on from where it was paused."""
    return replace(_anchored(session, reading), paused=False) if session.paused else session


def lengthened(session: RunningSession, minutes: int, reading: Reading) -> RunningSession:
    """Return the session longer by *minutes*, or shorter when negative.

    It never gets shorter than what has already run, nor longer than LONGEST_MINUTES; one that
    is over stays over.
    """
    if not seconds_left(session, reading):
        return session
    anchored = _anchored(session, reading)
    room = LONGEST_MINUTES * 60.0 - anchored.length
    change = min(max(minutes * 60.0, -anchored.left), room)
    return replace(anchored, left=anchored.left + change, length=anchored.length + change)


def advance(session: RunningSession, reading: Reading) -> tuple[RunningSession, tuple[Event, ...]]:
    """Return the session as it stands at *reading*, and what became known.

    Within one boot the boot clock counts, and a wall clock that parted from it by more than
    CLOCKS_MAY_PART_BY is reported. After a restart only the wall clock can tell, which is
    reported too.
    """
    events: list[Event] = []
    if reading.boot_id != session.anchor.boot_id:
        session = _noted(_anchored(session, reading), SessionNote.COMPUTER_RESTARTED)
        events.append(Event.COMPUTER_RESTARTED)
    elif abs(_parted(session.anchor, reading)) > CLOCKS_MAY_PART_BY:
        session = _noted(_anchored(session, reading), SessionNote.CLOCK_CHANGED)
        events.append(Event.CLOCK_CHANGED)
    if not session.paused and seconds_left(session, reading) <= 0:
        events.append(Event.FINISHED)
    return session, tuple(events)


def ends_at(session: RunningSession, reading: Reading) -> datetime:
    """Return the wall-clock moment at which the session ends or has ended.

    While paused: the end if it went on now. Counted from *reading*, so that it is right in the
    clock the patient sees.
    """
    if session.paused:
        return reading.wall + timedelta(seconds=session.left)
    return reading.wall + timedelta(seconds=session.left - _since(session.anchor, reading))


def ended(session: RunningSession, reading: Reading, end: SessionEnd) -> CalmSession:
    """Return what the journal keeps of *session*, over at *reading* or at its deadline before."""
    over = min(ends_at(session, reading), reading.wall)
    standing = _since(session.anchor, reading) if session.paused else 0.0
    return CalmSession(
        id=session.id,
        created=session.created,
        changed=reading.wall,
        started=session.started,
        ended=over.replace(microsecond=0),
        planned_minutes=session.planned_minutes,
        minutes=int(seconds_run(session, reading) // 60),
        pattern=session.pattern,
        end=end,
        paused_seconds=round(session.paused_seconds + standing),
        notes=session.notes,
    )


def _anchored(session: RunningSession, reading: Reading) -> RunningSession:
    """Return *session* seen from *reading*; a pause in it goes on being counted.

    One that is over keeps its anchor, because that tells when it ended.
    """
    since = _since(session.anchor, reading)
    if session.paused:
        return replace(session, anchor=reading, paused_seconds=session.paused_seconds + since)
    if since >= session.left:
        return session
    return replace(session, anchor=reading, left=session.left - since)


def _since(anchor: Reading, reading: Reading) -> float:
    """Return the seconds from *anchor* to *reading*, by the clock that can be trusted."""
    if anchor.boot_id == reading.boot_id:
        return max(reading.boot_seconds - anchor.boot_seconds, 0.0)
    return max((reading.wall - anchor.wall).total_seconds(), 0.0)


def _parted(anchor: Reading, reading: Reading) -> float:
    wall = (reading.wall - anchor.wall).total_seconds()
    return wall - (reading.boot_seconds - anchor.boot_seconds)


def _noted(session: RunningSession, note: SessionNote) -> RunningSession:
    if note in session.notes:
        return session
    return replace(session, notes=(*session.notes, note))
