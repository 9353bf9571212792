"""The calming timer as values: where a session stands is worked out from clocks, never counted.

A session remembers one reading of the clocks (its anchor) and the seconds that were left then.
Its deadline follows from these, so that a stalled window, a sleeping computer or a closed
program changes nothing.
"""

from datetime import datetime, timedelta
from typing import Annotated, Final

from msgspec import Meta
from msgspec.structs import replace

from app.domain.calm_events import Event, Happening, Seconds
from app.domain.clock import Reading
from app.domain.journal import CalmSession, SessionEnd, SessionNote
from app.domain.records import Moment, Record

CLOCKS_MAY_PART_BY: Final = 2.0
"""Seconds that wall clock and boot clock may differ before we say that the clock was changed."""

SHORTEST_SLEEP: Final = 60.0
"""Seconds asleep from which on it is told: less is nothing that a patient would have noticed."""

_DOZE: Final = 1.0
"""Below this, two clocks that are read one after the other only seem to have parted."""

STEP_MINUTES: Final = 5
"""How much "+5" and "-5" add and take."""

LONGEST_MINUTES: Final = 600


class RunningSession(Record, frozen=True, kw_only=True):
    """A session under way; kept in the state folder so that closing the program ends nothing.

    ``left`` and ``length`` are seconds; ``length`` is the whole session with what was added.
    ``slept_seconds`` were slept by the computer until the anchor, pauses left out;
    ``slept_told`` of them have been reported.
    """

    pattern: str
    planned_minutes: Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)]
    started: Moment
    anchor: Reading
    left: Seconds
    length: Seconds
    paused: bool = False
    paused_seconds: Seconds = 0.0
    slept_seconds: Seconds = 0.0
    slept_told: Seconds = 0.0
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


def seconds_slept(session: RunningSession, reading: Reading) -> float:
    """Return the seconds that the computer has slept since the start, pauses left out."""
    return session.slept_seconds + _asleep(session, reading)


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


def advance(
    session: RunningSession, reading: Reading
) -> tuple[RunningSession, tuple[Happening, ...]]:
    """Return the session as it stands at *reading*, and what became known.

    Within one boot the boot clock counts, and a wall clock that parted from it by more than
    CLOCKS_MAY_PART_BY is reported. After a restart only the wall clock can tell, which is
    reported too. So is sleep, as soon as SHORTEST_SLEEP of it is unreported.
    """
    events: list[Happening] = []
    if reading.boot_id != session.anchor.boot_id:
        session = _noted(_anchored(session, reading), SessionNote.COMPUTER_RESTARTED)
        events.append(Happening(event=Event.COMPUTER_RESTARTED, at=reading.wall))
    elif abs(_parted(session.anchor, reading)) > CLOCKS_MAY_PART_BY:
        session = _noted(_anchored(session, reading), SessionNote.CLOCK_CHANGED)
        events.append(Happening(event=Event.CLOCK_CHANGED, at=reading.wall))
    asleep = seconds_slept(session, reading) - session.slept_told
    if asleep >= SHORTEST_SLEEP:
        session = replace(session, slept_told=session.slept_told + asleep)
        events.append(Happening(event=Event.SLEPT, at=reading.wall, slept_seconds=asleep))
    if not session.paused and seconds_left(session, reading) <= 0:
        events.append(Happening(event=Event.FINISHED, at=ends_at(session, reading)))
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
        slept_seconds=round(min(seconds_slept(session, reading), seconds_run(session, reading))),
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
    slept = seconds_slept(session, reading)
    return replace(session, anchor=reading, left=session.left - since, slept_seconds=slept)


def _since(anchor: Reading, reading: Reading) -> float:
    """Return the seconds from *anchor* to *reading*, by the clock that can be trusted."""
    if anchor.boot_id == reading.boot_id:
        return max(reading.boot_seconds - anchor.boot_seconds, 0.0)
    return max((reading.wall - anchor.wall).total_seconds(), 0.0)


def _parted(anchor: Reading, reading: Reading) -> float:
    wall = (reading.wall - anchor.wall).total_seconds()
    return wall - (reading.boot_seconds - anchor.boot_seconds)


def _asleep(session: RunningSession, reading: Reading) -> float:
    """Return the seconds asleep from the anchor to *reading*, as far as the clocks can tell."""
    anchor = session.anchor
    if session.paused or reading.boot_id != anchor.boot_id:
        return 0.0
    if reading.awake_seconds is None or anchor.awake_seconds is None:
        return 0.0
    since = reading.boot_seconds - anchor.boot_seconds
    asleep = since - (reading.awake_seconds - anchor.awake_seconds)
    return asleep if asleep >= _DOZE else 0.0


def _noted(session: RunningSession, note: SessionNote) -> RunningSession:
    if note in session.notes:
        return session
    return replace(session, notes=(*session.notes, note))
