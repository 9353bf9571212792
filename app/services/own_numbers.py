"""What to say where the patient's own people and phones cannot be read."""

import re
from typing import Final

from app.domain.preferences import Profile
from app.i18n import _
from app.services.problems import BY_HAND, reading_failed
from app.services.saving import Saving
from app.storage.errors import ErrorCode
from app.storage.problems import FileProblem

_FILE: Final = re.compile(r"profile(-\d)?\.yaml")
_FIELDS: Final = ("people", "clinic")
_LEFT_ALONE: Final = {*BY_HAND, ErrorCode.TAB, ErrorCode.MIGRATION_FAILED}
"""What is wrong with a file of which every word is still there."""


def unread_sentence(saving: Saving, profile: Profile) -> str:
    """Return what is missing beside what *profile* shows, why, and what is safe.

    An empty text where everything was read. A file is called safe only where its words are
    there; a damaged file is never written.
    """
    clinic = profile.clinic
    shows_some = bool(profile.people or clinic.day.strip() or clinic.out_of_hours.strip())
    if saving.is_out_of_reach:
        missing = _("If you added people or phones, they cannot be shown now.")
        return "" if shows_some else f"{saving.folder_sentence} {missing}"
    problem = next((one for one in saving.problems if _concerns_them(one)), None)
    if problem is None:
        return ""
    what = (
        _("Some of the people and phones you added may be missing here.")
        if shows_some
        else _("The people and phones you added could not be read.")
    )
    return f"{what} {_how_it_is(problem)}"


def _concerns_them(problem: FileProblem) -> bool:
    """Tell whether *problem* is with the whole file, or with the part that holds them."""
    if not _FILE.fullmatch(problem.path) or problem.code is ErrorCode.NEWER_SCHEMA:
        return False
    return not problem.in_part or (problem.field or "").startswith(_FIELDS)


def _how_it_is(problem: FileProblem) -> str:
    if problem.code in _LEFT_ALONE:
        return _("Their file is safe: {name}.").format(name=problem.path)
    return _("Their file is {name}. {why}").format(
        name=problem.path, why=reading_failed(problem.code, None)
    )
