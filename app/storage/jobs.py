"""What is asked of the writer and what it tells: one file to write or remove, and how that went."""

from enum import Enum
from pathlib import Path
from typing import Final

from msgspec import Struct

from app.storage.atomic import (
    Stamp,
    UnconfirmedError,
    confirm_names_in,
    make_folder,
    read_file,
    remove,
    write_atomically,
)
from app.storage.errors import ErrorCode, StorageError
from app.storage.yaml_door import load

_LEFT: Final = b"\0left"
"""Stands for what is on the disk in a file that was left as it was; no file of ours says that."""


class SaveOutcome(Enum):
    """What became of a save.

    LEFT is a file that stays as it is, because the one that took words over from it was destroyed
    since.
    """

    SAVED = "saved"
    UNCONFIRMED = "unconfirmed"
    FAILED = "failed"
    CHANGED_OUTSIDE = "changed_outside"
    LEFT = "left"


class SaveReport(Struct, frozen=True, kw_only=True):
    """What became of one save. *records* are the ids that it carried.

    After FAILED it is tried again by itself; a later report says when it succeeded.
    """

    path: Path
    outcome: SaveOutcome
    error: ErrorCode | None = None
    records: tuple[str, ...] = ()
    number: int = 0
    stamp: Stamp | None = None


class Copy(Struct, frozen=True):
    """Bytes to keep under a name of their own before a file is rewritten."""

    path: Path
    data: bytes
    root: Path


class Job(Struct, frozen=True, kw_only=True):
    """One file to write, or to remove when *data* is nothing.

    It is done only if the disk still holds *base* or what this writer last wrote there, or
    nothing at all; and not before the files in *after* are written.
    """

    path: Path
    root: Path
    data: bytes | None
    base: bytes | None
    records: tuple[str, ...] = ()
    number: int = 0
    copies: tuple[Copy, ...] = ()
    after: frozenset[Path] = frozenset()
    folders: tuple[Path, ...] = ()
    """Folders made before, whose names are to be on the disk first."""


def performed(job: Job, written: dict[Path, bytes | None]) -> SaveReport:
    """Do *job*, remember in *written* what stands on the disk, and return the report."""
    stamp: Stamp | None = None
    try:
        on_disk = _present(job.path)
        if on_disk is not None and on_disk not in (job.base, written.get(job.path)):
            return report_of(job, SaveOutcome.CHANGED_OUTSIDE, ErrorCode.CHANGED_OUTSIDE)
        only_moves = not job.records
        if only_moves and not all(_still_holds(path, written) for path in job.after):
            written[job.path] = _LEFT
            return report_of(job, SaveOutcome.LEFT)
        for folder in job.folders:
            confirm_names_in(folder.parent)
        for copy in job.copies:
            keep(copy)
        if job.data is not None:
            make_folder(job.path.parent, job.root)
    except StorageError as error:
        return report_of(job, SaveOutcome.FAILED, error.code)
    try:
        if job.data is None:
            remove(job.path)
        else:
            stamp = write_atomically(job.path, job.data)
    except UnconfirmedError as error:
        written[job.path] = job.data
        return report_of(job, SaveOutcome.UNCONFIRMED, error.code)
    except StorageError as error:
        return report_of(job, SaveOutcome.FAILED, error.code)
    written[job.path] = job.data
    return report_of(job, SaveOutcome.SAVED, stamp=stamp)


def report_of(
    job: Job,
    outcome: SaveOutcome,
    error: ErrorCode | None = None,
    *,
    stamp: Stamp | None = None,
) -> SaveReport:
    """Return the report that *outcome* came of *job*."""
    return SaveReport(
        path=job.path,
        outcome=outcome,
        error=error,
        records=job.records,
        number=job.number,
        stamp=stamp,
    )


def _present(path: Path) -> bytes | None:
    """Return what stands at *path*, nothing if there is no such file."""
    try:
        return read_file(path)[0]
    except StorageError as error:
        if error.code is ErrorCode.MISSING:
            return None
        raise


def _still_holds(path: Path, written: dict[Path, bytes | None]) -> bool:
    """Whether the file at *path*, which took over words, has them still, as far as can be seen."""
    if path in written and written[path] in (None, _LEFT):
        return written[path] is None  # there were none left, or it never got them
    try:
        data = read_file(path)[0]
        if data != written.get(path):
            load(data)
    except StorageError:
        return False
    return True


def keep(copy: Copy) -> Path:
    """Write *copy* beside what is there, and return where; the same bytes are not kept twice.

    Raises StorageError.
    """
    make_folder(copy.path.parent, copy.root)
    path, number = copy.path, 1
    while (there := _present(path)) is not None:
        if there == copy.data:
            return path
        number += 1
        path = copy.path.with_name(f"{copy.path.stem}-{number}{copy.path.suffix}")
    write_atomically(path, copy.data)
    return path
