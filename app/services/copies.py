"""Backing up, looking into a backup, putting it back, and plain copies.

What reads or writes many files takes seconds on a slow disk: ``back_up``, ``back_up_to``,
``export``, ``look_inside`` and ``put_back`` may run on any thread, one at a time. ``hold`` and
``let_go`` belong to the main thread, around ``put_back``.
"""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from app.domain.clock import Clock
from app.services.changes import Changes
from app.services.copy_words import (
    DayWords,
    change_sentences,
    copied_sentences,
    inside_sentences,
    iso_day,
    restored_sentences,
    size_words,
)
from app.services.refusals import Doing, half_restored, not_done
from app.services.stillness import hold, let_go
from app.storage.archive import Copied, free_name
from app.storage.backups import STEM, Backups
from app.storage.data_folder import DataFolder
from app.storage.errors import ErrorCode, StorageError
from app.storage.export import export_yaml
from app.storage.restore import Inside, Restored, look_inside, restore
from app.storage.swap import is_decided


class BackupLine(Struct, frozen=True, kw_only=True):
    """One backup in a list: its file, when it was made, and how large it is in words."""

    path: Path
    made: datetime
    size: str


class CopyDone(Struct, frozen=True, kw_only=True):
    """A copy that was made, with what is said of it."""

    copied: Copied
    sentences: tuple[str, ...]


class Preview(Struct, frozen=True, kw_only=True):
    """What is in a backup and what putting it back would change, in sentences too."""

    inside: Inside
    contents: tuple[str, ...]
    changes: tuple[str, ...]


class RestoreDone(Struct, frozen=True, kw_only=True):
    """A backup that was put back, with what is said of it."""

    restored: Restored
    sentences: tuple[str, ...]


class Copies:
    """Copies of the open data folder. Everything that fails raises NotDoneError."""

    def __init__(
        self, folder: DataFolder, backups: Backups, clock: Clock, changes: Changes
    ) -> None:
        self._folder = folder
        self._backups = backups
        self._clock = clock
        self._changes = changes

    def all(self) -> list[BackupLine]:
        """Return the backups there are, newest first."""
        return [
            BackupLine(path=one.path, made=one.made, size=size_words(one.size))
            for one in self._backups.all(self._folder.paths)
        ]

    def back_up(self) -> CopyDone:
        """Make a backup now, beside those that are made by themselves."""
        try:
            copied = self._backups.make(self._folder.paths)
        except StorageError as error:
            raise not_done(Doing.BACKUP, error, self._folder.paths.data) from error
        return CopyDone(copied=copied, sentences=copied_sentences(copied))

    def back_up_to(self, out: Path, *, replace: bool = False) -> CopyDone:
        """Write a backup to the zip file *out*; what is there stays, unless *replace* is said."""
        if not out.name or out.is_dir():
            raise not_done(Doing.BACKUP, StorageError(ErrorCode.NOT_A_FILE, out))
        return self._copy(Doing.BACKUP, out.with_name(_zip_name(out.name)), replace=replace)

    def export(self, out: Path, *, replace: bool = False) -> CopyDone:
        """Write plain copies of the files to *out*, a new folder or a zip file."""
        return self._copy(Doing.EXPORT, out, replace=replace)

    def export_into(self, folder: Path) -> CopyDone:
        """Write plain copies of the files to a new folder in *folder*, named for today."""
        try:
            out = free_name(folder, self._stem(), "")
        except StorageError as error:
            raise not_done(Doing.EXPORT, error) from error
        return self.export(out)

    def look_inside(self, path: Path, day: DayWords = iso_day) -> Preview:
        """Return what the backup at *path* holds and would change; *day* writes its dates."""
        try:
            inside = look_inside(path, self._folder.paths.data)
        except StorageError as error:
            raise not_done(Doing.LOOK, error, self._folder.paths.data) from error
        return Preview(
            inside=inside,
            contents=inside_sentences(inside, day),
            changes=change_sentences(inside),
        )

    def restore(self, path: Path) -> RestoreDone:
        """Put the backup at *path* back, here and now: ``hold``, ``put_back`` and ``let_go``."""
        self.hold()
        try:
            return self.put_back(path)
        finally:
            self.let_go()

    def hold(self) -> None:
        """Have nothing written until ``let_go``. While something is not saved yet it refuses."""
        hold(self._folder, Doing.RESTORE)

    def put_back(self, path: Path) -> RestoreDone:
        """Back the present up, and put the backup at *path* in its place; between the two calls."""
        paths = self._folder.paths
        try:
            restored = restore(path, paths.data, lambda: self._backups.make(paths))
        except StorageError as error:
            if _may_hold(paths.data):
                raise half_restored(error) from error
            raise not_done(Doing.RESTORE, error, paths.data) from error
        return RestoreDone(restored=restored, sentences=restored_sentences(restored))

    def let_go(self) -> None:
        """Write again, and tell everybody that all of it may have changed."""
        let_go(self._folder, self._changes)

    def suggested_name(self) -> str:
        """Return a neutral file name for a copy made today."""
        return f"{self._stem()}.zip"

    def _stem(self) -> str:
        return f"{STEM}{self._clock.now().date().isoformat()}"

    def _copy(self, doing: Doing, out: Path, *, replace: bool) -> CopyDone:
        try:
            copied = export_yaml(out, self._folder.paths.data, self._clock.now(), replace=replace)
        except StorageError as error:
            raise not_done(doing, error, self._folder.paths.data) from error
        return CopyDone(copied=copied, sentences=copied_sentences(copied))


def _may_hold(root: Path) -> bool:
    """Whether a restore is decided, so that it goes on by itself, as far as can be seen."""
    try:
        return is_decided(root)
    except StorageError:
        return True


def _zip_name(name: str) -> str:
    return name if name.lower().endswith(".zip") else f"{name}.zip"
