"""What every change that can be taken back hands to its page."""

from collections.abc import Callable
from typing import NamedTuple


class Step(NamedTuple):
    """A change that was made: what it was, in words, and how to take it back."""

    text: str
    undo: Callable[[], None]
