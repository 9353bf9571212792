"""What can be done in a folder, found out by trying: a mode alone does not tell."""

import os
from pathlib import Path

from app.storage.atomic import FILE_MODE, TEMP_PREFIX, TEMP_SUFFIX
from app.storage.errors import StorageError, code_of


def try_to_write(folder: Path) -> None:
    """Raise StorageError where no file can be made."""
    probe = folder / f"{TEMP_PREFIX}probe{TEMP_SUFFIX}"
    try:
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT, FILE_MODE))
        os.unlink(probe)
    except OSError as error:
        raise StorageError(code_of(error), probe) from error


def can_be_read(folder: Path) -> bool:
    """Whether the names in *folder* can be read."""
    try:
        os.listdir(folder)
    except OSError:
        return False
    return True
