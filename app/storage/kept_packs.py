"""Packs that are filled in and not saved yet: a file for each, its logo beside it.

Each has a name of its own from the first word to the last, so that none is ever written over
another, whichever is filled in just now and whenever this is broken off.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from app.domain.clinic import LogoName
from app.storage.atomic import make_folder, remove, stamp_of, write_atomically
from app.storage.clinic_files import CLINIC, MOST_LOGO_BYTES, checked_logo, read_limited
from app.storage.errors import ErrorCode, StorageError
from app.storage.pack_logos import Logo, logo_named
from app.storage.problems import parse
from app.storage.yaml_values import Document

MOST_KEPT: Final = 8 * 1024 * 1024
"""How much of a pack is kept, in bytes: far more than one may have, for it may be shortened."""

ENDING: Final = ".yaml"
UNREAD: Final = "unread-"
_KEY: Final = r"[0-9a-f]{12}"


class KeptPack(Struct, frozen=True, kw_only=True):
    """What is kept under *key*: a pack in whatever state, and its logo where that can be shown."""

    key: str
    document: Document
    logo: Logo | None = None


class UnreadPack(Struct, frozen=True, kw_only=True):
    """A pack that was kept and cannot be read. It lies at *path* from now on, as it was."""

    path: Path
    error: StorageError


class PackToKeep(Struct, frozen=True, kw_only=True):
    """The file of a pack, the logo that it names, and that logo where somebody holds it."""

    data: bytes
    names: LogoName | None = None
    logo: Logo | None = None


def new_key() -> str:
    """Return a name under which nothing is kept."""
    return os.urandom(6).hex()


class KeptPacks:
    """The packs in *folder*, which lies below *root* and is made when it is needed."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        self._root = root
        self._known: dict[str, PackToKeep | None] = {}

    def read(self) -> tuple[list[KeptPack], list[UnreadPack]]:
        """Return what is kept, the last one written last, and what of it cannot be read."""
        kept: list[KeptPack] = []
        unread: list[UnreadPack] = []
        for path in self._files():
            try:
                document = parse(read_limited(path, MOST_KEPT), CLINIC)
            except StorageError as error:
                unread.append(UnreadPack(path=_set_aside(path), error=error))
                continue
            self._known[path.stem] = None
            kept.append(
                KeptPack(key=path.stem, document=document, logo=self._read_logo(path, document))
            )
        return kept, unread

    def keep(self, packs: Mapping[str, PackToKeep]) -> None:
        """Keep *packs*, and none that was kept by this and is not among them.

        What is kept already costs nothing. All is written before anything is removed. Raises
        StorageError; what could be written until then is kept.
        """
        failed: list[StorageError] = []
        for key, pack in packs.items():
            if self._known.get(key) != pack:
                try:
                    self._write(key, pack)
                except StorageError as error:
                    failed.append(error)
        if failed:
            raise failed[0]
        for key in self._known.keys() - packs.keys():
            self._remove(key)

    def _write(self, key: str, pack: PackToKeep) -> None:
        if len(pack.data) > MOST_KEPT:
            raise StorageError(ErrorCode.TOO_BIG, self._path(key))
        make_folder(self._folder, self._root)
        before = self._known.get(key)
        self._known[key] = None
        if pack.logo is not None and (before is None or before.logo != pack.logo):
            name, data = pack.logo
            write_atomically(self._logo(key, name), data)
        write_atomically(self._path(key), pack.data)
        for name in LogoName:
            if name is not pack.names:
                remove(self._logo(key, name))
        self._known[key] = pack

    def _remove(self, key: str) -> None:
        for path in (self._path(key), *(self._logo(key, name) for name in LogoName)):
            remove(path)
        del self._known[key]

    def _read_logo(self, path: Path, document: Document) -> Logo | None:
        name = logo_named(document)
        if name is None:
            return None
        place = self._logo(path.stem, name)
        try:
            return name, checked_logo(read_limited(place, MOST_LOGO_BYTES), name, place)
        except StorageError:
            return None

    def _files(self) -> list[Path]:
        try:
            names = os.listdir(self._folder)
        except OSError:
            return []
        keys = (name.removesuffix(ENDING) for name in names if name.endswith(ENDING))
        paths = [self._path(key) for key in keys if re.fullmatch(_KEY, key)]
        return sorted(paths, key=_age)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{ENDING}"

    def _logo(self, key: str, name: LogoName) -> Path:
        return self._folder / f"{key}-{name.value}"


def _age(path: Path) -> tuple[int, str]:
    stamp = stamp_of(path)
    return (0 if stamp is None else stamp.modified_ns), path.name


def _set_aside(path: Path) -> Path:
    """Give the file at *path* a name that is no key, and return where it is; its logo stays.

    It is told of once then. Where it cannot be renamed it is told of again the next time: nothing
    else ever gets its name.
    """
    aside = path.with_name(f"{UNREAD}{path.name}")
    try:
        path.rename(aside)
    except OSError:
        return path
    return aside
