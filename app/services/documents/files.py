"""Documents as files, wherever the patient wants them."""

import os
from contextlib import suppress
from pathlib import Path

from app.i18n import is_right_to_left, language
from app.services.documents.html import to_html
from app.services.documents.model import Document
from app.services.refusals import Doing, not_done
from app.storage.atomic import UnconfirmedError, write_atomically
from app.storage.errors import ErrorCode, StorageError


def html_file(document: Document) -> bytes:
    """Return *document* as a file for browsers."""
    text = to_html(document, language=language(), right_to_left=is_right_to_left())
    return text.encode("utf-8")


def whole_path(path: Path, ending: str) -> Path:
    """Return *path*, with *ending* if that was left out.

    A file that is there is replaced only if its whole name was chosen. Raises NotDoneError.
    """
    if path.suffix.lower() == ending:
        return path
    whole = path.with_name(f"{path.name}{ending}")
    if os.path.lexists(whole):
        raise not_done(Doing.DOCUMENT, StorageError(ErrorCode.ALREADY_THERE, whole))
    return whole


def save_file(path: Path, data: bytes, ending: str) -> Path:
    """Write *data* to *path*, and return where it is: at its ``whole_path``.

    Raises NotDoneError. May be called on any thread.
    """
    whole = whole_path(path, ending)
    try:
        with suppress(UnconfirmedError):  # it is there; a document can be made again
            write_atomically(whole, data)
    except StorageError as error:
        raise not_done(Doing.DOCUMENT, error) from error
    return whole
