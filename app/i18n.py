"""The language of the screens: gettext, without Qt.

The language in use is the one piece of module state the program permits itself, so that
``_`` can be called from everywhere. English is the language of the source; it needs no catalog.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import GNUTranslations

__all__ = ["_", "install", "is_right_to_left", "language", "ngettext", "pgettext"]

DOMAIN = "soft_landing"
SOURCE_LANGUAGE = "en"
FOLDER_VARIABLE = "SOFT_LANDING_LOCALE"
"""Names a folder of catalogs to use instead of any other: translators and tests set it."""

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur", "yi", "xr"})


class _Source:
    """The texts as they stand in the program; gettext is loaded for other languages only."""

    def gettext(self, text: str) -> str:
        return text

    def ngettext(self, one: str, many: str, count: int) -> str:
        return one if count == 1 else many

    def pgettext(self, _context: str, text: str) -> str:
        return text


_translations: "_Source | GNUTranslations" = _Source()
_language = SOURCE_LANGUAGE


def install(wanted: str, folder: Path | None = None) -> str:
    """Use the language *wanted*, and return the code of the language now in use.

    A region falls back to its language (``de_AT`` to ``de``), and a language without a catalog
    to English. Catalogs are looked up in the folder that the environment variable
    ``SOFT_LANDING_LOCALE`` names, else in *folder*: ``resource("locale")`` in the program.
    """
    global _translations, _language
    named = os.environ.get(FOLDER_VARIABLE)
    catalogs = Path(named) if named else folder
    for code in _candidates(wanted):
        if code == SOURCE_LANGUAGE or catalogs is None:
            break
        path = catalogs / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if path.is_file():
            from gettext import GNUTranslations

            with path.open("rb") as file:
                _translations = GNUTranslations(file)
            _language = code
            return code
    _translations = _Source()
    _language = SOURCE_LANGUAGE
    return SOURCE_LANGUAGE


def language() -> str:
    """Return the code of the language in use: ``en``, ``de``, ``pt_BR``."""
    return _language


def is_right_to_left() -> bool:
    """Tell whether the language in use is written from right to left."""
    return _language.partition("_")[0] in _RIGHT_TO_LEFT


def _(text: str) -> str:
    """Return *text* in the language in use."""
    return _translations.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the text that the language in use wants for *count* things."""
    return _translations.ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Return *text* as it is said in *context*, where one English word has several meanings."""
    return _translations.pgettext(context, text)


def _candidates(wanted: str) -> list[str]:
    """Return the codes to try for ``de_AT.UTF-8`` or ``de-AT``: ``de_AT``, then ``de``."""
    code = wanted.partition(".")[0].partition("@")[0].replace("-", "_")
    base = code.partition("_")[0].lower()
    return [code, base]
