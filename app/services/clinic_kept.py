"""What is filled in of a pack and not saved yet: kept on the disk, its logo beside it."""

from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from app.domain.clinic import LogoName
from app.storage.atomic import remove, write_atomically
from app.storage.clinic_files import (
    CLINIC,
    MOST_BYTES,
    MOST_LOGO_BYTES,
    checked_logo,
    read_limited,
)
from app.storage.errors import StorageError
from app.storage.problems import parse
from app.storage.yaml_values import Document

Logo: TypeAlias = tuple[LogoName, bytes]
"""The name of a logo's file, and what is in it."""


def logo_named(document: Document) -> LogoName | None:
    """Return the logo that *document*, a pack in whatever state, names; nothing if it has none."""
    return next((name for name in LogoName if document.get("logo") == name.value), None)


class KeptPack:
    """The pack at *path*, a file of the program's own; its logo has a name made from that one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> tuple[Document, Logo | None]:
        """Return what is kept, with the logo if that can be shown. Raises StorageError."""
        document = parse(read_limited(self._path, MOST_BYTES), CLINIC)
        name = logo_named(document)
        if name is None:
            return document, None
        place = self._logo(name)
        try:
            data = checked_logo(read_limited(place, MOST_LOGO_BYTES), name, place)
        except StorageError:
            return document, None
        return document, (name, data)

    def keep(self, data: bytes, logo: Logo | None) -> None:
        """Keep *data*, a pack, and its *logo*. Raises StorageError.

        Another pack's logo goes first and the new one comes last: whenever this is broken off,
        no pack lies beside a logo that is not its own.
        """
        is_kept = logo is not None and self._holds(*logo)
        for name in LogoName:
            if not (is_kept and logo is not None and logo[0] is name):
                remove(self._logo(name))
        write_atomically(self._path, data)
        if logo is not None and not is_kept:
            write_atomically(self._logo(logo[0]), logo[1])

    def forget(self) -> None:
        """Keep nothing any more, as far as the disk lets it go."""
        for path in (self._path, *map(self._logo, LogoName)):
            with suppress(StorageError):
                remove(path)

    def _holds(self, name: LogoName, data: bytes) -> bool:
        try:
            return read_limited(self._logo(name), MOST_LOGO_BYTES) == data
        except StorageError:
            return False

    def _logo(self, name: LogoName) -> Path:
        return self._path.with_name(f"{self._path.stem}-{name.value}")
