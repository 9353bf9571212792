"""When reminders are looked for: at their moments, and after everything that may move them."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.services.changes import Changes, Kind
from app.services.reminders import Reminders
from app.shell.reminder_words import reminder_words
from app.shell.window import Window

LONGEST_WAIT: Final = timedelta(minutes=1)
"""A computer that sleeps, or whose clock is set, says so to nobody: so long it may be missed."""

_MOVED_BY: Final = frozenset({Kind.INFUSIONS, Kind.JOURNAL, Kind.CALM})


class Reminding(QObject):
    """Shows in *window* what comes due; ``told`` carries the sentence when it is new.

    While nothing is to come, no timer runs.
    """

    told = Signal(str)

    def __init__(
        self,
        reminders: Reminders,
        window: Window,
        changes: Changes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reminders = reminders
        self._window = window
        self._changes = changes
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        window.reminder_answered.connect(self._dismiss)
        changes.listen(self, self._hear)
        self._timer.start(0)

    def stop(self) -> None:
        """Look no more, and show nothing."""
        self._changes.forget(self)
        self._timer.stop()
        self._window.remind("")

    @Slot()
    def look(self) -> None:
        """Show what is to be shown now, and look again in time."""
        seen = self._reminders.look()
        words = reminder_words(seen.shown) if seen.shown is not None else ""
        self._window.remind(words)
        self._timer.stop()
        if seen.wait is not None:
            self._timer.start(min(seen.wait, LONGEST_WAIT) // timedelta(milliseconds=1))
        if seen.is_new:
            self.told.emit(words)

    @Slot()
    def _dismiss(self) -> None:
        self._reminders.dismiss()

    def _hear(self, kind: Kind) -> None:
        if kind in _MOVED_BY:
            self._timer.start(0)  # once, after all that is announced together
