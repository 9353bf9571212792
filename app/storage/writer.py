"""The one thread that writes: in order, the newest value of each file, again after a failure."""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Condition, Thread
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from app.storage.errors import ErrorCode
from app.storage.jobs import Job, SaveOutcome, SaveReport, performed, report_of

RETRY_SECONDS: Final = (5.0, 15.0, 60.0)
"""How long to wait after the first, the second and every later failure."""

Deliver = Callable[[Callable[[], None]], None]
"""Runs a function on the main thread, later."""


Done = Callable[[SaveReport], None]


class _Waiting(Struct):
    job: Job
    done: Done
    failures: int = 0
    due: float = 0.0


class Writer:
    """Takes jobs at once and does them on a thread of its own; reports come through *deliver*.

    *before* is called with each job on that thread, and may take its time; it must not raise.
    Nothing here waits for a disk except ``wait`` and ``close``, and these only as long as told.
    """

    def __init__(
        self,
        deliver: Deliver,
        retry_seconds: tuple[float, ...] = RETRY_SECONDS,
        before: Callable[[Job], None] | None = None,
    ) -> None:
        self._deliver = deliver
        self._before = before
        self._retry_seconds = retry_seconds
        self._changed = Condition()
        self._queue: dict[Path, _Waiting] = {}
        self._busy: Path | None = None
        self._written: dict[Path, bytes | None] = {}
        self._overtaken: set[Path] = set()
        self._submitted: set[Path] = set()
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
            waiting = self._queue[job.path] = _Waiting(job, done)
            self._submitted.add(job.path)
            self._start()
            if self._thread is None:
                self._delay(waiting)
                failed = report_of(job, SaveOutcome.FAILED, ErrorCode.DISK_ERROR)
                self._deliver(partial(done, failed))
            self._changed.notify_all()

    def retry(self) -> None:
        """Try again now what failed."""
        with self._changed:
            for waiting in self._queue.values():
                waiting.due = 0.0
            if self._queue:
                self._start()
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

    def stop(self, seconds: float) -> bool:
        """Stop, whatever is not written; but not while something is, for at most *seconds*.

        Returns whether it has stopped; if not, all goes on as before.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: not self._active(), seconds):
                return False
            self._stopping = True
            self._changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()
        return True

    def _start(self) -> None:
        if self._thread is None and not self._stopping:
            thread = Thread(target=self._run, name="writer", daemon=True)
            with suppress(RuntimeError):  # the system has none to give: the next attempt asks again
                thread.start()
                self._thread = thread

    def _active(self) -> bool:
        return self._busy is not None or (not self._stopping and self._next() is not None)

    def _next(self) -> _Waiting | None:
        """Return the first that is due and waits for no other; of a circle, the first.

        What was overtaken is not written yet: whoever waits for it waits until it is merged. Of a
        circle a file is written before one is removed, and whoever waits for a circle without
        being in it goes on waiting: what they take away is on its way into the others.
        """
        now = time.monotonic()
        due = [
            waiting
            for waiting in self._queue.values()
            if waiting.due <= now and not waiting.job.after & (self._overtaken - {waiting.job.path})
        ]
        free = (one for one in due if not one.job.after & (self._queue.keys() - {one.job.path}))
        if (first := next(free, None)) is not None or len(due) < len(self._queue):
            return first
        circle = (one for one in due if self._waits_for_itself(one.job))
        return min(circle, key=lambda one: one.job.data is None, default=None)

    def _waits_for_itself(self, job: Job) -> bool:
        """Whether others that *job* waits for wait for it in turn."""
        found: set[Path] = set()
        ahead = set(job.after - {job.path})
        while ahead:
            path = ahead.pop()
            found.add(path)
            if path in self._queue:
                ahead |= self._queue[path].job.after - found
        return job.path in found

    def _run(self) -> None:
        while (waiting := self._take()) is not None:
            report = self._attempt(waiting.job)
            with self._changed:
                if report.outcome is SaveOutcome.FAILED:
                    self._put_back(waiting)
                elif report.outcome is SaveOutcome.CHANGED_OUTSIDE:
                    self._overtaken.add(waiting.job.path)
                else:
                    self._overtaken.discard(waiting.job.path)
            self._deliver(partial(self._report, waiting.done, report))
            with self._changed:  # not before: who has waited finds the report
                self._busy = None
                self._changed.notify_all()

    def _report(self, done: Done, report: SaveReport) -> None:
        """Hand *report* over, on the main thread, where what was overtaken is merged."""
        if report.outcome is not SaveOutcome.CHANGED_OUTSIDE:
            done(report)  # perhaps of an earlier save than the one that was overtaken
            return
        self._submitted.clear()
        try:
            done(report)
        finally:
            with self._changed:
                self._go_on(report.path)
                self._changed.notify_all()

    def _go_on(self, overtaken: Path) -> None:
        """Let who waits for *overtaken* wait for all that its words are written to instead.

        If they are written nowhere, because that is refused, it goes on waiting for it.
        """
        waiting = [one for one in self._queue.values() if overtaken in one.job.after]
        for one in waiting if self._submitted else ():
            after = (one.job.after - {overtaken}) | (self._submitted - {one.job.path})
            one.job = replace(one.job, after=after)
        if self._submitted or not waiting:
            self._overtaken.discard(overtaken)

    def _attempt(self, job: Job) -> SaveReport:
        """Do *job*, whatever comes of it: this thread must not end, and no word be forgotten."""
        try:
            if self._before is not None:
                self._before(job)
            return performed(job, self._written)
        except Exception:  # noqa: BLE001 -- no memory, or an error nobody has thought of
            return report_of(job, SaveOutcome.FAILED, ErrorCode.DISK_ERROR)

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
        self._delay(waiting)
        self._queue[path] = waiting

    def _delay(self, waiting: _Waiting) -> None:
        """Let *waiting*, which failed, wait for its next attempt."""
        pause = self._retry_seconds[min(waiting.failures, len(self._retry_seconds) - 1)]
        waiting.failures += 1
        waiting.due = time.monotonic() + pause


def _in_place_of(older: Job, newer: Job) -> Job:
    """Return *newer*, with what *older* promised to keep and to wait for."""
    copies = (*older.copies, *(copy for copy in newer.copies if copy not in older.copies))
    records = (*older.records, *(one for one in newer.records if one not in older.records))
    return replace(newer, copies=copies, records=records, after=older.after | newer.after)
