"""One open data folder: its lock, its writer, what is wrong with it, and the files in use."""

import contextlib
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from app.storage.atomic import stamp_of
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.folder_probe import Access, make_data_folder, try_to_write, what_is_left
from app.storage.jobs import Copy, Job, SaveOutcome, SaveReport
from app.storage.layouts import Layout
from app.storage.leftovers import remove_leftovers
from app.storage.lock import FolderLock
from app.storage.noted import Noted
from app.storage.paths import Paths
from app.storage.problems import BACKUPS, BeforeChange, FileProblem, relative
from app.storage.readme import README, README_NAME
from app.storage.slot import Slot
from app.storage.swap import finish
from app.storage.writer import Deliver, Done, Writer
from app.storage.yaml_file import Surroundings, YamlFile

T = TypeVar("T", bound=Struct)

SLOTS_IN_MEMORY: Final = 64
"""How many files are remembered beyond those with unsaved changes."""


class DataFolder:
    """The patient's folder as far as it can be had; opening it never raises.

    Whatever ``access`` says, values can be read and put: what cannot be written stays in
    memory, its save is reported as failed, and ``retry`` tries again. Belongs to the main
    thread; *deliver* brings the reports of the writer there. *back_up* keeps a copy of what is
    about to be changed, when it is time for one.
    """

    def __init__(self, paths: Paths, deliver: Deliver, back_up: BeforeChange | None = None) -> None:
        self.paths = paths
        self.access = Access.UNUSABLE
        self.noted = Noted()
        self.on_save: list[Callable[[SaveReport], None]] = []
        self.on_replaced: list[Callable[[], None]] = []
        self.writer = Writer(deliver, before=self._before_write)
        self._back_up = back_up
        self._held = False
        self._is_tidy = False
        self._made: tuple[Path, ...] = ()
        """Folders made at opening whose names are not known to be on the disk yet."""
        self._deliver = deliver
        self._lock = FolderLock(paths.lock)
        self._refusal = ErrorCode.MISSING
        self._slots: dict[Path, Slot[Any]] = {}

    def open(self) -> None:
        """Take the lock and look at the folder, which is made if there is none yet."""
        self.noted.note_trouble(None)
        problems: list[ErrorCode] = []
        try:
            self._lock.take()
        except StorageError as error:
            problems.append(error.code)
        if ErrorCode.LOCKED in problems:
            self.access, self._refusal = Access.READ_ONLY_LOCKED, ErrorCode.LOCKED
        else:
            try:
                self._made = (*self._made, *make_data_folder(self.paths))
                try_to_write(self.paths.data)
                finish(self.paths.data)
            except StorageError as error:
                problems.append(error.code)
                self._refusal = error.code
                self.access = what_is_left(self.paths.data, error.code)
            else:
                self.access = Access.WRITABLE
                self._write_readme()
        self.noted.note(".", tuple(FileProblem(path=".", code=code) for code in problems))

    def close(self, seconds: float) -> bool:
        """Write what is pending, at most *seconds* long, and give the lock back.

        Returns whether every word is on the disk.
        """
        self.writer.close(seconds)
        waiting = set(self.writer.unsaved) - {self.paths.data / README_NAME}
        refused = any(slot.is_refused for slot in self._slots.values())
        self._lock.release()
        return not (waiting or refused)

    @property
    def pending(self) -> bool:
        """Whether something is being written."""
        return self.writer.pending

    @property
    def is_held(self) -> bool:
        """Whether nothing is written for now, because the files are replaced, moved or deleted."""
        return self._held

    def retry(self) -> None:
        """Try again now to write what is not saved, in a folder that may be back."""
        if self._held:
            return
        if self.access is not Access.WRITABLE or self.noted.trouble is not None:
            self.open()
            for slot in self._slots.values():
                slot.resubmit()
        self.writer.retry()

    def hold(self, seconds: float) -> bool:
        """Write nothing until ``let_go``: the files are to be replaced. Puts stay in memory.

        Returns False, and holds nothing, while words are not on the disk after *seconds*, their
        report is not here yet, or the folder is not ours to write.
        """
        writable = self.access is Access.WRITABLE and self.writer.wait(seconds)
        if writable and not self.unsaved_slots():
            self._rest()
        return self._held

    def stop(self, seconds: float) -> bool:
        """Write nothing any more, saved or not.

        Returns False, and goes on as before, while something is being written after *seconds*.
        """
        stopped = self.writer.stop(seconds)
        if stopped:
            self._rest(ErrorCode.DELETED)
        return stopped

    def let_go(self, moved_to: Paths | None = None) -> None:
        """Read everything anew, write what was put meanwhile, and tell that all may differ.

        With *moved_to* the folder is another one from now on.
        """
        self._held = False
        put = [
            (relative(slot.path, self.paths.data), slot.layout, slot.hand_over())
            for slot in self.unsaved_slots()
        ]
        self._slots.clear()
        self.noted.forget()
        if moved_to is not None:
            self._lock.release()
            self._lock, self.paths = FolderLock(moved_to.lock), moved_to
        self.open()
        for name, layout, unsaved in put:
            self.slot(name, layout).take_over(unsaved)
        for listener in (*self.noted.listeners, *self.on_replaced):
            listener()

    def slot(self, name: str, layout: Layout[T]) -> Slot[T]:
        """Return where the value of the file *name* is kept, as ``journal/2026/….yaml``."""
        path = self.paths.data / name
        slot = self._slots.pop(path, None) or Slot(path, layout, self._surroundings())
        self._slots[path] = slot
        self._forget_oldest()
        return slot

    def known_slot(self, path: Path) -> Slot[Any] | None:
        """Return where the value of the file *path* is kept in memory; nothing if it is not."""
        return self._slots.get(path)

    def slots(self) -> tuple[Slot[Any], ...]:
        """Return where every value is kept that is in memory."""
        return tuple(self._slots.values())

    def unsaved_slots(self) -> list[Slot[Any]]:
        """Return where values are kept that are not on the disk yet."""
        return [slot for slot in self._slots.values() if slot.has_unsaved]

    def put_file(
        self,
        name: str,
        data: bytes | None,
        *,
        over: bytes | None = None,
        after: frozenset[Path] = frozenset(),
        done: Done | None = None,
    ) -> None:
        """Have *data* written as the file *name*, or the file removed where it is nothing.

        Only if there is none, or it still is *over*, which is kept in the originals; and once
        those in *after* are written. *done* is told, else everybody.
        """
        path, root, base = self.paths.data / name, self.paths.data, data
        copies: tuple[Copy, ...] = ()
        if over is not None:
            base, copies = over, (Copy(self.paths.originals / name, over, Path(path.anchor)),)
        job = Job(path=path, root=root, data=data, base=base, copies=copies, after=after)
        self._save(job, done or self._announce)

    def state_file(self, path: Path, layout: Layout[Any]) -> YamlFile:
        """Return the file *path* of the state folder, which may be replaced if it is damaged."""
        around = replace(
            self._surroundings(),
            root=Path(path.anchor),
            save=self._save_state,
            note=_ignored,
            announce=_ignored,
        )
        return YamlFile(path, layout, around, _ignored)

    def names(self, folder: str) -> list[str]:
        """Return the names in the sub-folder *folder*; none if it is not there."""
        names: list[str] = []
        problems: tuple[FileProblem, ...] = ()
        try:
            names = os.listdir(self.paths.data / folder)
        except FileNotFoundError:
            pass
        except OSError as error:
            problems = (FileProblem(path=folder, code=code_of(error)),)
        self.noted.note(folder, problems)
        return names

    def _before_write(self, job: Job) -> None:
        """Clear away what a killed program left, and make the day's backup, on that thread."""
        if not self._is_tidy:
            self._is_tidy = True
            remove_leftovers((self.paths.data, self.paths.originals))
        if self._back_up is not None and job.root == self.paths.data:
            problems = self._back_up(self.paths)
            if problems is not None:
                self._deliver(partial(self.noted.note, BACKUPS, problems))

    def _rest(self, why: ErrorCode = ErrorCode.BUSY) -> None:
        self._held = True
        self.access, self._refusal = Access.READ_ONLY_DISK, why
        self._slots.clear()

    def _surroundings(self) -> Surroundings:
        return Surroundings(
            root=self.paths.data,
            originals=self.paths.originals,
            save=self._save,
            refuse=self._refuse,
            note=self.noted.note,
            announce=self._announce,
        )

    def _write_readme(self) -> None:
        """Have the text about the files written, if there is none."""
        path = self.paths.data / README_NAME
        if stamp_of(path) is None:
            job = Job(path=path, root=self.paths.data, data=README.encode(), base=None)
            self._save(job, self._confirm)

    def _confirm(self, report: SaveReport) -> None:
        """Know that the folders are on the disk, once anything in them is."""
        if report.outcome is SaveOutcome.SAVED:
            self._made = ()

    def _save(self, job: Job, done: Done) -> bool:
        if self.access is Access.WRITABLE:
            beside = self._lock.made if job.copies else ()  # they lie where the lock does
            self.writer.submit(replace(job, folders=(*self._made, *beside)), done)
            return True
        self._refuse(job, done, self._refusal)
        return False

    def _save_state(self, job: Job, done: Done) -> bool:
        if self._held or self.access is Access.READ_ONLY_LOCKED:
            return False
        self.writer.submit(job, done)
        return True

    def _refuse(self, job: Job, done: Done, code: ErrorCode) -> None:
        report = SaveReport(
            path=job.path,
            outcome=SaveOutcome.FAILED,
            error=code,
            records=job.records,
            number=job.number,
        )
        self._deliver(partial(done, report))

    def _announce(self, report: SaveReport) -> None:
        self._confirm(report)
        self.noted.note_save(report)
        for listener in tuple(self.on_save):
            listener(report)

    def _forget_oldest(self) -> None:
        if len(self._slots) > SLOTS_IN_MEMORY:
            clean = (path for path, slot in self._slots.items() if not slot.has_unsaved)
            with contextlib.suppress(StopIteration):
                del self._slots[next(clean)]


def _ignored(*_: object) -> None:
    """Do nothing with what nobody needs to hear."""
