"""The road off the main thread and back."""

from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


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


def run_in_background(
    work: Callable[[], T],
    *,
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    owner: QObject,
) -> None:
    """Do *work* on a thread of its own, and hand what it returns, or raises, to the main thread.

    To be called there; *work* must touch no widget. Either *done* or *failed* is called, once,
    and neither if *owner* is deleted before. Work that is not done when the program ends is
    broken off, so what it writes it must write as a whole or not at all.
    """
    # It belongs to the application, so that it is there when the work is done, and ends here.
    deliver = Deliver(QCoreApplication.instance())

    def tell(hear: Callable[[Any], None], what: object) -> None:
        deliver.deleteLater()
        if isValid(owner):
            hear(what)

    def run() -> None:
        try:
            told = partial(tell, done, work())
        except Exception as error:  # noqa: BLE001 -- whatever it is, *failed* deals with it
            told = partial(tell, failed, error)
        if isValid(deliver):  # the application may have ended meanwhile
            deliver(told)

    Thread(target=run, name="background", daemon=True).start()
