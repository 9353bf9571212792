"""Readings of a device as people type them: which are numbers, and which are hardly what it showed.

Nothing is refused by it and nothing is judged: it is a question back after a slip of the finger.
"""

from typing import Final

from app.domain.check_in import Vitals

HIGHEST: Final = 999
"""What a field for a reading can keep; no device shows more."""

_SHOWN: Final = {
    "systolic": range(40, 301),
    "diastolic": range(20, 201),
    "pulse": range(20, 251),
    "oxygen": range(50, 101),
}
"""What devices for the home can show, widely drawn: our own guess, which waits for a source."""


def number(text: str) -> int | None:
    """Return the whole number from 0 to HIGHEST that *text* is, or nothing."""
    digits = text.strip()
    is_short = len(digits) <= len(str(HIGHEST))
    return int(digits) if is_short and digits.isdecimal() else None


def is_unusual(reading: str, value: int | None) -> bool:
    """Return whether hardly any device shows *value* for *reading*, a field of Vitals."""
    return value is not None and value not in _SHOWN[reading]


def is_turned_round(vitals: Vitals) -> bool:
    """Return whether the first number of the blood pressure is the smaller one."""
    first, second = vitals.systolic, vitals.diastolic
    return first is not None and second is not None and first < second
