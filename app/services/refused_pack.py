"""Why a clinic's pack cannot be used, in words."""

from typing import Final

from app.domain.clinic import LogoName
from app.i18n import _
from app.services.problems import reading_failed
from app.storage.errors import ErrorCode, StorageError

_LOGOS: Final = frozenset(one.value for one in LogoName)


def what_is_wrong(error: StorageError) -> str:
    """Return in which line and at which place of the pack something is wrong, and what it is."""
    if error.code is ErrorCode.NEWER_PACK:
        return reading_failed(error.code, None)
    if error.path is not None and error.path.name in _LOGOS:
        return _logo_is_wrong(error.path.name, error.code)
    if not error.field:
        return reading_failed(error.code, error.line)
    what = reading_failed(error.code, None)
    if error.line is None:
        return _("{field}: {what}").format(field=error.field, what=what)
    return _("Line {line}, {field}: {what}").format(line=error.line, field=error.field, what=what)


def _logo_is_wrong(file: str, code: ErrorCode) -> str:
    if code is ErrorCode.MISSING:
        return _("The logo {file} should lie beside it.").format(file=file)
    if code is ErrorCode.BAD_VALUE:
        return _("The logo {file} is not a plain picture.").format(file=file)
    return _("The logo {file} cannot be read. {what}").format(
        file=file, what=reading_failed(code, None)
    )
