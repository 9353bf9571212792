"""The system fails, hangs or kills in the middle of a save: the words are there, or it is said."""

import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.storage.check import check
from app.storage.errors import ErrorCode
from app.storage.paths import default_paths
from tests.storage_faults.save_once import MOMENT
from tests.support.data_folders import MORNING, OpenFolder

SEED = 20260102
KILLS = 6
CALLS = "execve,write,fsync,rename,mkdir"


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


def moments_of_a_save(data: Path) -> list[tuple[str, int]]:
    """Save once and return the system calls that changed the disk, with their ordinals.

    Strace counts each call by name within one thread, and these are made by the writer only.
    """
    log = data.parent / "strace.log"
    save(data, "baseline", "-o", str(log), "-e", f"trace={CALLS}")
    lines = [line.split(maxsplit=1) for line in log.read_text(errors="replace").splitlines()]
    main, count = lines[0][0], Counter[str]()
    moments = list[tuple[str, int]]()
    for thread, call in lines:
        name = call.partition("(")[0]
        if thread != main and name in CALLS.split(","):
            count[name] += 1
            moments.append((name, count[name]))
    return moments


def test_a_disk_that_hangs_freezes_nothing(tmp_path: Path) -> None:
    """Each fsync takes most of a second; opening and saving are never away for a quarter of one."""
    delay = ["-o", os.devnull, "-e", "trace=fsync", "-e", "inject=fsync:delay_enter=700ms"]

    done = traced(delay, "tests.storage_faults.put_and_wait", tmp_path / "data")

    assert done.returncode == 0, done.stderr
    longest, reports = done.stdout.split()
    print(f"longest gap of the main thread: {longest} s in {reports} saves")
    assert float(longest) < 0.25
    assert int(reports) < 10


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


def test_a_full_disk_costs_no_words(data: Path) -> None:
    """The write of the new file finds no space; nothing is left behind but the old file."""
    done = save(data, "new", "-e", "inject=write:error=ENOSPC:when=1")

    assert done.stdout in {"not saved: disk_full\n", ""}
    assert kept(data) == ["old"]
    assert not list(data.rglob("*.tmp"))


def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new(data: Path) -> None:
    """Killed before each call of a save, the next start finds whole words, and can save."""
    moments = moments_of_a_save(data)
    before = kept(data)
    assert before == ["old", "baseline"]

    for name, ordinal in moments:
        words = f"{name} {ordinal}"
        done = save(data, words, "-e", f"inject={name}:signal=SIGKILL:when={ordinal}")
        after = kept(data)
        assert done.stdout != "saved\n" or after[-1] == words
        assert after in (before, [*before, words])
        before = after

    assert save(data, "at last", "-e", "trace=none").stdout == "saved\n"
    assert kept(data)[-1] == "at last"
    print(f"killed before each of {moments}: {len(before)} check-ins kept")


def test_a_kill_in_the_first_save_leaves_a_folder_that_works(tmp_path: Path) -> None:
    """A seeded handful of the moments in which the folders are made too."""
    moments = moments_of_a_save(tmp_path / "baseline")
    assert ("mkdir", 2) in moments

    for name, ordinal in random.Random(SEED).sample(moments, KILLS):
        data = tmp_path / f"{name}-{ordinal}"
        save(data, "new", "-e", f"inject={name}:signal=SIGKILL:when={ordinal}")
        assert kept(data) in ([], ["new"])


def test_a_save_that_went_well_says_so(data: Path) -> None:
    """And the day is where people look for it."""
    assert (data / "journal" / "2026" / "2026-01-02.yaml").exists()
    assert kept(data) == ["old"]
    assert MORNING.year == MOMENT.year
