"""Paths, set so that they wrap."""

import re
from pathlib import Path
from typing import Final

_BREAK: Final = "\u200b"
LONGEST: Final = 12
"""How many signs stand together at most, where there is room."""

_WIDE: Final = re.compile(
    "([\U00001100-\U0010ffff]{4})(?<!\u200d)(?=[^\u200d\ufe0f\U0001f3fb-\U0001f3ff])"
)
"""Four signs as wide as pictures are; a picture that is made of several stays whole."""

_LONG_WORD: Final = re.compile(r"\S{20,}")


def wrapping(path: Path) -> str:
    """Return *path* with places to wrap at, which are not seen: a label breaks lines nowhere else.

    They stand after every separator, and within long names.
    """
    return _broken(str(path))


def breakable(sentence: str, longest: int = LONGEST) -> str:
    """Return *sentence* with such places in those of its words that are as long as paths are.

    They stand after *longest* signs at the latest.
    """

    def broken(word: re.Match[str]) -> str:
        return _WIDE.sub(rf"\1{_BREAK}", _broken(word[0], longest))

    return _LONG_WORD.sub(broken, sentence)


def unbroken(text: str) -> str:
    """Return *text* without the places to wrap at, as somebody else should have it."""
    return text.replace(_BREAK, "")


def _broken(text: str, longest: int = LONGEST) -> str:
    return re.sub(rf"([/\\_. -]|[^/\\_. -]{{{longest}}})(?=.)", rf"\1{_BREAK}", text)
