"""Earlier versions of what was written: when one is kept, and what makes two differ."""

from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from msgspec.structs import replace

from app.domain.check_in import CheckIn
from app.domain.questionnaire import Questionnaire
from app.domain.records import Record
from app.domain.reflection import Reflection

Written: TypeAlias = CheckIn | Reflection | Questionnaire
"""An entry that is written by hand, and so has versions."""

W = TypeVar("W", bound=Written)

FINISHED_AFTER: Final = timedelta(minutes=10)
"""How long an entry has to be left as it is for an edit of it to be finished."""

_NOT_SAID: Final = frozenset({"id", "created", "changed", "at", "time_point", "infusion"})
"""What an entry has besides what the patient says in it: its identity, and where it belongs."""


class Version(Record, frozen=True, kw_only=True):
    """What an entry said before it was changed: exactly one of the three is there.

    ``created`` is the moment at which it was replaced; since when it had stood, the entry itself
    tells by its ``changed``.
    """

    check_in: CheckIn | None = None
    reflection: Reflection | None = None
    questionnaire: Questionnaire | None = None

    @property
    def entry(self) -> Written | None:
        """The whole entry as it was; nothing in a file that was changed by hand and holds none."""
        return self.check_in or self.reflection or self.questionnaire


class Replaced(NamedTuple):
    """An entry as it stood until now, and the version that is made of it."""

    entry: Written
    version: Version


def replaced(entry: Written, version_id: str, now: datetime) -> Replaced:
    """Return *entry* with the version that it becomes, replaced *now*."""
    fields: dict[str, Any] = {field_of(entry): entry}
    return Replaced(entry, Version(id=version_id, created=now, changed=now, **fields))


def field_of(entry: Written) -> str:
    """Return the name of the field of a version that holds *entry*."""
    match entry:
        case CheckIn():
            return "check_in"
        case Reflection():
            return "reflection"
    return "questionnaire"


def brought_back(now: W, before: W) -> W:
    """Return *now* saying what *before* said; its day, time point and infusion stay."""
    said: dict[str, Any] = {
        name: getattr(before, name) for name in now.__struct_fields__ if name not in _NOT_SAID
    }
    return replace(now, **said)


def says_other(now: W, before: W) -> bool:
    """Whether *before* says anything else than *now*; an entry that only moved says the same."""
    return brought_back(now, before) != now


def is_finished(stored: Written, now: datetime) -> bool:
    """Whether the edit that made *stored* is over, so that it is a version if it is replaced.

    Of one that was stored in the future, because the clock was set back since, nobody can tell
    how long it has stood: it counts as finished.
    """
    return not timedelta(0) <= now - stored.changed < FINISHED_AFTER
