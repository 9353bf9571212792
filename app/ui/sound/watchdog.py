"""Tells that a player has said nothing for too long: it hangs, and will not end by itself."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

TICK_MS: Final = 5_000
"""How often it looks. A player says that it is alive twice as often."""

PATIENCE: Final = 4
"""So many looks in a row without a word are too many: 15 to 20 seconds."""

FIRST_PATIENCE: Final = 12
"""As many before the first word: on a cold disk, or behind a virus scanner, a start takes long."""


class Watchdog(QObject):
    """Counts its own looks since the player was last heard of; ``hung`` says there were too many.

    It counts no time: a computer that slept has had no looks meanwhile, and a program that stood
    still itself has at most one, so neither costs a healthy player its life.
    """

    hung = Signal()

    def __init__(self, tick_ms: int = TICK_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks_left = 0
        self._timer = QTimer(self, interval=tick_ms)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on: a player has just been started."""
        self._looks_left = FIRST_PATIENCE
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def heard(self) -> None:
        """Take note of a word, whichever."""
        self._looks_left = PATIENCE

    @Slot()
    def look(self) -> None:
        """Count one more look without a word."""
        self._looks_left -= 1
        if self._looks_left <= 0:
            self.stop()
            self.hung.emit()
