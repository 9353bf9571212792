"""Which page an entry is opened on."""

from datetime import date

from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn
from app.domain.filters import Found
from app.domain.journal import Entry
from app.domain.reflection import Reflection
from app.services.entry_address import stored_at
from app.ui.route import Route

_PAGES = {
    Found.CHECK_IN: "check_in",
    Found.REFLECTION: "reflection",
    Found.QUESTIONNAIRE: "questionnaire_answers",
}


def route_of(entry: Entry) -> Route | None:
    """Return where *entry* is opened; nothing for a calm session, which has no page."""
    match entry:
        case CheckIn():
            kind = Found.CHECK_IN
        case Reflection():
            kind = Found.REFLECTION
        case CalmSession():
            return None
        case _:
            kind = Found.QUESTIONNAIRE
    return route_to(kind, entry.day, entry.id)


def route_to(kind: Found, day: date, record_id: str) -> Route | None:
    """Return where the record of that *kind* in the file of *day* is opened, or nothing."""
    if kind is Found.INFUSION:
        return Route("infusion_story", record_id)
    if kind not in _PAGES:
        return None
    return Route(_PAGES[kind], stored_at(day, record_id))
