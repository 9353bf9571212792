"""Programs of their own: two on one folder, killed ones, and ones without room or memory."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from app.storage.check import check
from app.storage.paths import default_paths
from tests.storage_faults.fresh_start import found_words, nothing_damaged, temporary_files
from tests.storage_faults.plants import MEMORY, VARIABLE

FILE_BYTES: Final = 8 * 1024
"""What ``ulimit -f 8`` allows a file."""

MUCH: Final = "All that I remember of today.\n" * 3500 + "."


class Desk:
    """A program at work on a folder."""

    def __init__(self, data: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.storage_faults.at_the_desk", str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.access = self._answer()

    def ask(self, line: str) -> str:
        """Say *line*, and return the answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self._answer()

    def kill(self) -> None:
        """End it as kill -9 does."""
        self.process.kill()
        self.process.communicate()

    def close(self) -> int:
        """Let it end, and return its exit code: 0 when all is saved."""
        self.process.communicate("close\n", timeout=20)
        return self.process.returncode

    def _answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")


@contextmanager
def at_the_desk(data: Path) -> Iterator[Desk]:
    """Give a program at work; it is killed in the end if it is still there."""
    desk = Desk(data)
    try:
        yield desk
    finally:
        desk.kill()


def limited_save(data: Path, words: str, limit: int) -> subprocess.CompletedProcess[str]:
    """Save *words* by a program that may not make files bigger than *limit* bytes."""
    return subprocess.run(
        [sys.executable, "-m", "tests.storage_faults.save_once", str(data), words],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


@pytest.mark.fault(10)
def test_the_second_program_on_a_folder_reads_and_keeps_its_words(tmp_path: Path) -> None:
    """It writes nothing until the first has ended, by kill -9 too, and then both are saved."""
    data = tmp_path / "data"
    with at_the_desk(data) as first, at_the_desk(data) as second:
        assert (first.access, second.access) == ("writable", "read_only_locked")

        assert first.ask("put first234 first") == "saved"
        assert second.ask("put second23 second") == "locked"
        assert second.ask("retry") == "locked"
        assert second.ask("read") == "first,second"
        assert first.ask("put third234 third") == "saved"
        first.kill()

        assert second.ask("retry") == "saved"
        assert second.close() == 0
    assert found_words(tmp_path / "data") == ["first", "second", "third"]


@pytest.mark.fault(10)
def test_a_killed_program_leaves_the_folder_to_the_next(tmp_path: Path) -> None:
    """However often: no lock stays behind."""
    for number in range(3):
        with at_the_desk(tmp_path / "data") as desk:
            assert desk.access == "writable"
            assert desk.ask(f"put entry23{number} {number}") == "saved"
            desk.kill()

    assert found_words(tmp_path / "data") == ["0", "1", "2"]


@pytest.mark.fault(24)
def test_two_ways_to_one_folder_are_one_folder(tmp_path: Path) -> None:
    """By a symbolic link the second program comes to the same lock."""
    (tmp_path / "real").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")

    with at_the_desk(link) as first, at_the_desk(tmp_path / "real") as second:
        assert (first.access, second.access) == ("writable", "read_only_locked")
        assert first.ask("put first234 first") == "saved"
        assert second.ask("read") == "first"


@pytest.mark.fault(5)
def test_a_limit_for_files_is_told_and_costs_no_old_word(tmp_path: Path) -> None:
    """The write ends early and then with SIGXFSZ and EFBIG; a smaller text is saved."""
    data = tmp_path / "data"
    assert limited_save(data, "old", FILE_BYTES).stdout == "saved\n"

    done = limited_save(data, "new" * FILE_BYTES, FILE_BYTES)

    assert (done.stdout, done.returncode) == ("not saved: too_big\n", 1)
    assert not temporary_files(tmp_path)
    assert limited_save(data, "short", FILE_BYTES).stdout == "saved\n"
    assert found_words(tmp_path / "data") == ["old", "short"]


@pytest.mark.fault(31)
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_what_was_told_to_be_saved_outlives_every_signal(
    tmp_path: Path, ending: signal.Signals
) -> None:
    """A logout or a shutdown ends the program from outside."""
    with at_the_desk(tmp_path / "data") as desk:
        assert desk.ask("put first234 first") == "saved"
        desk.process.send_signal(ending)
        desk.process.wait(10)

    assert found_words(tmp_path / "data") == ["first"]
    nothing_damaged(tmp_path / "data")


@pytest.mark.fault(29)
def test_a_save_without_enough_memory_costs_no_old_word(tmp_path: Path) -> None:
    """From a megabyte to 24: it is saved, or it is not told so; nothing hangs or is damaged."""
    saved = []
    for megabytes in range(1, 25, 2):
        home = tmp_path / str(megabytes)
        home.mkdir()
        assert limited_save(home / "data", "old", 1 << 30).stdout == "saved\n"

        command = [sys.executable, "-m", "tests.storage_faults.save_once"]
        told = subprocess.run(
            [*command, str(home / "data"), MUCH],
            env={**os.environ, VARIABLE: f"{MEMORY}{megabytes << 20}"},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        ).stdout

        words = found_words(home / "data")
        assert words in ([["old"], [MUCH, "old"]] if told != "saved\n" else [[MUCH, "old"]])
        saved.append(told == "saved\n")
    assert set(saved) == {False, True}


@pytest.mark.fault(29)
def test_a_program_that_was_short_of_memory_goes_on(tmp_path: Path) -> None:
    """What it could not save then is saved with what comes later."""
    told = []
    for kilobytes in (0, 256, 1024, 3072, 4096, 8192):
        data = tmp_path / f"data-{kilobytes}"
        with at_the_desk(data) as desk:
            assert desk.ask("put first234 first") == "saved"
            told.append(desk.ask(f"short {kilobytes << 10} second23"))

            assert desk.ask("put third234 third") == "saved"
            assert desk.ask("read").endswith("first,third")
            assert desk.close() == 0
        assert check(default_paths(data)) == ()
    assert {"MemoryError", "saved"} <= set(told)
