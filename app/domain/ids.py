"""Short names for records: easy to read aloud, hard to confuse."""

from collections.abc import Callable
from datetime import date
from typing import Final

ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""Small letters and digits without i, l, o, 0 and 1."""

NewToken = Callable[[int], str]
"""Makes a token of so many characters of ALPHABET; random in the program, fixed in tests."""


def infusion_id(first_planned: date, token: NewToken) -> str:
    """Return an infusion's id, which is also its file's name: ``2026-11-30-a7k``."""
    return f"{first_planned.isoformat()}-{token(3)}"


def version_id(replaced: date, token: NewToken) -> str:
    """Return the id of an earlier version, which is also its file's name: ``2026-11-30-a7kd``."""
    return f"{replaced.isoformat()}-{token(4)}"


def record_id(token: NewToken) -> str:
    """Return an id for a record inside a file, eight characters."""
    return token(8)
