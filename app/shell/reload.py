"""When the disk is looked at for changes of others: while the window is in use, now and then."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.services.outside import Outside
from app.storage.watching import Snapshot
from app.ui.tasks import run_in_background

EVERY_MS: Final = 2_000


class Reload(QObject):
    """Looks every two seconds, on a thread of its own; a disk that hangs is waited for.

    ``found`` is emitted when others changed something.
    """

    found = Signal()

    def __init__(self, outside: Outside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outside = outside
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._is_wanted = False

    def start(self) -> None:
        """Look soon, and then again and again."""
        self._is_wanted = True
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Look no more."""
        self._is_wanted = False
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        run_in_background(self._outside.look(), done=self._take, failed=self._failed, owner=self)

    def _take(self, snapshot: Snapshot) -> None:
        if self._is_wanted:
            if self._outside.take(snapshot):
                self.found.emit()
            self._timer.start()

    def _failed(self, error: Exception) -> None:
        """Go on with the next look: nothing of this one was needed."""
        if self._is_wanted:
            self._timer.start()
        if not isinstance(error, OSError):
            raise error
