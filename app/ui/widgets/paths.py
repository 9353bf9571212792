"""Paths, set so that they wrap."""

import re
from pathlib import Path
from typing import Final

_BREAK: Final = "\u200b"
_LONG: Final = re.compile(r"([/\\_. -]|[^/\\_. -]{12})(?=.)")


def wrapping(path: Path) -> str:
    """Return *path* with places to wrap at, which are not seen: a label breaks lines nowhere else.

    They stand after every separator, and within long names.
    """
    return _LONG.sub(rf"\1{_BREAK}", str(path))
