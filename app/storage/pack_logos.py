"""The logo of a pack that somebody makes: what it is called, and putting it beside the pack."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from app.domain.clinic import LogoName
from app.storage.clinic_files import MOST_LOGO_BYTES, read_limited
from app.storage.errors import StorageError
from app.storage.kit_files import put
from app.storage.yaml_values import Document

Logo: TypeAlias = tuple[LogoName, bytes]
"""The name of a logo's file, and what is in it."""

Known: TypeAlias = Mapping[Path, bytes]
"""Logos that lay beside this pack when it was opened or saved, by where they were."""


def logo_named(document: Document) -> LogoName | None:
    """Return the logo that *document*, a pack in whatever state, names; nothing if it has none."""
    return next((name for name in LogoName if document.get("logo") == name.value), None)


def place_of_logo(pack: Path, name: LogoName) -> Path:
    """Return where the logo *name* of *pack* lies, the same for every way that leads there."""
    return pack.parent.resolve() / name.value


def put_logo(pack: Path, logo: Logo, known: Known) -> str:
    """Put *logo* beside *pack*, and return nothing; or the name of another one that is there.

    One of those that are *known* gives way to it; any other stays. Raises StorageError.
    """
    name, data = logo
    place = place_of_logo(pack, name)
    there = _there(place)
    if there == data:
        return ""
    if there is not None and there != known.get(place):
        return name.value
    put(place, data)
    return ""


def _there(place: Path) -> bytes | None:
    """Return what lies at *place*; nothing at all if it is free, and no bytes if it is no logo."""
    if not os.path.lexists(place):
        return None
    with suppress(StorageError):
        return read_limited(place, MOST_LOGO_BYTES)
    return b""
