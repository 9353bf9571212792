"""The logo of a pack that is filled in: chosen from any file, and put beside the pack."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeAlias

from app.domain.clinic import LogoName
from app.i18n import _
from app.services.clinic_kept import Logo
from app.services.problems import reading_failed
from app.services.refusals import NotDoneError
from app.storage.clinic_files import MOST_LOGO_BYTES, checked_logo, read_limited
from app.storage.errors import ErrorCode, StorageError
from app.storage.kit_files import put

Known: TypeAlias = Mapping[Path, bytes]
"""Logos that lay beside this pack when it was opened or saved, by where they were."""

_SIGN: Final = b"\x89PNG"


def chosen_logo(path: Path) -> Logo:
    """Return the picture at *path* as a logo, whatever its name is.

    Raises NotDoneError if it is too big, no harmless picture, or cannot be read.
    """
    try:
        data = read_limited(path, MOST_LOGO_BYTES)
        name = LogoName.PNG if data.startswith(_SIGN) else LogoName.SVG
        return name, checked_logo(data, name, path)
    except StorageError as error:
        raise _refused(error) from error


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


def _refused(error: StorageError) -> NotDoneError:
    texts = {
        ErrorCode.TOO_BIG: _("This picture has more than 1 MB. Choose a smaller one."),
        ErrorCode.BAD_VALUE: no_picture(),
    }
    other = _("This picture cannot be read. {why}")
    why = reading_failed(error.code, None)
    return NotDoneError(texts.get(error.code, other).format(why=why), error.code)


def no_picture() -> str:
    """Return what is said of a file that cannot be shown as a logo."""
    return _(
        "This file cannot be used. Choose a PNG of at most 4096 pixels to a side, or a plain SVG:"
        " no scripts, links or pictures in it."
    )
