"""When to save what is being typed: after a pause, and never later than a ceiling."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PAUSE_MS: Final = 800
CEILING_MS: Final = 1_500
"""Someone who never pauses is saved this often: what is typed is on a disk within two seconds."""


class TypingPause(QObject):
    """Says when it is time to save: 800 ms after the last touch, 1.5 s after the first.

    ``flush`` says it at once if anything waits; a page calls it when it is left or closed.
    """

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._ceiling = QTimer(self, singleShot=True, interval=CEILING_MS)
        self._pause.timeout.connect(self.flush)
        self._ceiling.timeout.connect(self.flush)

    @property
    def is_waiting(self) -> bool:
        """Whether something was touched that was not said to be due yet."""
        return self._pause.isActive()

    def touch(self) -> None:
        """Note that something changed just now."""
        self._pause.start()
        if not self._ceiling.isActive():
            self._ceiling.start()

    @Slot()
    def flush(self) -> None:
        """Say that saving is due, if anything waits."""
        if self._pause.isActive() or self._ceiling.isActive():
            self._pause.stop()
            self._ceiling.stop()
            self.due.emit()
