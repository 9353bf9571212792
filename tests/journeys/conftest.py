"""The whole program with its window, on a folder of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.shell.bootstrap import Desktop
from app.storage.paths import Paths
from tests.support.chosen import chosen
from tests.support.clock import FixedClock

__all__ = ["chosen", "clock", "start"]

Start = Callable[[], Desktop]


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands still."""
    return FixedClock()


@pytest.fixture
def start(tmp_path: Path, clock: FixedClock, qtbot: QtBot) -> Iterator[Start]:
    """Start the program as often as wanted on one folder; what is open at the end is closed."""
    paths = Paths(data=tmp_path / "data", state=tmp_path / "state", config=tmp_path / "config")
    opened: list[Desktop] = []

    def begin() -> Desktop:
        desktop = Desktop(paths, clock, "en")
        opened.append(desktop)
        desktop.show()
        desktop.window.activateWindow()
        qtbot.waitExposed(desktop.window)
        return desktop

    yield begin
    for desktop in opened:
        desktop.close()
        desktop.window.deleteLater()
