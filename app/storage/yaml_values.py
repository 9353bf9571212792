"""What a file can hold, and what an unquoted word in it stands for."""

import re
from collections.abc import Mapping
from typing import Final, TypeAlias

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
"""Anything that a file can hold."""

Document: TypeAlias = dict[str, Value]
"""A whole file, or a mapping in it."""

_WORDS: Final[Mapping[str, bool | None]] = {"true": True, "false": False, "null": None, "": None}
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,40})?")


def resolved(text: str) -> Value:
    """Return what *text* without quotes stands for: most often itself.

    Only true, false, null, nothing at all, whole and plain decimal numbers are something else;
    ``no``, ``1:30``, ``010`` and dates are text.
    """
    if text in _WORDS:
        return _WORDS[text]
    if number := _NUMBER.fullmatch(text):
        return float(text) if number[1] else int(text)
    return text


def same(one: Value, other: object) -> bool:
    """Whether both are equal in type, value and order: 1, 1.0 and true are three things."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other
