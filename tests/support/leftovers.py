"""Looks for what a test must not leave behind, and stops what would wait for a person."""

import gc
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

GRACE_SECONDS = 2.0


def running_threads() -> set[threading.Thread]:
    """Return the Python threads alive now."""
    return set(threading.enumerate())


def still_alive(before: set[threading.Thread]) -> list[str]:
    """Return what still runs: threads begun since *before*, and Qt's timers and windows.

    What is on its way out gets a moment to go: threads are joined, deferred deletions done.
    """
    threads = running_threads() - before
    for thread in threads:
        thread.join(GRACE_SECONDS)
    names = [f"thread {thread.name}" for thread in threads if thread.is_alive()]
    return [*names, *_alive_in_qt()]


@contextmanager
def log_records() -> Iterator[list[str]]:
    """Collect every log record of warning level and above."""
    records: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(f"{record.name}: {record.getMessage()}")

    collector = Collector(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(collector)
    try:
        yield records
    finally:
        root.removeHandler(collector)


@contextmanager
def dialogs_that_raise() -> Iterator[None]:
    """Make a dialog that would wait for a person raise instead; a test run has nobody."""
    if "PySide6.QtWidgets" not in sys.modules:
        yield
        return
    from PySide6.QtWidgets import QColorDialog, QDialog, QFileDialog, QInputDialog, QMessageBox

    ways = {
        QDialog: ["exec"],
        QMessageBox: ["exec", "about", "critical", "information", "question", "warning"],
        QFileDialog: [
            "exec",
            "getExistingDirectory",
            "getOpenFileName",
            "getOpenFileNames",
            "getSaveFileName",
        ],
        QInputDialog: ["getText", "getInt", "getItem"],
        QColorDialog: ["getColor"],
    }
    kept = [(owner, name, getattr(owner, name)) for owner, names in ways.items() for name in names]
    for owner, name, _ in kept:
        setattr(owner, name, _refuse(f"{owner.__name__}.{name}"))
    try:
        yield
    finally:
        for owner, name, original in kept:
            setattr(owner, name, original)


def _refuse(name: str) -> Callable[..., NoReturn]:
    def refuse(*arguments: Any, **named: Any) -> NoReturn:
        raise AssertionError(f"{name} would have waited for a person")

    return refuse


def _alive_in_qt() -> list[str]:
    """Return the timers, threads, animations and windows that are still there."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is None:
        return []
    if not _look_in_qt():
        return []
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    return _look_in_qt()


def _look_in_qt() -> list[str]:
    from PySide6.QtCore import QAbstractAnimation, QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    found = [
        f"window {type(widget).__name__} {widget.objectName()}"
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible()
    ]
    watched = _with_subclasses(QTimer, QAbstractAnimation, QThread)
    for thing in gc.get_objects():
        kind = type(thing)
        if kind in watched and isValid(thing):
            if issubclass(kind, QTimer):
                alive = thing.isActive()
            elif issubclass(kind, QThread):
                alive = thing.isRunning() and thing is not QThread.currentThread()
            else:
                alive = thing.state() == QAbstractAnimation.State.Running
            if alive:
                found.append(f"{kind.__name__} {thing.objectName()} of {thing.parent()!r}")
    return found


def _with_subclasses(*kinds: type) -> set[type]:
    """Return *kinds* and everything made from them: looking types up beats asking each object."""
    return {*kinds}.union(*(_with_subclasses(*kind.__subclasses__()) for kind in kinds))
