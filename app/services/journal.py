"""Writing and finding journal entries."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from app.domain.check_in import CheckIn, TimePoint
from app.domain.clock import Clock
from app.domain.ids import NewToken, record_id
from app.domain.journal import Day, Entry
from app.domain.questionnaire import Questionnaire
from app.domain.rebase import rebased
from app.domain.reflection import Reflection
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.undo import Step
from app.storage.journal_repository import JournalRepository

_E = TypeVar("_E", bound=Entry)

RECENT_DAYS = 9
"""How far back a due check-in may lie."""


class Journal:
    """The journal by the day."""

    def __init__(
        self,
        repository: JournalRepository,
        clock: Clock,
        token: NewToken,
        changes: Changes,
    ) -> None:
        self._repository = repository
        self._clock = clock
        self._token = token
        self._changes = changes

    def draft(self, time_point: TimePoint, infusion: str | None) -> CheckIn:
        """Return an empty check-in for now; nothing is stored until something is said."""
        now = self._clock.now()
        return CheckIn(
            id=record_id(self._token),
            created=now,
            changed=now,
            at=now,
            time_point=time_point,
            infusion=infusion,
        )

    def keep(self, entry: _E, sender: object = None, *, over: _E | None = None) -> _E:
        """Store *entry* as changed now, and return it so.

        *over* is the version that *entry* was made from. If somebody else changed that since,
        both changes are kept in what is returned; where they disagree ours stands, and the
        file with theirs is kept beside it.
        """
        loses = False
        typed: Any = entry
        stored: Any = None if over is None else self.find(over.id, over.day)
        if over is not None and type(stored) is type(over):
            typed, loses = rebased(over, entry, stored)
        kept: _E = typed.changed_at(self._clock.now())
        self._put(kept, sender, keep_theirs=loses)
        return kept

    def delete(self, entry: Entry, sender: object = None) -> Step:
        """Remove *entry*."""
        entry = self.find(entry.id, entry.day) or entry
        self._repository.delete(entry)
        self._changes.announce(Kind.JOURNAL, sender)
        return Step(_removed(entry), partial(self._bring_back, entry))

    def way_back(self, text: str, check_in: CheckIn, make: Callable[[CheckIn], CheckIn]) -> Step:
        """Return the step that says *text*; it has *make* change *check_in* as it is by then.

        What was written meanwhile stays. A check-in that says nothing afterwards is removed.
        """
        return Step(text, partial(self._change, check_in, make))

    def _change(self, check_in: CheckIn, make: Callable[[CheckIn], CheckIn]) -> None:
        stored = self.find(check_in.id, check_in.day)
        changed = make(stored if isinstance(stored, CheckIn) else check_in)
        if not changed.is_empty:
            self._put(changed.changed_at(self._clock.now()))
        elif stored is not None:
            self._repository.delete(stored)
            self._changes.announce(Kind.JOURNAL)

    def _put(self, entry: Entry, sender: object = None, *, keep_theirs: bool = False) -> None:
        self._repository.put(entry, keep_theirs=keep_theirs)
        self._changes.announce(Kind.JOURNAL, sender)

    def _bring_back(self, entry: Entry) -> None:
        self._put(entry.changed_at(self._clock.now()))

    def days(self) -> list[date]:
        """Return the days that have a file, newest first."""
        return self._repository.days()

    def day(self, day: date) -> Day:
        """Return what is kept of *day*."""
        return self._repository.day(day)

    def find(self, entry_id: str, day: date) -> Entry | None:
        """Return the entry of *day* with this id, wherever it was moved since; or nothing."""
        elsewhere = self._repository.day_with(entry_id) or day
        entries = (*self.day(day).entries(), *self.day(elsewhere).entries())
        return next((one for one in entries if one.id == entry_id), None)

    def recent_check_ins(self, now: datetime) -> Iterator[CheckIn]:
        """Yield the check-ins of the last RECENT_DAYS days; a day nobody asks for stays unread."""
        for back in range(RECENT_DAYS + 1):
            yield from self.day(now.date() - timedelta(days=back)).check_ins


def _removed(entry: Entry) -> str:
    match entry:
        case CheckIn():
            return _("Check-in removed.")
        case Reflection():
            return _("Reflection removed.")
        case Questionnaire():
            return _("Questionnaire removed.")
    return _("Calm session removed.")
