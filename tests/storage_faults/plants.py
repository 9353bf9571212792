"""Faults planted into our own code, inside a driver's process, to see that the harness is red.

A driver calls ``plant_from_environment`` before it opens anything. The program never does.
"""

import os
import resource
import stat
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from app.storage import atomic, jobs
from app.storage.atomic import Stamp, stamp_of
from app.storage.errors import ErrorCode, StorageError

VARIABLE: Final = "PLANTED_FAULT"
MEMORY: Final = "memory "
"""Before a number of bytes: how much more memory the driver may take from here on."""


def plant_from_environment() -> None:
    """Plant the fault that the environment names, if any."""
    name = os.environ.get(VARIABLE, "")
    if name.startswith(MEMORY):
        allow_memory(int(name.removeprefix(MEMORY)))
    elif name:
        PLANTS[name]()


def allow_memory(more: int) -> None:
    """Let the system refuse memory when *more* bytes than now are used; negative: never again."""
    limit = resource.RLIM_INFINITY
    if more >= 0:  # else nothing is read: there may be no memory for it before the limit is gone
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        limit = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))


def _no_fsync_of_the_file() -> None:
    fsync = os.fsync

    def only_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            fsync(descriptor)

    os.fsync = only_folders  # type: ignore[assignment]


def _no_fsync_of_the_folder() -> None:
    def at_once(_folder: Path) -> None:
        pass

    atomic.confirm_names_in = at_once  # type: ignore[assignment]
    jobs.confirm_names_in = at_once  # type: ignore[attr-defined, assignment]


def _remove_before_rename() -> None:
    def carelessly(source: Path, target: Path, _pauses: Sequence[float]) -> None:
        target.unlink(missing_ok=True)
        source.rename(target)

    atomic.replace_patiently = carelessly  # type: ignore[assignment]


def _qsavefile() -> None:
    from PySide6.QtCore import QIODevice, QSaveFile

    def write(path: Path, data: bytes) -> Stamp:
        file = QSaveFile(str(path))
        opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
        if not (opened and file.write(data) == len(data) and file.commit()):
            raise StorageError(ErrorCode.DISK_ERROR, path)
        stamp = stamp_of(path)
        if stamp is None:
            raise StorageError(ErrorCode.MISSING, path)
        return stamp

    jobs.write_atomically = write  # type: ignore[attr-defined]


def _short_writes() -> None:
    """Make each write end early: no fault of ours, and nothing may come of it."""
    write = os.write

    def a_little(descriptor: int, data: bytes) -> int:
        return write(descriptor, bytes(data[:7]))

    os.write = a_little  # type: ignore[assignment]


PLANTS: Final[dict[str, Callable[[], None]]] = {
    "no fsync of the file": _no_fsync_of_the_file,
    "no fsync of the folder": _no_fsync_of_the_folder,
    "remove before rename": _remove_before_rename,
    "QSaveFile": _qsavefile,
    "short writes": _short_writes,
}
