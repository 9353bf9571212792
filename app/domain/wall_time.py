"""Times of day: as people type them, and as moments on the clock of a place."""

import re
from datetime import UTC, date, datetime, time, timezone, tzinfo
from enum import Enum
from typing import Final

from app.domain.clock import Clock

_TYPED: Final = (
    r"(?i)^\s*(?P<hours>[0-9]{1,2})\s*(?:[:.hH ]\s*(?P<minutes>[0-9]{2}))?\s*"
    r"(?P<half>[ap])?\.?\s*(?:m\.?)?\s*$"
)
_FOUR_DIGITS: Final = r"^\s*([0-9]{2})([0-9]{2})\s*$"

_NOON: Final = 12
_HOURS: Final = 24
_MINUTES: Final = 60


def parse(text: str) -> str | None:
    """Return the time of day that *text* means, as "13:30", or nothing if it is not clear.

    Understood are "13:30", "13.30", "13h30", "1330", "1:30 PM", "1:30pm" and "1 p.m.". A bare
    hour without am or pm is not clear.
    """
    if match := re.match(_FOUR_DIGITS, text):
        return _time(int(match[1]), int(match[2]))
    match = re.match(_TYPED, text)
    if match is None or (match["minutes"] is None and match["half"] is None):
        return None
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if match["half"] is not None:
        if not 1 <= hours <= _NOON:
            return None
        hours = hours % _NOON + (_NOON if match["half"].lower() == "p" else 0)
    return _time(hours, minutes)


def _time(hours: int, minutes: int) -> str | None:
    if hours >= _HOURS or minutes >= _MINUTES:
        return None
    return f"{hours:02}:{minutes:02}"


class Occurs(Enum):
    """How often a clock on the wall shows a time on one day."""

    ONCE = "once"
    NEVER = "never"
    TWICE = "twice"


def zone_called(name: str, otherwise: tzinfo) -> tzinfo:
    """Return the time zone *name*, ``Europe/Berlin``, or *otherwise* where it is not known."""
    from zoneinfo import ZoneInfo  # looks for its files, which may wait until after the start

    try:
        return ZoneInfo(name) if name else otherwise
    except (LookupError, ValueError, OSError):  # a name typed into a file by hand
        return otherwise


def zone_here(clock: Clock) -> tzinfo:
    """Return the computer's own time zone, as *clock* tells it."""
    return zone_called(clock.zone(), clock.now().tzinfo or UTC)


def moment(day: date, wall_time: str, zone: tzinfo) -> datetime:
    """Return the moment at which the clocks in *zone* show *wall_time* on *day*.

    A time that clocks show twice, in autumn, means the first. One that they leave out, in
    spring, is counted as if they had not been changed yet: 02:30 is half an hour after two,
    when they show 03:30. Calendars (RFC 5545) read both the same way.
    """
    return seen_in(zone, datetime.combine(day, time.fromisoformat(wall_time), tzinfo=zone))


def occurs(day: date, wall_time: str, zone: tzinfo) -> Occurs:
    """Return whether the clocks in *zone* show *wall_time* on *day* once, twice or never."""
    first = datetime.combine(day, time.fromisoformat(wall_time), tzinfo=zone)
    second = first.replace(fold=1)
    apart = second.astimezone(UTC) - first.astimezone(UTC)
    if not apart:
        return Occurs.ONCE
    return Occurs.TWICE if apart.days >= 0 else Occurs.NEVER


def seen_in(zone: tzinfo, at: datetime) -> datetime:
    """Return the same moment as the clocks in *zone* show it, with their fixed offset then."""
    there = at.astimezone(UTC).astimezone(zone)
    offset = there.replace(tzinfo=UTC) - there
    return there.replace(tzinfo=timezone(offset), fold=0)
