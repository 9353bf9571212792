"""Keeping the computer and its screen awake while a session runs."""

from functools import partial
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.tasks import Deliver


class Awake(QObject):
    """Asks the system not to fall asleep, and takes that back.

    Asking may take long, or be refused, and nothing depends on it: a session that slept ends at
    the right moment. So it is done on a thread of its own, which holds what the system gave it
    until it is no longer wanted. ``known`` tells whether the system agreed.
    """

    known = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deliver = Deliver(self)
        self._over: Event | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether the computer should stay awake now."""
        return self._over is not None

    def follow(self, *, wanted: bool) -> None:
        """Have the computer stay awake from now on, or no longer."""
        if wanted and self._over is None:
            self._over = Event()
            Thread(target=self._hold, args=(self._over,), name="awake", daemon=True).start()
        elif not wanted:
            self.release()

    @Slot()
    def release(self) -> None:
        """Let the computer fall asleep when it likes."""
        if self._over is not None:
            self._over.set()
            self._over = None

    def _hold(self, over: Event) -> None:
        """Hold the promise of the system until *over* is set; runs on a thread of its own."""
        from wakepy import keep

        try:
            with keep.presenting(on_fail="pass") as mode:
                self._deliver(partial(self._tell, over, agreed=mode.active))
                over.wait()
        except Exception:  # noqa: BLE001 -- a desktop that has gone took its promise with it
            self._deliver(partial(self._tell, over, agreed=False))

    def _tell(self, over: Event, *, agreed: bool) -> None:
        if over is self._over:
            self.known.emit(agreed)
