"""The system fails or hangs in the middle of a save, in a program of its own: it is said why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.storage.check import check
from app.storage.errors import ErrorCode
from app.storage.paths import default_paths
from tests.storage_faults.save_once import MOMENT
from tests.support.data_folders import MORNING, OpenFolder


def traced(options: list[str], module: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run *module* under strace with *options*."""
    command = ["strace", "-f", "-qq", *options, sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=50)


def save(data: Path, words: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Save *words* with these faults."""
    log = () if "-o" in options else ("-o", os.devnull)
    return traced([*log, *options], "tests.storage_faults.save_once", data, words)


def kept(data: Path) -> list[str]:
    """Return the words that a fresh start finds; the folder must be in order."""
    assert [one.code for one in check(default_paths(data))] in ([], [ErrorCode.MISSING])
    opened = OpenFolder(default_paths(data))
    words = [entry.words for entry in opened.journal.day(MOMENT.date()).check_ins]
    opened.close()
    return words


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one check-in, "old"."""
    folder = tmp_path / "data"
    done = save(folder, "old", "-e", "trace=none")
    assert done.stdout == "saved\n", done.stderr
    return folder


@pytest.mark.fault(9)
def test_a_disk_that_hangs_freezes_nothing(tmp_path: Path) -> None:
    """Each fsync takes most of a second; opening and saving are never away for a quarter of one."""
    delay = ["-o", os.devnull, "-e", "trace=fsync", "-e", "inject=fsync:delay_enter=700ms"]

    done = traced(delay, "tests.storage_faults.put_and_wait", tmp_path / "data")

    assert done.returncode == 0, done.stderr
    longest, reports = done.stdout.split()
    print(f"longest gap of the main thread: {longest} s in {reports} saves")
    assert float(longest) < 0.25
    assert int(reports) < 10


@pytest.mark.fault(3, 4, 6)
@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("fsync:error=ENOSPC:when=1", "disk_full"),
        ("fsync:error=EIO:when=1", "disk_error"),
        ("fsync:error=EIO:when=2", "disk_error"),
        ("rename:error=EACCES", "no_permission"),
        ("rename:error=EROFS", "read_only"),
    ],
)
def test_an_error_of_the_disk_is_said_and_costs_no_old_word(
    data: Path, fault: str, reason: str
) -> None:
    """The reason is told, and what was saved before is still there."""
    done = save(data, "new", "-e", f"inject={fault}")

    assert done.stdout == f"not saved: {reason}\n"
    assert done.returncode == 1
    assert "old" in kept(data)


@pytest.mark.fault(3)
def test_a_full_disk_costs_no_words(data: Path) -> None:
    """The write of the new file finds no space; nothing is left behind but the old file."""
    done = save(data, "new", "-e", "inject=write:error=ENOSPC:when=1")

    assert done.stdout in {"not saved: disk_full\n", ""}
    assert kept(data) == ["old"]
    assert not list(data.rglob("*.tmp"))


def test_a_save_that_went_well_says_so(data: Path) -> None:
    """And the day is where people look for it."""
    assert (data / "journal" / "2026" / "2026-01-02.yaml").exists()
    assert kept(data) == ["old"]
    assert MORNING.year == MOMENT.year
