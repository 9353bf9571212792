"""The computer stays awake while it is wanted, where there is somebody to ask."""

import os
from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen
from threading import enumerate as threads

import pytest
from pytestqt.qtbot import QtBot

from app.shell.awake import Awake
from tests.support.atspi import SYSTEM_PYTHON
from tests.support.session import message_bus, started, stop, until
from tests.support.source import ROOT

SERVICE = ROOT / "tests" / "support" / "screen_saver.py"


@pytest.fixture
def awake() -> Iterator[Awake]:
    """Give what asks, and see that its thread ends with it."""
    awake = Awake()
    yield awake
    awake.release()
    until(is_over, "the end of the thread")


def is_over() -> bool:
    """Whether nobody holds a promise any more."""
    return not any(one.name == "awake" for one in threads())


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Popen[str]]]:
    """Give the file with what a desktop was asked, and the desktop."""
    told = tmp_path / "told"
    with message_bus(os.environ) as address, told.open("w") as lines:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with started([SYSTEM_PYTHON, SERVICE], os.environ, lines) as desktop:
            until(lambda: told.read_text("utf-8") == "ready\n", "the desktop")
            yield told, desktop


def test_the_desktop_is_asked_and_let_go(awake: Awake, service: tuple[Path, Popen[str]]) -> None:
    """Once each, however often it is wanted."""
    told, _desktop = service
    awake.follow(wanted=True)
    awake.follow(wanted=True)
    until(lambda: told.read_text("utf-8").split() == ["ready", "Inhibit"], "the promise")
    assert awake.is_wanted

    awake.follow(wanted=False)
    awake.follow(wanted=False)

    until(is_over, "letting go")
    assert told.read_text("utf-8").split() == ["ready", "Inhibit", "UnInhibit"]
    assert not awake.is_wanted


def test_a_desktop_that_goes_away_meanwhile_is_no_trouble(
    awake: Awake, service: tuple[Path, Popen[str]]
) -> None:
    """It took what it promised with it."""
    told, desktop = service
    awake.follow(wanted=True)
    until(lambda: "Inhibit" in told.read_text("utf-8"), "the promise")
    stop(desktop)

    awake.release()

    until(is_over, "letting go")


def test_a_desktop_that_refuses_is_no_trouble(awake: Awake, qtbot: QtBot) -> None:
    """There is no bus in the tests; the session goes on all the same."""
    awake.follow(wanted=True)
    qtbot.wait(300)

    assert awake.is_wanted
    awake.release()
    until(is_over, "letting go")


def test_it_may_be_begun_and_ended_at_once(awake: Awake) -> None:
    """As a session may be; nothing is left behind."""
    awake.follow(wanted=True)
    awake.release()

    until(is_over, "letting go")
    assert not awake.is_wanted
