"""What the devices that play sound are called on screen: their names come from anywhere."""

from collections import Counter
from collections.abc import Iterable
from itertools import count
from typing import Final

from app.i18n import _
from app.ui.sound.wire import Output

LONGEST_NAME: Final = 60
"""Characters that are shown of a name."""

_BEGINNING: Final = 39
_END: Final = LONGEST_NAME - _BEGINNING - 1
"""What is left of a longer one: what differs may stand at either end."""


def output_names(outputs: Iterable[Output]) -> dict[str, str]:
    """Return a name for each of *outputs* by its id, in their order; no two are the same.

    One line of a decent length, made of the system's words or, where there are none, of the id.
    Those that are called the same get a number, by their ids, so that it stays the same. What has
    no id cannot be chosen, and has no name.
    """
    plain = {one.id: _plain(one.name) or _plain(one.id) or one.id for one in outputs if one.id}
    times = Counter(plain.values())
    taken = {name for name in plain.values() if times[name] == 1}
    names = dict(plain)
    for output in sorted(plain):
        if times[plain[output]] > 1:
            names[output] = _numbered(plain[output], taken)
            taken.add(names[output])
    return names


def _plain(text: str) -> str:
    """Return *text* as a line of a decent length, without what cannot be seen."""
    seen = "".join(one if one.isprintable() else " " for one in text)
    line = " ".join(seen.split())
    if len(line) <= LONGEST_NAME:
        return line
    return f"{line[:_BEGINNING].rstrip()}…{line[-_END:].lstrip()}"


def _numbered(name: str, taken: set[str]) -> str:
    """Return *name* with the first number that makes it another one than those *taken*."""
    numbered = (_("{name} ({number})").format(name=name, number=number) for number in count(1))
    return next(one for one in numbered if one not in taken)
