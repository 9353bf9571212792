"""What a file says, in whatever state it is: as text in a field, and as lists and groups."""

import re
from collections.abc import Container, Iterable
from typing import Final

from app.domain.clinic import MOST_NAMED
from app.storage.yaml_values import Document, Value

_TOO_MANY: Final = MOST_NAMED + 1
"""More than any list of a pack may have."""
_TOO_LONG: Final = 1000
"""More characters than any text of a pack may have."""
_MOST_DIGITS: Final = 18
"""As many as a file can hold as a number; a longer one stays as it was typed."""
_DECIMAL: Final = re.compile(r"[0-9]{1,6}[.,][0-9]{1,3}")


def shown(value: Value) -> str:
    """Return *value* as it stands in a field of the form; of a list or a group every word."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {shown(one)}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(shown, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return "" if value is None else str(value)


def named(value: Value) -> str:
    """Return *value* where it can be a name for machines, and nothing where it is no text."""
    return value if isinstance(value, str) else ""


def number(text: str) -> Value:
    """Return the number that *text* is, and *text* itself where it is none: the check says so."""
    plain = text.strip()
    if plain.isascii() and plain.isdigit() and len(plain) <= _MOST_DIGITS:
        return int(plain)
    return float(plain.replace(",", ".")) if _DECIMAL.fullmatch(plain) else plain


def mapping(value: Value) -> Document:
    """Return *value* if it is a group of lines, and an empty one if not."""
    return value if isinstance(value, dict) else {}


def listed(value: Value) -> list[Value]:
    """Return *value* if it is a list, and an empty one if not."""
    return value if isinstance(value, list) else []


def entries(value: Value) -> list[Value]:
    """Return *value* if it is a list, and else a list of it."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def parted(
    value: Value, key: str, known: Container[str]
) -> tuple[dict[str, Document], list[Value]]:
    """Return the groups of the list *value* by their names under *key*, and what else is in it.

    A second group of a name has no place in the form, and neither has a name that is not *known*.
    """
    groups: dict[str, Document] = {}
    others: list[Value] = []
    for one in listed(value):
        name = named(one.get(key)) if isinstance(one, dict) else ""
        if isinstance(one, dict) and name in known and name not in groups:
            groups[name] = one
        else:
            others.append(one)
    return groups, others


def place_in(value: Value, number: int, key: str) -> str:
    """Return the name under *key* of the group at *number* of *value*, if it is the first of it."""
    names = [named(mapping(one).get(key)) for one in listed(value)[: number + 1]]
    return names[-1] if names and names[-1] not in names[:-1] else ""


def put(said: Document, key: str, value: Value) -> None:
    """Put *value* under *key*, and nothing there if it says nothing."""
    if value in ("", [], {}):
        said.pop(key, None)
    else:
        said[key] = value


def put_list(said: Document, key: str, made: Iterable[Value], others: Iterable[Value]) -> None:
    """Put the list of *made* and *others* under *key*; what is no list there stays in any case."""
    raw, rows = said.get(key), [*made]
    if isinstance(raw, list) or key not in said:
        if (whole := [*rows, *others]) != raw:
            put(said, key, whole)
    elif rows:
        said[key] = [*rows, *entries(raw)]


def shortened(value: Value) -> Value:
    """Return *value* with no more of a list or a text than shows that it is too long for a pack."""
    if isinstance(value, dict):
        return {key: shortened(one) for key, one in value.items()}
    if isinstance(value, list):
        return [shortened(one) for one in value[:_TOO_MANY]]
    return value[:_TOO_LONG] if isinstance(value, str) else value


def besides(document: Document, *known: str) -> Document:
    """Return what *document* says under other keys than those *known*."""
    return {key: value for key, value in document.items() if key not in known}
