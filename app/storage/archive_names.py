"""Names that can be unpacked on every system, and stay inside the folder."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST_PART: Final = 255
LONGEST: Final = 1024
"""Longest names in characters: of one part, and of all of it."""

_FORBIDDEN: Final = r'[\x00-\x1f\x7f<>:"|?*\\]'
_RESERVED: Final = r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\..*)?"


def fits_everywhere(name: str) -> bool:
    """Whether *name*, relative and with slashes, is one that Windows takes too.

    Absolute names and those with ``..`` lead elsewhere and do not fit.
    """
    if len(name) > LONGEST or re.search(_FORBIDDEN, name):
        return False
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return all(_part_fits(part) for part in name.split("/"))


def same_place(name: str) -> str:
    """Return what is equal for two names that some system takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def collide(names: Iterable[str]) -> bool:
    """Whether two of *names* stand in each other's way: the same place, or a file as a folder."""
    places = [same_place(name) for name in names]
    files = set(places)
    folders = {place[:at] for place in places for at, sign in enumerate(place) if sign == "/"}
    return len(files) < len(places) or not files.isdisjoint(folders)


def _part_fits(part: str) -> bool:
    if not part or len(part) > LONGEST_PART or part[-1] in ". ":
        return False
    return re.fullmatch(_RESERVED, part) is None
