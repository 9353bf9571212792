"""The one thread that writes: in order, the newest value of each file, again after a failure."""

import time
from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path
from threading import Condition, Thread
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

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

RETRY_SECONDS: Final = (5.0, 15.0, 60.0)
"""How long to wait after the first, the second and every later failure."""

Deliver = Callable[[Callable[[], None]], None]
"""Runs a function on the main thread, later."""


class SaveOutcome(Enum):
    """What became of a save."""

    SAVED = "saved"
    UNCONFIRMED = "unconfirmed"
    FAILED = "failed"
    CHANGED_OUTSIDE = "changed_outside"


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


Done = Callable[[SaveReport], None]


class _Waiting(Struct):
    job: Job
    done: Done
    failures: int = 0
    due: float = 0.0


class Writer:
    """Takes jobs at once and does them on a thread of its own; reports come through *deliver*.

    Nothing here waits for a disk except ``wait`` and ``close``, and these only as long as told.
    """

    def __init__(self, deliver: Deliver, retry_seconds: tuple[float, ...] = RETRY_SECONDS) -> None:
        self._deliver = deliver
        self._retry_seconds = retry_seconds
        self._changed = Condition()
        self._queue: dict[Path, _Waiting] = {}
        self._busy: Path | None = None
        self._written: dict[Path, bytes | None] = {}
        self._overtaken: set[Path] = set()
        self._thread: Thread | None = None
        self._stopping = False

    @property
    def pending(self) -> bool:
        """Whether something is being written or about to be; what failed and waits is not."""
        with self._changed:
            return self._active()

    @property
    def unsaved(self) -> tuple[Path, ...]:
        """The files whose newest value is not on the disk yet."""
        with self._changed:
            busy = () if self._busy is None else (self._busy,)
            others = [*self._queue, *(self._overtaken - self._queue.keys())]
            return (*busy, *(path for path in others if path != self._busy))

    def submit(self, job: Job, done: Done) -> None:
        """Have *job* done; *done* gets its report. It takes the place of one not yet begun."""
        with self._changed:
            before = self._queue.get(job.path)
            if before is not None:
                job = _in_place_of(before.job, job)
            self._queue[job.path] = _Waiting(job, done)
            self._start()
            self._changed.notify_all()

    def retry(self) -> None:
        """Try again now what failed."""
        with self._changed:
            for waiting in self._queue.values():
                waiting.due = 0.0
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is pending, at most *seconds*; return whether all is on the disk."""
        with self._changed:
            self._changed.wait_for(lambda: not self._active(), seconds)
            return self._busy is None and not self._queue and not self._overtaken

    def close(self, seconds: float) -> bool:
        """Try once more what failed, wait at most *seconds*, and stop.

        Returns whether all is on the disk. A disk that hangs holds up nothing but its thread,
        which ends with the program.
        """
        self.retry()
        saved = self.wait(seconds)
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
            thread, busy = self._thread, self._busy is not None
        if thread is not None and not busy:
            thread.join()
        return saved

    def _start(self) -> None:
        if self._thread is None and not self._stopping:
            self._thread = Thread(target=self._run, name="writer", daemon=True)
            self._thread.start()

    def _active(self) -> bool:
        return self._busy is not None or (not self._stopping and self._next() is not None)

    def _next(self) -> _Waiting | None:
        """Return the first that is due and waits for no other; of a circle, the first."""
        now = time.monotonic()
        due = [waiting for waiting in self._queue.values() if waiting.due <= now]
        free = (one for one in due if not one.job.after & (self._queue.keys() - {one.job.path}))
        if (first := next(free, None)) is not None:
            return first
        circle = len(due) == len(self._queue)
        return due[0] if due and circle else None

    def _run(self) -> None:
        while (waiting := self._take()) is not None:
            report = _performed(waiting.job, self._written)
            with self._changed:
                self._busy = None
                if report.outcome is SaveOutcome.FAILED:
                    self._put_back(waiting)
                elif report.outcome is SaveOutcome.CHANGED_OUTSIDE:
                    self._overtaken.add(waiting.job.path)
                self._changed.notify_all()
            self._deliver(partial(self._report, waiting.done, report))

    def _report(self, done: Done, report: SaveReport) -> None:
        """Hand *report* over, on the main thread, where what was overtaken is merged."""
        with self._changed:
            self._overtaken.discard(report.path)
        done(report)

    def _take(self) -> _Waiting | None:
        with self._changed:
            while not self._stopping:
                waiting = self._next()
                if waiting is not None:
                    self._busy = waiting.job.path
                    return self._queue.pop(waiting.job.path)
                dues = [one.due for one in self._queue.values()]
                self._changed.wait(max(min(dues) - time.monotonic(), 0.01) if dues else None)
            return None

    def _put_back(self, waiting: _Waiting) -> None:
        """Keep what failed for another attempt, unless something newer waits already."""
        path = waiting.job.path
        newer = self._queue.get(path)
        if newer is not None:
            newer.job = _in_place_of(waiting.job, newer.job)
            return
        pause = self._retry_seconds[min(waiting.failures, len(self._retry_seconds) - 1)]
        waiting.failures += 1
        waiting.due = time.monotonic() + pause
        self._queue[path] = waiting


def _in_place_of(older: Job, newer: Job) -> Job:
    """Return *newer*, with what *older* promised to keep and to wait for."""
    copies = (*older.copies, *(copy for copy in newer.copies if copy not in older.copies))
    records = (*older.records, *(one for one in newer.records if one not in older.records))
    return replace(newer, copies=copies, records=records, after=older.after | newer.after)


def _performed(job: Job, written: dict[Path, bytes | None]) -> SaveReport:
    """Do *job*, remember in *written* what stands on the disk, and return the report."""

    def report(outcome: SaveOutcome, error: ErrorCode | None = None) -> SaveReport:
        return SaveReport(
            path=job.path,
            outcome=outcome,
            error=error,
            records=job.records,
            number=job.number,
            stamp=stamp,
        )

    stamp: Stamp | None = None
    try:
        on_disk = _present(job.path)
        if on_disk is not None and on_disk not in (job.base, written.get(job.path)):
            return report(SaveOutcome.CHANGED_OUTSIDE, ErrorCode.CHANGED_OUTSIDE)
        for folder in job.folders:
            confirm_names_in(folder.parent)
        for copy in job.copies:
            _keep(copy)
        if job.data is not None:
            make_folder(job.path.parent, job.root)
    except (StorageError, MemoryError, ValueError) as error:
        return report(SaveOutcome.FAILED, getattr(error, "code", ErrorCode.DISK_ERROR))
    try:
        if job.data is None:
            remove(job.path)
        else:
            stamp = write_atomically(job.path, job.data)
    except UnconfirmedError as error:
        written[job.path] = job.data
        return report(SaveOutcome.UNCONFIRMED, error.code)
    except StorageError as error:
        return report(SaveOutcome.FAILED, error.code)
    written[job.path] = job.data
    return report(SaveOutcome.SAVED)


def _present(path: Path) -> bytes | None:
    """Return what stands at *path*, nothing if there is no such file."""
    try:
        return read_file(path)[0]
    except StorageError as error:
        if error.code is ErrorCode.MISSING:
            return None
        raise


def _keep(copy: Copy) -> None:
    """Write *copy* beside what is there; the same bytes are not kept twice."""
    make_folder(copy.path.parent, copy.root)
    path, number = copy.path, 1
    while (there := _present(path)) is not None:
        if there == copy.data:
            return
        number += 1
        path = copy.path.with_name(f"{copy.path.stem}-{number}{copy.path.suffix}")
    write_atomically(path, copy.data)
