"""Backups: made by themselves before the first change of a day, and thinned as they grow old.

What a backup needs is loaded when one is made; a start does without it.
"""

import contextlib
import os
import re
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from msgspec import Struct, structs

from app.domain.clock import Clock
from app.storage.atomic import (
    TEMP_PREFIX,
    TEMP_SUFFIX,
    UnconfirmedError,
    confirm_names_in,
    make_folder,
    read_file,
)
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.paths import Paths
from app.storage.problems import BACKUPS, FileProblem
from app.storage.readme import README_NAME

if TYPE_CHECKING:
    from app.storage.archive import Copied

STEM: Final = "soft-landing-"
SUFFIX: Final = ".zip"
WRITTEN: Final = "%Y-%m-%d-%H%M"
TRY_AGAIN_SECONDS: Final = 3600
"""How long after a failure the next change tries again."""

ABANDONED_SECONDS: Final = 3600
"""How long nothing was written to an unfinished backup that surely nobody is making any more."""

_NAME: Final = r"soft-landing-([0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{4})(?:-([0-9]+))?\.zip"


class Backup(Struct, frozen=True, kw_only=True):
    """One backup. *made* is what the clock on the wall showed, with the offset it has now."""

    path: Path
    made: datetime
    size: int
    number: int = 1


class Backups:
    """The backups of the open data folder. Knows the time only through *clock*.

    ``before_change`` belongs to the thread that writes; the others wait for the disk too, and
    belong on no main thread.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._one_at_a_time = Lock()
        self._looked: datetime | None = None
        self._failed = False

    def all(self, paths: Paths) -> list[Backup]:
        """Return the backups there are, newest first; none where they are out of reach."""
        zone = self._clock.now().tzinfo
        found: list[Backup] = []
        with contextlib.suppress(OSError), os.scandir(paths.backups) as entries:
            for entry in entries:
                match = re.fullmatch(_NAME, entry.name)
                if match is not None:
                    with contextlib.suppress(OSError, ValueError):
                        made = datetime.strptime(match[1], WRITTEN).replace(tzinfo=zone)
                        found.append(
                            Backup(
                                path=paths.backups / entry.name,
                                made=made,
                                size=entry.stat().st_size,
                                number=int(match[2] or 1),
                            )
                        )
        return sorted(found, key=lambda one: (one.made, one.number), reverse=True)

    def make(self, paths: Paths) -> "Copied":
        """Make a backup now, and let go of old ones. Raises StorageError; old ones then stay.

        They stay, too, beside one that the disk did not confirm.
        On any thread; while another makes one it waits.
        """
        with self._one_at_a_time:
            return self._made(paths)

    def _made(self, paths: Paths) -> "Copied":
        from app.storage.archive import free_name, write_archive

        made = make_folder(paths.backups, Path(paths.backups.anchor), confirm=False)
        now = self._clock.now()
        _clear_unfinished(paths.backups, now.timestamp() - ABANDONED_SECONDS)
        target = free_name(paths.backups, f"{STEM}{now.strftime(WRITTEN)}", SUFFIX)
        copied = write_archive(target, paths.data, now)
        try:
            for folder in made:
                confirm_names_in(folder.parent)
        except UnconfirmedError as error:
            copied = structs.replace(copied, unconfirmed=error.code)
        if copied.unconfirmed is None:
            self._thin(paths, now)
        return copied

    def before_change(self, paths: Paths) -> tuple[FileProblem, ...] | None:
        """Make the day's backup if this is its first change and there is something new to keep.

        Returns what went wrong, most often nothing, or None when it was not time to look. It
        never raises: whatever happens here, the change is written.
        """
        now = self._clock.now()
        if not self._is_time(now):
            return None
        self._looked = now
        try:
            with self._one_at_a_time:  # one made by hand this minute is today's too
                if self._is_wanted(paths, now):
                    self._made(paths)  # not confirmed, it is there: the next start will see
        except Exception as error:  # noqa: BLE001 - a fault here must not cost the change
            self._failed = True
            why = getattr(error, "code", ErrorCode.DISK_ERROR)
            return (FileProblem(path=BACKUPS, code=ErrorCode.NO_BACKUP, field=why.value),)
        self._failed = False
        return ()

    def _is_time(self, now: datetime) -> bool:
        if self._looked is None or self._looked.date() != now.date():
            return True
        return self._failed and abs((now - self._looked).total_seconds()) >= TRY_AGAIN_SECONDS

    def _is_wanted(self, paths: Paths, now: datetime) -> bool:
        from app.storage.belongings import belongings, worth_a_copy

        backups = self.all(paths)
        newest = next((one for one in backups if one.made <= now), None)
        if newest is not None and newest.made.date() == now.date():
            return False
        found = worth_a_copy(belongings(paths.data))
        if not set(found.ours) - {README_NAME}:
            return False
        sizes = {file.name: file.size for file in found.files}
        return newest is None or _differs(newest.path, paths.data, sizes)

    def _thin(self, paths: Paths, now: datetime) -> None:
        from app.storage.thinning import to_keep

        backups = self.all(paths)
        kept = to_keep([one.made for one in backups], now)
        for one in backups:
            if one.made not in kept:
                with contextlib.suppress(OSError):
                    os.unlink(one.path)
        with contextlib.suppress(StorageError):
            confirm_names_in(paths.backups)


def _differs(path: Path, root: Path, sizes: dict[str, int]) -> bool:
    """Whether the zip at *path* holds anything else than the files of *root*, of these sizes."""
    from zlib import crc32

    from app.storage.archive_reading import Archive

    try:
        with Archive(path) as archive:
            entries = dict(archive.entries)
        if {name: entry.file_size for name, entry in entries.items()} != sizes:
            return True
        return any(crc32(read_file(root / name)[0]) != entry.CRC for name, entry in entries.items())
    except StorageError:
        return True


def _clear_unfinished(folder: Path, before: float) -> None:
    """Remove what a kill in the middle of an earlier backup has left.

    What was written to since *before* stays: a second window, or the command line, may make a
    backup at this very moment.
    """
    try:
        names = os.listdir(folder)
    except OSError as error:
        raise StorageError(code_of(error), folder) from error
    for name in names:
        if name.startswith(TEMP_PREFIX) and name.endswith(TEMP_SUFFIX):
            with contextlib.suppress(OSError):
                if os.lstat(folder / name).st_mtime < before:
                    os.unlink(folder / name)
