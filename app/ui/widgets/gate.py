"""The second press of a double tap, which was meant for the question before."""

from typing import Final

from app.domain.clock import Clock, seconds_between

SHUT_SECONDS: Final = 0.4


class Gate:
    """Shut for 0.4 s after each step; what is pressed meanwhile was not meant for this screen."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since = clock.reading()

    def shut(self) -> None:
        """Let nothing through from now on, for 0.4 s."""
        self._since = self._clock.reading()

    @property
    def is_open(self) -> bool:
        """Whether what is pressed now is meant."""
        return seconds_between(self._since, self._clock.reading()) >= SHUT_SECONDS
