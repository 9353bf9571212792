"""The time in which nothing is written, because the files themselves are replaced or moved."""

from typing import Final

from app.services.changes import OF_FILES, Changes, Kind
from app.services.refusals import Doing, not_done
from app.storage.data_folder import DataFolder
from app.storage.errors import ErrorCode, StorageError
from app.storage.folder_probe import Access
from app.storage.paths import Paths

HOLD_WITHIN_SECONDS: Final = 5.0

_READ_ANEW: Final = (*OF_FILES.values(), Kind.SAVING, Kind.PROBLEMS)
"""What can be different afterwards; the session under way lies elsewhere."""


def hold(folder: DataFolder, doing: Doing) -> None:
    """Have nothing written to *folder* until ``let_go``.

    Raises NotDoneError, and holds nothing, while a word is not saved yet or it is held already.
    """
    if folder.is_held:
        raise not_done(doing, StorageError(ErrorCode.BUSY))
    if not folder.hold(HOLD_WITHIN_SECONDS):
        code = {
            Access.WRITABLE: ErrorCode.NOT_SAVED_YET,
            Access.READ_ONLY_LOCKED: ErrorCode.LOCKED,
            Access.MISSING: ErrorCode.MISSING,
        }.get(folder.access, ErrorCode.READ_ONLY)
        raise not_done(doing, StorageError(code))


def let_go(folder: DataFolder, changes: Changes, moved_to: Paths | None = None) -> None:
    """Write again, and tell everybody that all of it may have changed."""
    folder.let_go(moved_to)
    for kind in _READ_ANEW:
        changes.announce(kind)
