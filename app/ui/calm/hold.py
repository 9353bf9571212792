"""Leaving a locked screen: a key or a corner that is held for two seconds."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

HOLD_MS: Final = 2_000
STEP_MS: Final = 50

GRACE_MS: Final = 150
"""So soon a key that was let go is pressed again where the system repeats it by both: on X11 what
repeats cannot always be told from what is let go. Longer than the slowest repetition."""


class Hold(QObject):
    """Counts while something is held; ``done`` comes after two seconds without letting go.

    ``moved`` carries how much of that is over, from 0 to 1, and 0 when it was let go.
    """

    moved = Signal(float)
    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=STEP_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._grace = QTimer(self, interval=GRACE_MS, singleShot=True)
        self._grace.timeout.connect(self.let_go)

    @property
    def is_held(self) -> bool:
        """Whether somebody is holding."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Start to count; what is held already goes on."""
        self._grace.stop()
        if not self.is_held:
            self._since.start()
            self._timer.start()

    def go_on(self) -> None:
        """Take note that it is held still; nothing begins by that."""
        self._grace.stop()

    def release(self) -> None:
        """Count no more, unless it is pressed again in a moment: then it was held all along."""
        if self.is_held:
            self._grace.start()

    @Slot()
    def let_go(self) -> None:
        """Count no more."""
        self._grace.stop()
        if self.is_held:
            self._timer.stop()
            self.moved.emit(0.0)

    @Slot()
    def _look(self) -> None:
        share = min(self._since.elapsed() / HOLD_MS, 1.0)
        self.moved.emit(share)
        if share >= 1.0 and not self._grace.isActive():
            self.let_go()
            self.done.emit()
