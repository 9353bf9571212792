"""Pages about infusions that were, put together from the journal."""

from typing import Final

from app.domain.clock import Clock
from app.domain.infusion import Infusion
from app.domain.visit_record import gathered, is_near
from app.services.content import Content
from app.services.documents.model import Document
from app.services.documents.visit import Background, Spelling
from app.services.documents.visit_report import Wish, visit_report
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.preferences import Preferences

LISTED: Final = 120
"""How many of the infusions planned last are looked through; more than two years of weekly ones."""


class VisitReports:
    """Makes a page of any infusion that went ahead, if only for a part."""

    def __init__(
        self,
        *,
        infusions: Infusions,
        journal: Journal,
        preferences: Preferences,
        content: Content,
        clock: Clock,
    ) -> None:
        self._infusions = infusions
        self._journal = journal
        self._preferences = preferences
        self._content = content
        self._clock = clock

    @property
    def name(self) -> str:
        """The patient's name, where it is known."""
        return self._preferences.profile.name.strip()

    def infusions(self) -> tuple[Infusion, ...]:
        """Return the infusions that there can be a page of, the newest first."""
        were = (one for one in self._infusions.newest(LISTED) if one.took_place)
        return tuple(sorted(were, key=lambda one: (one.date, one.id), reverse=True))

    def make(self, infusion: Infusion, wish: Wish, spelling: Spelling) -> Document:
        """Return the page of *infusion* as the journal is now; other days stay unread."""
        near = (day for day in self._journal.days() if is_near(infusion, day))
        now = self._clock.now()
        record = gathered(infusion, map(self._journal.day, near), now, self._content.ladder)
        about = Background(
            content=self._content,
            spelling=spelling,
            made=now.date(),
            name=self._preferences.profile.name,
            clinic=self._preferences.clinic,
        )
        return visit_report(record, wish, about)
