"""The road back to the main thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Deliver(QObject):
    """Calls functions on the thread it was made on, later, in the order they were handed in.

    May be called from any thread, the main thread included.
    """

    _handed_in = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handed_in.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def __call__(self, function: Callable[[], None]) -> None:
        """Run *function* on the main thread when it is next idle."""
        self._handed_in.emit(function)

    @Slot(object)
    def _run(self, function: Callable[[], None]) -> None:
        function()
