"""The process at the other end of the wire: started, spoken to, and heard on threads of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TypeAlias

import app
from app.ui.sound.wire import ARGUMENT
from app.ui.tasks import Deliver


class Process:
    """One run of a player. ``hear`` gets every line it says, and None once it has ended.

    It is called on the thread of *deliver*. Nothing here waits for the process.
    Raises OSError if it cannot be started.
    """

    def __init__(self, command: Sequence[str], hear: "Hear", deliver: Deliver) -> None:
        self._hear = hear
        self._deliver = deliver
        self._orders: SimpleQueue[bytes | None] = SimpleQueue()
        self._running = subprocess.Popen(  # noqa: S603 -- this very program, with no shell
            command,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # Qt and FFmpeg print the names of the patient's files
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        for work in (self._listen, self._give_orders):
            Thread(target=work, name="player", daemon=True).start()

    @property
    def pid(self) -> int:
        """The system's number for it."""
        return self._running.pid

    def order(self, line: bytes) -> None:
        """Hand it *line*, after those before."""
        self._orders.put(line)

    def let_go(self) -> None:
        """Say no more to it: it fades out and ends, if it has not ended already."""
        self._orders.put(None)

    def kill(self) -> None:
        """End it at once, also if it stands still."""
        self._running.kill()

    def _give_orders(self) -> None:
        """Write every line there is to be, until there are no more.

        On a thread of its own: a process that hangs reads nothing, and writing to it would wait.
        """
        if self._running.stdin is None:
            return
        with suppress(OSError), self._running.stdin as orders:  # it fell: its end is told anyway
            while (line := self._orders.get()) is not None:
                orders.write(line)

    def _listen(self) -> None:
        """Hand over every line, and then that there are no more."""
        if self._running.stdout is not None:
            for line in self._running.stdout:
                self._hand_over(line)
            self._running.stdout.close()
        self._running.wait()
        self._hand_over(None)

    def _hand_over(self, line: bytes | None) -> None:
        with suppress(RuntimeError):  # the window has gone, and what delivers with it
            self._deliver(partial(self._hear, self, line))


Hear: TypeAlias = Callable[[Process, bytes | None], None]
"""Takes what a process says."""


def own_command() -> list[str]:
    """Return how this very program is started as a player."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-P", "-m", "app", ARGUMENT]


def _environment() -> dict[str, str]:
    """Return the environment, in which this package is found wherever it lies."""
    here = str(Path(app.__file__).parent.parent)
    paths = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
