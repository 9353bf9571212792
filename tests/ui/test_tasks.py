"""Slow work goes off the main thread and comes back to it."""

from functools import partial
from threading import Event, current_thread, main_thread
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from app.ui.tasks import Deliver, run_in_background

PATIENCE_SECONDS = 10


class Asker(QObject):
    """Somebody who has work done, and notes what comes of it and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.on_main: list[bool] = []

    def done(self, value: object) -> None:
        """Note a value."""
        self.heard.append(value)
        self.on_main.append(current_thread() is main_thread())

    def failed(self, error: Exception) -> None:
        """Note an error."""
        self.done((type(error), str(error)))


def never(_what: object) -> NoReturn:
    """Fail: this must not be called."""
    raise AssertionError(_what)


def settle() -> None:
    """Let what was delivered be heard, and what is to go be gone."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_value_comes_back_to_the_main_thread(qtbot: QtBot) -> None:
    """The work runs on another thread; what it returns is heard on the main one, once."""
    asker = Asker()

    run_in_background(
        lambda: current_thread() is main_thread(), done=asker.done, failed=never, owner=asker
    )
    qtbot.waitUntil(lambda: bool(asker.heard))

    assert asker.heard == [False]
    assert asker.on_main == [True]


def test_an_error_comes_back_as_a_value(qtbot: QtBot) -> None:
    """Nothing is printed, and nothing raises where nobody would see it."""
    asker = Asker()

    def work() -> None:
        raise OSError("the stick is gone")

    run_in_background(work, done=never, failed=asker.failed, owner=asker)
    qtbot.waitUntil(lambda: bool(asker.heard))

    assert asker.heard == [(OSError, "the stick is gone")]
    assert asker.on_main == [True]


def test_who_is_gone_is_not_told(qtbot: QtBot) -> None:
    """A page that was deleted while its work ran hears nothing of it."""
    asker, go, over = Asker(), Event(), Event()

    def work() -> None:
        go.wait(PATIENCE_SECONDS)
        over.set()

    run_in_background(work, done=never, failed=never, owner=asker)
    asker.deleteLater()
    settle()
    go.set()
    assert over.wait(PATIENCE_SECONDS)
    application = QCoreApplication.instance()
    assert application is not None
    qtbot.waitUntil(lambda: _settled(application))


def test_nothing_stays_behind(qtbot: QtBot) -> None:
    """What brought the value back goes with it, however often work is done."""
    asker = Asker()
    application = QCoreApplication.instance()
    assert application is not None

    for number in range(20):
        run_in_background(partial(abs, number), done=asker.done, failed=never, owner=asker)
    qtbot.waitUntil(lambda: len(asker.heard) == 20)

    assert sorted(map(int, map(str, asker.heard))) == list(range(20))
    assert _settled(application)


def _settled(application: QCoreApplication) -> bool:
    settle()
    return not application.findChildren(Deliver)
