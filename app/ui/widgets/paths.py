"""Paths, set so that they wrap."""

import re
from pathlib import Path
from typing import Final

_BREAK: Final = "\u200b"
_LONG: Final = re.compile(r"([/\\_. -]|[^/\\_. -]{12})(?=.)")
_LONG_WORD: Final = re.compile(r"\S{20,}")


def wrapping(path: Path) -> str:
    """Return *path* with places to wrap at, which are not seen: a label breaks lines nowhere else.

    They stand after every separator, and within long names.
    """
    return _broken(str(path))


def breakable(sentence: str) -> str:
    """Return *sentence* with such places in those of its words that are as long as paths are."""
    return _LONG_WORD.sub(lambda word: _broken(word[0]), sentence)


def _broken(text: str) -> str:
    return _LONG.sub(rf"\1{_BREAK}", text)
