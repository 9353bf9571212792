"""Made-up records of every kind: any text, any answer, every optional field."""

import string
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from math import ceil
from typing import Any, Final, TypeVar

import msgspec
from hypothesis import strategies as st
from msgspec import Struct, inspect

from app.domain.text import clean

T = TypeVar("T", bound=Struct)

UNKNOWN: Final = "from_later_"
MOST_ITEMS: Final = 3

_SIGNS: Final = "aZ9é😀 \n\t:#-'\"|>&*!?[]{},%@`~=<.\\\r\x85\u2028\ufeff\x07\0"

NASTY: Final = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.text(st.sampled_from(_SIGNS), max_size=15),
    st.sampled_from(
        ["no", "1:30", "010", "0x1F", "1e5", "null", "~", "2026-11-30", "- a", "a: b", "a #b",
         "\n\na\n\n", " a", "a ", "\ta", "|", "---\na", "...", "\ud800", "'", '"', "''", "{}", "é́"]
    ),
)  # fmt: skip
"""Texts that are hard to write in a file."""

FOREIGN: Final = st.recursive(
    st.none() | st.booleans() | st.integers(0, 99) | NASTY.filter(str.isprintable),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.text("abc", min_size=1, max_size=9), inner, min_size=1, max_size=3)
    ),
    max_leaves=4,
)
"""What a key of a later version may hold."""

_offsets = st.integers(-14 * 4, 14 * 4).map(
    lambda quarters: timezone(timedelta(minutes=15 * quarters))
)
_moments = st.datetimes(datetime(1900, 1, 1), datetime(2999, 12, 31), timezones=_offsets)  # noqa: DTZ001 -- the zones are drawn
_ids = st.text(string.ascii_lowercase + string.digits, min_size=8, max_size=8)
_BY_PATTERN: Final = {
    "^([A-Z]{2})?$": st.sampled_from(["", "DE", "US"]),
    "^([01][0-9]|2[0-3]):[0-5][0-9]$": st.times().map(lambda time: f"{time:%H:%M}"),
}


def values_of(type_: type[T]) -> st.SearchStrategy[T]:
    """Return a maker of values of *type_* with anything that the type allows in every field."""
    info = inspect.type_info(type_)
    assert isinstance(info, inspect.StructType)
    fields: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for field in info.fields:
        made = _ids if field.name == "id" else _of(field.type)
        (fields if field.required else optional)[field.name] = made
    return st.fixed_dictionaries(fields, optional=optional).map(_maker(type_))


def cleaned(value: Any) -> Any:
    """Return *value* with every text as it will be in the file."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Struct):
        names = value.__struct_fields__
        return type(value)(**{name: cleaned(getattr(value, name)) for name in names})
    return tuple(cleaned(one) for one in value) if isinstance(value, tuple) else value


def thousandths(least: float | None, most: float | None) -> st.SearchStrategy[float]:
    """Return a maker of numbers from *least* (or 0) to *most*, in thousandths."""
    first = ceil((least or 0) * 1000)
    last = 10**7 if most is None else int(most * 1000)
    return st.integers(first, last).map(lambda number: number / 1000)


def _maker(type_: type[T]) -> Callable[[dict[str, Any]], T]:
    return lambda fields: type_(**fields)


def _of(info: Any) -> st.SearchStrategy[Any]:
    """Return a maker of what a field may hold."""
    return _MAKERS[type(info)](info)


def _numbers(info: Any) -> st.SearchStrategy[int]:
    return st.integers(info.ge or 0, 10**6 if info.le is None else info.le)


def _texts(info: Any) -> st.SearchStrategy[str]:
    return NASTY if info.pattern is None else _BY_PATTERN[info.pattern]


_MAKERS: Final[dict[type, Callable[[Any], st.SearchStrategy[Any]]]] = {
    inspect.UnionType: lambda info: st.one_of([_of(one) for one in info.types]),
    inspect.NoneType: lambda _info: st.none(),
    inspect.BoolType: lambda _info: st.booleans(),
    inspect.IntType: _numbers,
    inspect.FloatType: lambda info: thousandths(info.ge, info.le),
    inspect.StrType: _texts,
    inspect.EnumType: lambda info: st.sampled_from(list(info.cls)),
    inspect.DateTimeType: lambda _info: _moments,
    inspect.DateType: lambda _info: st.dates(date(1900, 1, 1), date(2999, 12, 31)),
    inspect.StructType: lambda info: values_of(info.cls),
    inspect.VarTupleType: lambda info: _tuples(info.item_type),
}


def _tuples(info: Any) -> st.SearchStrategy[Any]:
    """Return a maker of lists: parts with a key have one of their own each."""
    key = getattr(info.cls, "key", None) if isinstance(info, inspect.StructType) else None

    def identity(item: Any) -> Any:
        return clean(getattr(item, key)) if key else msgspec.json.encode(cleaned(item))

    unique = identity if isinstance(info, inspect.StructType) else None
    return st.lists(_of(info), max_size=MOST_ITEMS, unique_by=unique).map(tuple)
