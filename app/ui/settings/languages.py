"""The languages there are to choose from."""

import os
from pathlib import Path

from PySide6.QtCore import QLocale

from app.assets import resource
from app.i18n import DOMAIN, FOLDER_VARIABLE, SOURCE_LANGUAGE


def languages() -> tuple[str, ...]:
    """Return the codes of the languages with a catalog, English first."""
    named = os.environ.get(FOLDER_VARIABLE)
    folder = Path(named) if named else resource("locale")
    found = {path.parents[1].name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return (SOURCE_LANGUAGE, *sorted(found - {SOURCE_LANGUAGE}))


def language_name(code: str) -> str:
    """Return what the speakers of *code* call their language; the code where Qt cannot say."""
    locale = QLocale(code)
    if locale.language() is QLocale.Language.C:
        return code
    if code == SOURCE_LANGUAGE:
        return QLocale.languageToString(locale.language())
    return locale.nativeLanguageName().title()
