"""From the files of earlier versions to those of this one: numbered steps for each kind of file.

The first step of a kind turns its schema 1 into 2, the next one 2 into 3; how many there are says
which schema this program writes. A step is a pure function of the whole document, ``schema`` aside.
It keeps every key it does not know, and lets pass what it cannot make sense of, such as a record
that is no mapping: the reader lists that by itself. One that renames a rating, say, ::

    def _anxiety_is_called_worry(day: Document) -> Document:
        return {**day, "check_ins": [_renamed(one) for one in day.get("check_ins") or []]}

is added at the end of ``STEPS["journal"]``, with a folder ``tests/data/journal/schema_2`` of files
as they are written from then on. A step is never changed once it was released, nor taken away.
An earlier version of an entry, kind ``history``, holds it as the file of its day did: a step that
changes entries has one beside it in ``STEPS["history"]``.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from app.storage.codec import FieldError
from app.storage.documents import Fault, check_shape, read
from app.storage.errors import ErrorCode, StorageError
from app.storage.layouts import Layout
from app.storage.yaml_values import Document, Value, same

Step: TypeAlias = Callable[[Document], Document]
"""Makes the document of the next schema."""

FIRST: Final = 1
"""The schema before any step."""

STEPS: Final[dict[str, tuple[Step, ...]]] = {
    "profile": (),
    "settings": (),
    "checklist": (),
    "clinic": (),
    "consultation": (),
    "calm": (),
    "infusion": (),
    "journal": (),
    "history": (),
    "running-session": (),
}


def current(kind: str) -> int:
    """Return the schema that this program writes for files of *kind*."""
    return FIRST + len(STEPS[kind])


def schema_of(raw: Document, kind: str) -> int:
    """Return the schema of *raw*; where it does not say, it is this program's.

    Raises FieldError for what cannot be a schema.
    """
    schema = raw.get("schema")
    if schema is None:
        return current(kind)
    if type(schema) is not int or schema < FIRST:
        raise FieldError(ErrorCode.WRONG_TYPE, ("schema",))
    return schema


def migrated(raw: Document, layout: Layout[Any]) -> Document:
    """Return *raw* as this program would have written it; *raw* itself unless it is older.

    Raises StorageError MIGRATION_FAILED if a step fails, or leaves something that cannot be
    read and was not there before.
    """
    number = schema_of(raw, layout.kind)
    if number >= current(layout.kind):
        return raw
    document = {key: value for key, value in raw.items() if key != "schema"}
    try:
        for step in STEPS[layout.kind][number - FIRST :]:
            document = step(document)
        check_shape(document, layout)
        value, faults = read(document, layout)
    except Exception as error:
        # Whatever a step trips over, the file is left alone and the program goes on.
        raise StorageError(ErrorCode.MIGRATION_FAILED, field="schema") from error
    if (
        not _is_plain(document)
        or value is None
        or any(_is_new(one, document, raw) for one in faults)
    ):
        raise StorageError(ErrorCode.MIGRATION_FAILED, field="schema")
    return {"schema": current(layout.kind), **document}


def _is_new(fault: Fault, document: Document, raw: Document) -> bool:
    """Whether what is wrong in *document* is none of what was wrong in *raw* already."""
    place = (*fault.place, "id") if fault.code is ErrorCode.DUPLICATE_ID else fault.place
    return not same(_at(document, place), _at(raw, place))


def _at(value: Any, place: tuple[str | int, ...]) -> Value:
    """Return what stands in *value* at *place*; nothing if the way ends before."""
    for step in place:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value  # type: ignore[no-any-return]


def _is_plain(value: object) -> bool:
    """Whether a file can hold *value*."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_plain(inner) for key, inner in value.items())
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, str | int | float)
