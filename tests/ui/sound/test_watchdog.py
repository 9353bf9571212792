"""A player that stands still is noticed and another one takes its place; no window waits."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.calm_choices import Ambience
from app.ui.sound.kinds import SoundProblem
from app.ui.sound.player import SILENT, Player
from app.ui.sound.process import _environment
from app.ui.sound.restarts import MOST_FALLS
from app.ui.sound.watchdog import FIRST_PATIENCE, PATIENCE, Watchdog
from tests.support.pulse import SoundServer

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform == "win32", reason="nothing can be stopped there"),
]
TICK_MS = 400
SERVE = "from app.ui.sound.service import serve; serve({alive_ms})"


def player_of(code: str) -> list[str]:
    """Return the command of a player that runs *code*."""
    return [sys.executable, "-P", "-c", code]


@pytest.fixture
def watched(qtbot: QtBot) -> Iterator[Callable[[str], Player]]:
    """Give a player of some code, watched without much patience, until the test is over."""
    made: list[Player] = []

    def make(code: str) -> Player:
        made.append(Player(player_of(code), tick_ms=TICK_MS))
        return made[-1]

    yield make
    for player in made:
        player.close()


def number_of(player: Player) -> int:
    """Return the number of the process there is."""
    assert player._process is not None
    return player._process.pid


def is_there(number: int) -> bool:
    """Tell whether there is a process of that number."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_player_that_hangs_is_replaced_and_heard_again(
    server: SoundServer, watched: Callable[[str], Player], qtbot: QtBot
) -> None:
    """It is stopped in mid-play: killed, and what it played is heard from another one."""
    player = watched(SERVE.format(alive_ms=50))
    player.play_ambience(Ambience.BROWN, 200)
    qtbot.waitUntil(lambda: player.problem is None and player.is_open)
    qtbot.wait(2_500)
    first = number_of(player)

    os.kill(first, signal.SIGSTOP)
    stopped = time.monotonic()
    qtbot.waitUntil(lambda: number_of(player) != first, timeout=(PATIENCE + 4) * TICK_MS)
    replaced = time.monotonic()
    with server.recorded() as heard:
        quiet = time.monotonic()
        qtbot.wait(4_000)

    print("noticed after seconds:", round(replaced - stopped, 2))
    assert replaced - stopped > (PATIENCE - 2) * TICK_MS / 1_000
    assert heard.first_above(-60, quiet) < float("inf")
    assert not is_there(first)
    assert player._restarts.falls == 1
    assert player.problem is None


def test_a_player_that_only_waits_is_left_alone(
    watched: Callable[[str], Player], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With nothing to do it still says that it lives."""
    monkeypatch.delenv(SILENT)
    player = watched(SERVE.format(alive_ms=50))
    player.open()
    qtbot.waitUntil(lambda: player.problem is SoundProblem.NO_DEVICE, timeout=10_000)
    first = number_of(player)

    qtbot.wait((PATIENCE + 2) * TICK_MS)

    assert number_of(player) == first
    assert player._restarts.falls == 0


def test_one_that_hangs_again_and_again_is_given_up(
    watched: Callable[[str], Player], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said, no process is left, and nothing is tried any more."""
    monkeypatch.delenv(SILENT)
    player = watched("import time; time.sleep(60)")
    player._watchdog._timer.setInterval(20)
    numbers: set[int] = set()
    player.play_ambience(Ambience.RAIN)

    def is_given_up() -> bool:
        if player._process is not None:
            numbers.add(player._process.pid)
        return player.problem is SoundProblem.CONNECTION_LOST

    qtbot.waitUntil(is_given_up, timeout=10_000)
    qtbot.waitUntil(lambda: not any(map(is_there, numbers)), timeout=5_000)

    assert player._restarts.falls == MOST_FALLS + 1
    assert not player.is_open
    assert len(numbers) == MOST_FALLS + 1


def test_a_program_that_stood_still_itself_blames_nobody(qtbot: QtBot) -> None:
    """However much time goes by in one piece, as when a computer sleeps: it is one look."""
    hung: list[bool] = []
    dog = Watchdog(10)
    dog.hung.connect(lambda: hung.append(True))
    dog.start()
    dog.heard()

    time.sleep(10 * PATIENCE / 1_000 + 0.3)
    QTest.qWait(1)
    assert hung == []

    qtbot.waitUntil(lambda: hung == [True], timeout=2_000)
    qtbot.wait(10 * (PATIENCE + 1))
    assert hung == [True]


def test_a_player_has_longer_to_start(qtbot: QtBot) -> None:
    """Before its first word it may be slow; after it, it is known to be quick."""
    hung: list[bool] = []
    dog = Watchdog(10)
    dog.hung.connect(lambda: hung.append(True))
    dog.start()
    dog._timer.stop()

    for _ in range(FIRST_PATIENCE - 1):
        dog.look()
    assert hung == []
    dog.heard()
    for _ in range(PATIENCE):
        dog.look()

    assert hung == [True]


def test_a_player_nobody_speaks_to_ends_though_it_hangs(tmp_path: Path) -> None:
    """The program was closed while its player stood still: nothing is left behind."""
    code = (
        "import time; from app.ui.sound import service; service.STUCK_SECONDS = 0.2; "
        "service.Service.open = lambda self: time.sleep(60); service.serve()"
    )

    ended = subprocess.run(
        player_of(code), env=_environment(), stdin=subprocess.DEVNULL, timeout=30, check=False
    )

    assert ended.returncode == 1
