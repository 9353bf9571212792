"""Putting a backup back: looked at first, the present backed up, then all of it or nothing."""

import os
import stat
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct

from app.storage import infusion_repository, journal_repository
from app.storage.archive import Copied, damage, free_name
from app.storage.archive_names import fits_everywhere
from app.storage.archive_reading import Archive
from app.storage.atomic import read_file
from app.storage.belongings import belongings, is_ours, may_be_ours
from app.storage.errors import ErrorCode, StorageError
from app.storage.listing import is_there, kind_of
from app.storage.problems import FileProblem
from app.storage.readme import README_NAME
from app.storage.swap import Aside, Plan, decide, discard, finish, is_decided, stage
from app.storage.yaml_file import OTHER_VERSION

_SEEN: Final = {ErrorCode.LEADS_OUTSIDE, ErrorCode.NOT_A_FILE, ErrorCode.MISSING}
"""What is known of a name although it is out of reach; of others nobody can tell what is there."""


class Inside(Struct, frozen=True, kw_only=True):
    """What is inside a backup, and what putting it back would change, by names of files.

    *replaced* and *gone* are files of ours as they are now, *added* are not there now. *damaged*
    files are in the backup and cannot be read. Files that are not ours are never replaced.
    """

    path: Path
    made: datetime | None
    size: int
    files: int
    infusions: int
    journal_days: int
    first_day: date | None
    last_day: date | None
    damaged: tuple[FileProblem, ...]
    replaced: tuple[str, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether the folder is just as it was then."""
        return not (self.replaced or self.added or self.gone)


class Restored(Struct, frozen=True, kw_only=True):
    """What was done. *backup* holds what was there before; nothing if nothing was there.

    *kept_aside* are files that could not be backed up and so got another name.
    """

    backup: Copied | None
    replaced: int
    added: int
    gone: int
    kept_aside: tuple[str, ...] = ()


class _Difference(Struct, frozen=True, kw_only=True):
    is_new: bool
    """Whether there is no file at all yet."""

    replaced: tuple[str, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]


def look_inside(path: Path, root: Path) -> Inside:
    """Return what the backup at *path* holds, held against the data folder *root*.

    Reads all of it and changes nothing. Raises StorageError; its *field* names the file in the
    backup that is to blame.
    """
    with Archive(path) as archive:
        damaged = [one for name in archive.entries for one in damage(name, archive.read(name))]
        difference = _difference(archive, root)
        days = sorted({day for name in archive.entries if (day := _journal_day(name))})
        return Inside(
            path=path,
            made=archive.made,
            size=os.path.getsize(path),
            files=len(archive.entries),
            infusions=len({one for name in archive.entries if (one := _infusion(name))}),
            journal_days=len(days),
            first_day=days[0] if days else None,
            last_day=days[-1] if days else None,
            damaged=tuple(damaged),
            replaced=difference.replaced,
            added=difference.added,
            gone=difference.gone,
        )


def restore(path: Path, root: Path, back_up: Callable[[], Copied]) -> Restored:
    """Put the backup at *path* back into *root*, after *back_up* has kept the present.

    Nobody else may write into *root* meanwhile, and nothing begun there may be unfinished.
    Raises StorageError: with the old content whole and in place, or, when ``swap.is_decided``,
    with the new content whole and ``swap.finish`` needed to go on.
    """
    with Archive(path) as archive:
        for name in archive.entries:
            archive.read(name)
        difference = _difference(archive, root)
        _check_the_way(root, (*difference.replaced, *difference.added, *difference.gone))
        backup = None if difference.is_new else back_up()
        if backup is not None and backup.unconfirmed is not None:
            raise StorageError(backup.unconfirmed, backup.path)
        lost = _not_in(backup, (*difference.replaced, *difference.gone))
        plan = Plan(
            aside=tuple(_aside(root, name) for name in difference.replaced if name in lost),
            gone=tuple(name for name in difference.gone if name not in lost),
        )
        try:
            for name in (*difference.replaced, *difference.added):
                stage(root, name, archive.read(name))
            decide(root, plan)
        except BaseException:
            if not is_decided(root):
                discard(root)
            raise
    finish(root)
    return Restored(
        backup=backup,
        replaced=len(difference.replaced),
        added=len(difference.added),
        gone=len(plan.gone),
        kept_aside=tuple(aside.kept_as for aside in plan.aside),
    )


def _difference(archive: Archive, root: Path) -> _Difference:
    found = belongings(root) if is_there(root) else None
    _check_all_is_seen(found.left_out if found else (), archive.entries)
    present = {file.name: file.size for file in found.files} if found else {}
    hidden = {one.path for one in found.left_out} if found else set[str]()
    replaced: list[str] = []
    added: list[str] = []
    for name, entry in archive.entries.items():
        if name in present or name in hidden:
            same_size = present.get(name) == entry.file_size
            if is_ours(name) and not (same_size and _is_same(archive, root, name)):
                replaced.append(name)
        else:
            added.append(name)
    gone = [
        name
        for name in (found.ours if found else ())
        if name not in archive.entries and name != README_NAME and fits_everywhere(name)
    ]
    return _Difference(
        is_new=not present, replaced=tuple(replaced), added=tuple(added), gone=tuple(gone)
    )


def _check_all_is_seen(left_out: Iterable[FileProblem], names: Iterable[str]) -> None:
    """Refuse where nobody can tell what is there of ours, or in a folder that *names* go into.

    What is not seen would stay beside the new content, or be replaced without having a backup.
    """
    ways = {folder.as_posix() for name in names for folder in PurePosixPath(name).parents}
    for one in left_out:
        if one.code not in _SEEN and (may_be_ours(one.path) or one.path in ways):
            raise StorageError(one.code, field=one.path)


def _not_in(backup: Copied | None, names: Iterable[str]) -> set[str]:
    """Return which of *names* were left out of *backup*, or lie in a folder that was."""
    left_out = {one.path for one in backup.left_out} if backup else set[str]()
    return {
        name
        for name in names
        if name in left_out
        or any(folder.as_posix() in left_out for folder in PurePosixPath(name).parents)
    }


def _is_same(archive: Archive, root: Path, name: str) -> bool:
    try:
        return read_file(root / name)[0] == archive.read(name)
    except StorageError:
        return False


def _check_the_way(root: Path, names: Iterable[str]) -> None:
    """Refuse to move files through a link, over a folder, or into what is a file."""
    known: set[Path] = set()
    for name in names:
        path = root / name
        kind = kind_of(path)
        if kind == stat.S_IFLNK:
            raise StorageError(ErrorCode.LEADS_OUTSIDE, path, field=name)
        if kind == stat.S_IFDIR:
            raise StorageError(ErrorCode.NOT_A_FILE, path, field=name)
        for folder in [root / above for above in Path(name).parents[:-1]]:
            if folder not in known:
                known.add(folder)
                kind = kind_of(folder)
                if kind == stat.S_IFLNK:
                    raise StorageError(ErrorCode.LEADS_OUTSIDE, folder, field=name)
                if kind not in {None, stat.S_IFDIR}:
                    raise StorageError(ErrorCode.NOT_A_FOLDER, folder, field=name)


def _aside(root: Path, name: str) -> Aside:
    """Return under which name the file *name* is kept: one that says what it is."""
    path = root / name
    kept = free_name(path.parent, f"{path.stem}.{OTHER_VERSION}", path.suffix)
    return Aside(name=name, kept_as=kept.relative_to(root).as_posix())


def _journal_day(name: str) -> date | None:
    folder, _slash, file = name.rpartition("/")
    if not folder.startswith(f"{journal_repository.FOLDER}/"):
        return None
    return journal_repository.day_of(file)


def _infusion(name: str) -> str | None:
    folder, _slash, file = name.rpartition("/")
    match = infusion_repository.FILE_NAME.fullmatch(file)
    return match[1] if match and folder == infusion_repository.FOLDER else None
