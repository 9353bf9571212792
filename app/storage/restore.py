"""Putting a backup back: looked at first, the present backed up, then all of it or nothing."""

import os
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from app.storage import infusion_repository, journal_repository
from app.storage.archive import Copied, damage, free_name
from app.storage.archive_names import fits_everywhere
from app.storage.archive_reading import Archive
from app.storage.atomic import read_file
from app.storage.belongings import belongings, is_ours
from app.storage.errors import ErrorCode, StorageError
from app.storage.problems import FileProblem
from app.storage.readme import README_NAME
from app.storage.swap import Aside, Plan, decide, discard, finish, is_decided, stage


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
    Raises StorageError: with the old content whole and in place, or, when ``swap.is_pending``,
    with the new content whole and ``swap.finish`` needed to go on.
    """
    with Archive(path) as archive:
        for name in archive.entries:
            archive.read(name)
        difference = _difference(archive, root)
        _check_the_way(root, (*difference.replaced, *difference.added, *difference.gone))
        backup = back_up() if belongings(root).files else None
        lost = {one.path for one in backup.left_out} if backup else set[str]()
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
    found = belongings(root) if os.path.lexists(root) else None
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
    return _Difference(replaced=tuple(replaced), added=tuple(added), gone=tuple(gone))


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
        if os.path.islink(path):
            raise StorageError(ErrorCode.LEADS_OUTSIDE, path, field=name)
        if os.path.isdir(path):
            raise StorageError(ErrorCode.NOT_A_FILE, path, field=name)
        for folder in [root / above for above in Path(name).parents[:-1]]:
            if folder not in known:
                known.add(folder)
                if os.path.islink(folder):
                    raise StorageError(ErrorCode.LEADS_OUTSIDE, folder, field=name)
                if os.path.lexists(folder) and not os.path.isdir(folder):
                    raise StorageError(ErrorCode.NOT_A_FOLDER, folder, field=name)


def _aside(root: Path, name: str) -> Aside:
    """Return under which name the file *name* is kept: one that says what it is."""
    path = root / name
    kept = free_name(path.parent, f"{path.stem}.other-version", path.suffix)
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
