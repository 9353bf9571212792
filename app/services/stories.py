"""Putting together what belongs to an infusion."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from app.domain.check_in import CheckIn
from app.domain.clock import Clock
from app.domain.filters import Filter, Found
from app.domain.infusion import Infusion
from app.domain.journal import Entry, entry_time
from app.domain.reflection import Reflection
from app.domain.story import Story, story_points
from app.services.content import Content
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.search import Search

DAYS_AFTER: Final = 8
"""Until so many days after an infusion its last check-in can be made; those are its days."""

LISTED: Final = 30
"""How many infusions are listed at a time."""


class Stories:
    """Infusions and what belongs to them.

    The days of an infusion are read themselves. What belongs to it on other days *search* knows,
    as far as it has read the folder.
    """

    def __init__(
        self,
        infusions: Infusions,
        journal: Journal,
        search: Search,
        content: Content,
        clock: Clock,
    ) -> None:
        self._infusions = infusions
        self._journal = journal
        self._search = search
        self._content = content
        self._clock = clock

    def newest(self, count: int) -> list[Infusion]:
        """Return the *count* infusions that were planned last, newest first."""
        return self._infusions.newest(count)

    def of(self, infusion_id: str) -> Story | None:
        """Return what belongs to the infusion with this id; nothing if there is none."""
        infusion = self._infusions.get(infusion_id)
        if infusion is None:
            return None
        around = [entry for day in _days_of(infusion) for entry in self._journal.day(day).entries()]
        own = self._belonging(infusion_id, around)
        on_the_day = self._journal.day(infusion.date)
        return Story(
            infusion=infusion,
            points=story_points(
                infusion,
                [one for one in own if isinstance(one, CheckIn)],
                self._clock.now(),
                self._content.ladder,
            ),
            sessions=on_the_day.calm_sessions,
            reflections=tuple(one for one in own if isinstance(one, Reflection)),
            questionnaires=tuple(
                one for day in _days_of(infusion) for one in self._journal.day(day).questionnaires
            ),
        )

    def _belonging(self, infusion_id: str, around: list[Entry]) -> list[Entry]:
        """Return the check-ins and reflections of the infusion, from wherever they are."""
        found = {
            one.id: one
            for one in around
            if isinstance(one, CheckIn | Reflection) and one.infusion == infusion_id
        }
        for hit in self._search.find("", Filter(infusion=infusion_id)):
            if hit.kind is not Found.INFUSION and hit.record_id not in found:
                entry = self._journal.find(hit.record_id, hit.day)
                if isinstance(entry, CheckIn | Reflection):
                    found[entry.id] = entry
        return sorted(found.values(), key=entry_time)


def _days_of(infusion: Infusion) -> list[date]:
    if not MINYEAR < infusion.date.year < MAXYEAR:
        return [infusion.date]
    return [infusion.date + timedelta(days=days) for days in range(DAYS_AFTER + 1)]
