"""Why a clinic's pack cannot be used, in words."""

from app.i18n import _
from app.services.problems import reading_failed
from app.storage.errors import ErrorCode, StorageError


def what_is_wrong(error: StorageError) -> str:
    """Return in which line something is wrong, what it is, and at which place of the pack."""
    if error.code is ErrorCode.NEWER_SCHEMA:
        return _("It was made for a newer version of Soft Landing.")
    what = reading_failed(error.code, error.line)
    if not error.field:
        return what
    return _("{what} It is about: {field}").format(what=what, field=error.field)
