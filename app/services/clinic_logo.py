"""The logo of a pack that is filled in, chosen from any file."""

from pathlib import Path
from typing import Final

from app.domain.clinic import LogoName
from app.i18n import _
from app.services.problems import reading_failed
from app.services.refusals import NotDoneError
from app.storage.clinic_files import MOST_LOGO_BYTES, checked_logo, read_limited
from app.storage.errors import ErrorCode, StorageError
from app.storage.pack_logos import Logo

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
