"""PHQ-9 and GAD-7: which of them is open, going on with one, and finding the earlier ones."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from app.domain.clock import Clock
from app.domain.ids import NewToken, record_id
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.questionnaire_schedule import (
    due_since,
    is_due,
    is_offered,
    is_open,
    is_under_way,
    latest,
    may_be_filled_in,
    opens_on,
)
from app.domain.scoring import SCORED, answered
from app.i18n import _, ngettext
from app.services.clinic_content import days_apart
from app.services.content import Content
from app.services.journal import Journal
from app.services.names import questionnaire_name
from app.services.preferences import Preferences

LOOK_BACK_DAYS: Final = 60
"""How far back the last one is looked for; whoever filled one in longer ago begins anew.

Days are found by the names of their files, newest first, and read only as far as needed: that
costs nothing for those who fill them in, and at most 60 small files for those who never do.
"""

YEAR: Final = 365


class Standing(NamedTuple):
    """How it stands with one questionnaire now.

    ``under_way`` is the one of today that can be gone on with. ``opens_on`` is the first day on
    which it can be filled in again, nothing where it never was.
    """

    name: QuestionnaireName
    last: Questionnaire | None
    under_way: Questionnaire | None
    is_open: bool
    opens_on: date | None


class OpenQuestionnaire(NamedTuple):
    """A questionnaire the patient is told of: in words, and by the page that asks it.

    ``since`` is the day from which on it is offered, or on which it was begun; nothing where it
    was never filled in.
    """

    name: QuestionnaireName
    since: date | None
    title: str
    caption: str
    page: str
    argument: str


class Questionnaires:
    """Joins the journal, the schedule and what the patient told about themselves."""

    def __init__(
        self,
        journal: Journal,
        preferences: Preferences,
        content: Content,
        clock: Clock,
        token: NewToken,
    ) -> None:
        self._journal = journal
        self._preferences = preferences
        self._content = content
        self._clock = clock
        self._token = token

    @property
    def may_be_filled_in(self) -> bool:
        """Whether the patient can fill them in; those under 18 cannot."""
        return may_be_filled_in(self._preferences.profile)

    @property
    def is_offered(self) -> bool:
        """Whether the patient is told of them without asking."""
        return is_offered(self._preferences.profile)

    def due(self) -> tuple[OpenQuestionnaire, ...]:
        """Return what the patient is told of now, what is under way first; most often nothing.

        Never for those under 18, nor for those treated for pain alone.
        """
        if not self.is_offered:
            return ()
        now = self._clock.now()
        standings = self.standings()
        begun = [one for one in standings if one.under_way is not None]
        waiting = [one for one in standings if one.under_way is None and self._is_due(one, now)]
        return tuple(self._in_words(one) for one in (*begun, *waiting))

    def standings(self) -> tuple[Standing, ...]:
        """Return how it stands with each of them."""
        now = self._clock.now()
        last = self._last(now)
        return tuple(_standing(name, last.get(name), now) for name in QuestionnaireName)

    def begin(self, name: QuestionnaireName) -> Questionnaire | None:
        """Return the one of today to go on with, or a new one of which nothing is stored yet.

        Nothing where it is not open, or not for this patient.
        """
        standing = next(one for one in self.standings() if one.name is name)
        if not self.may_be_filled_in or not (standing.under_way or standing.is_open):
            return None
        now = self._clock.now()
        new = Questionnaire(id=record_id(self._token), created=now, changed=now, at=now, name=name)
        return standing.under_way or new

    def earlier(self, back: int = LOOK_BACK_DAYS) -> tuple[Questionnaire, ...]:
        """Return all of the last *back* days, newest first."""
        found = [
            one
            for day in self._days(back)
            for one in self._journal.day(day).questionnaires
            if one.answers or one.finished is not None
        ]
        return tuple(sorted(found, key=_moment, reverse=True))

    def has_older(self, back: int) -> bool:
        """Return whether anything at all is kept of the days before the last *back*."""
        oldest = min(self._journal.days(), default=None)
        return oldest is not None and oldest < self._today() - timedelta(days=back)

    def _last(self, now: datetime) -> dict[QuestionnaireName, Questionnaire]:
        found: dict[QuestionnaireName, Questionnaire] = {}
        for day in self._days(LOOK_BACK_DAYS):
            kept = self._journal.day(day).questionnaires
            for name in QuestionnaireName:
                last = latest(kept, name, now)
                if last is not None:
                    found.setdefault(name, last)
            if len(found) == len(QuestionnaireName):
                break
        return found

    def _days(self, back: int) -> Iterator[date]:
        """Yield the days of which anything is kept, from tomorrow's back, newest first."""
        today = self._today()
        first, last = today - timedelta(days=back), today + timedelta(days=1)
        return (day for day in self._journal.days() if first <= day <= last)

    def _today(self) -> date:
        return self._clock.now().date()

    def _is_due(self, standing: Standing, now: datetime) -> bool:
        return is_due(standing.last, now, days_apart(self._content.pack, standing.name))

    def _in_words(self, standing: Standing) -> OpenQuestionnaire:
        name, begun = standing.name, standing.under_way
        title = _("{questionnaire} is open").format(questionnaire=questionnaire_name(name))
        count = len(SCORED[name])
        if begun is None:
            since = due_since(standing.last, days_apart(self._content.pack, name))
            words = ngettext(
                "{count} question about the last 2 weeks. Fill it in, or leave it.",
                "{count} questions about the last 2 weeks. Fill it in, or leave it.",
                count,
            ).format(count=count)
        else:
            since = begun.day
            words = _("{answered} of {all} answered. Go on, or leave it.").format(
                answered=answered(begun), all=count
            )
        return OpenQuestionnaire(name, since, title, words, "questionnaire", f"go:{name.value}")


def _standing(name: QuestionnaireName, last: Questionnaire | None, now: datetime) -> Standing:
    under_way = last if is_under_way(last, now) else None
    return Standing(name, last, under_way, is_open(last, now), opens_on(last))


def _moment(questionnaire: Questionnaire) -> datetime:
    return questionnaire.at
