"""The player of the program is a process of its own: heard at once, and got up when it falls."""

import io
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import enumerate as threads

import numpy as np
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.calm_choices import Ambience
from app.ui.sound import process as process_module
from app.ui.sound.kinds import Cue, FileProblem, SoundProblem
from app.ui.sound.player import SILENT, Player
from app.ui.sound.restarts import MOST_FALLS
from app.ui.sound.service import Service, _read, _write
from app.ui.sound.wire import (
    Alive,
    Checked,
    Hearing,
    Order,
    Output,
    Outputs,
    TrackStarted,
    line_of,
    order_of,
    word_of,
)
from app.ui.tasks import Deliver
from tests.support.pulse import SoundServer

pytestmark = pytest.mark.timeout(120)
PATIENCE_SECONDS = 8.0


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[Player]:
    """Give a player, whose process ends with the test."""
    player = Player()
    yield player
    player.close()
    wait_until_ended()


def wait_until_ended() -> None:
    """Wait until no thread listens to a process any more."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while any(one.name == "player" for one in threads()):
        assert time.monotonic() < deadline, "the process did not end"
        QTest.qWait(20)


def wait_for_problem(player: Player, qtbot: QtBot, problem: SoundProblem | None) -> None:
    """Wait until the player says so."""
    qtbot.waitUntil(lambda: player.problem is problem, timeout=10_000)


def fall(player: Player) -> int:
    """Kill the process as a crash would, and return which it was."""
    assert player._process is not None
    number = player._process.pid
    os.kill(number, signal.SIGSEGV)
    return number


def test_it_is_heard_at_once_and_goes_when_it_is_told(
    server: SoundServer, player: Player, qtbot: QtBot
) -> None:
    """Ready beforehand, the first sample comes within a second; closed, it is silent."""
    player.open()
    qtbot.wait(1_500)
    with server.recorded() as heard:
        start = time.monotonic()
        player.play_ambience(Ambience.RAIN)
        qtbot.wait(2_500)
        player.fade_out(400)
        gone = time.monotonic() + 1.0
        qtbot.wait(1_800)
        player.play(Cue.BELL)
        rung = time.monotonic()
        qtbot.wait(1_500)

    assert player.problem is None
    assert heard.first_above(-60, start) - start < 1.0
    assert np.abs(heard.between(gone, rung - 0.25)).max(initial=0) < 10 ** (-70 / 20)
    assert heard.first_above(-50, rung) - rung < 1.0


def test_a_player_that_falls_gets_up_and_goes_on(
    server: SoundServer, player: Player, qtbot: QtBot
) -> None:
    """What it played is heard again; the program has only lost a moment of it."""
    player.set_volume(0.6)
    player.play_ambience(Ambience.BROWN, 500)
    qtbot.wait(2_000)
    first = fall(player)
    fallen = time.monotonic()
    with server.recorded() as heard:
        qtbot.waitUntil(
            lambda: player._process is not None and player._process.pid != first, timeout=5_000
        )
        qtbot.wait(4_000)

    assert heard.first_above(-60, fallen) - fallen < 5
    assert player.problem is None


def test_a_player_that_waits_when_it_falls_waits_again(
    server: SoundServer, player: Player, qtbot: QtBot
) -> None:
    """A pause stays a pause."""
    player.play_ambience(Ambience.BROWN, 200)
    player.pause()
    qtbot.wait(1_500)
    first = fall(player)
    qtbot.waitUntil(
        lambda: player._process is not None and player._process.pid != first, timeout=5_000
    )
    qtbot.wait(2_500)
    with server.recorded() as heard:
        quiet = time.monotonic()
        qtbot.wait(1_000)
        player.resume()
        qtbot.wait(1_500)

    assert np.abs(heard.between(quiet, quiet + 0.8)).max(initial=0) < 10 ** (-60 / 20)
    assert heard.first_above(-60, quiet) < float("inf")


def test_one_that_falls_again_and_again_is_left_lying(player: Player, qtbot: QtBot) -> None:
    """It is said, and nothing is tried any more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(SILENT)
        player._command = [sys.executable, "-c", "raise SystemExit(3)"]
        player.play_ambience(Ambience.RAIN)
        wait_for_problem(player, qtbot, SoundProblem.CONNECTION_LOST)

        player.play(Cue.BELL)

    assert player._restarts.falls == MOST_FALLS + 1
    assert player._process is None


def test_a_computer_that_cannot_start_it_is_silent(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No program is there, or no memory: the code says so, and nothing is raised."""
    monkeypatch.delenv(SILENT)
    player._command = ["/nowhere/at/all"]

    player.play_ambience(Ambience.RAIN)
    player.set_volume(0.2)
    player.pause()
    player.resume()
    player.stop_ambience()
    player.fade_out(100)
    player.call()

    assert player.problem is SoundProblem.NO_PLAYER


def test_without_a_sound_server_it_says_so(
    player: Player, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process is there, and has nothing to play on."""
    monkeypatch.delenv(SILENT)
    player.open()
    assert not player.is_well  # it has not been heard of yet

    wait_for_problem(player, qtbot, SoundProblem.NO_DEVICE)
    assert not player.is_well


def test_with_a_sound_server_it_is_well_once_it_says_so(
    player: Player, server: SoundServer, qtbot: QtBot
) -> None:
    """Not before, and not when it has fallen."""
    player.open()
    assert not player.is_well
    qtbot.waitUntil(lambda: player.is_well, timeout=10_000)

    fall(player)
    qtbot.waitUntil(lambda: not player.is_well, timeout=10_000)
    player.close()

    assert not player.is_well


def test_where_silence_is_wanted_no_process_is_started(player: Player) -> None:
    """As in most of these tests."""
    player.play_ambience(Ambience.RAIN)

    assert player.is_silent
    assert player.problem is None
    assert player._process is None


def test_it_finds_its_package_wherever_the_program_was_started(tmp_path: Path) -> None:
    """In front of what others put there; frozen, it is the program itself."""
    environment = process_module._environment()

    assert (Path(environment["PYTHONPATH"].split(os.pathsep)[0]) / "app" / "__main__.py").exists()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "frozen", True, raising=False)
        assert process_module.own_command() == [sys.executable, "--play-sound"]


@pytest.mark.parametrize(
    "order",
    [
        Order(do="volume", volume=0.3),
        Order(do="ambience", ambience=Ambience.OCEAN, ms=10),
        Order(do="ambience", ambience=Ambience.SILENCE, ms=10),
        Order(do="stop_ambience", ms=10),
        Order(do="music", files=("/nowhere/a.mp3",), ms=10),
        Order(do="stop_music", ms=10),
        Order(do="stop_check"),
        Order(do="pause"),
        Order(do="resume"),
        Order(do="fade_out", ms=10),
        Order(do="cue", cue=Cue.BREATHE_OUT),
        Order(do="call"),
        Order(do="output", output="a stick"),
        Order(do="output"),
    ],
    ids=lambda order: order.do,
)
def test_the_service_does_what_it_is_told_without_a_device_too(qtbot: QtBot, order: Order) -> None:
    """Each order goes over the wire and back; what is wrong is said."""
    said: list[bytes] = []
    service = Service(said.append)
    service.open()

    service.obey(order_of(line_of(order)))
    service.fade()

    assert [word_of(line) for line in said] == [
        Alive(),
        Hearing(problem=SoundProblem.NO_DEVICE),
        Outputs(listed=()),
        *(TrackStarted(file=file) for file in order.files),
    ]
    service._mixer.close()


def test_orders_that_are_not_understood_are_passed_over(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The end of them is the end of the process."""
    done: list[Order | int | str] = []
    monkeypatch.setattr(Service, "obey", lambda _self, order: done.append(order))
    monkeypatch.setattr(Service, "fade", lambda _self: done.append("fade"))
    monkeypatch.setattr(os, "_exit", done.append)
    service, deliver = Service(io.BytesIO().write), Deliver()
    lines = b'no json\n{"do": "dance"}\n' + line_of(Order(do="pause"))

    _read(io.BytesIO(lines), service, deliver)
    qtbot.waitUntil(lambda: 0 in done, timeout=3_000)

    assert done == [Order(do="pause"), "fade", 0]


def test_what_is_heard_and_checked_goes_over_the_wire(
    server: SoundServer, player: Player, qtbot: QtBot, tmp_path: Path
) -> None:
    """A file that is gone: the check says so, and the music passes it over."""
    gone = str(tmp_path / "gone.mp3")
    checked: list[Checked] = []
    player.checked.connect(checked.append)
    with qtbot.waitSignal(player.check_over, timeout=10_000):
        player.check([gone])
    assert checked == [Checked(file=gone, problem=FileProblem.MISSING)]

    with qtbot.waitSignal(player.track_failed, timeout=10_000) as failed:
        player.play_music([gone])
    assert failed.args == [gone]
    player.stop_check()
    player.stop_music()


def test_the_devices_are_said_at_first_and_when_they_change(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not when a choice among them changes nothing."""
    said: list[bytes] = []
    service = Service(said.append)
    service.open()
    said.clear()
    one = Output(id="a", name="A", is_usual=True)

    service.obey(Order(do="output", output="a"))
    monkeypatch.setattr("app.ui.sound.outputs.Outputs.listed", (one,))
    service.obey(Order(do="output"))
    service.obey(Order(do="output", output="b"))

    listed = [word for word in map(word_of, said) if isinstance(word, Outputs)]
    assert listed == [Outputs(listed=(one,))]
    service._mixer.close()


def test_a_player_that_is_started_again_is_told_the_device_first(
    player: Player, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is to be heard on it; this one writes down what it is told, and falls."""
    monkeypatch.delenv(SILENT)
    told = tmp_path / "told.txt"
    code = (
        "import sys; told = open(sys.argv[1], 'ab', 0); "
        "[told.write(sys.stdin.buffer.readline()) for _ in range(3)]"
    )
    player._command = [sys.executable, "-c", code, str(told)]
    player.choose_output("stick")
    assert not player.is_open
    player.play_ambience(Ambience.RAIN)
    qtbot.waitUntil(lambda: player._restarts.falls >= 2, timeout=20_000)
    player.close()

    orders = [order_of(line) for line in told.read_bytes().splitlines()]
    assert [one.do for one in orders[:6]] == ["volume", "output", "ambience"] * 2
    assert {one.output for one in orders if one.do == "output"} == {"stick"}


def test_after_a_fall_all_that_was_heard_is_asked_for_again(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ambience, music and the pause, and whoever waits for a check is let go."""
    sent: list[Order] = []
    monkeypatch.setattr(player, "_send", sent.append)
    player.play_ambience(Ambience.OCEAN)
    player.play_music(["/music/a.mp3"])
    player.pause()
    sent.clear()
    over: list[bool] = []
    player.check_over.connect(lambda: over.append(True))

    player._get_up()

    assert [(one.do, one.files) for one in sent] == [
        ("ambience", ()),
        ("music", ("/music/a.mp3",)),
    ]
    assert over == [True]
    player.fade_out(10)
    player._get_up()
    assert len(sent) == 2


def test_words_that_nobody_reads_are_no_trouble() -> None:
    """The program has gone; the end of the orders is on its way."""
    said = io.BytesIO()
    _write(said, b"one\n")
    assert said.getvalue() == b"one\n"
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb", buffering=0) as shut:
        _write(shut, b"two\n")
