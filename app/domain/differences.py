"""Which words of two texts differ."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final, NamedTuple, TypeAlias

Span: TypeAlias = tuple[int, int]
"""Where words begin in a text, and where they end."""

MOST_WORDS: Final = 1000
"""Of more words than these between the first and the last difference all count as different."""

_WORD: Final = re.compile(r"\w+|[^\w\s]")


class Differences(NamedTuple):
    """The words of either text that the other has not in that place."""

    of_one: tuple[Span, ...]
    of_other: tuple[Span, ...]


def differences(one: str, other: str) -> Differences:
    """Return which words of *one* and *other* differ; spaces and line breaks make no difference.

    Words next to each other are one span. It takes a moment at most, however long the texts are.
    """
    words, others = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    start, end = _alike(words, others)
    here, there = words[start : len(words) - end], others[start : len(others) - end]
    if max(len(here), len(there)) > MOST_WORDS:
        return Differences(_joined(here, range(len(here))), _joined(there, range(len(there))))
    said = [match[0] for match in here], [match[0] for match in there]
    blocks = SequenceMatcher(None, *said, autojunk=False).get_opcodes()
    apart = [block for block in blocks if block[0] != "equal"]
    return Differences(
        _joined(here, (at for block in apart for at in range(block[1], block[2]))),
        _joined(there, (at for block in apart for at in range(block[3], block[4]))),
    )


def _alike(words: list[re.Match[str]], others: list[re.Match[str]]) -> tuple[int, int]:
    """Return how many words are the same at the beginning of both, and at their end."""
    most = min(len(words), len(others))
    start = next((at for at in range(most) if words[at][0] != others[at][0]), most)
    rest = most - start
    end = next((at for at in range(rest) if words[-1 - at][0] != others[-1 - at][0]), rest)
    return start, end


def _joined(words: list[re.Match[str]], places: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans of the words at *places*; those next to each other are one."""
    joined: list[Span] = []
    last = -2
    for place in places:
        begin, end = words[place].span()
        if place == last + 1:
            begin = joined.pop()[0]
        joined.append((begin, end))
        last = place
    return tuple(joined)
