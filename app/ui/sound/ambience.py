"""One loop that goes round and round without a seam."""

from pathlib import Path

from PySide6.QtCore import QObject

from app.ui.sound.channel import Channel
from app.ui.sound.kinds import CROSS_FADE_MS
from app.ui.sound.outputs import Outputs


class AmbienceChannel(Channel):
    """Plays a loop until told otherwise; another one takes its place by a cross-fade."""

    def __init__(self, outputs: Outputs, gain: float, parent: QObject | None = None) -> None:
        super().__init__(outputs, gain, parent)
        self._file: Path | None = None

    def play(self, file: Path, fade_ms: int, cross_fade_ms: int = CROSS_FADE_MS) -> None:
        """Rise with the loop *file*, or change over to it if another one is heard."""
        if self._deck and self._file == file and not self._is_ending:
            self.resume()
            return
        is_heard = self._deck is not None and not self._is_paused
        self._file = file
        self._leave(cross_fade_ms, crosses=True)
        deck = self._new_deck()
        deck.load(file, endless=True)
        deck.fade_in(cross_fade_ms if is_heard else fade_ms, crosses=is_heard)

    def revive(self, fade_ms: int) -> None:
        """Play on a new output: the one there was takes no sound any more."""
        if self._deck is None or self._file is None or self._is_ending:
            self.clear()
            return
        was_paused = self._is_paused
        self.clear()
        deck = self._new_deck()
        deck.load(self._file, endless=True)
        if was_paused:
            self._is_paused = True
            deck.pause()
        else:
            deck.fade_in(fade_ms)
