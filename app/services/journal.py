"""Writing and finding journal entries."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn, TimePoint
from app.domain.clock import Clock
from app.domain.ids import NewToken, record_id, version_id
from app.domain.journal import Day, Entry
from app.domain.questionnaire import Questionnaire
from app.domain.rebase import rebased
from app.domain.reflection import Reflection
from app.domain.versions import (
    Replaced,
    Version,
    W,
    Written,
    brought_back,
    is_finished,
    replaced,
    says_other,
)
from app.i18n import _
from app.services.changes import Changes, Kind
from app.services.undo import Step
from app.storage.journal_repository import JournalRepository
from app.storage.yaml_values import Document

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
        file with theirs is kept beside it. What was stored until now is kept as an earlier
        version, if that had been left alone for a while.
        """
        loses = False
        typed: Any = entry
        stored: Any = None if over is None else self.find(over.id, over.day)
        if over is not None and type(stored) is type(over):
            typed, loses = rebased(over, entry, stored)
        kept: _E = typed.changed_at(self._clock.now())
        self._put(kept, sender, keep_theirs=loses, replaces=self._replaced_by(kept))
        return kept

    def delete(self, entry: Entry, sender: object = None) -> Step:
        """Remove *entry*."""
        entry = self.find(entry.id, entry.day) or entry
        versions = self._repository.delete(entry)
        self._changes.announce(Kind.JOURNAL, sender)
        return Step(_removed(entry), partial(self._undelete, entry, versions))

    def versions_of(self, entry: Entry | None) -> list[Version]:
        """Return what *entry* said before, the newest first; what it says now is not among it."""
        if entry is None or isinstance(entry, CalmSession):
            return []
        return [
            version
            for version in self._repository.versions(entry.id)
            if type(version.entry) is type(entry) and says_other(entry, version.entry)
        ]

    def bring_back(self, entry: W, before: W, sender: object = None) -> Step:
        """Let *entry* say again what *before*, an earlier version of it, said.

        Its day, time point and infusion stay. What it said until now becomes an earlier version.
        """
        stored = self._repository.stored(entry)
        now: Any = stored if type(stored) is type(entry) else entry
        brought = brought_back(now, before).changed_at(self._clock.now())
        self._put(brought, sender, replaces=self._replaced_by(brought, at_once=True))
        return Step(_("Earlier version brought back."), partial(self._say_again, brought, now))

    def _say_again(self, brought: Written, before: Written) -> Step | None:
        """Let an entry say what it said before a version was brought back.

        What was written since then has a way back of its own.
        """
        stored: Any = self._repository.stored(brought)
        if type(stored) is not type(before):
            return None  # it was removed since
        if says_other(stored, brought):
            return self.bring_back(stored, before)
        self._put(brought_back(stored, before).changed_at(self._clock.now()))
        return None

    def _replaced_by(self, new: Entry, *, at_once: bool = False) -> Replaced | None:
        """Return what is stored with the version that *new* makes of it, if it makes one.

        It does so *at_once*, or if what is stored was left alone for a while. Then it does even if
        *new* only moves it: from now on nobody could tell any more how long its words have stood.
        """
        stored: Any = self._repository.stored(new)
        if isinstance(new, CalmSession) or type(stored) is not type(new):
            return None
        if not (at_once or is_finished(stored, self._clock.now())):
            return None
        return self._as_version(stored)

    def _as_version(self, entry: Written) -> Replaced | None:
        """Return *entry* with the version that it becomes, unless the newest one says the same."""
        newest: list[Any] = [one.entry for one in self._repository.versions(entry.id)[:1]]
        is_known = any(type(one) is type(entry) and not says_other(entry, one) for one in newest)
        if is_known or entry.is_empty:
            return None
        now = self._clock.now()
        return replaced(entry, version_id(now.date(), self._token), now)

    def way_back(self, text: str, check_in: CheckIn, make: Callable[[CheckIn], CheckIn]) -> Step:
        """Return the step that says *text*; it has *make* change *check_in* as it is by then.

        What was written meanwhile stays. A check-in that says nothing afterwards is removed; if it
        has said something before, there is a way back.
        """
        return Step(text, partial(self._change, check_in, make))

    def _change(self, check_in: CheckIn, make: Callable[[CheckIn], CheckIn]) -> Step | None:
        stored = self.find(check_in.id, check_in.day)
        changed = make(stored if isinstance(stored, CheckIn) else check_in)
        if not changed.is_empty:
            changed = changed.changed_at(self._clock.now())
            self._put(changed, replaces=self._replaced_by(changed))
        elif stored is not None:
            has_said_more = bool(self._repository.versions(stored.id))
            step = self.delete(stored)
            return step if has_said_more else None
        return None

    def _put(
        self,
        entry: Entry,
        sender: object = None,
        *,
        keep_theirs: bool = False,
        replaces: Replaced | None = None,
    ) -> None:
        self._repository.put(entry, keep_theirs=keep_theirs, replaced=replaces)
        self._changes.announce(Kind.JOURNAL, sender)

    def _undelete(self, entry: Entry, versions: tuple[Document, ...]) -> None:
        self._repository.put_back(entry, versions)
        now = self._clock.now()
        replaces = None
        if not isinstance(entry, CalmSession) and is_finished(entry, now):
            replaces = self._as_version(entry)
        self._put(entry.changed_at(now), replaces=replaces)

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
