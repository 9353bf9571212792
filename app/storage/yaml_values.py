"""What a file can hold: bytes that are text, and what an unquoted word in it stands for."""

import marshal
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

from app.storage.errors import ErrorCode, YamlError

MAX_BYTES: Final = 32 * 1024 * 1024

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
"""Anything that a file can hold."""

Document: TypeAlias = dict[str, Value]
"""A whole file, or a mapping in it."""

LOOKS_RESOLVED: Final = frozenset("tfn-0123456789")
"""How a text without quotes begins that may stand for something else."""

_NUMERIC: Final = frozenset("-0123456789")
_WORDS: Final[Mapping[str, bool | None]] = {"true": True, "false": False, "null": None, "": None}
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,40})?")


def resolved(text: str) -> Value:
    """Return what *text* without quotes stands for: most often itself.

    Only true, false, null, nothing at all, whole and plain decimal numbers are something else;
    ``no``, ``1:30``, ``010`` and dates are text.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMERIC and (number := _NUMBER.fullmatch(text)):
        return float(text) if number[1] else int(text)
    return text


@lru_cache(maxsize=1024)
def is_plain_key(key: str) -> bool:
    """Whether *key* without quotes is text, and no order to merge another mapping."""
    return key != "<<" and isinstance(resolved(key), str)


def same(one: Any, other: Any) -> bool:
    """Whether both are equal in type, value and order: 1, 1.0 and true are three things."""
    return marshal.dumps(one, 2) == marshal.dumps(other, 2)


def checked_text(data: bytes) -> str:
    """Return *data* as text, and refuse what is none before a parser sees it."""
    if len(data) > MAX_BYTES:
        raise YamlError(ErrorCode.TOO_BIG)
    if not data or data.isspace():
        raise YamlError(ErrorCode.EMPTY)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise error_at(ErrorCode.NOT_UTF8, data, error.start) from None
    if (place := data.find(0)) >= 0:
        raise error_at(ErrorCode.NUL, data, place)
    return text


def error_at(code: ErrorCode, data: bytes, place: int) -> YamlError:
    """Return the error *code* with line and column of the byte at *place* in *data*."""
    before = data[:place]
    column = place - (before.rfind(b"\n") + 1)
    return YamlError(code, line=before.count(b"\n") + 1, column=column + 1)
