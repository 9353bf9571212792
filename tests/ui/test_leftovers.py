"""The guards of conftest.py are tested too: a guard that sees nothing protects nobody."""

import logging
import threading

import pytest
from PySide6.QtCore import QPropertyAnimation, QThread, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.support import leftovers


def test_a_running_timer_is_seen(qtbot: QtBot) -> None:
    """A timer that goes on after its test would fire into the next one."""
    timer = QTimer()
    timer.setObjectName("forgotten")
    timer.start(60_000)

    seen = leftovers.still_alive(leftovers.running_threads())
    timer.stop()

    assert any("forgotten" in name for name in seen)


def test_a_running_animation_is_seen(qtbot: QtBot) -> None:
    """An animation keeps painting."""
    widget = QWidget()
    qtbot.addWidget(widget)
    animation = QPropertyAnimation(widget, b"windowOpacity", widget)
    animation.setDuration(60_000)
    animation.setEndValue(0.5)
    animation.start()

    seen = leftovers.still_alive(leftovers.running_threads())
    animation.stop()

    assert any("QPropertyAnimation" in name for name in seen)


def test_a_running_qt_thread_is_seen(qtbot: QtBot) -> None:
    """A thread of Qt counts like one of Python."""
    thread = QThread()
    thread.start()

    seen = leftovers.still_alive(leftovers.running_threads())
    thread.quit()
    thread.wait()

    assert any("QThread" in name for name in seen)


def test_a_stray_window_is_seen(qtbot: QtBot) -> None:
    """A window nobody closes keeps its whole page alive."""
    widget = QWidget()
    widget.setObjectName("stray")
    widget.show()

    seen = leftovers.still_alive(leftovers.running_threads())
    widget.close()

    assert seen == ["window QWidget stray"]


def test_a_python_thread_is_seen_and_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread on its way out gets a moment; one that stays is named."""
    monkeypatch.setattr(leftovers, "GRACE_SECONDS", 0.05)
    before = leftovers.running_threads()
    go = threading.Event()
    thread = threading.Thread(target=go.wait, name="writer")
    thread.start()

    seen = leftovers.still_alive(before)
    go.set()
    thread.join()

    assert "thread writer" in seen


def test_a_dialog_that_would_wait_raises() -> None:
    """Nobody is there to answer; without this a run would hang until its time-out."""
    with leftovers.dialogs_that_raise():
        with pytest.raises(AssertionError, match=r"QDialog.exec would have waited"):
            QDialog().exec()
        with pytest.raises(AssertionError, match=r"QMessageBox.question"):
            QMessageBox.question(None, "", "")
        with pytest.raises(AssertionError, match=r"QFileDialog.getOpenFileName"):
            QFileDialog.getOpenFileName()


def test_a_log_record_is_seen(caplog: pytest.LogCaptureFixture) -> None:
    """What is worth a warning is worth a test that expects it."""
    with leftovers.log_records() as records:
        logging.getLogger("app.storage").warning("odd")

    assert records == ["app.storage: odd"]
