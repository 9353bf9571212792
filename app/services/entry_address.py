"""How one page tells another which entry it is about: a line of text in a route."""

import contextlib
from datetime import date

from app.domain.check_in import CheckIn, TimePoint
from app.domain.journal import Entry
from app.services.journal import Journal


def stored_at(day: date, entry_id: str) -> str:
    """Return where the entry in the file of *day* is to be found: ``open:day:id``."""
    return f"open:{day.isoformat()}:{entry_id}"


def new_at(point: TimePoint, infusion: str | None) -> str:
    """Return what begins a check-in at *point* after *infusion*: ``new:point:infusion``."""
    return f"new:{point.value}:{infusion or ''}"


def address_of(check_in: CheckIn, *, is_stored: bool) -> str:
    """Return where *check_in* is to be found; one that says nothing yet is begun again there."""
    if is_stored:
        return stored_at(check_in.day, check_in.id)
    return new_at(check_in.time_point, check_in.infusion)


def entry_at(address: str, journal: Journal) -> Entry | None:
    """Return the stored entry at *address*; nothing if it is gone, or the address is broken."""
    with contextlib.suppress(ValueError):
        match address.split(":", 2):
            case ["open", day, entry_id]:
                return journal.find(entry_id, date.fromisoformat(day))
    return None


def check_in_at(address: str, journal: Journal) -> tuple[CheckIn, bool]:
    """Return the check-in at *address*, and whether it is stored.

    One that is not there any more begins anew, at any time; nothing is guessed from a broken
    address.
    """
    entry = entry_at(address, journal)
    if isinstance(entry, CheckIn):
        return entry, True
    with contextlib.suppress(ValueError):
        match address.split(":", 2):
            case ["new", point, infusion_id]:
                return journal.draft(TimePoint(point), infusion_id or None), False
    return journal.draft(TimePoint.ANY_TIME, None), False
