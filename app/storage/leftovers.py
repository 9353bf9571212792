"""Temporary files that a killed program left: nobody's any more, and full of somebody's words."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from app.storage.atomic import TEMP_PREFIX, TEMP_SUFFIX


def remove_leftovers(folders: Iterable[Path]) -> None:
    """Remove our temporary files below *folders*. For whoever alone writes there, before it does.

    What cannot be removed stays; it does no harm.
    """
    for folder in folders:
        for place, _folders, names in os.walk(folder):
            for name in names:
                if name.startswith(TEMP_PREFIX) and name.endswith(TEMP_SUFFIX):
                    with contextlib.suppress(OSError):
                        os.unlink(os.path.join(place, name))
