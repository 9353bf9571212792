"""Keeping the computer and its screen awake while a session runs."""

from contextlib import suppress
from threading import Event, Thread

from PySide6.QtCore import QObject, Slot


class Awake(QObject):
    """Asks the system not to fall asleep, and takes that back.

    Asking may take long, or be refused, and nothing depends on it: a session that slept ends at
    the right moment. So it is done on a thread of its own, which holds what the system gave it
    until it is no longer wanted.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._over: Event | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether the computer should stay awake now."""
        return self._over is not None

    def follow(self, *, wanted: bool) -> None:
        """Have the computer stay awake from now on, or no longer."""
        if wanted and self._over is None:
            self._over = Event()
            Thread(target=_hold, args=(self._over,), name="awake", daemon=True).start()
        elif not wanted:
            self.release()

    @Slot()
    def release(self) -> None:
        """Let the computer fall asleep when it likes."""
        if self._over is not None:
            self._over.set()
            self._over = None


def _hold(over: Event) -> None:
    """Hold the promise of the system until *over* is set; runs on a thread of its own."""
    from wakepy import keep

    # It raises when it cannot give the promise back: a desktop that has gone took it along.
    with suppress(RuntimeError), keep.presenting(on_fail="pass"):
        over.wait()
