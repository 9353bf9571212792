"""Reading ten years with three check-ins a day, and searching them, against bare floors."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from app.domain.check_in import CheckIn
from app.domain.effects import Severity
from app.domain.filters import Filter, Found
from app.domain.journal import Day
from app.domain.search import folded
from app.services.search import Hit, Search
from app.storage.data_folder import DataFolder
from app.storage.journal_repository import JournalRepository
from app.storage.layouts import JOURNAL, Layout
from app.storage.loading import Loading
from app.storage.paths import Paths

RECORDS = 100_000
NEEDLES = ("calmer", "nowhere to be found", "river and back")
TURNS = 3
FILTERED = ("calmer", "nowhere to be found", "")
FILTERS = (
    Filter(kind=Found.CHECK_IN),
    Filter(effect="nausea", severity=Severity.MILD, has_words=True),
    Filter(severity=Severity.SEVERE, last_day=date(2024, 6, 1)),
)
LATEST = datetime(2026, 11, 24, tzinfo=UTC)


@dataclass
class Pairs:
    """CPU seconds of the floor and of the program, round by round."""

    floor: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)


def load_rounds(data: Path, rounds: int) -> tuple[Pairs, Pairs]:
    """Measure reading every file as PyYAML does against all typed values, and the newest day.

    Both are read from a warm cache, without looking for garbage meanwhile, which flatters the
    floor: it makes more of it.
    """
    files = sorted(data.rglob("*.yaml"))
    all_values, newest_day = Pairs(), Pairs()
    steps = (lambda: _raw(files), lambda: _typed(data), lambda: _newest(data))
    for step in steps:
        _seconds(step)
    for number in range(rounds):
        order = steps if number % 2 == 0 else steps[::-1]
        times = {step: _seconds(step) for step in order}
        raw, typed, newest = (times[step] for step in steps)
        all_values.floor.append(raw)
        all_values.ours.append(typed)
        newest_day.floor.append(raw)
        newest_day.ours.append(newest)
    return all_values, newest_day


def search_rounds(data: Path, rounds: int) -> tuple[Pairs, Pairs]:
    """Measure finding everything in RECORDS records against a plain scan of the same texts.

    Nothing is found for a needle that is nowhere; others are in many records. The second pairs
    are the same with filters set, one of which every record passes, and once without words.
    """
    check_ins = _check_ins(data)
    folder = _folder(data)
    loading = Loading(folder)
    search = Search(loading)
    for number in range(RECORDS):  # newest first, as they are read
        old = check_ins[number % len(check_ins)]
        one = replace(old, id=f"r{number}", at=LATEST - timedelta(hours=number))
        for take in loading.on_value:
            take(str(number), JOURNAL, Day(check_ins=(one,)))
    texts = [folded(check_ins[number % len(check_ins)].words) for number in range(RECORDS)]
    assert [len(found) for found in _find(search)] == [len(found) for found in _scan(texts)]
    plain, filtered = Pairs(), Pairs()
    steps = (lambda: _scan(texts), lambda: _find(search), lambda: _filter(search))
    for number in range(rounds):
        order = steps if number % 2 == 0 else steps[::-1]
        times = {step: _seconds(step) for step in order}
        floor, found, through = (times[step] for step in steps)
        plain.floor.append(floor)
        plain.ours.append(found)
        filtered.floor.append(floor)
        filtered.ours.append(through)
    folder.close(0)
    return plain, filtered


def _seconds(step: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    began = time.process_time()
    kept = step()
    seconds = time.process_time() - began
    gc.enable()
    del kept
    return seconds


def _raw(files: list[Path]) -> list[object]:
    return [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files]


def _typed(data: Path) -> list[Struct]:
    """Return every value of the folder, read as the program reads it after its first paint."""
    folder = _folder(data)
    values: list[Struct] = []

    def take(_name: str, _layout: Layout[Any], value: Struct | None) -> None:
        assert value is not None
        values.append(value)

    loading = Loading(folder)
    loading.on_value.append(take)
    loading.start()
    while loading.step():
        pass
    folder.close(0)
    return values


def _newest(data: Path) -> Day:
    """Return the newest day, found by the names of the files as at the start."""
    folder = _folder(data)
    journal = JournalRepository(folder)
    day = journal.day(journal.days()[0])
    folder.close(0)
    assert day.check_ins
    return day


def _check_ins(data: Path) -> list[CheckIn]:
    days = [value for value in _typed(data) if isinstance(value, Day)]
    return [one for day in days for one in day.check_ins if one.words]


def _scan(texts: list[str]) -> list[list[str]]:
    return [[text for text in texts if needle in text] for _ in range(TURNS) for needle in NEEDLES]


def _find(search: Search) -> list[list[Hit]]:
    return [list(search.find(needle)) for _ in range(TURNS) for needle in NEEDLES]


def _filter(search: Search) -> list[list[Hit]]:
    """Look as often as ``_scan`` does, each time with another filter or other words."""
    return [list(search.find(words, wanted)) for wanted in FILTERS for words in FILTERED]


def _folder(data: Path) -> DataFolder:
    paths = Paths(data=data, state=data.parent / "state", config=data.parent / "config")
    folder = DataFolder(paths, lambda done: done())
    folder.open()
    return folder
