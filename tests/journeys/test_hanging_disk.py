"""The real program on a disk that hangs: strace holds every fsync for half a minute."""

import os
import shutil
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.storage.check import check
from app.storage.paths import default_paths
from tests.support.atspi import Reader, reader
from tests.support.atspi_folder import write_small_folder
from tests.support.session import child_of, desktop, press_keys, program, started, until

LIMIT_SECONDS = 1.0
HANGING = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", os.devnull]
HANGING += ["-e", "trace=fsync", "-e", "inject=fsync:delay_enter=30s"]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return the environment of a desktop."""
    with desktop(tmp_path / "desktop") as environment:
        yield environment


@contextmanager
def running(
    session: dict[str, str], data: Path, before: Sequence[str] = ()
) -> Iterator[tuple[Reader, int]]:
    """Start the program on *data*, under the command *before*; yield its reader and process."""
    with started([*before, *program(data)], session) as first:
        process = until(lambda: child_of(first.pid), "the program") if before else first.pid
        try:
            with reader(session, process) as eyes:
                yield eyes, process
        finally:
            os.kill(process, signal.SIGKILL)


def help_after(session: dict[str, str], eyes: Reader) -> float:
    """Press F1 and return after how many seconds the emergency number shows."""
    tab = eyes.wait_for("page tab", "Help now")
    began = time.monotonic()
    press_keys(session, "F1")
    eyes.wait_until(tab, "selected")
    eyes.wait_for("label", "Emergency number: 911")
    return time.monotonic() - began


def tick_something(session: dict[str, str], eyes: Reader) -> None:
    """Tick one item of Prepare with the space bar."""
    eyes.go_to("Prepare")
    box = eyes.wait_for("check box", "A list of my medicines")
    eyes.focus_on(box)
    press_keys(session, "space")
    eyes.wait_for("push button", "Done (3)")


def under_way(session: dict[str, str], data: Path) -> list[Path]:
    """Return the files that are being written, the day's backup first, and not on the disk yet."""
    places = (data, Path(session["XDG_STATE_HOME"]))
    return [path for place in places for path in place.rglob("*.tmp")]


def test_help_now_opens_while_a_save_hangs(session: dict[str, str], tmp_path: Path) -> None:
    """F1 within a second, other pages and typing too; then a kill, and nothing is lost."""
    data = write_small_folder(tmp_path / "patient")
    calm = tmp_path / "calm"
    shutil.copytree(data, calm)
    before = {path.name: path.read_bytes() for path in data.rglob("*.yaml")}
    with running(session, calm) as (eyes, _):
        tick_something(session, eyes)
        usual = help_after(session, eyes)

    with running(session, data, HANGING) as (eyes, _):
        tick_something(session, eyes)
        until(lambda: under_way(session, data), "the save")
        hanging = help_after(session, eyes)
        began = time.monotonic()
        for place in ("Today", "Calm", "Settings"):
            eyes.go_to(place)
        others = (time.monotonic() - began) / 3
        still = under_way(session, data)

    print(f"Help now after F1: {usual:.3f} s usually, {hanging:.3f} s while a save hangs")
    print(f"another page: {others:.3f} s while a save hangs")
    assert still
    assert hanging < LIMIT_SECONDS
    assert others < LIMIT_SECONDS
    assert {path.name: path.read_bytes() for path in data.rglob("*.yaml")} == before
    assert check(default_paths(data)) == ()
    with running(session, data) as (eyes, _):
        eyes.go_to("Prepare")
        eyes.wait_for("push button", "Done (2)")
