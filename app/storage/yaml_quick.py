"""A quick reader for files as our own writer leaves them; whatever else there is, it declines.

Most of the time of reading goes into libyaml's making an object of each word, and loading PyYAML
takes a tenth of a start. The plain shape that yaml_text writes can be told apart by one regular
expression: keys without quotes, steps of two spaces, values on one line or in a block. Remarks
and empty lines may stand between, as in the pack of a clinic. Where it answers, it answers what
the strict reader answers, which the mutation tests hold it to; where it does not, the strict
reader decides.
"""

import re
from collections.abc import Iterable
from typing import Final

from app.storage.yaml_values import LOOKS_RESOLVED, Document, Value, resolved

LARGEST: Final = 50_000
"""Longer texts, in characters, are left to the strict reader, which counts what is in them."""

DEEPEST: Final = 8

_STEP: Final = "  "
_LINE: Final = re.compile(
    r"""(?x)
    ([ ]*) (-[ ])?                                          # indent; is it an item of a list
    (?: (?!(?:true|false|null):) ([A-Za-z_][A-Za-z0-9_]{0,63}): (?: [ ](?!\n) | (?=\n) )   # key
      | (?(2)|(?!)) )                                       # or none: a word of a list
    (?: \n
      | ((?:[^\W_]|\()(?:[^:\#\n]++|:(?![ \n]))*+)(?<![ ])\n # plain value
      | '([^'\n]*(?:''[^'\n]*)*)' (\n)                      # value in quotes, even an empty one
      | \|(-?)\n                                            # block: without its last newline
        ( \1(?(2)[ ]{4}|[ ]{2}) [^ \n][^\n]*\n              # the lines of the block
          (?: \n* \1(?(2)[ ]{4}|[ ]{2}) [ ]*[^ \n][^\n]*\n )* ) )
    | ((?: [ ]*\#[^\n]*\n | \n )++)                         # remarks and empty lines
    | [^\n]*\n?                                             # anything else
    """
)
_ELSEWHERE: Final = "\n"
"""No line begins so: after a word of a list it is always looked at where the next one belongs."""


def quickly_read(text: str) -> Document | None:
    """Return the document in *text*, or nothing if it is not written in the plain shape."""
    if len(text) > LARGEST or text[-1] != "\n" or not text.replace("\n", "").isprintable():
        return None
    lines = _LINE.findall(text)
    lines.pop()  # the end of the text
    return _document(lines)


def _document(lines: Iterable[tuple[str, ...]]) -> Document | None:
    place = _Place()
    here, mapping = place.here, place.mapping
    pending = ""
    for space, dash, key, plain, words, quotes, cut, block, remark in lines:
        if remark:
            continue
        if dash or space != here:
            if not place.go(space, dash, pending):
                return None
            here, mapping = place.here, place.mapping
        pending = ""
        if not key and dash and (plain or quotes):
            place.put_word(resolved(plain) if plain else words.replace("''", "'"))
            here = _ELSEWHERE
            continue
        if not key or key in mapping:
            return None
        if plain:
            mapping[key] = resolved(plain) if plain[0] in LOOKS_RESOLVED else plain
        elif quotes:
            mapping[key] = words.replace("''", "'")
        elif block:
            mapping[key] = _without_indent(block, here + _STEP, len(cut))
        else:
            mapping[key] = None
            pending = key
    return place.root or None


class _Place:
    """Where in a document the reader is: the mapping that goes on, and those around it."""

    def __init__(self) -> None:
        self.root: Document = {}
        self.here = ""
        self.mapping = self.root
        self._items: list[Value] = []
        """What is in the list that goes on; nothing outside of one."""
        self._around: list[tuple[str, Document, list[Value]]] = []

    def go(self, space: str, dash: str, pending: str) -> bool:
        """Go where a line with this indent belongs; return whether there is such a place.

        *pending* is the key before it if nothing stood after that, so that the line may be
        what belongs to it.
        """
        here = space + _STEP if dash else space
        if pending and space == self.here + _STEP:
            self._go_in(here, dash, pending)
            return len(self._around) <= DEEPEST
        while self.here != here:
            if not self._around:
                return False
            self.here, self.mapping, self._items = self._around.pop()
        if not dash:
            return not self._items or self._items[-1] is self.mapping
        if not self._items:
            return False
        self.mapping = {}
        self._items.append(self.mapping)
        return True

    def put_word(self, word: Value) -> None:
        """Have *word* as the item that the reader just went to; nothing can follow inside it."""
        self._items[-1] = word

    def _go_in(self, here: str, dash: str, key: str) -> None:
        outer = self.mapping
        self._around.append((self.here, outer, self._items))
        self.here, self.mapping = here, {}
        self._items = [self.mapping] if dash else []
        outer[key] = self._items if dash else self.mapping


def _without_indent(block: str, indent: str, cut: int) -> str:
    """Return the lines of *block* without their *indent*, the last *cut* characters left out."""
    words = block.replace("\n" + indent, "\n")[len(indent) :]
    return words[:-cut] if cut else words
