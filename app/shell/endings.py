"""Ending well when the system says so: a signal, a logout, a shutdown."""

import contextlib
import os
import signal
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

SIGNALS: Final = ("SIGTERM", "SIGHUP", "SIGINT")


class Endings(QObject):
    """Emits ``asked`` when the program is told to end; whoever listens saves what is open.

    Python runs no handler of a signal while Qt waits for events. So the signal writes a byte into
    a pipe, and Qt wakes up to read it.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe: tuple[int, int] | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._log_out)
        if os.name == "posix":
            self._follow_signals()

    def stop(self) -> None:
        """Let signals end the program at once again."""
        if self._pipe is None:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for name, handler in self._before.items():
            signal.signal(getattr(signal, name), handler)
        for end in self._pipe:
            os.close(end)
        self._pipe = None

    def _follow_signals(self) -> None:
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        self._before = {name: signal.signal(getattr(signal, name), _noted) for name in SIGNALS}
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    @Slot()
    def _wake(self) -> None:
        if self._pipe is not None:
            with contextlib.suppress(BlockingIOError):
                os.read(self._pipe[0], 64)
        self.asked.emit()

    @Slot(QSessionManager)
    def _log_out(self, session: QSessionManager) -> None:
        session.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self.asked.emit()


def _noted(_number: int, _frame: object) -> None:
    """Do nothing: the byte in the pipe is what counts."""
