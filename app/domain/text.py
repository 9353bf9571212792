"""Cleaning of text at the door: what a plain text file cannot hold is made visible."""

import re
from typing import Final

_BREAKS: Final = "\r\n|[\r\x85\u2028\u2029]"
_UNWRITABLE: Final = "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]"
REPLACEMENT: Final = "\ufffd"


def clean(text: str) -> str:
    """Return *text* with plain newlines, and the mark REPLACEMENT where a character cannot be kept.

    Control characters, byte-order marks and half surrogate pairs would break the file or
    vanish unseen; tabs and newlines stay. Cleaning clean text changes nothing.
    """
    return re.sub(_UNWRITABLE, REPLACEMENT, re.sub(_BREAKS, "\n", text))
