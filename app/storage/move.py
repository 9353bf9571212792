"""Moving the data folder: copied, read back, switched by one rename, and only then cleared.

1. Every file of ours is copied into the new folder and read back; a file that cannot be copied
   stops everything. A marker, ``.sl-moving``, tells a copy that was cut off from a journal that
   somebody uses: it names the folder that was copied.
2. ``moved-from.yaml`` in the new state folder notes where the files came from.
3. ``data-folder.txt`` in the config folder is replaced by one rename: until then the old folder
   is the one that is used, from then on the new one, and both are whole.
4. ``finish_move`` removes the marker, moves backups, drafts and the running session along, removes
   from the old folder what is byte for byte in the new one, and then the note. A kill before its
   end is mended by the next start, before anything is read.
"""

import contextlib
import os
import stat
from pathlib import Path
from typing import IO, Final

from msgspec import Struct

from app.domain.records import Part
from app.storage.archive import free_name
from app.storage.atomic import (
    FOLDER_MODE,
    TEMP_PREFIX,
    TEMP_SUFFIX,
    UnconfirmedError,
    confirm_names_in,
    make_folder,
    read_file,
    remove,
    replace_patiently,
    write_atomically,
    write_new,
    write_streamed,
)
from app.storage.belongings import Belongings, belongings, may_be_ours
from app.storage.codec import decode, encode
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.export import check_outside
from app.storage.listing import is_there, kind_of, walk
from app.storage.lock import FolderLock
from app.storage.paths import CHOSEN_NAME, Paths
from app.storage.problems import FileProblem
from app.storage.swap import confirm_all, remove_empty
from app.storage.yaml_door import dump, load

MARKER: Final = f"{TEMP_PREFIX}moving"
STAYS_BEHIND: Final = {"folder.lock", "folders", "moved-from.yaml"}
"""What in a state folder does not belong to the journal itself."""

_NOTE: Final = "Soft Landing: the folder with your files has moved. This is removed by itself."
_CHOSEN: Final = b"# Soft Landing keeps your files in this folder:\n"


class Moved(Struct, frozen=True, kw_only=True):
    """What was moved, and what stayed in the old folder and why."""

    paths: Paths
    files: int
    stayed: tuple[FileProblem, ...] = ()


class _From(Part, frozen=True, kw_only=True):
    data: str
    state: str


def move(old: Paths, new: Paths) -> Moved:
    """Move the data folder from *old* to *new*, whose parent is there; nobody writes meanwhile.

    Raises StorageError with the old folder whole and in use.
    """
    if old.chosen and not old.remembered:
        raise StorageError(ErrorCode.NAMED_AT_START, old.data)
    check_outside(new.data, old.data)
    check_outside(new.data, old.state)
    found = belongings(old.data)
    _check_all_is_there(found)
    try:
        _prepare(new.data, old.data)
    except OSError as error:
        raise StorageError(code_of(error), new.data) from error
    try:
        _copy_all(found.ours, old, new)
        remember(new.config, new.data)
    except BaseException:
        _abandon(new)
        raise
    return Moved(paths=new, files=len(found.ours), stayed=finish_move(new))


def remember(config: Path, folder: Path | None) -> None:
    """Use *folder* from the next start on, or the usual one again.

    Raises StorageError, with what was remembered before still holding.
    """
    path = config / CHOSEN_NAME
    before = read_file(path)[0] if is_there(path) else None
    after = None if folder is None else _CHOSEN + os.fsencode(folder) + b"\n"
    if after is not None and len(after.splitlines()) != len(_CHOSEN.splitlines()) + 1:
        raise StorageError(ErrorCode.UNSAFE_NAME, folder)
    make_folder(config, Path(config.anchor))
    try:
        _put(path, after)
    except UnconfirmedError as error:
        with contextlib.suppress(StorageError):
            _put(path, before)
        raise StorageError(error.code, path) from error


def finish_move(paths: Paths) -> tuple[FileProblem, ...]:
    """Bring to its end what brought the data folder to *paths*; never raises.

    Returns what stayed in the old folder: what is not ours, and what is not just the same in the
    new one. Where backups and drafts cannot follow, the next call tries again.
    """
    lock = FolderLock(paths.lock)
    try:
        lock.take()
        note = decode(load(read_file(paths.moved_from)[0]), _From)
        remove(paths.data / MARKER)
        _bring_along(Path(note.state), paths.state)
        stayed = _clear(Path(note.data), paths.data)
        remove(paths.moved_from)
    except (StorageError, OSError) as error:
        code = error.code if isinstance(error, StorageError) else code_of(error)
        return (FileProblem(path=".", code=code),)
    finally:
        lock.release()
    return stayed


def _copy_all(names: tuple[str, ...], old: Paths, new: Paths) -> None:
    """Copy the files *names*, and note where they come from; all of it is on the disk then."""
    for name in names:
        _copy(old.data / name, new.data, name)
    confirm_all(folder for folder, _folders, _files in walk(new.data))
    confirm_names_in(new.data.parent)
    make_folder(new.state, Path(new.state.anchor))
    note = _From(data=str(old.data), state=str(old.state))
    write_atomically(new.moved_from, dump(encode(note), _NOTE))


def _abandon(new: Paths) -> None:
    """Take back what was copied: half a journal lies nowhere."""
    with contextlib.suppress(StorageError, OSError):
        remove(new.moved_from)
        _remove_ours(new.data)
        remove(new.data / MARKER)
        os.rmdir(new.data)


def _remove_ours(folder: Path) -> None:
    for name in belongings(folder).ours:
        remove(folder / name)
        remove_empty((folder / name).parent, folder)


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        remove(path)
    else:
        write_atomically(path, data)


def _check_all_is_there(found: Belongings) -> None:
    for one in found.left_out:
        if may_be_ours(one.path):
            raise StorageError(one.code, field=one.path)


def _prepare(target: Path, source: Path) -> None:
    """Make the new folder; one that holds a journal is not taken, half a copy of *source* is."""
    if not os.path.lexists(target):
        os.mkdir(target, FOLDER_MODE)
    marker = target / MARKER
    if os.path.isfile(marker) and read_file(marker)[0] == os.fsencode(source):
        _remove_ours(target)
    if belongings(target).ours:
        raise StorageError(ErrorCode.ALREADY_THERE, target)
    write_atomically(marker, os.fsencode(source))


def _copy(source: Path, root: Path, name: str) -> None:
    data = read_file(source)[0]
    target = root / name
    make_folder(target.parent, root, confirm=False)
    write_new(target, data)
    if read_file(target)[0] != data:
        raise StorageError(ErrorCode.DAMAGED, target, field=name)


def _clear(old: Path, new: Path) -> tuple[FileProblem, ...]:
    """Remove from *old* what is just the same in *new*, and return what stayed."""
    if not is_there(old):
        return ()
    found = belongings(old)
    stayed = list(found.left_out)
    for file in found.files:
        if not file.ours:
            stayed.append(FileProblem(path=file.name, code=ErrorCode.UNKNOWN_FILE))
        elif (code := _cleared(old / file.name, new / file.name)) is not None:
            stayed.append(FileProblem(path=file.name, code=code))
        else:
            remove_empty((old / file.name).parent, old)
    for name in os.listdir(old):
        if name.startswith(TEMP_PREFIX) and name.endswith(TEMP_SUFFIX):
            os.unlink(old / name)
    with contextlib.suppress(OSError):
        os.rmdir(old)
    return tuple(sorted(stayed, key=lambda one: one.path))


def _cleared(old: Path, new: Path) -> ErrorCode | None:
    try:
        if read_file(old)[0] != read_file(new)[0]:
            return ErrorCode.CHANGED_OUTSIDE
        remove(old)
    except StorageError as error:
        return error.code
    return None


def _carry(source: Path, target: Path) -> None:
    """Have *source* in the place of *target*, or beside what is there, and nowhere else.

    A file is copied, and removed once the copy is on the disk: a disk without a journal may keep
    half of a rename into another folder. What a kill left in both places is one file.
    """
    from shutil import copyfileobj

    def fill(file: IO[bytes]) -> None:
        with source.open("rb") as whole:
            copyfileobj(whole, file)

    def check(copy: Path) -> None:
        if not _is_same(source, copy):
            raise StorageError(ErrorCode.DAMAGED, target)
        found = os.stat(source)
        os.utime(copy, ns=(found.st_atime_ns, found.st_mtime_ns))

    is_file = kind_of(source) == stat.S_IFREG
    if is_there(target) and not (is_file and _is_same(source, target)):
        target = free_name(target.parent, target.stem, target.suffix)
    if not is_file:
        replace_patiently(source, target)
    elif not is_there(target):
        write_streamed(target, fill, check)
    confirm_names_in(target.parent)
    if is_file:
        remove(source)


def _is_same(one: Path, other: Path) -> bool:
    from filecmp import cmp

    return cmp(one, other, shallow=False)


def _bring_along(old: Path, new: Path) -> None:
    """Move backups, drafts, the running session and logs; of two by one name both stay."""
    if old == new or not is_there(old):
        return
    for here, folders, files in walk(old):
        if here == old:
            folders[:] = [name for name in folders if name not in STAYS_BEHIND]
            files = [name for name in files if name not in STAYS_BEHIND]  # noqa: PLW2901
        for name in files:
            target = new / (here / name).relative_to(old)
            make_folder(target.parent, Path(new.anchor))
            _carry(here / name, target)
    for place, _folders, _files in os.walk(old, topdown=False):
        with contextlib.suppress(OSError):
            os.rmdir(place)
