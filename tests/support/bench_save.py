"""One save of a check-in, against the least that a safe save can be, and one strict load."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from statistics import median
from typing import TypeAlias

from msgspec.structs import replace

from app.domain.check_in import CheckIn
from app.storage.data_folder import DataFolder
from app.storage.jobs import SaveOutcome, SaveReport
from app.storage.journal_repository import JournalRepository
from app.storage.paths import Paths
from app.storage.yaml_door import load

PAIRS_A_ROUND = 15
PATIENCE_SECONDS = 10.0

Step: TypeAlias = Callable[[str], None]


@dataclass
class Rounds:
    """Seconds for one save, one floor and one strict load, as measured in each round."""

    save: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    load: list[float] = field(default_factory=list)


class MainThread:
    """Runs what the writer hands back, as the window's event loop would."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._saved = False

    def deliver(self, function: Callable[[], None]) -> None:
        """Take *function*; called by the writer."""
        self._waiting.put(function)

    def reported(self, report: SaveReport) -> None:
        """Remember that a save was reported."""
        assert report.outcome is SaveOutcome.SAVED, report
        self._saved = True

    def run_until_saved(self) -> None:
        """Run what comes until a save has been reported."""
        self._saved = False
        while not self._saved:
            self._waiting.get(timeout=PATIENCE_SECONDS)()


def save_rounds(data: Path, rounds: int) -> Rounds:
    """Measure saves into the newest day of the folder *data*, in alternation with the floor."""
    main_thread = MainThread()
    paths = Paths(data=data, state=data.parent / "state", config=data.parent / "config")
    folder = DataFolder(paths, main_thread.deliver)
    folder.open()
    folder.on_save.append(main_thread.reported)
    journal = JournalRepository(folder)
    newest = journal.days()[0]
    check_in = journal.day(newest).check_ins[0]
    file = data / "journal" / f"{newest.year}" / f"{newest.isoformat()}.yaml"
    measured = Rounds()
    _save(journal, main_thread, check_in, "warm")
    for number in range(rounds):
        now = file.read_bytes()
        save = partial(_save, journal, main_thread, check_in)
        floor = partial(_floor, file.with_name("floor.yaml"), now)
        times = [_pair(save, floor, f"{number}, {turn}") for turn in range(PAIRS_A_ROUND)]
        measured.save.append(median(ours for ours, _ in times))
        measured.floor.append(median(bare for _, bare in times))
        measured.load.append(median(_seconds(partial(_load, now), "") for _ in times))
    file.with_name("floor.yaml").unlink()
    folder.close(PATIENCE_SECONDS)
    return measured


def _pair(save: Step, floor: Step, label: str) -> tuple[float, float]:
    """Return the seconds of one save and of one floor, done one after the other."""
    words = f"The morning was lighter than yesterday: {label}."
    if len(label) % 2:
        return _seconds(save, words), _seconds(floor, words)
    bare = _seconds(floor, words)
    return _seconds(save, words), bare


def _seconds(step: Step, words: str) -> float:
    began = time.perf_counter()
    step(words)
    return time.perf_counter() - began


def _save(journal: JournalRepository, thread: MainThread, check_in: CheckIn, words: str) -> None:
    journal.put(replace(check_in, words=words))
    thread.run_until_saved()


def _load(data: bytes, _words: str) -> None:
    load(data)


def _floor(path: Path, data: bytes, _words: str) -> None:
    """Write, fsync, rename, fsync the folder: what any save must do to be safe."""
    new = path.with_suffix(".new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
