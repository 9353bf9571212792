"""Where to go: a page, and what it should show."""

from typing import Final

from msgspec import Struct


class Route(Struct, frozen=True):
    """A page by name, and what to show on it.

    Pages: ``today``, ``prepare``, ``calm``, ``journal``, ``settings``, ``help``, ``first_run``.
    What *argument* means is the page's own matter; empty means "as you like".
    """

    page: str
    argument: str = ""


BACK: Final = Route("back")
"""To the page that waits beneath Help now, as it was left."""
