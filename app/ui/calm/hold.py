"""Leaving a locked screen: a key or a corner that is held for two seconds."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

HOLD_MS: Final = 2_000
STEP_MS: Final = 50


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

    @property
    def is_held(self) -> bool:
        """Whether somebody is holding."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Start to count; what is held already goes on."""
        if not self.is_held:
            self._since.start()
            self._timer.start()

    @Slot()
    def let_go(self) -> None:
        """Count no more."""
        if self.is_held:
            self._timer.stop()
            self.moved.emit(0.0)

    @Slot()
    def _look(self) -> None:
        share = min(self._since.elapsed() / HOLD_MS, 1.0)
        self.moved.emit(share)
        if share >= 1.0:
            self.let_go()
            self.done.emit()
