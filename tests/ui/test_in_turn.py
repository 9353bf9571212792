"""Work of which only the newest counts is done off the main thread, one after the other."""

from functools import partial
from threading import Event, current_thread, main_thread

from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from app.ui.in_turn import InTurn

PATIENCE = 10.0


def test_what_was_not_begun_gives_way_to_what_is_newer(qtbot: QtBot) -> None:
    """What is under way is done whole; never two at a time, never on the main thread."""
    turn, may_end, begun = InTurn(), Event(), Event()
    done: list[str] = []

    def work(name: str) -> None:
        assert current_thread() is not main_thread()
        begun.set()
        may_end.wait(PATIENCE)
        done.append(name)

    turn.hand(partial(work, "first"))
    begun.wait(PATIENCE)
    turn.hand(partial(work, "second"))
    turn.hand(partial(work, "third"))
    assert not turn.wait(0.0)
    may_end.set()

    assert turn.wait(PATIENCE)
    assert done == ["first", "third"]


class Listener(QObject):
    """Notes what it hears, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.on_main: list[bool] = []

    @Slot(object)
    def hear(self, error: object) -> None:
        """Note what came of the work."""
        self.heard.append(error)
        self.on_main.append(current_thread() is main_thread())


def test_what_came_of_it_is_heard_on_the_main_thread(qtbot: QtBot) -> None:
    """Nothing, or the error; and work that failed keeps nothing else from being done."""
    turn, listener = InTurn(), Listener()
    turn.ended.connect(listener.hear)

    def fail() -> None:
        raise OSError("no")

    turn.hand(fail)
    qtbot.waitUntil(lambda: len(listener.heard) == 1)
    turn.hand(lambda: None)
    qtbot.waitUntil(lambda: len(listener.heard) == 2)

    assert isinstance(listener.heard[0], OSError)
    assert listener.heard[1] is None
    assert listener.on_main == [True, True]
