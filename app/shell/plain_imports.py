"""Imports without PySide6 looking into each module.

For ``from __feature__ import ...`` PySide6 wraps ``__import__``, and from then on reads the source
of every module that is imported to look for its name in it: a tenth of our start. We have no use
for that syntax. Without the wrapping every module counts as one that does not use it.

The wrapping is not done where PySide6 loads as we know it, and else is taken off.
"""

import builtins
from typing import Final

from app.shell.late_signatures import late_signatures

ORIGINAL: Final = "__orig_import__"
"""Where PySide6 keeps what it replaced."""


def use_plain_imports() -> None:
    """Load PySide6 without its wrapping; nothing happens where it is loaded, or has none."""
    with late_signatures():
        import PySide6.QtCore  # noqa: F401 -- the first import of it would do the wrapping

    original = getattr(builtins, ORIGINAL, None)
    if original is not None:
        builtins.__import__ = original
