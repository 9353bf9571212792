"""A small checker for the JSON Schemas we ship: as much of draft 2020-12 as they use, no more."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_SAY_NOTHING: Final = {"$schema", "$defs", "title", "description", "default"}


def faults(value: Any, schema: dict[str, Any]) -> list[str]:
    """Return what *schema* has against *value*, and where. ValueError: a word it does not know."""
    return list(_faults(value, schema, schema, "$"))


def _faults(  # noqa: C901, PLR0912 -- a table, one line for each word
    value: Any, schema: dict[str, Any], root: dict[str, Any], place: str
) -> Iterator[str]:
    for word, wanted in schema.items():
        match word:
            case "$ref":
                yield from _faults(value, root["$defs"][wanted.rpartition("/")[2]], root, place)
            case "type" if not _is_of(value, wanted):
                yield f"{place} is no {wanted}"
            case "properties" if isinstance(value, dict):
                for key in wanted.keys() & value.keys():
                    yield from _faults(value[key], wanted[key], root, f"{place}.{key}")
            case "required" if isinstance(value, dict):
                yield from (f"{place}.{key} is missing" for key in wanted if key not in value)
            case "items" if isinstance(value, list):
                for number, item in enumerate(value):
                    yield from _faults(item, wanted, root, f"{place}[{number}]")
            case "anyOf":
                tries = [list(_faults(value, one, root, place)) for one in wanted]
                yield from [] if [] in tries else tries[0]
            case "enum" | "const" if value not in (wanted if word == "enum" else [wanted]):
                yield f"{place} is none of {wanted}"
            case "minimum" | "minLength" if _size(value) < wanted:
                yield f"{place} is too small"
            case "maximum" | "maxLength" if _size(value) > wanted:
                yield f"{place} is too big"
            case "maxItems" if isinstance(value, list) and len(value) > wanted:
                yield f"{place} has too many"
            case "pattern" if isinstance(value, str) and not re.search(wanted, value):
                yield f"{place} does not match"
            case "format" if isinstance(value, str) and not _is_time(value, wanted):
                yield f"{place} is no {wanted}"
            case "additionalProperties" if wanted is not True:
                raise ValueError("a key of a later version is to be kept")
            case _ if word not in _SAY_NOTHING | _KNOWN:
                raise ValueError(word)


_KNOWN: Final = {
    *("type", "properties", "required", "items", "anyOf", "enum", "const", "minimum", "maximum"),
    *("minLength", "maxLength", "maxItems", "pattern", "format", "additionalProperties"),
}


def _size(value: Any) -> float:
    return len(value) if isinstance(value, str) else value


def _is_of(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, _TYPES[name])


def _is_time(text: str, name: str) -> bool:
    try:
        {"date": date, "date-time": datetime}[name].fromisoformat(text)
    except ValueError:
        return False
    return True
