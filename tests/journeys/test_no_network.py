"""The whole day without a network: none is asked for, and none is missed."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.calm_choices import Ambience
from app.ui.sound.kinds import Cue
from app.ui.sound.wire import (
    ARGUMENT,
    Checked,
    CheckOver,
    Hearing,
    Order,
    line_of,
    word_of,
)
from tests.support import no_network
from tests.support.pulse import sound_server
from tests.support.source import ROOT

TRY = """
import socket
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):
    try:
        socket.socket(family)
        print("had")
    except PermissionError:
        print("refused")
socket.socket(socket.AF_UNIX).close()
"""
WALLED = [sys.executable, "-m", "tests.support.no_network"]


@pytest.fixture(autouse=True)
def linux() -> None:
    """Everywhere else there is no such filter."""
    if not no_network.is_possible():
        pytest.skip("seccomp filters are made for Linux on x86-64 and ARM64")


def self_test(report: Path, *before: str) -> dict[str, str]:
    """Live the day behind the wall, *before* standing in front of the program."""
    program = [sys.executable, "-m", "app", "self-test", "--out", str(report)]
    ended = subprocess.run(
        [*WALLED, *before, *program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    found: dict[str, str] = json.loads(report.read_text(encoding="utf-8"))
    return found


def test_the_wall_holds() -> None:
    """Otherwise the other tests here would prove nothing."""
    ended = subprocess.run(
        [*WALLED, sys.executable, "-c", TRY], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ended.stdout.split() == ["refused"] * 3


def test_the_whole_day_is_lived_without_a_network(tmp_path: Path) -> None:
    """The kernel refuses every socket that leads out, and nothing fails for it."""
    report = self_test(tmp_path / "report.json")

    assert report["result"] == "passed"


@pytest.mark.timeout(120)
def test_no_socket_that_leads_out_is_even_asked_for(tmp_path: Path) -> None:
    """The system calls of the same day, refused ones included."""
    log = tmp_path / "calls"
    trace = ["strace", "-f", "-qq", "-e", "trace=socket,connect,execve", "-o", str(log)]

    report = self_test(tmp_path / "report.json", *trace)

    calls = log.read_text(encoding="utf-8")
    families = set(re.findall(r"\b[AP]F_\w+", calls))
    print(f"families of sockets: {families or 'none'}")
    assert report["result"] == "passed"
    assert "execve(" in calls
    assert families <= {"AF_UNIX"}


@pytest.mark.timeout(120)
def test_what_makes_sound_asks_for_no_network_either(tmp_path: Path) -> None:
    """It is another process, with a part of Qt that could: it plays and checks a file."""
    log, rain = tmp_path / "calls", ROOT / "resources" / "sounds" / "rain.ogg"
    trace = ["strace", "-f", "-qq", "-e", "trace=socket,connect,execve", "-o", str(log)]
    orders = (
        Order(do="ambience", ambience=Ambience.RAIN, ms=100),
        Order(do="cue", cue=Cue.BELL),
        Order(do="check", files=(str(rain),)),
    )
    with sound_server(tmp_path / "sound") as server:
        player = subprocess.Popen(
            [*WALLED, *trace, sys.executable, "-m", "app", ARGUMENT],
            cwd=ROOT,
            env=server.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert player.stdin is not None
        assert player.stdout is not None
        with player, player.stdin as to_it, player.stdout as from_it:
            to_it.write(b"".join(line_of(order) for order in orders))
            to_it.flush()
            said = [word_of(line) for line in iter(from_it.readline, line_of(CheckOver()))]
            to_it.close()

    assert Hearing(problem=None) in said
    assert any(isinstance(word, Checked) and word.title == "Rain" for word in said)
    assert set(re.findall(r"\b[AP]F_\w+", log.read_text(encoding="utf-8"))) == {"AF_UNIX"}
    assert player.returncode == 0
