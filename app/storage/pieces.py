"""A file that does not parse, cut into pieces that may: names at the margin, and items of lists."""

import re
from itertools import pairwise
from typing import Any, Final

from msgspec import Struct

from app.storage.errors import StorageError
from app.storage.layouts import Layout
from app.storage.yaml_door import load
from app.storage.yaml_values import Document

_KEY: Final = re.compile(rb"([A-Za-z_][A-Za-z0-9_-]*):(?=[ \r\n]|$)")
_ITEM: Final = re.compile(rb"( *)- ")
_LINE: Final = re.compile(rb"[^\n]*\n|[^\n]+")
_NOTHING: Final = re.compile(rb"\s*(#.*)?\s*")
_BARE: Final = re.compile(rb"[^:]*:\s*(#.*)?\s*")
_BOM: Final = b"\xef\xbb\xbf"


class Piece(Struct, frozen=True, kw_only=True):
    """Lines *first* to *last*, counted from 1, that belong to the name *key*.

    *value* is what they say by themselves, as a document with that one key, or without any where
    they only begin a list; nothing if they cannot be read. *begins_surely* where the first line
    begins as this program begins it.
    """

    first: int
    last: int
    key: str
    data: bytes
    value: Document | None
    is_record: bool
    begins_surely: bool


def pieces_of(data: bytes, layout: Layout[Any]) -> list[Piece]:
    """Return the pieces of *data*, which is to be a file of *layout*: all of its lines."""
    lines = _LINE.findall(data.removeprefix(_BOM))
    starts = [at for at, line in enumerate(lines) if _KEY.match(line)]
    pieces = [_before_names(lines[: starts[0] if starts else None])]
    for start, end in pairwise([*starts, len(lines)]):
        pieces += _section(lines, start, end, layout)
    return [one for one in pieces if one.data]


def _before_names(lines: list[bytes]) -> Piece:
    """Return what stands before the first name: comments, if all is well."""
    text = b"".join(lines)
    is_fine = all(map(_NOTHING.fullmatch, lines)) and _read(text + b"a: 1", "a") is not None
    return Piece(
        first=1,
        last=len(lines),
        key="",
        data=text,
        value={} if is_fine else None,
        is_record=False,
        begins_surely=False,
    )


def _section(lines: list[bytes], start: int, end: int, layout: Layout[Any]) -> list[Piece]:
    """Return the pieces of what stands under one name: one, or one for each record."""
    key = lines[start].partition(b":")[0].decode()
    places = _items(lines, start, end) if key in layout.lists else []
    head = lines[start : places[0] if places else end]
    is_bare = bool(_BARE.fullmatch(head[0])) and all(map(_NOTHING.fullmatch, head[1:]))
    text = b"".join(head)
    value = _read(text, key)
    if places and value is not None:
        value = {} if is_bare else None  # anything between the name and its items is damage
    pieces = [
        Piece(
            first=start + 1,
            last=start + len(head),
            key=key,
            data=text,
            value=value,
            is_record=False,
            begins_surely=key == "schema" or key in layout.value_type.__struct_fields__,
        )
    ]
    for first, last in pairwise([*places, end]):
        pieces.append(_record(lines, first, last, key, layout))
    return pieces


def _record(lines: list[bytes], first: int, last: int, key: str, layout: Layout[Any]) -> Piece:
    text = b"".join(lines[first:last])
    value = _read(f"{key}:\n".encode() + text, key)
    items = None if value is None else value[key]
    is_one = isinstance(items, list) and len(items) == 1
    name = layout.lists[key].__struct_fields__[0].encode()
    return Piece(
        first=first + 1,
        last=last,
        key=key,
        data=text,
        value=value if is_one else None,
        is_record=True,
        begins_surely=text.lstrip(b" ").startswith(b"- " + name + b": "),
    )


def _items(lines: list[bytes], start: int, end: int) -> list[int]:
    """Return where items begin: the indent of the first one is that of all."""
    found = [(at, match[1]) for at in range(start + 1, end) if (match := _ITEM.match(lines[at]))]
    return [at for at, indent in found if indent == found[0][1]]


def _read(data: bytes, key: str) -> Document | None:
    """Return the document in *data* if it has this one key."""
    try:
        document = load(data)
    except StorageError:
        return None
    return document if list(document) == [key] else None
