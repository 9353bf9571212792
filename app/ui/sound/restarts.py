"""How often a player may be replaced: always again in time, and never over and over at once."""

import time
from collections.abc import Callable
from typing import Final

MOST_FALLS: Final = 5
"""So often a player that fell or hung is started again; then the program stays silent."""

LONG_LIFE_SECONDS: Final = 60.0
"""A player that was heard of for so long was a good one: the next fall is counted as the first."""

PAUSES_SECONDS: Final = (5.0, 15.0, 60.0)
"""What has to lie between one exchange and the next; after the last of them it stays at that."""

GOOD_SECONDS: Final = 20.0
"""When sound was well for so long, the next exchange may come at once. A stream that is dead from
the beginning is noticed sooner than that."""


class Restarts:
    """Counts falls, which end somewhere, and exchanges, which only become rarer.

    *clock* gives seconds, from anywhere.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._falls = 0
        self._exchanges = 0
        self._exchanged = 0.0
        self._started = 0.0
        self._heard = 0.0
        self._well_since: float | None = None

    @property
    def falls(self) -> int:
        """How many players fell one after the other, none of which was a good one."""
        return self._falls

    @property
    def is_over(self) -> bool:
        """Whether no player may be started any more."""
        return self._falls > MOST_FALLS

    @property
    def is_well(self) -> bool:
        """Whether the player that was started last has said that it can be heard."""
        return self._well_since is not None

    def note_start(self) -> None:
        """Take note that a player is started."""
        self.note_sound(is_well=False)
        self._started = self._heard = self._clock()

    def note_word(self) -> None:
        """Take note that the player says something, so it lives."""
        self._heard = self._clock()

    def note_sound(self, *, is_well: bool) -> None:
        """Take note that what is played can be heard, or cannot, from now on."""
        if is_well:
            self._well_since = self._clock() if self._well_since is None else self._well_since
            return
        if self._well_since is not None and self._clock() - self._well_since >= GOOD_SECONDS:
            self._exchanges = 0
        self._well_since = None

    def note_fall(self) -> None:
        """Take note that the player ended by itself, or hung and was ended."""
        if self._heard - self._started >= LONG_LIFE_SECONDS:
            self._falls = 0
        self._falls += 1

    def give_up(self) -> None:
        """No player can be started at all."""
        self._falls = MOST_FALLS + 1

    def may_exchange(self) -> bool:
        """Tell whether a player that lives may be exchanged now, and if so count it as done."""
        now = self._clock()
        if self._exchanges:
            pause = PAUSES_SECONDS[min(self._exchanges, len(PAUSES_SECONDS)) - 1]
            if now - self._exchanged < pause:
                return False
        self._exchanges += 1
        self._exchanged = now
        return True
