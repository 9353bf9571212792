"""Making changes again on a version that somebody else changed meanwhile."""

from typing import Any, Final, Generic, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

T = TypeVar("T", bound=Struct)

_OF_THE_FILE: Final = {"id", "created", "changed"}
"""What says nothing: it is given by whoever stores the record."""


class Rebased(NamedTuple, Generic[T]):
    """The value with both changes, and whether something of theirs gave way to ours."""

    value: T
    loses: bool


def rebased(base: T, ours: T, theirs: T) -> Rebased[T]:
    """Return *theirs* with everything that is changed from *base* to *ours*, field by field.

    Where both changed the same field, ours stands: the patient has it before their eyes.
    """
    changes: dict[str, Any] = {}
    loses = False
    for name in (one for one in ours.__struct_fields__ if one not in _OF_THE_FILE):
        before, mine, other = (getattr(version, name) for version in (base, ours, theirs))
        if mine in (before, other):
            continue
        if other == before:
            changes[name] = mine
        elif isinstance(mine, Struct) and type(mine) is type(before) is type(other):
            inner = rebased(before, mine, other)
            changes[name] = inner.value
            loses = loses or inner.loses
        else:
            changes[name], loses = mine, True
    return Rebased(replace(theirs, **changes), loses)
