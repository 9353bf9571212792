"""Looking at names: what cannot be looked at is an error, never taken for empty or not there.

``os.path.lexists``, ``os.path.isdir`` and ``os.walk`` say "nothing is there" of a disk that fails
once. Where files are replaced or removed because of that, or "done" is told, it costs words.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from app.storage.errors import StorageError, code_of


def kind_of(path: Path) -> int | None:
    """Return what stands at *path* itself, as ``stat.S_IFMT`` tells it; nothing if nothing does.

    Raises StorageError where that cannot be told.
    """
    try:
        return stat.S_IFMT(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StorageError(code_of(error), path) from error


def is_there(path: Path) -> bool:
    """Whether anything stands at *path*. Raises StorageError where that cannot be told."""
    return kind_of(path) is not None


def walk(top: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Yield *top* and each folder below it, with the names of folders and files in it.

    Links are not followed. Raises StorageError where a folder cannot be looked into.
    """

    def refuse(error: OSError) -> None:
        raise StorageError(code_of(error), Path(error.filename or top)) from error

    for place, folders, files in os.walk(top, onerror=refuse):
        yield Path(place), folders, files
