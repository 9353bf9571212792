"""One thing that takes a while: done off the main thread, and what is said of it."""

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.services.refusals import NotDoneError
from app.ui.tasks import run_in_background

T = TypeVar("T")


class State(Enum):
    """How far an errand is."""

    NOTHING = "nothing"
    BUSY = "busy"
    DONE = "done"
    FAILED = "failed"


class Errand(QObject):
    """The last thing that was asked for: what it is or was, and what came of it.

    ``title`` and ``sentences`` are for people. One at a time: while it is busy, nothing new is
    begun.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.NOTHING
        self.title = ""
        self.sentences: tuple[str, ...] = ()

    @property
    def is_busy(self) -> bool:
        """Whether it is under way."""
        return self.state is State.BUSY

    def run(
        self,
        title: str,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Do *work* on another thread, and then *done* or *failed* on the main thread.

        *done* says what came of it, by ``say`` or ``forget``. A NotDoneError is said as it is;
        anything else is a fault and is raised there.
        """
        if self.is_busy:
            return
        self.say(State.BUSY, title)

        def lose(error: Exception) -> None:
            if failed is not None:
                failed()
            self.fail(error)

        run_in_background(work, done=done, failed=lose, owner=self)

    def say(self, state: State, title: str, sentences: tuple[str, ...] = ()) -> None:
        """Say how it stands."""
        self.state, self.title, self.sentences = state, title, sentences
        self.changed.emit()

    def fail(self, error: Exception) -> None:
        """Say why nothing came of it; raise what is no answer but a fault."""
        if not isinstance(error, NotDoneError):
            self.forget()
            raise error
        self.say(State.FAILED, error.sentence)

    def begin_anew(self) -> None:
        """Say nothing any more of what is over; what is under way goes on."""
        if not self.is_busy:
            self.forget()

    def forget(self) -> None:
        """Say nothing any more."""
        self.say(State.NOTHING, "")
