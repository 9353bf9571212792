"""How one page tells another which check-in to go on with: a line of text in a route."""

import contextlib
from datetime import date

from app.domain.check_in import CheckIn, TimePoint
from app.services.journal import Journal


def address_of(check_in: CheckIn, *, is_stored: bool) -> str:
    """Return where *check_in* is to be found; one that says nothing yet is begun again there."""
    if is_stored:
        return f"open:{check_in.day.isoformat()}:{check_in.id}"
    return f"new:{check_in.time_point.value}:{check_in.infusion or ''}"


def check_in_at(address: str, journal: Journal) -> tuple[CheckIn, bool]:
    """Return the check-in at *address*, and whether it is stored.

    ``open:day:id`` is a stored one, ``new:point:infusion`` an empty one. One that is not there
    any more begins anew, at any time; nothing is guessed from a broken address.
    """
    with contextlib.suppress(ValueError):
        match address.split(":", 2):
            case ["open", day, entry_id]:
                entry = journal.find(entry_id, date.fromisoformat(day))
                if isinstance(entry, CheckIn):
                    return entry, True
            case ["new", point, infusion_id]:
                return journal.draft(TimePoint(point), infusion_id or None), False
    return journal.draft(TimePoint.ANY_TIME, None), False
