"""Killed in the middle of the save that brings a file up to date: old or new, and the original."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage import migrations
from app.storage.check import check
from app.storage.errors import ErrorCode
from app.storage.paths import Paths, default_paths
from tests.storage_faults.migrate_once import DAY, OLD_DAY, text_becomes_words
from tests.storage_faults.save_once import MOMENT
from tests.storage_faults.test_system_faults import traced
from tests.support.data_folders import OpenFolder

CALLS = "write,fsync,rename,mkdir"


@pytest.fixture(autouse=True)
def one_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal has a step here too."""
    monkeypatch.setitem(migrations.STEPS, "journal", (text_becomes_words,))


def migrate(data: Path, *options: str) -> str:
    """Save "new" into *data*, with these options for strace, and return what was printed."""
    log = () if "-o" in options else ("-o", os.devnull)
    return traced([*log, *options], "tests.storage_faults.migrate_once", data, "new").stdout


def old_folder(home: Path) -> Paths:
    """Return a data folder below *home* that holds one day of schema 1."""
    data = home / "data"
    (data / DAY).parent.mkdir(parents=True)
    (data / DAY).write_text(OLD_DAY)
    return default_paths(data)


def moments(home: Path) -> Iterator[tuple[str, int]]:
    """Yield each call of the writer's thread in a migrating save, with its ordinal by name."""
    log = home / "strace.log"
    migrate(old_folder(home).data, "-o", str(log), "-e", f"trace={CALLS}")
    lines = [line.split(maxsplit=1) for line in log.read_text(errors="replace").splitlines()]
    names = [call.partition("(")[0] for thread, call in lines if thread != lines[0][0]]
    for at, name in enumerate(names):
        if name in CALLS.split(","):
            yield name, names[: at + 1].count(name)


def test_a_kill_at_any_moment_leaves_the_old_form_or_the_new(tmp_path: Path) -> None:
    """Before each call: the words are all there, and once the form changed, so is the original."""
    killed = list(moments(tmp_path / "baseline"))
    assert {name for name, _ordinal in killed} == set(CALLS.split(","))

    for name, ordinal in killed:
        paths = old_folder(tmp_path / f"{name}-{ordinal}")
        said = migrate(paths.data, "-e", f"inject={name}:signal=SIGKILL:when={ordinal}")

        codes = [one.code for one in check(paths)]
        assert codes in ([], [ErrorCode.MISSING]), (name, ordinal)
        opened = OpenFolder(paths)
        words = [entry.words for entry in opened.journal.day(MOMENT.date()).check_ins]
        opened.close()
        is_new = words == ["old", "new"]
        assert is_new or (words == ["old"] and said == "")
        assert is_new is ((paths.data / DAY).read_text() != OLD_DAY)
        if is_new:
            assert (paths.originals / DAY).read_text() == OLD_DAY

    print(f"killed before each of {killed}")
