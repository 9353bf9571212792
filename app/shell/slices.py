"""Long work on the main thread, in slices so short that the window does not notice."""

import gc
from collections.abc import Callable
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

SLICE_SECONDS: Final = 0.006
"""The most that is taken from the main thread at once, unless one step alone takes longer."""


class Slices(QObject):
    """Calls *step* while the window has nothing else to do, until it says that nothing is left.

    Rubbish is collected after the work and not during it, when everything just read would be
    looked at again and again.
    """

    def __init__(self, step: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._collected = gc.isenabled()
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work)

    @property
    def is_working(self) -> bool:
        """Whether something is left to do."""
        return self._idle.isActive()

    def start(self) -> None:
        """Begin when the window is idle."""
        if not self.is_working:
            self._collected = gc.isenabled()
            gc.disable()
            self._idle.start()

    @Slot()
    def stop(self) -> None:
        """Do no more; work that is done stops by itself."""
        if self.is_working:
            self._idle.stop()
            if self._collected:
                gc.enable()

    @Slot()
    def _work(self) -> None:
        began = now = perf_counter()
        longest = 0.0
        while now - began + longest <= SLICE_SECONDS:
            if not self._step():
                self.stop()
                return
            before, now = now, perf_counter()
            longest = max(longest, now - before)
