"""Every kind of record, with any text and any key nobody knows, survives its file."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.storage.codec import decode, encode
from app.storage.documents import put_whole, read, with_schema
from app.storage.layouts import (
    CALM,
    CHECKLIST,
    CONSULTATION,
    HISTORY,
    INFUSION,
    JOURNAL,
    PROFILE,
    RUNNING,
    SETTINGS,
    Layout,
)
from app.storage.migrations import current
from app.storage.yaml_door import dump, load
from app.storage.yaml_values import Document, Value, same
from tests.support.records import FOREIGN, UNKNOWN, cleaned, values_of

LAYOUTS = (PROFILE, SETTINGS, CHECKLIST, CONSULTATION, CALM, INFUSION, JOURNAL, HISTORY, RUNNING)
SHORT = settings(max_examples=100, derandomize=True, database=None, deadline=None)
LONG = settings(max_examples=1_000, derandomize=True, database=None, deadline=None)

layouts = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.kind)


@layouts
@SHORT
@given(data=st.data())
def test_every_record_survives_its_file(layout: Layout[Any], data: st.DataObject) -> None:
    """Value to bytes and back is the same value, its text cleaned."""
    there_and_back(layout, data)


@pytest.mark.long
@pytest.mark.timeout(600)
@layouts
@LONG
@given(data=st.data())
def test_a_great_many_records_survive_their_files(layout: Layout[Any], data: st.DataObject) -> None:
    """The same, for longer."""
    there_and_back(layout, data)
    unknown_keys_stay(layout, data)


@layouts
@SHORT
@given(data=st.data())
def test_unknown_keys_stay_at_every_depth(layout: Layout[Any], data: st.DataObject) -> None:
    """What a later version wrote is still there after this one has saved."""
    unknown_keys_stay(layout, data)


def there_and_back(layout: Layout[Any], data: st.DataObject) -> None:
    """Write a value of *layout* and read it."""
    value = data.draw(values_of(layout.value_type))

    written = dump(with_schema(encode(value), current(layout.kind)), layout.comment)
    document = load(written)
    again, faults = read(document, layout)

    assert faults == []
    assert again == cleaned(value)
    assert same(encode(again), encode(value))
    assert dump(with_schema(encode(again), current(layout.kind)), layout.comment) == written


def unknown_keys_stay(layout: Layout[Any], data: st.DataObject) -> None:
    """Add keys wherever a mapping is, and save another value over them."""
    value = cleaned(data.draw(values_of(layout.value_type)))
    raw = with_schema(encode(value), current(layout.kind))
    places = data.draw(st.lists(st.sampled_from(mappings_in(raw)), min_size=1, unique=True))
    for number, place in enumerate(places):
        at(raw, place)[f"{UNKNOWN}{number}"] = data.draw(FOREIGN)

    document = load(dump(raw, layout.comment))
    again, faults = read(document, layout)
    assert faults == []
    assert again == value
    saved = load(dump(put_whole(again, layout)(deepcopy(document)), layout.comment))

    assert same(saved, document) or same_in_any_order(saved, document)
    assert decode(saved, layout.value_type) == value


def mappings_in(raw: Value, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the way to every mapping in *raw*."""
    found: list[tuple[str | int, ...]] = []
    if isinstance(raw, dict):
        found.append(place)
        for key, value in raw.items():
            found += mappings_in(value, (*place, key))
    elif isinstance(raw, list):
        for number, value in enumerate(raw):
            found += mappings_in(value, (*place, number))
    return found


def at(raw: Any, place: tuple[str | int, ...]) -> Document:
    """Return the mapping at *place*."""
    for step in place:
        raw = raw[step]
    found: Document = raw
    return found


def same_in_any_order(one: Value, other: Value) -> bool:
    """Whether both say the same, the keys in whatever order."""
    return repr(in_order(one)) == repr(in_order(other))


def in_order(value: Value) -> Value:
    """Return *value* with its keys sorted."""
    if isinstance(value, dict):
        return {key: in_order(value[key]) for key in sorted(value)}
    return [in_order(one) for one in value] if isinstance(value, list) else value
