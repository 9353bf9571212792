"""Whole documents: reading them record by record, and changes that can be made again elsewhere."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct, ValidationError, convert

from app.domain.journal import Entry, entry_time
from app.domain.records import Moment, Record
from app.storage.codec import FieldError, Path, decode, decode_what_can_be, encode
from app.storage.errors import ErrorCode, StorageError
from app.storage.layouts import Layout
from app.storage.yaml_values import Document, Value

T = TypeVar("T", bound=Struct)

Change: TypeAlias = Callable[[Document], Document]
"""Makes a new document from one; the same change can be made on another version of a file."""


class Fault(Struct, frozen=True):
    """One thing wrong in a document that parses: where, what, and in which record."""

    code: ErrorCode
    place: Path
    field: str | None = None
    record_id: str | None = None


def check_shape(raw: Document, layout: Layout[Any]) -> None:
    """Raise FieldError if *raw* is no document of *layout* at all."""
    for name in layout.lists:
        if not isinstance(raw.get(name) or [], list):
            raise FieldError(ErrorCode.WRONG_TYPE, (name,))


def read(raw: Document, layout: Layout[T]) -> tuple[T | None, list[Fault]]:
    """Return the value of *raw*, with the list of what had to be left out of it.

    Of records with the same id the value holds the one changed last. Nothing is returned where
    a document that is one record misses a field it needs.
    """
    doubles = _doubles(raw, layout)
    if not doubles:
        try:
            return decode(raw, layout.value_type), []
        except FieldError:
            pass
    return _read_slowly(raw, layout, doubles)


def put_record(name: str, record: Entry) -> Change:
    """Return the change that puts *record* into the list *name*, sorted by time."""

    def change(raw: Document) -> Document:
        items = list(_items(raw, name))
        place = _newest(items, record.id)
        old = None if place is None else items[place]
        new = encode(record, old if isinstance(old, dict) else None)
        type_ = type(record)
        if place is not None and entry_time(record) == _time(old, type_):
            items[place] = new
        else:
            items = [*items[:place], *items[place + 1 :]] if place is not None else items
            items = sorted_records([*items, new], type_)
        return {**raw, name: items}

    return change


def record_in(raw: Document, name: str, record_id: str) -> Value:
    """Return the record of the list *name* with this id as it stands in *raw*, if it is there."""
    items = _items(raw, name)
    place = _newest(items, record_id)
    return None if place is None else items[place]


def remove_record(name: str, record: Record) -> Change:
    """Return the change that takes *record* out of the list *name*, unless it was changed since."""

    def change(raw: Document) -> Document:
        items = _items(raw, name)
        place = _newest(items, record.id)
        if place is not None and changed_at(items[place]) > record.changed.timestamp():
            return raw
        kept = [item for at, item in enumerate(items) if at != place]
        rest = {key: value for key, value in raw.items() if key != name}
        return {**raw, name: kept} if kept else rest

    return change


def remove_whole(record: Record) -> Change:
    """Return the change that leaves nothing of a document, unless it was changed after *record*."""
    return lambda raw: raw if changed_at(raw) > record.changed.timestamp() else {}


def put_whole(value: Struct, layout: Layout[Any]) -> Change:
    """Return the change that puts *value* in the place of what the document says."""

    def change(raw: Document) -> Document:
        places = [fault.place for fault in read(raw, layout)[1]]
        kept = {place[: _depth(place)] for place in places}
        return encode(value, raw, kept | set(places))

    return change


def adopt(other: Document, layout: Layout[Any]) -> Change:
    """Return the change that takes over what only *other* says, and its newer records."""
    return lambda raw: merged([raw, other], layout)


def merged(documents: Sequence[Document], layout: Layout[Any]) -> Document:
    """Return *documents* as one.

    Lists of records hold each id once, as it was changed last. Documents that are records
    give way to the one changed last as a whole; of others a later answer wins, if it is one:
    a default does not.
    """
    if all("changed" in document for document in documents):
        return max(documents, key=changed_at)
    whole: Document = {}
    for document in documents:
        whole = _laid_over(whole, document, defaults_of(layout))
    return whole


def defaults_of(layout: Layout[Any]) -> Document:
    """Return a document of *layout* in which nothing was answered."""
    type_ = layout.value_type
    complete = len(type_.__struct_defaults__) == len(type_.__struct_fields__)
    return encode(type_()) if complete else {}


def is_empty(raw: Document) -> bool:
    """Whether nothing is left in *raw* that would be missed."""
    return not any(value not in ([], {}) for key, value in raw.items() if key != "schema")


def changed_at(item: Value) -> float:
    """Return when *item* was changed last, in seconds; long ago if it does not say."""
    try:
        moment = convert(item.get("changed") if isinstance(item, dict) else None, Moment)
    except ValidationError:
        return float("-inf")
    return moment.timestamp()


def sorted_records(items: Iterable[Value], type_: type[Record]) -> list[Value]:
    """Return *items* in the order of time, if *type_* is an entry that has one.

    What cannot be read goes last.
    """
    if not issubclass(type_, Entry):
        return list(items)
    return sorted(items, key=lambda item: _order(item, type_))


def without_schema(raw: Document) -> Document:
    """Return what *raw* says, without its version."""
    return {key: value for key, value in raw.items() if key != "schema"}


def with_schema(raw: Document, number: int) -> Document:
    """Return *raw* with *number* as its version, first."""
    return {"schema": number, **without_schema(raw)}


def _read_slowly(
    raw: Document, layout: Layout[T], doubles: list[Fault]
) -> tuple[T | None, list[Fault]]:
    faults = list(doubles)
    older = {fault.place for fault in doubles}
    rest = dict(raw)
    for name, type_ in layout.lists.items():
        good: list[Value] = []
        for number, item in enumerate(_items(raw, name)):
            errors = _errors_in(item, type_)
            if not errors and (name, number) not in older:
                good.append(item)
            faults += [
                Fault(error.code, (name, number, *error.place), error.field, _id(item))
                for error in errors
            ]
        rest[name] = good
    try:
        value, errors = decode_what_can_be(rest, layout.value_type)
    except FieldError as error:
        value, errors = None, [error]
    record_id = _id(raw)
    return value, faults + [
        Fault(error.code, error.place, error.field, record_id) for error in errors
    ]


def _errors_in(item: Value, type_: type[Record]) -> list[FieldError]:
    if not isinstance(item, dict):
        return [FieldError(ErrorCode.WRONG_TYPE, ())]
    try:
        return decode_what_can_be(item, type_)[1]
    except FieldError as error:
        return [error]


def _doubles(raw: Document, layout: Layout[Any]) -> list[Fault]:
    """Return a fault for each record that another with the same id was changed after."""
    faults: list[Fault] = []
    for name in layout.lists:
        items = _items(raw, name)
        ids = [_id(item) for item in items]
        if len(set(ids)) == len(ids):
            continue
        newest: dict[str, int] = {}
        for at, one in enumerate(ids):
            if one is not None:
                best = newest.setdefault(one, at)
                if changed_at(items[at]) > changed_at(items[best]):
                    newest[one] = at
        faults += [
            Fault(ErrorCode.DUPLICATE_ID, (name, at), "id", one)
            for at, one in enumerate(ids)
            if one is not None and newest[one] != at
        ]
    return faults


def _newest(items: Sequence[Value], record_id: str) -> int | None:
    """Return the place of the record *record_id*, the one changed last if there are several."""
    places = [at for at, item in enumerate(items) if _id(item) == record_id]
    if len(places) < 2:  # noqa: PLR2004 - nothing to choose between
        return places[0] if places else None
    return max(places, key=lambda at: changed_at(items[at]))


def _laid_over(before: Document, after: Document, defaults: Document) -> Document:
    whole = dict(before)
    for key, value in after.items():
        old, default = whole.get(key), defaults.get(key)
        if isinstance(old, list) and isinstance(value, list):
            whole[key] = _merged_lists(old, value)
        elif isinstance(old, dict) and isinstance(value, dict):
            inner = default if isinstance(default, dict) else {}
            whole[key] = _laid_over(old, value, inner)
        elif old is None or value != default:
            whole[key] = value
    return whole


def _merged_lists(before: Iterable[Value], after: Iterable[Value]) -> list[Value]:
    whole = list(before)
    for item in after:
        record_id = _id(item)
        place = next((at for at, old in enumerate(whole) if _id(old) == record_id), None)
        if record_id is None:
            if item not in whole:
                whole.append(item)
        elif place is None:
            whole.append(item)
        elif changed_at(item) >= changed_at(whole[place]):
            whole[place] = item
    return whole


def _items(raw: Document, name: str) -> list[Value]:
    items = raw.get(name)
    return items if isinstance(items, list) else []


def _id(item: Value) -> str | None:
    record_id = item.get("id") if isinstance(item, dict) else None
    return record_id if isinstance(record_id, str) else None


def _time(item: Value, type_: type[Entry]) -> datetime | None:
    try:
        return entry_time(decode(item, type_))
    except StorageError:
        return None


def _order(item: Value, type_: type[Entry]) -> float:
    """Return by what *item* is sorted: what cannot be read goes last."""
    time = _time(item, type_)
    return float("inf") if time is None else time.timestamp()


def _depth(place: Path) -> int:
    """Return how far *place* leads to something that is kept or left as one."""
    numbers = [at for at, step in enumerate(place) if isinstance(step, int)]
    return numbers[0] + 1 if numbers else len(place)
