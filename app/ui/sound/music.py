"""The patient's own music: files one after the other."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.ui.sound.channel import Channel
from app.ui.sound.kinds import PAUSE_FADE_MS
from app.ui.sound.outputs import Outputs


class MusicChannel(Channel):
    """Plays files in their order, each from its start, and passes over what cannot be played.

    ``track_started`` and ``track_failed`` carry the path, ``ended`` says that no file is left,
    or that a whole round of them failed.
    """

    track_started = Signal(Path)
    track_failed = Signal(Path)
    ended = Signal()

    def __init__(self, outputs: Outputs, gain: float, parent: QObject | None = None) -> None:
        super().__init__(outputs, gain, parent)
        self._files: tuple[Path, ...] = ()
        self._repeats = False
        self._number = 0
        self._failures = 0

    @property
    def track(self) -> Path | None:
        """The file that is played or waits."""
        return self._files[self._number] if self._deck else None

    @property
    def is_opening(self) -> bool:
        """Whether the file is not open yet."""
        return self._deck is not None and self._deck.is_loading

    @property
    def is_hollow(self) -> bool:
        """Whether the file is open, and has nothing in it so far."""
        return self._deck is not None and self._deck.is_hollow

    def play(self, files: Sequence[Path], *, repeats: bool, fade_ms: int, first: int = 0) -> None:
        """Play *files* from the one numbered *first*, over and over if it *repeats*."""
        if self._deck:
            self._deck.ended.disconnect(self._go_on)
            self._deck.failed.disconnect(self._fail)
        self._leave(PAUSE_FADE_MS)
        self._files = tuple(files)
        self._repeats = repeats
        self._failures = 0
        self._number = first
        if first < len(self._files):
            self._start(fade_ms)

    def revive(self, fade_ms: int) -> None:
        """Go on in the same file on a new output: the one there was takes no sound any more."""
        if self._deck is None or self._is_ending:
            self.clear()
            return
        position_ms, was_paused = self._deck.position_ms, self._is_paused
        self.clear()
        self._start(fade_ms, position_ms)
        if was_paused and self._deck:
            self._is_paused = True
            self._deck.level.put(0.0)
            self._deck.pause()

    def pass_over(self) -> None:
        """Go to the next file, because this one neither plays nor fails."""
        self._fail()

    def _start(self, fade_ms: int, position_ms: int = 0) -> None:
        deck = self._new_deck()
        # Queued: a player is not told to open the next file while it tells of the last one.
        deck.ended.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        deck.failed.connect(self._fail, Qt.ConnectionType.QueuedConnection)
        deck.load(self._files[self._number], endless=False, position_ms=position_ms)
        deck.fade_in(fade_ms)
        self.track_started.emit(self._files[self._number])

    @Slot()
    def _go_on(self) -> None:
        self._failures = 0
        self._next()

    @Slot()
    def _fail(self) -> None:
        if self._deck is None:
            return
        self._failures += 1
        self.track_failed.emit(self._files[self._number])
        self._next()

    def _next(self) -> None:
        if self._deck is None:
            return
        number = self._number + 1
        is_over = number == len(self._files) and not self._repeats
        if is_over or self._failures == len(self._files):
            self.clear()
            self.ended.emit()
            self.silent.emit()
            return
        self._number = number % len(self._files)
        self._looks = 0
        self._deck.load(self._files[self._number], endless=False)
        self.track_started.emit(self._files[self._number])
