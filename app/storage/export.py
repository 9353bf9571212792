"""A plain copy of the data folder where the patient wants it: a zip file, or a folder."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec import structs

from app.storage.archive import Copied, damage, write_archive
from app.storage.atomic import (
    FOLDER_MODE,
    TEMP_PREFIX,
    TEMP_SUFFIX,
    UnconfirmedError,
    confirm_names_in,
    make_folder,
    read_file,
    replace_patiently,
    write_new,
)
from app.storage.belongings import belongings, is_within, worth_a_copy
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.listing import walk
from app.storage.problems import FileProblem, problem
from app.storage.swap import confirm_all

ZIP: Final = ".zip"


def export_yaml(out: Path, root: Path, made: datetime, *, replace: bool = False) -> Copied:
    """Copy the data folder *root* to *out*: a zip if its name ends in .zip, otherwise a folder.

    Nothing may stand at *out*, unless *replace* is said of a zip file; an empty folder may. The
    copy appears there whole and read back, or not at all; whether the disk confirmed that it will
    stay is told. Raises StorageError
    INSIDE_THE_FOLDER for a place in *root* itself, ALREADY_THERE, or what the disk said.
    """
    check_outside(out, root)
    if out.suffix.lower() == ZIP:
        if os.path.lexists(out) and not (replace and os.path.isfile(out)):
            raise StorageError(ErrorCode.ALREADY_THERE, out)
        return write_archive(out, root, made)
    return _copy_folder(out, root)


def check_outside(out: Path, root: Path) -> None:
    """Refuse a place *out* that is *root*, lies in it, or is to hold it."""
    here, there = os.path.realpath(out), os.path.realpath(root)
    if is_within(here, there) or is_within(there, here):
        raise StorageError(ErrorCode.INSIDE_THE_FOLDER, out)


def _copy_folder(out: Path, root: Path) -> Copied:
    from shutil import rmtree

    temp = out.parent / f"{TEMP_PREFIX}{os.urandom(6).hex()}{TEMP_SUFFIX}"
    try:
        if os.path.lexists(out) and (not os.path.isdir(out) or os.listdir(out)):
            raise StorageError(ErrorCode.ALREADY_THERE, out)
        os.mkdir(temp, FOLDER_MODE)
        copied = _copy_files(out, temp, root)
        if os.path.lexists(out):
            os.rmdir(out)
        replace_patiently(temp, out)
        try:
            confirm_names_in(out.parent)
        except UnconfirmedError as error:
            copied = structs.replace(copied, unconfirmed=error.code)
    except OSError as error:
        raise StorageError(code_of(error), out) from error
    finally:
        with suppress(OSError):
            rmtree(temp)
    return copied


def _copy_files(out: Path, temp: Path, root: Path) -> Copied:
    found = worth_a_copy(belongings(root))
    left_out = list(found.left_out)
    damaged: list[FileProblem] = []
    files = size = 0
    for one in found.files:
        try:
            data = read_file(root / one.name)[0]
        except StorageError as error:
            left_out.append(problem(one.name, error))
            continue
        path = temp / one.name
        make_folder(path.parent, temp, confirm=False)
        write_new(path, data)
        if read_file(path)[0] != data:
            raise StorageError(ErrorCode.DAMAGED, path)
        damaged += damage(one.name, data)
        files, size = files + 1, size + len(data)
    confirm_all(folder for folder, _folders, _files in walk(temp))
    return Copied(
        path=out, files=files, bytes=size, left_out=tuple(left_out), damaged=tuple(damaged)
    )
