"""When drafts are kept: soon after something changed, until everything is in its file."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from app.services.changes import Changes, Kind
from app.services.recovery import Recovery

EVERY_MS: Final = 400
"""With what is typed handed over every 1.5 s, no word is longer than two seconds off a disk."""


class DraftTimer(QObject):
    """Runs while something is unsaved, and rests otherwise."""

    def __init__(self, recovery: Recovery, changes: Changes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recovery = recovery
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._keep)
        self._has_started = False
        changes.listen(self, self._hear)

    def start(self) -> None:
        """Look for what an earlier run left, and follow what is unsaved from now on."""
        self._has_started = True
        self._recovery.start()
        self._timer.start()

    def stop(self) -> None:
        """Follow nothing any more."""
        self._has_started = False
        self._timer.stop()

    @Slot()
    def _keep(self) -> None:
        if not self._recovery.keep():
            self._timer.stop()

    def _hear(self, _kind: Kind) -> None:
        if self._has_started and not self._timer.isActive():
            self._timer.start()
