"""A second start with the same files: it rings, the first window comes forward, and that is all.

The lock of the folder decides who was first; this only carries the wish. It is a socket of this
computer account in the state folder, never of a network.
"""

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.storage.paths import Paths, folder_key

RING: Final = b"come forward\n"
ANSWER_MS: Final = 1_000
LONGEST_PATH: Final = 90
"""Bytes: the system allows a little more for the path of a socket, and not on every system."""


class Doorbell(QObject):
    """Hears later starts for as long as it lives; ``rung`` is emitted for each."""

    rung = Signal()

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(paths)
        QLocalServer.removeServer(name)  # of a program that was killed: we have the lock
        self._server.listen(name)

    def close(self) -> None:
        """Hear nothing more."""
        self._server.close()

    @Slot()
    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.write(RING)
            caller.flush()
            caller.disconnectFromServer()
            self.rung.emit()


def ring(paths: Paths) -> bool:
    """Ask the program that has the folder of *paths* open to come forward.

    Returns whether it answered.
    """
    _step_aside()
    caller = QLocalSocket()
    caller.connectToServer(_name(paths))
    answered = caller.waitForConnected(ANSWER_MS) and caller.waitForReadyRead(ANSWER_MS)
    return answered and bytes(caller.readAll().data()) == RING


def _step_aside() -> None:
    """Let the other program's window come before all others.

    Windows allows that only to the program that the person has just started, or to whom that one
    allows it in turn; any other window may no more than blink in the task bar.
    """
    if sys.platform == "win32":  # pragma: no cover - another system's adapter
        import ctypes

        any_program = ctypes.c_uint32(-1)
        ctypes.windll.user32.AllowSetForegroundWindow(any_program)


def _name(paths: Paths) -> str:
    """Return where the bell of the folder is: in the state folder, if its path is short enough."""
    place = paths.state / "bell"
    if os.name == "posix" and len(os.fsencode(place)) <= LONGEST_PATH:
        return str(place)
    owner = folder_key(Path.home())
    return f"soft-landing-{owner}-{folder_key(paths.data)}"
