"""The way back, routes, and the road to the main thread."""

from threading import Thread

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.services.undo import Step
from app.ui.route import Route
from app.ui.tasks import Deliver
from app.ui.undo import UndoStack


def test_the_newest_change_is_taken_back_first(qtbot: QtBot) -> None:
    """Two changes are undone in the opposite order, then nothing is left."""
    stack, done = UndoStack(), list[str]()
    stack.push("first", lambda: done.append("first"))
    stack.push("second", lambda: done.append("second"))
    assert stack.top is not None
    assert stack.top.text == "second"

    for _ in range(3):
        stack.undo()

    assert done == ["second", "first"]
    assert stack.top is None


def test_dismissing_takes_nothing_back(qtbot: QtBot) -> None:
    """The cross means "it is fine as it is"."""
    stack, done = UndoStack(), list[str]()
    stack.push("first", lambda: done.append("first"))

    with qtbot.waitSignal(stack.changed):
        stack.dismiss()

    assert not done
    assert stack.top is None


def test_a_step_that_took_more_away_can_be_taken_back_itself(qtbot: QtBot) -> None:
    """Its own way back lies on top, and the change before it below."""
    stack, done = UndoStack(), list[str]()
    stack.push("first", lambda: done.append("first"))
    stack.push("second", lambda: Step("removed", lambda: done.append("back")))

    stack.undo()

    assert stack.top is not None
    assert stack.top.text == "removed"
    stack.undo()
    stack.undo()
    assert done == ["back", "first"]


def test_old_changes_fall_off_the_end(qtbot: QtBot) -> None:
    """A day of ticking does not grow without end."""
    stack = UndoStack()
    for number in range(UndoStack.LONGEST + 5):
        stack.push(str(number), list[str]().clear)

    count = 0
    while stack.top is not None:
        stack.undo()
        count += 1

    assert count == UndoStack.LONGEST


def test_what_another_thread_hands_in_runs_on_the_main_thread(qtbot: QtBot) -> None:
    """In order, and only when the main thread is idle."""
    deliver, ran = Deliver(), list[int]()

    def work() -> None:
        deliver(lambda: ran.append(1))
        deliver(lambda: ran.append(2))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert not ran

    QCoreApplication.processEvents()

    assert ran == [1, 2]


def test_a_route_means_the_same_as_another_like_it() -> None:
    """Routes are values."""
    assert Route("prepare", "ride") == Route("prepare", "ride") != Route("prepare")
