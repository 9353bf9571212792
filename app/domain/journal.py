"""The journal: everything that is kept of one day."""

from datetime import datetime
from itertools import chain
from typing import TypeAlias

from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn
from app.domain.questionnaire import Questionnaire
from app.domain.records import Part
from app.domain.reflection import Reflection

Entry: TypeAlias = CheckIn | Reflection | Questionnaire | CalmSession
"""Anything that is kept of a day."""


class Day(Part, frozen=True, kw_only=True):
    """One day of the journal, each kind in the order of time."""

    check_ins: tuple[CheckIn, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    calm_sessions: tuple[CalmSession, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept of the day."""
        return not any(True for _ in self._all())

    def entries(self) -> tuple[Entry, ...]:
        """Return everything of the day, in the order of time."""
        return tuple(sorted(self._all(), key=entry_time))

    def _all(self) -> "chain[Entry]":
        return chain(self.check_ins, self.reflections, self.questionnaires, self.calm_sessions)


def entry_time(entry: Entry) -> datetime:
    """Return the moment by which *entry* is put in order."""
    return entry.started if isinstance(entry, CalmSession) else entry.at
