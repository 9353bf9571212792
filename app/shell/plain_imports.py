"""Imports without PySide6 looking into each module, and without what only some computers have.

For ``from __feature__ import ...`` PySide6 wraps ``__import__``, and from then on reads the source
of every module that is imported to look for its name in it: a tenth of our start. We have no use
for that syntax. Without the wrapping every module counts as one that does not use it.

The wrapping is not done where PySide6 loads as we know it, and else is taken off.
"""

import builtins
import sys
from types import ModuleType
from typing import Final, cast

from app.shell.late_signatures import late_signatures

ORIGINAL: Final = "__orig_import__"
"""Where PySide6 keeps what it replaced."""

NOT_NEEDED: Final = "typing_extensions"
"""What msgspec uses where it is installed, for Pythons that are older than ours."""


def use_plain_imports() -> None:
    """Load PySide6 without its wrapping; nothing happens where it is loaded, or has none."""
    with late_signatures():
        import PySide6.QtCore  # noqa: F401 -- the first import of it would do the wrapping

    original = getattr(builtins, ORIGINAL, None)
    if original is not None:
        builtins.__import__ = original


def use_plain_typing() -> None:
    """Load msgspec as on a computer without NOT_NEEDED, which takes longer to load than msgspec.

    Patients seldom have it and developers always do: so all run the same.
    """
    if "msgspec" not in sys.modules and NOT_NEEDED not in sys.modules:
        modules = cast("dict[str, ModuleType | None]", sys.modules)
        modules[NOT_NEEDED] = None  # to import it fails from here on
        import msgspec  # noqa: F401 -- it looks for it once, now

        del modules[NOT_NEEDED]
