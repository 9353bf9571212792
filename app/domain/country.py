"""Which country's numbers to show before the patient has said anything."""

import re
from typing import Final

SOMEWHERE_ELSE: Final = "ZZ"
"""Said by a patient whose country is not on our list; ISO 3166 leaves this code to its users."""

_LOCALE: Final = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z]{4})?[_-]([A-Z]{2})(?![A-Za-z0-9])")


def guess_country(locale_name: str) -> str:
    """Return the country in the name of a locale, or an empty text.

    ``en_US.UTF-8`` gives ``US``, ``zh-Hant-TW`` gives ``TW``; ``C`` and ``de`` give nothing.
    """
    found = _LOCALE.match(locale_name)
    return found[1] if found else ""
