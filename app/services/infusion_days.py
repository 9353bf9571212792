"""The days of infusions, found without reading all of them."""

from datetime import date

from app.domain.filters import Filter, Found
from app.domain.infusion import Infusion, Outcome
from app.services.infusions import Infusions
from app.services.search import Search


class InfusionDays:
    """Knows on which days infusions are or were; cancelled ones are on none.

    *search* knows them once it has read all; until then those that are recent by the names of
    their files are known too.
    """

    def __init__(self, infusions: Infusions, search: Search) -> None:
        self._infusions = infusions
        self._search = search

    def between(self, first: date, last: date) -> dict[date, Infusion]:
        """Return the infusions of the days from *first* to *last*, the first one of each day."""
        wanted = Filter(kind=Found.INFUSION, first_day=first, last_day=last)
        found = (self._infusions.get(hit.record_id) for hit in self._search.find("", wanted))
        known = [*self._infusions.recent(), *(one for one in found if one is not None)]
        days: dict[date, Infusion] = {}
        for one in sorted(known, key=_order):
            if first <= one.date <= last and one.outcome is not Outcome.CANCELLED:
                days.setdefault(one.date, one)
        return days


def _order(infusion: Infusion) -> tuple[date, str]:
    return infusion.date, infusion.arrive or ""
