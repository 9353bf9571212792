"""Putting many new files in place as if at once: a kill leaves the old ones or, soon, the new.

Everything happens in one folder of ours inside the data folder, ``.sl-restore``. It can be made
where the folder above cannot be written, as on a stick; a disk that is too full is found out before
anything is changed; and what was decided travels with the folder to another computer.

1. ``stage`` writes every new file below ``.sl-restore/new`` and waits for the disk. Nothing else
   has changed: a kill here leaves the old content, and the next start clears the stage away.
2. ``decide`` waits until all of these names, and that of ``.sl-restore``, are on the disk, and
   writes ``.sl-restore/plan.yaml`` by one rename. From here on the new content holds.
3. ``finish`` puts each new file in the place of the old one, removes what is not in the new
   content, waits for the disk, and removes the plan. Each step can be done twice, so a kill at any
   moment is mended by ``finish`` at the next start, which runs before anything is read or written.
   A file that is replaced in spite of having no backup is renamed first, never overwritten.

A new file is copied, and what was laid ready is removed only once the copy is on the disk. A disk
without a journal, as a stick is, may keep half of a rename into another folder after a power cut:
that the file is gone from the one, and not that it is in the other.

While ``finish`` has not come to its end the folder is not written by anybody else: opening it
fails over to reading only, and says so.
"""

import contextlib
import os
import stat
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Final

from app.domain.records import Part
from app.storage.archive_names import fits_everywhere
from app.storage.atomic import (
    TEMP_PREFIX,
    confirm_names_in,
    make_folder,
    read_file,
    remove,
    replace_patiently,
    write_atomically,
    write_new,
)
from app.storage.codec import decode, encode
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.listing import is_there, kind_of, walk
from app.storage.yaml_door import dump, load

STAGE: Final = f"{TEMP_PREFIX}restore"

_PLAN: Final = "plan.yaml"
_NEW: Final = "new"
_COPY: Final = "copy"
_COMMENT: Final = "Soft Landing: a backup is being put back. Open the program to finish it."


class Aside(Part, frozen=True, kw_only=True):
    """A file that is kept under another name before it is replaced."""

    name: str
    kept_as: str


class Plan(Part, frozen=True, kw_only=True):
    """What is to be done beside moving new files in: these kept, these removed."""

    aside: tuple[Aside, ...] = ()
    gone: tuple[str, ...] = ()


def is_pending(root: Path) -> bool:
    """Whether something was begun in the data folder *root* that is not finished, for words."""
    return os.path.lexists(root / STAGE)


def is_decided(root: Path) -> bool:
    """Whether there is a plan that holds. Raises StorageError where that cannot be told."""
    return is_there(root / STAGE / _PLAN)


def stage(root: Path, name: str, data: bytes) -> None:
    """Lay *data* ready as the new file *name*, and wait until it is on the disk.

    ``decide`` waits for its name.
    """
    path = root / STAGE / _NEW / name
    make_folder(path.parent, root, confirm=False)
    write_new(path, data)


def decide(root: Path, plan: Plan) -> None:
    """Let what is laid ready, and *plan*, hold from now on."""
    place = root / STAGE
    make_folder(place / _NEW, root)
    confirm_all((root, *(folder for folder, _folders, _files in walk(place))))
    write_atomically(place / _PLAN, dump(encode(plan) or {"gone": []}, _COMMENT))


def finish(root: Path) -> bool:
    """Bring to its end what was decided, or clear away what was not; return whether it held.

    Raises StorageError where the disk does not take it; the next call goes on.
    """
    place = root / STAGE
    if not is_there(place):
        return False
    plan = _decided(place)
    if plan is not None:
        try:
            _carry_out(root, plan)
        except OSError as error:
            raise StorageError(code_of(error), root) from error
        remove(place / _PLAN)
    discard(root)
    return plan is not None


def discard(root: Path) -> None:
    """Clear away what is laid ready and not decided."""
    from shutil import rmtree

    place = root / STAGE
    try:
        if os.path.islink(place) or not os.path.isdir(place):
            os.unlink(place)
        else:
            rmtree(place)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StorageError(code_of(error), place) from error
    confirm_names_in(root)


def _decided(place: Path) -> Plan | None:
    """Return the plan, or nothing if there is none yet; one that is damaged is no plan to drop."""
    if kind_of(place) == stat.S_IFLNK or not is_there(place / _PLAN):
        return None
    plan = decode(load(read_file(place / _PLAN)[0]), Plan)
    names = (*plan.gone, *(name for one in plan.aside for name in (one.name, one.kept_as)))
    if not all(fits_everywhere(name) for name in names):
        raise StorageError(ErrorCode.UNSAFE_NAME, place / _PLAN)
    return plan


def _carry_out(root: Path, plan: Plan) -> None:
    for aside in plan.aside:
        if is_there(root / aside.name) and not is_there(root / aside.kept_as):
            replace_patiently(root / aside.name, root / aside.kept_as)
            confirm_names_in((root / aside.name).parent)
    new = root / STAGE / _NEW
    for folder, names in groupby(_names_in(new), key=os.path.dirname):
        _put_in_place(new / folder, root / folder, root, [os.path.basename(name) for name in names])
    touched = {root}
    for name in plan.gone:
        path = root / name
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
        touched.add(path.parent)
        remove_empty(path.parent, root)
    confirm_all(touched)


def _put_in_place(new: Path, folder: Path, root: Path, names: list[str]) -> None:
    """Have copies of the files *names* of *new* in *folder* and on the disk, then remove these."""
    make_folder(folder, root)
    copy = root / STAGE / _COPY
    for name in names:
        with contextlib.suppress(FileNotFoundError):  # half of it, where the disk was full
            os.unlink(copy)
        write_new(copy, read_file(new / name)[0])
        replace_patiently(copy, folder / name)
    confirm_names_in(folder)
    for name in names:
        os.unlink(new / name)
    confirm_names_in(new)


def confirm_all(folders: Iterable[Path]) -> None:
    """Wait until the names in all *folders* that are still there are on the disk."""
    for folder in sorted(set(folders)):
        if is_there(folder):
            confirm_names_in(folder)


def remove_empty(folder: Path, root: Path) -> None:
    """Remove *folder* and those above it that hold nothing, up to *root*, which stays."""
    with contextlib.suppress(OSError):
        while folder != root:
            os.rmdir(folder)
            folder = folder.parent


def _names_in(folder: Path) -> list[str]:
    """Return the files below *folder*; where a sync tool took it along empty, it is not there."""
    found: list[str] = []
    for place, _folders, files in walk(folder) if is_there(folder) else ():
        found += [(place / file).relative_to(folder).as_posix() for file in files]
    return sorted(found)
