"""What a file says, in whatever state it is: as text in a field, and as lists and groups."""

import re
from typing import Final

from app.storage.yaml_values import Document, Value

_DECIMAL: Final = re.compile(r"[0-9]{1,6}[.,][0-9]{1,3}")


def shown(value: Value) -> str:
    """Return *value* as it stands in a field of the form; a list or a group has no place there."""
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None or isinstance(value, dict | list) else str(value)


def number(text: str) -> Value:
    """Return the number that *text* is, and *text* itself where it is none: the check says so."""
    plain = text.strip()
    if plain.isascii() and plain.isdigit():
        return int(plain[:18])
    return float(plain.replace(",", ".")) if _DECIMAL.fullmatch(plain) else plain


def mapping(value: Value) -> Document:
    """Return *value* if it is a group of lines, and an empty one if not."""
    return value if isinstance(value, dict) else {}


def listed(value: Value) -> list[Value]:
    """Return *value* if it is a list, and an empty one if not."""
    return value if isinstance(value, list) else []


def mappings(value: Value) -> list[Document]:
    """Return the groups in the list *value*; what is none is left out."""
    return [one for one in listed(value) if isinstance(one, dict)]


def without_nothing(document: Document) -> Document:
    """Return *document* without what says nothing."""
    return {key: value for key, value in document.items() if value not in ("", [], {})}


def besides(document: Document, *known: str) -> Document:
    """Return what *document* says under other keys than those *known*."""
    return {key: value for key, value in document.items() if key not in known}
