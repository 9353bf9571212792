"""A data folder whose writer does one thing at a time, and that can be dropped in between."""

import time
from collections.abc import Callable
from threading import Condition
from typing import Final

from app.storage.paths import Paths
from tests.support.data_folders import Inbox, OpenFolder

_LOOK_EVERY_SECONDS: Final = 0.0005


class Gate:
    """Lets the writer report, and holds it there until it is let on."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._changed = Condition()
        self._turns = 0
        self._is_open = False
        self._is_inside = False

    @property
    def holds_somebody(self) -> bool:
        """Whether the writer waits here for being let on."""
        with self._changed:
            return self._is_inside and not (self._is_open or self._turns)

    def __call__(self, function: Callable[[], None]) -> None:
        """Take what the writer reports; come back when it may go on."""
        self._inbox(function)
        with self._changed:
            self._is_inside = True
            self._changed.wait_for(lambda: self._is_open or self._turns > 0)
            self._turns = 0
            self._is_inside = False

    def let_one_on(self) -> None:
        """Let the writer do one more thing."""
        with self._changed:
            self._turns = 1
            self._changed.notify_all()

    def set_open(self, *, is_open: bool) -> None:
        """Let the writer do whatever there is, or one thing at a time again."""
        with self._changed:
            self._is_open, self._turns = is_open, 0
            self._changed.notify_all()


class CrashingFolder(OpenFolder):
    """An open folder; ``crash`` is what the end of the process is to it."""

    def __init__(self, paths: Paths) -> None:
        super().__init__(paths)
        self.settle()
        self._gate = Gate(self.inbox)
        self.folder.writer._deliver = self._gate

    def turn(self) -> None:
        """Let the writer do one thing, if there is one, and wait for it."""
        if self._gate.holds_somebody:
            self._gate.let_one_on()
        self.stand_still()

    def stand_still(self) -> None:
        """Wait until the writer has done the one thing it may do."""
        writer = self.folder.writer
        while writer.pending and not self._gate.holds_somebody:
            time.sleep(_LOOK_EVERY_SECONDS)

    @property
    def says_saved(self) -> bool:
        """Whether a person is told that everything is saved."""
        return not (self.folder.pending or self.folder.unsaved_slots())

    def write_out(self) -> None:
        """Let the writer do everything, and hear of it."""
        self._gate.set_open(is_open=True)
        self.settle()
        self._gate.set_open(is_open=False)

    def end(self) -> bool:
        """Close as the program does; return whether all is said to be saved."""
        self._gate.set_open(is_open=True)
        return self.close()

    def crash(self) -> None:
        """Forget everything that is not on the disk, heard or not."""
        writer = self.folder.writer
        with writer._changed:
            writer._stopping = True
            writer._changed.notify_all()
        self._gate.set_open(is_open=True)
        if writer._thread is not None:
            writer._thread.join()
        self.folder._lock.release()
