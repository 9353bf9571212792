"""Times of day as people type them."""

import re
from typing import Final

_TYPED: Final = re.compile(
    r"^\s*(?P<hours>[0-9]{1,2})\s*(?:[:.hH ]\s*(?P<minutes>[0-9]{2}))?\s*"
    r"(?P<half>[ap])?\.?\s*(?:m\.?)?\s*$",
    re.IGNORECASE,
)
_FOUR_DIGITS: Final = re.compile(r"^\s*([0-9]{2})([0-9]{2})\s*$")

_NOON: Final = 12
_HOURS: Final = 24
_MINUTES: Final = 60


def parse(text: str) -> str | None:
    """Return the time of day that *text* means, as "13:30", or nothing if it is not clear.

    Understood are "13:30", "13.30", "13h30", "1330", "1:30 PM", "1:30pm" and "1 p.m.". A bare
    hour without am or pm is not clear.
    """
    if match := _FOUR_DIGITS.match(text):
        return _time(int(match[1]), int(match[2]))
    match = _TYPED.match(text)
    if match is None or (match["minutes"] is None and match["half"] is None):
        return None
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if match["half"] is not None:
        if not 1 <= hours <= _NOON:
            return None
        hours = hours % _NOON + (_NOON if match["half"].lower() == "p" else 0)
    return _time(hours, minutes)


def _time(hours: int, minutes: int) -> str | None:
    if hours >= _HOURS or minutes >= _MINUTES:
        return None
    return f"{hours:02}:{minutes:02}"
