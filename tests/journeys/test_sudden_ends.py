"""The real program is ended by the system, killed, or started twice: no typed word is lost."""

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.atspi import Reader, reader
from tests.support.atspi_folder import write_small_folder
from tests.support.session import (
    PATIENCE_SECONDS,
    desktop,
    program,
    started,
    type_words,
    until,
    xdotool,
)

WORDS = "The room felt bigger and I was not afraid"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return the environment of a desktop."""
    with desktop(tmp_path / "desktop") as environment:
        yield environment


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the data folder of a small life."""
    return write_small_folder(tmp_path / "patient")


def begin_check_in(eyes: Reader) -> None:
    """Open a new check-in and put the keyboard into its words."""
    eyes.go_to("Journal")
    eyes.press(eyes.wait_for("push button", "New check-in"))
    eyes.focus_on(eyes.wait_for("text", "In your own words"))


def kept(data: Path) -> str:
    """Return the text of the journal."""
    return "".join(path.read_text("utf-8") for path in data.glob("journal/*/*.yaml"))


def drafts(session: dict[str, str]) -> str:
    """Return the text of what waits in the state folder."""
    found = Path(session["XDG_STATE_HOME"]).rglob("drafts/**/*.yaml")
    return "".join(path.read_text("utf-8") for path in found)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_in_the_middle_of_a_word_costs_no_letter(
    session: dict[str, str], data: Path, number: signal.Signals
) -> None:
    """The system shuts down right after the last key: the program saves and ends by itself."""
    with started(program(data), session) as running, reader(session, running.pid) as eyes:
        begin_check_in(eyes)
        type_words(session, WORDS)
        words = eyes.wait_for("text", "In your own words")
        until(lambda: eyes.text(words) == WORDS, "the last letter")

        running.send_signal(number)
        code = running.wait(PATIENCE_SECONDS)

    assert code == 0
    assert f"words: {WORDS}" in kept(data)


def test_a_signal_is_obeyed_when_nothing_can_be_saved(session: dict[str, str], data: Path) -> None:
    """The stick with the files is pulled, then the system shuts down: the words are a draft."""
    with started(program(data), session) as running, reader(session, running.pid) as eyes:
        begin_check_in(eyes)
        data.rename(data.with_name("pulled"))
        type_words(session, WORDS)
        words = eyes.wait_for("text", "In your own words")
        until(lambda: eyes.text(words) == WORDS, "the last letter")

        running.send_signal(signal.SIGTERM)
        code = running.wait(PATIENCE_SECONDS)

    assert code == 0
    assert f"words: {WORDS}" in drafts(session)


def test_a_kill_while_typing_costs_at_most_the_last_two_seconds(
    session: dict[str, str], data: Path
) -> None:
    """Somebody types on and on without a pause; kill -9."""
    with started(program(data), session) as running, reader(session, running.pid) as eyes:
        begin_check_in(eyes)
        words = eyes.wait_for("text", "In your own words")
        typist = threading.Thread(
            target=xdotool, args=(session, "type", "--delay", "60", WORDS + " at all" * 8)
        )
        typist.start()
        until(lambda: len(eyes.text(words)) > len(WORDS), "a sentence")
        until(lambda: WORDS[:12] in kept(data), "the beginning, while typing goes on", 2.0)
        assert typist.is_alive()

        running.kill()
        running.wait(PATIENCE_SECONDS)
        typist.join()

    assert WORDS[:12] in kept(data)


def test_a_second_start_brings_the_first_window_forward(
    session: dict[str, str], data: Path
) -> None:
    """It ends at once with code 0; after a kill -9 of the first, a start opens as ever."""
    with started(program(data), session) as first, reader(session, first.pid):
        window = until(lambda: _visible(session), "the window")
        xdotool(session, "windowminimize", window)
        until(lambda: not _visible(session), "the window put away")

        second = subprocess.run(
            program(data),
            env=session,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )

        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        until(lambda: _visible(session) == window, "the first window")
        os.kill(first.pid, signal.SIGKILL)
        first.wait(PATIENCE_SECONDS)

    with started(program(data), session) as third, reader(session, third.pid) as eyes:
        assert eyes.find("label", "One file could not be read completely") is None


def _visible(session: dict[str, str]) -> str:
    """Return the window of the program on the screen; nothing if it is put away."""
    command = ["xdotool", "search", "--onlyvisible", "--name", "^Soft Landing$"]
    done = subprocess.run(command, env=session, capture_output=True, text=True, check=False)
    return done.stdout.strip()
