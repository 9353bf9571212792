"""What every stored record has in common."""

from datetime import datetime
from typing import Annotated, ClassVar, Self

from msgspec import Meta, Struct
from msgspec.structs import replace

Moment = Annotated[datetime, Meta(tz=True)]
"""A point in time with a fixed offset from UTC; never naive, never a zone name."""

WallTime = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""Hours and minutes as a clock on the wall shows them, "13:30"."""


class Part(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A piece of a record, or a document: what is left at its default is not written.

    ``key`` names the field by which two versions of the same part in a list are paired,
    so that a key this program does not know stays with its part.
    """

    key: ClassVar[str | None] = None


class Record(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Something the patient made, with its own identity and history."""

    key: ClassVar[str | None] = "id"

    id: str
    created: Moment
    changed: Moment

    def changed_at(self, now: datetime) -> Self:
        """Return the same record, last changed *now*."""
        return replace(self, changed=now)

    def says_the_same(self, other: Self) -> bool:
        """Whether nothing but the moment of the last change tells the two apart."""
        return replace(self, changed=other.changed) == other
