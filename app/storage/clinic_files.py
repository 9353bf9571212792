"""Clinic packs on the disk: where they are looked for, and what each of them says.

A pack comes from outside. What is too big is not read, and what is wrong in any place is not
used at all: half a pack could leave a rule without the sentence that belongs to it.
"""

import os
from pathlib import Path
from typing import Final

from msgspec import Struct

from app.domain.clinic import LogoName, Pack
from app.storage.atomic import read_file, stamp_of
from app.storage.clinic_places import KIND, PackPlace, candidates
from app.storage.codec import FieldError, decode
from app.storage.errors import ErrorCode, StorageError
from app.storage.layouts import Layout
from app.storage.paths import Paths
from app.storage.pictures import is_plain_svg, is_png
from app.storage.problems import newer, parse
from app.storage.yaml_door import locate
from app.storage.yaml_values import Document

CLINIC: Final = Layout(kind=KIND, title="what your clinic sets", value_type=Pack)
MOST_BYTES: Final = 256 * 1024
"""A pack with every field full is a tenth of that."""

MOST_LOGO_BYTES: Final = 1024 * 1024


class PackFile(Struct, frozen=True, kw_only=True):
    """One pack that is there: where, and what it says, or why it cannot be used."""

    place: PackPlace
    path: Path
    pack: Pack | None = None
    error: StorageError | None = None


def find(paths: Paths, given: Path | None = None) -> tuple[PackFile, ...]:
    """Return the packs that are there, the weakest first. One that was *given* is always there."""
    return tuple(
        look_at(place, path)
        for place, path in candidates(paths, given)
        if place is PackPlace.GIVEN or os.path.lexists(path)
    )


def look_at(place: PackPlace, path: Path) -> PackFile:
    """Return the pack at *path*, or why it cannot be used."""
    try:
        return PackFile(place=place, path=path, pack=read(path))
    except StorageError as error:
        return PackFile(place=place, path=path, error=error)


def read(path: Path) -> Pack:
    """Return the pack at *path*, or raise StorageError with what is wrong first."""
    return parsed(read_limited(path, MOST_BYTES))


def parsed(data: bytes) -> Pack:
    """Return the pack in *data*, or raise StorageError with what is wrong first."""
    document = parse(data, CLINIC)
    refuse_newer(document, data)
    try:
        return decode(document, Pack)
    except FieldError as error:
        error.line = locate(data, error.place)
        raise


def refuse_newer(document: Document, data: bytes) -> None:
    """Raise StorageError NEWER_PACK if *document*, read from *data*, is for a later program.

    Patients' own files are shown as far as they can be read; a pack is used whole or not at all.
    """
    ahead = newer(document, data, CLINIC)
    if ahead is not None:
        raise StorageError(ErrorCode.NEWER_PACK, line=ahead.line, field=ahead.field)


def read_limited(path: Path, most: int) -> bytes:
    """Return what the file at *path* holds; raise StorageError, TOO_BIG over *most* bytes."""
    stamp = stamp_of(path)
    if stamp is not None and stamp.size > most:
        raise StorageError(ErrorCode.TOO_BIG, path)
    data, _stamp = read_file(path)
    if len(data) > most:
        raise StorageError(ErrorCode.TOO_BIG, path)
    return data


def read_logo(pack: Path, name: LogoName) -> bytes:
    """Return the logo *name* beside *pack*, or raise StorageError if it is no harmless picture."""
    path = pack.with_name(name.value)
    return checked_logo(read_limited(path, MOST_LOGO_BYTES), name, path)


def checked_logo(data: bytes, name: LogoName, path: Path) -> bytes:
    """Return *data*, or raise StorageError if it is no harmless picture of the kind of *name*."""
    is_harmless = is_png(data) if name is LogoName.PNG else is_plain_svg(data)
    if not is_harmless:
        raise StorageError(ErrorCode.BAD_VALUE, path)
    return data
