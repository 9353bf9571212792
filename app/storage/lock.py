"""One program per data folder: a lock that the system releases, whatever happens to us."""

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import Final

from app.storage.atomic import FILE_MODE, make_folder
from app.storage.errors import ErrorCode, StorageError, code_of

if sys.platform == "win32":  # pragma: no cover - the other half is run by every test
    import ctypes
    import msvcrt

    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)

    def _lock(descriptor: int) -> None:
        """Lock the first byte, by the system's own call.

        Under Wine ``msvcrt.locking`` leaves errno as it was: a lock that another program has could
        look like a place without locks, where the program goes on and writes.
        """
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(descriptor))
        if not _KERNEL.LockFile(handle, 0, 0, 1, 0):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_TAKEN: Final = {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}


class FolderLock:
    """The lock file of one data folder. It stays empty; only the system's lock on it counts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self.made: list[Path] = []
        """Folders that were made for it; nobody has waited until their names are on the disk."""

    @property
    def held(self) -> bool:
        """Whether this program has the lock."""
        return self._descriptor is not None

    def take(self) -> None:
        """Take the lock, which may be held already.

        Raises StorageError LOCKED while another program has it, or another code where no
        lock can be had at all.
        """
        if self.held:
            return
        try:
            self.made += make_folder(self._path.parent, Path(self._path.anchor), confirm=False)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
            descriptor = os.open(self._path, flags, FILE_MODE)
        except OSError as error:
            raise StorageError(code_of(error), self._path) from error
        try:
            _lock(descriptor)
        except OSError as error:
            with contextlib.suppress(OSError):
                os.close(descriptor)
            taken = error.errno in _TAKEN
            raise StorageError(ErrorCode.LOCKED if taken else code_of(error), self._path) from error
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back, if it is held."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None
