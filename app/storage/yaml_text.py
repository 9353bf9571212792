"""Document to YAML text, as a person would write it: block style, few quotes, words as they are.

PyYAML's emitter takes four times as long as the disk does, breaks off block text at a tab or a
trailing space, and libyaml's escapes emoji. The few forms that are written here are checked by
yaml_format.dump, which reads every text back before it is used.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeAlias

from app.storage.errors import ErrorCode, YamlError
from app.storage.yaml_values import Value, resolved

Resolves: TypeAlias = Callable[[str], bool]
"""Whether another reader would take a text for something else if it stood without quotes."""

SHORT: Final = 32
"""Texts up to this length are remembered as they are written."""

_STEP: Final = "  "
_PLAIN: Final = re.compile(
    r"""(?x)
    [^\W_]                                                  # a letter or a digit first
    (?: [^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff:\#]
      | :(?![ \s]|$) | (?<![ ])\#
    )*
    (?<![ ])
    """
)
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_NEEDS_ESCAPES: Final = re.compile(f"[\t\n]|{_UNPRINTABLE.pattern}")
_ESCAPED: Final = re.compile(f'["\\\\\t\n]|{_UNPRINTABLE.pattern}')
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LIKE_A_NUMBER: Final = re.compile(
    r"[-+]?(?:\.?[0-9][0-9_.,:]*(?:[eE][-+]?[0-9]*)?|0[xXoObB][0-9a-fA-F_]+)|[yYnN]"
)


def render(document: Mapping[str, Value], resolves: Resolves, *, careful: bool = False) -> str:
    """Return *document* as YAML text that ends in a newline.

    Texts for which *resolves* is true are quoted. When *careful*, every text is quoted on one
    line. Raises YamlError NOT_REPRESENTABLE for a value that is not a Value.
    """
    out: list[str] = []
    writer = _Writer(resolves, careful=careful)
    writer.mapping(document, "", out)
    return "\n".join(out) + "\n" if out else "{}\n"


class _Writer:
    def __init__(self, resolves: Resolves, *, careful: bool) -> None:
        self._careful = careful
        self._resolves = resolves

    def _word(self, text: str) -> str:
        if self._careful:
            return _double_quoted(text)
        if len(text) > SHORT:
            return _one_line(text, self._resolves)
        return _short(text, self._resolves)

    def mapping(self, mapping: Mapping[str, Value], indent: str, out: list[str]) -> None:
        word = self._word
        for key, value in mapping.items():
            head = f"{indent}{word(key)}:"
            if type(value) is str and "\n" not in value:
                out.append(f"{head} {word(value)}")
            elif isinstance(value, dict) and value:
                out.append(head)
                self.mapping(value, indent + _STEP, out)
            elif isinstance(value, list) and value:
                out.append(head)
                self._items(value, indent + _STEP, out)
            else:
                self._leaf(value, head, indent + _STEP, out)

    def _items(self, items: list[Value], indent: str, out: list[str]) -> None:
        inner = indent + _STEP
        for item in items:
            place = len(out)
            if isinstance(item, dict) and item:
                self.mapping(item, inner, out)
                out[place] = f"{indent}- {out[place][len(inner) :]}"
            elif isinstance(item, list) and item:
                self._items(item, inner, out)
                out[place] = f"{indent}- {out[place][len(inner) :]}"
            else:
                self._leaf(item, f"{indent}-", inner, out)

    def _leaf(self, value: Value, head: str, indent: str, out: list[str]) -> None:
        if isinstance(value, str):
            if "\n" in value and not self._careful and _fits_a_block(value):
                _block(value, head, indent, out)
            else:
                out.append(f"{head} {self._word(value)}")
        else:
            out.append(f"{head} {_bare(value)}")


def _bare(value: Value) -> str:
    """Return a value that is no text, or an empty list or mapping."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float() if value - value == 0:
            text = format(Decimal(repr(value)), "f")
            return text if "." in text else f"{text}.0"
        case list():
            return "[]"
        case dict():
            return "{}"
        case _:
            raise YamlError(ErrorCode.NOT_REPRESENTABLE)


def _one_line(text: str, resolves: Resolves) -> str:
    """Return *text* on one line, with the least quotes it needs."""
    if _PLAIN.fullmatch(text) and not (
        _LIKE_A_NUMBER.fullmatch(text) or resolved(text) != text or resolves(text)
    ):
        return text
    if _NEEDS_ESCAPES.search(text):
        return _double_quoted(text)
    return "'" + text.replace("'", "''") + "'"


_short = lru_cache(maxsize=2048)(_one_line)
"""Keys, moments and answers come again and again, from save to save."""


def _double_quoted(text: str) -> str:
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04x}"


def _fits_a_block(text: str) -> bool:
    return not (_UNPRINTABLE.search(text) or text.isspace())


def _block(text: str, head: str, indent: str, out: list[str]) -> None:
    """Write *text* line by line under *head*, so that it can be read and changed by hand."""
    words = text.rstrip("\n")
    chomping = {0: "-", 1: ""}.get(len(text) - len(words), "+")
    hint = str(len(_STEP)) if text[0] in " \t\n" else ""
    out.append(f"{head} |{hint}{chomping}")
    lines = text.split("\n") if chomping == "-" else text.split("\n")[:-1]
    out.extend(indent + line if line else "" for line in lines)
