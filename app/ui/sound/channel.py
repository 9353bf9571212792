"""What one kind of sound does: begin, change, hold, go on, end, and none of it abruptly."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.sound.deck import Deck
from app.ui.sound.kinds import PAUSE_FADE_MS
from app.ui.sound.outputs import Outputs

STALL_LOOKS: Final = 8
"""This often in a row a deck may stand still: an output with a long buffer takes two seconds."""


class Channel(QObject):
    """The deck that is heard, and those that fade away. ``silent`` says that none is left."""

    silent = Signal()

    def __init__(self, outputs: Outputs, gain: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outputs = outputs
        self._gain = gain
        self._deck: Deck | None = None
        self._leaving: list[Deck] = []
        self._is_paused = False
        self._is_ending = False
        self._seen_ms = -1
        self._looks = 0

    @property
    def is_active(self) -> bool:
        """Whether there is something to hear, paused or not."""
        return self._deck is not None

    @property
    def is_paused(self) -> bool:
        """Whether it was told to wait."""
        return self._is_paused

    def set_gain(self, gain: float) -> None:
        """Be as loud as the factor *gain*."""
        self._gain = gain
        for deck in self._decks():
            deck.set_gain(gain)

    def pause(self, fade_ms: int = PAUSE_FADE_MS) -> None:
        """Fade away and wait."""
        if self._deck and not self._is_paused and not self._is_ending:
            self._is_paused = True
            self._deck.fade_out(fade_ms)

    def resume(self, fade_ms: int = PAUSE_FADE_MS) -> None:
        """Go on where it was."""
        if self._deck and self._is_paused:
            self._is_paused = False
            self._deck.resume()
            self._deck.fade_in(fade_ms)

    def fade_out(self, duration_ms: int) -> None:
        """End in that time; what waits ends at once, for it is not heard."""
        if self._deck is None:
            return
        self._is_ending = True
        self._deck.fade_out(duration_ms if self._deck.level.value else 0)

    def move(self) -> None:
        """Play on the device that is right now."""
        for deck in self._decks():
            deck.move()

    def look(self) -> None:
        """Note where it is, for ``is_flowing`` and ``has_stalled``; to be called twice a second."""
        deck = self._deck
        seen = deck.position_ms if deck and deck.is_playing else -1
        self._looks = self._looks + 1 if seen == self._seen_ms >= 0 else 0
        self._seen_ms = seen

    @property
    def is_flowing(self) -> bool:
        """Whether it went on between the last two looks, or has no reason to."""
        return self._looks == 0

    @property
    def is_heard(self) -> bool:
        """Whether it plays, and went on between the last two looks."""
        return self._seen_ms >= 0 and self._looks == 0

    @property
    def has_stalled(self) -> bool:
        """Whether it has stood still for too many looks."""
        return self._looks >= STALL_LOOKS

    def clear(self) -> None:
        """Be silent at once, for the end of the program."""
        for deck in self._decks():
            deck.dispose()
        self._deck = None
        self._leaving = []
        self._is_paused = self._is_ending = False

    def _leave(self, fade_ms: int, *, crosses: bool = False) -> None:
        """Let what is heard fade away, and make room for something else."""
        deck, self._deck = self._deck, None
        if deck is None:
            return
        if self._is_paused:
            deck.dispose()
            return
        self._leaving.append(deck)
        deck.fade_out(fade_ms, crosses=crosses)

    def _decks(self) -> list[Deck]:
        return [*self._leaving, *([self._deck] if self._deck else [])]

    def _new_deck(self) -> Deck:
        deck = Deck(self._outputs, self._gain, self)
        deck.silent.connect(self._settle)
        self._deck = deck
        self._looks = 0
        self._seen_ms = -1
        self._is_paused = self._is_ending = False
        return deck

    @Slot()
    def _settle(self) -> None:
        """Let go of the decks that have become silent."""
        for deck in [deck for deck in self._leaving if deck.level.value == 0.0]:
            self._leaving.remove(deck)
            deck.dispose()
        if self._deck is None or self._deck.level.target > 0.0 or self._deck.level.value > 0.0:
            return
        if self._is_ending:
            self.clear()
            self.silent.emit()
        elif self._is_paused:
            self._deck.pause()
