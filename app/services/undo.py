"""What every change that can be taken back hands to its page."""

from collections.abc import Callable
from typing import NamedTuple


class Step(NamedTuple):
    """A change that was made: what it was, in words, and how to take it back.

    Taking it back returns a step of its own where that took away more than the change had
    brought: what was written since then must have a way back too.
    """

    text: str
    undo: Callable[[], "Step | None"]
