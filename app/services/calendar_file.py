"""Planned infusions as a calendar file (RFC 5545) that says nothing about health.

Moments are in UTC: every calendar shows them on its own clock, and no description of a time
zone has to go along.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from app.domain.count_back import Mark, count_back
from app.domain.infusion import Infusion, Outcome
from app.domain.reminders import WITHOUT_A_WAY, evening_before
from app.domain.rules import Rules
from app.i18n import _

ENDING: Final = ".ics"
_LINE: Final = 75
"""Octets on a line without its end; RFC 5545, 3.1."""


def calendar_file(
    infusions: Iterable[Infusion],
    rules: Rules,
    *,
    now: datetime,
    here: tzinfo,
    title: str = "",
) -> bytes:
    """Return a calendar with an appointment for each of *infusions*, called *title*.

    Each keeps its own identity, so a calendar that reads a later file moves the appointment
    instead of adding another. Without a title it is "Appointment"; place, clinic and notes are
    left out. *here* is the computer's own zone.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Soft Landing//EN", "CALSCALE:GREGORIAN"]
    lines.append("METHOD:PUBLISH")
    for infusion in infusions:
        lines += _event(infusion, rules, now, here, title.strip() or _("Appointment"))
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(
    infusion: Infusion, rules: Rules, now: datetime, here: tzinfo, title: str
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_OID, infusion.id)}"
    yield f"DTSTAMP:{_utc(now)}"
    yield f"LAST-MODIFIED:{_utc(infusion.changed)}"
    yield f"SEQUENCE:{_sequence(infusion)}"
    yield from _when(infusion, rules, here)
    yield f"SUMMARY:{_escaped(title)}"
    yield "CLASS:PRIVATE"
    is_off = infusion.outcome is Outcome.CANCELLED
    yield f"STATUS:{'CANCELLED' if is_off else 'CONFIRMED'}"
    if not is_off:
        yield from _alarms(infusion, rules, here, title)
    yield "END:VEVENT"


def _when(infusion: Infusion, rules: Rules, here: tzinfo) -> Iterator[str]:
    """Return from the arrival until the usual rest is over; the whole day without a time."""
    at = _moments(infusion, rules, here)
    if not at:
        yield f"DTSTART;VALUE=DATE:{_digits(infusion.date)}"
        return
    yield f"DTSTART:{_utc(at[Mark.ARRIVE])}"
    yield f"DTEND:{_utc(at[Mark.RECOVERED])}"


def _alarms(infusion: Infusion, rules: Rules, here: tzinfo, title: str) -> Iterator[str]:
    evening = evening_before(infusion, here)
    if evening is None:
        return
    yield from _alarm(evening, _("Tomorrow: {title}").format(title=title))
    at = _moments(infusion, rules, here)
    if at:
        leave = at.get(Mark.LEAVE_HOME, at[Mark.ARRIVE] - WITHOUT_A_WAY)
        yield from _alarm(leave, _("Time to leave: {title}").format(title=title))


def _moments(infusion: Infusion, rules: Rules, here: tzinfo) -> dict[Mark, datetime]:
    plan = count_back(infusion, rules, here)
    return {time.mark: time.at for time in plan.times} if plan is not None else {}


def _alarm(at: datetime, words: str) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"TRIGGER;VALUE=DATE-TIME:{_utc(at)}"
    yield f"DESCRIPTION:{_escaped(words)}"
    yield "END:VALARM"


def _sequence(infusion: Infusion) -> int:
    """Return a number that grows with every change, which tells calendars what is newer."""
    return max(int((infusion.changed - infusion.created) / timedelta(seconds=1)), 0)


def _utc(at: datetime) -> str:
    return f"{_digits(at.astimezone(UTC).replace(microsecond=0, tzinfo=None))}Z"


def _digits(at: date) -> str:
    """Return a day, or a day and its time, without hyphens and colons."""
    return at.isoformat().replace("-", "").replace(":", "")


def _escaped(text: str) -> str:
    """Return *text* as RFC 5545 (3.3.11) writes it."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> bytes:
    """Return *line* in pieces of at most 75 octets, never cut inside a letter."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode("utf-8")
        if len(piece) + len(octets) > _LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
