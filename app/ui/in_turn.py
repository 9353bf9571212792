"""Work off the main thread of which only the newest counts, such as keeping what is typed."""

from collections.abc import Callable
from threading import Condition, Thread

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid


class InTurn(QObject):
    """Does what it is handed on a thread of its own, never two at a time.

    What was not begun gives way to what is newer. The main thread waits for nothing, except in
    ``wait``, and there only as long as it says.
    """

    ended = Signal(object)
    """Something was done: nothing, or the exception that it ended with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed = Condition()
        self._next: Callable[[], None] | None = None
        self._is_busy = False

    def hand(self, work: Callable[[], None]) -> None:
        """Have *work* done; it must touch no widget."""
        with self._changed:
            self._next = work
            if not self._is_busy:
                self._is_busy = True
                Thread(target=self._run, name="in turn", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is left to do, at most *seconds*; return whether that is so."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._is_busy, seconds)

    def _run(self) -> None:
        while (work := self._take()) is not None:
            error: Exception | None = None
            try:
                work()
            except Exception as raised:  # noqa: BLE001 -- whoever listens deals with it
                error = raised
            if isValid(self):
                self.ended.emit(error)

    def _take(self) -> Callable[[], None] | None:
        with self._changed:
            work, self._next = self._next, None
            if work is None:
                self._is_busy = False
                self._changed.notify_all()
            return work
