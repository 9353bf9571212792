"""A canary word typed wherever words can be typed: where it is found afterwards, and where not."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.support.atspi import Reader, Thing, reader
from tests.support.atspi_folder import write_small_folder
from tests.support.session import (
    child_of,
    desktop,
    press_keys,
    program,
    started,
    type_words,
    until,
    xdotool,
)
from tests.support.source import ROOT

CANARY = "Zitronenfalter"
TRACE = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket,connect"]
MAY_KEEP_WORDS = {"backups", "drafts"}
"""Folders beside the data folder where the patient's words may be."""

FAILING = """
import sys
from pathlib import Path
from app.services.system_clock import SystemClock
from app.shell.crash import CrashLog
folder, word, way = sys.argv[1:]
def fail():
    words = f"I wrote {word}"
    if way == "message":
        raise ValueError(words)
    if way == "name of a file":
        open(f"/none/{word}")
    error = KeyError("other")
    if way == "note":
        error.add_note(words)
        raise error
    raise error from ValueError(words)
CrashLog(Path(folder), SystemClock()).install()
fail()
"""


@dataclass(frozen=True)
class Lived:
    """What is left of a day: folders, what was printed, system calls, and every window's title."""

    home: Path
    data: Path
    printed: str
    calls: str
    titles: str
    typed: int


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    """Live a day until the window is closed, and type the word everywhere."""
    home = tmp_path_factory.mktemp("canary")
    data = write_small_folder(home / "patient")
    log, words = home.parent / f"{home.name}.strace", home.parent / f"{home.name}.out"
    with desktop(home) as session, words.open("w") as output:
        command = [*TRACE, "-o", str(log), *program(data)]
        with started(command, session, output) as traced:
            process = until(lambda: child_of(traced.pid), "the program")
            with reader(session, process) as eyes:
                typed = _live(session, eyes)
                titles = _titles(session)
            press_keys(session, "alt+F4")
            until(lambda: traced.poll() is not None, "the end of the program")
            assert traced.returncode == 0
    calls = log.read_text(encoding="utf-8")
    yield Lived(home, data, words.read_text(encoding="utf-8"), calls, titles, typed)
    log.unlink()
    words.unlink()


def test_the_word_is_in_the_files_it_was_typed_for(lived: Lived) -> None:
    """Otherwise the other tests here would prove nothing."""
    files = {path.relative_to(lived.data).as_posix() for path in _with_the_word(lived.data)}

    assert lived.typed >= 12
    assert {"profile.yaml", "checklist.yaml"} <= files
    assert any(name.startswith("infusions/") for name in files)
    assert any(name.startswith("journal/") for name in files)


def test_the_word_is_nowhere_else(lived: Lived) -> None:
    """Not in settings of Qt, caches, logs or names of files; drafts and backups are the data's."""
    outside = [
        path.relative_to(lived.home).as_posix()
        for path in _with_the_word(lived.home)
        if lived.data not in path.parents and not MAY_KEEP_WORDS & set(path.parts)
    ]

    assert outside == []
    print([p.relative_to(lived.home).as_posix() for p in lived.home.rglob("*") if p.is_file()])


def test_the_word_is_not_printed_and_in_no_window_title(lived: Lived) -> None:
    """Titles are seen by everybody who looks at the screen, and kept by some desktops."""
    assert CANARY not in lived.printed
    assert CANARY not in lived.titles
    assert "Soft Landing" in lived.titles


def test_no_network_socket_is_opened(lived: Lived) -> None:
    """The system calls of the whole day: sockets lead to the screen and the buses only."""
    families = set(re.findall(r"\b(?:AF|PF)_\w+", lived.calls))

    print(f"families of sockets: {families}")
    assert "AF_UNIX" in families
    assert families <= {"AF_UNIX"}


def test_qts_own_settings_hold_no_word_and_no_folder(lived: Lived) -> None:
    """File dialogs write a history of folders there, which tells where the journal is."""
    files = [path for path in lived.home.rglob("*.conf") if path.is_file()]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]

    print(f"settings: {[path.name for path in files] or 'none'}")
    assert not [text for text in texts if CANARY in text or str(lived.data) in text]


@pytest.mark.parametrize("way", ["message", "chain", "note", "name of a file"])
def test_an_error_that_quotes_the_word_leaves_none_of_it(way: str, tmp_path: Path) -> None:
    """In errors.log and on the error stream stand kinds and places, whatever the error says."""
    ended = subprocess.run(
        [sys.executable, "-c", FAILING, str(tmp_path), CANARY, way],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    log = (tmp_path / "errors.log").read_text(encoding="utf-8")
    assert "Error" in log
    assert "in fail" in log
    assert CANARY not in log
    assert CANARY not in ended.stdout + ended.stderr


def _live(session: dict[str, str], eyes: Reader) -> int:
    """Type the word into every field of every page; return how often."""
    eyes.press(eyes.wait_for("push button", "Plans changed"))
    eyes.wait_for("text", "Notes")
    typed = _fill(session, eyes)
    eyes.go_to("Prepare")
    eyes.press(eyes.wait_for("push button", "Add an item"))
    eyes.wait_for("text", "Why, or what to think of")
    typed += _fill(session, eyes)
    eyes.press(eyes.wait_for("push button", "Add it"))
    eyes.wait_for("heading", "Prepare")
    eyes.go_to("Journal")
    eyes.press(eyes.wait_for("push button", "New check-in"))
    eyes.wait_for("text", "In your own words")
    eyes.press(eyes.wait_for("check box", "Something else…"))
    typed += _fill(session, eyes)
    eyes.go_to("Help now")
    eyes.press(eyes.wait_for("push button", "Add someone I can call"))
    typed += _fill(session, eyes)
    eyes.go_to("Settings")
    eyes.wait_for("text", "First name")
    typed += _fill(session, eyes)
    eyes.go_to("Today")
    return typed


def _fill(session: dict[str, str], eyes: Reader) -> int:
    """Type the word into every field that shows."""
    fields = [one for one in eyes.look() if one.role == "text" and one.takes_focus]
    for field in fields:
        eyes.focus_on(field)
        type_words(session, CANARY)
        until(partial(_arrived, eyes, field), f"the word in {field}")
    return len(fields)


def _arrived(eyes: Reader, field: Thing) -> bool:
    return CANARY in eyes.text(field)


def _titles(session: dict[str, str]) -> str:
    """Return the titles of all windows, one a line."""
    windows = xdotool(session, "search", "--name", ".*").split()
    return "\n".join(xdotool(session, "getwindowname", window) for window in windows)


def _with_the_word(folder: Path) -> list[Path]:
    """Return the files below *folder* that hold the word, in their names or in them."""
    encodings = ("utf-8", "utf-16-le", "utf-16-be")
    found = []
    for path in folder.rglob("*"):
        words = os.fsencode(path.name)
        if path.is_file() and not path.is_symlink():
            words += path.read_bytes()
        if any(CANARY.encode(encoding).lower() in words.lower() for encoding in encodings):
            found.append(path)
    return found
