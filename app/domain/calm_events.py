"""What can become known when a calm session is looked at, and when it really happened."""

from enum import Enum
from typing import Annotated

from msgspec import Meta

from app.domain.records import Moment, Part

Seconds = Annotated[float, Meta(ge=0)]
"""A length of time in seconds."""


class Event(Enum):
    """What became known when the time was looked at."""

    FINISHED = "finished"
    COMPUTER_RESTARTED = "computer_restarted"
    CLOCK_CHANGED = "clock_changed"
    SLEPT = "slept"


class Happening(Part, frozen=True, kw_only=True):
    """An event, and the moment at which it really happened, in the clock the patient sees.

    What concerns the computer's clocks carries the moment at which it was noticed.
    ``slept_seconds`` tells how long the computer was asleep (``SLEPT``).
    """

    event: Event
    at: Moment
    slept_seconds: Seconds = 0.0
