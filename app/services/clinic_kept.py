"""What is filled in of a pack and not saved yet: kept on the disk, its logo beside it."""

import os
from pathlib import Path
from typing import Final, TypeAlias

from app.domain.clinic import LogoName
from app.storage.atomic import remove, write_atomically
from app.storage.clinic_files import CLINIC, MOST_LOGO_BYTES, checked_logo, read_limited
from app.storage.errors import ErrorCode, StorageError, code_of
from app.storage.problems import parse
from app.storage.yaml_values import Document

Logo: TypeAlias = tuple[LogoName, bytes]
"""The name of a logo's file, and what is in it."""

MOST_KEPT: Final = 8 * 1024 * 1024
"""How much is kept, in bytes: far more than a pack may have, for it may be put right later."""


def logo_named(document: Document) -> LogoName | None:
    """Return the logo that *document*, a pack in whatever state, names; nothing if it has none."""
    return next((name for name in LogoName if document.get("logo") == name.value), None)


class KeptPack:
    """The pack at *path*, a file of the program's own; its logo has a name made from that one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: tuple[bytes | None, Logo | None] | None = None
        self._is_unread = False

    def read(self) -> tuple[Document, Logo | None] | None:
        """Return what is kept, with the logo if that can be shown; nothing where nothing is kept.

        Raises StorageError if it cannot be read.
        """
        try:
            document = parse(read_limited(self._path, MOST_KEPT), CLINIC)
        except StorageError as error:
            if error.code is ErrorCode.MISSING:
                return None
            self._is_unread = True
            raise
        name = logo_named(document)
        if name is None:
            return document, None
        place = self._logo(name)
        try:
            data = checked_logo(read_limited(place, MOST_LOGO_BYTES), name, place)
        except StorageError:
            return document, None
        return document, (name, data)

    def keep(self, data: bytes | None, logo: Logo | None = None) -> None:
        """Keep *data*, a pack, and its *logo*, or nothing any more. Raises StorageError.

        Another pack's logo goes first and the new one comes last: whenever this is broken off,
        no pack lies beside a logo that is not its own. What is kept already costs nothing.
        """
        if self._known == (data, logo):
            return
        if data is not None and len(data) > MOST_KEPT:
            raise StorageError(ErrorCode.TOO_BIG, self._path)
        self._known = None
        if self._is_unread:
            self.set_aside()
        is_kept = logo is not None and self._holds(*logo)
        for name in LogoName:
            if not (is_kept and logo is not None and logo[0] is name):
                remove(self._logo(name))
        if data is None:
            remove(self._path)
        else:
            write_atomically(self._path, data)
        if logo is not None and not is_kept:
            write_atomically(self._logo(logo[0]), logo[1])
        self._known = (data, logo)

    def set_aside(self) -> Path:
        """Give what cannot be read a name of its own, and return where it is then.

        Where it cannot be renamed it stays, and nothing is kept over it. Raises StorageError.
        """
        number = 1
        while os.path.lexists(aside := self._aside(number)):
            number += 1
        try:
            self._path.rename(aside)
        except OSError as error:
            raise StorageError(code_of(error), self._path) from error
        self._is_unread = False
        return aside

    def _holds(self, name: LogoName, data: bytes) -> bool:
        try:
            return read_limited(self._logo(name), MOST_LOGO_BYTES) == data
        except StorageError:
            return False

    def _logo(self, name: LogoName) -> Path:
        return self._path.with_name(f"{self._path.stem}-{name.value}")

    def _aside(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.stem}-unread-{number}{self._path.suffix}")
