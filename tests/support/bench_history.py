"""The journal over 100,000 records, in the real window: opening, scrolling, saving meanwhile.

``python -m tests.support.bench_history WHAT DIR ROUNDS`` reads the data in DIR, does WHAT, ``open``
or ``search``, and prints one line of JSON: lists of seconds, round by round.
"""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QTableView

from app.domain.check_in import TimePoint
from app.services.system_clock import SystemClock
from app.shell.bootstrap import Desktop, application
from app.storage.paths import Paths
from app.ui.journal.page import JournalPage
from app.ui.route import Route
from app.ui.widgets.discard import discard
from tests.support.bench_load import Pairs
from tests.support.screen import private_screen
from tests.support.source import ROOT
from tests.support.ten_years import write_ten_years

RECORDS: Final = 100_000
PATTERN_DAYS: Final = 40
DAILY: Final = 28
"""Check-ins a day, so that ten years hold more than RECORDS."""

SCROLLS: Final = 120
"""How often is scrolled in a round: by a row, by a page, and by far."""

WORDS: Final = "e"
"""Is in nearly every record with words."""


def write_many(folder: Path, today: date) -> int:
    """Write ten years with DAILY check-ins a day; return how many files that were.

    The days of PATTERN_DAYS come again and again under other dates and ids.
    """
    write_ten_years(folder, today, days=PATTERN_DAYS, daily=DAILY)
    patterns = sorted((folder / "journal").rglob("*.yaml"))
    texts = [(one.stem, one.read_text(encoding="utf-8")) for one in patterns]
    files = len(texts)
    for number in range(len(texts), RECORDS // DAILY + 1):
        old, text = texts[number % len(texts)]
        day = (today - timedelta(days=number + 1)).isoformat()
        text = text.replace(old, day).replace("  - id: ", f"  - id: {number:x}")
        path = folder / "journal" / day[:4] / f"{day}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        files += 1
    return files


class Measured:
    """The real window on the data, read to its end."""

    def __init__(self, data: Path) -> None:
        home = data.parent
        paths = Paths(data=data, state=home / "state", config=home / "config")
        self.desktop = Desktop(paths, SystemClock(), "en")
        self._saved = 0
        self.desktop.show()
        self._turn_until(self._is_read)
        gc.collect()
        gc.freeze()

    def open_rounds(self, count: int) -> list[float]:
        """Return how long the journal took to open, *count* times, in seconds.

        As on its first visit: no file is in memory, and no row is made yet.
        """
        self._go("journal")
        return [self._open() for _round in range(count)]

    def search_rounds(self, count: int) -> dict[str, list[float]]:
        """Return the figures of *count* rounds of scrolling and saving, in seconds."""
        figures: dict[str, list[float]] = {}
        self._search()
        self._save()
        for number in range(count):
            steps: list[Callable[[], dict[str, float]]] = [self._scroll, self._saves]
            for step in steps if number % 2 == 0 else steps[::-1]:
                for name, seconds in step().items():
                    figures.setdefault(name, []).append(seconds)
        return figures

    def _open(self) -> float:
        page = self._page()
        discard(page._days._cards.values())
        page._days._cards.clear()
        page._days._rows.clear()
        self._go("today")
        self.desktop.program.folder._slots.clear()
        gc.collect()
        began = time.perf_counter()
        self._go("journal")
        return time.perf_counter() - began

    def _search(self) -> None:
        self._go("journal")
        self._page_search(WORDS)

    def _scroll(self) -> dict[str, float]:
        self._search()
        found = self.desktop.window.findChild(QTableView, "journal:results")
        assert found is not None
        bar = found.verticalScrollBar()
        bar.setValue(0)
        self._turn()
        longest = 0.0
        steps = (bar.singleStep(), bar.pageStep(), bar.maximum() // SCROLLS)
        for number in range(SCROLLS):
            began = time.perf_counter()
            bar.setValue(bar.value() + steps[number % 3])
            self._turn()
            longest = max(longest, time.perf_counter() - began)
        assert found.model().rowCount() > RECORDS / 2
        return {"scroll": longest}

    def _saves(self) -> dict[str, float]:
        """Save one check-in while a search stands, and one while nothing is asked for."""
        self._page_search("")
        plain = self._save()
        self._search()
        searching = self._save()
        return {"save": plain[0], "save_searching": searching[0], "gap": searching[1]}

    def _save(self) -> tuple[float, float]:
        """Return how long a save took to be reported, and the longest turn meanwhile.

        On a day of its own: what is measured is the search beside it, not how full a day is.
        """
        program = self.desktop.program
        draft = program.journal.draft(TimePoint.ANY_TIME, None)
        self._saved += 1
        at = draft.at + timedelta(days=self._saved)
        began = turned = time.perf_counter()
        program.journal.keep(replace(draft, at=at, words="The e of a new entry"))
        longest = 0.0
        while True:
            self._turn()
            now = time.perf_counter()
            longest, turned = max(longest, now - turned), now
            waits = program.folder.pending or program.folder.unsaved_slots()
            if not waits and not self._page()._search._soon.isActive():
                return now - began, longest

    def _page(self) -> JournalPage:
        page = self.desktop.window.navigation.page
        assert isinstance(page, JournalPage)
        return page

    def _page_search(self, words: str) -> None:
        self._page()._search.say(words)
        self._turn()

    def _go(self, page: str) -> None:
        self.desktop.window.navigation.go(Route(page))
        self._turn()

    def _is_read(self) -> bool:
        background = self.desktop.background
        return background is not None and not background.loader.is_working

    def _turn_until(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            self._turn()
            time.sleep(0.001)

    @staticmethod
    def _turn() -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def open_pairs(little: Path, much: Path, rounds: int) -> Pairs:
    """Measure opening the journal with *much* data against the same with *little* of it."""
    return Pairs(_figures("open", little, rounds)["open"], _figures("open", much, rounds)["open"])


def search_pairs(data: Path, rounds: int, most_gap: float) -> dict[str, Pairs]:
    """Measure scrolling and saving on *data*; *most_gap* seconds is the floor of the gaps."""
    figures = _figures("search", data, rounds)
    gaps = [most_gap] * rounds
    return {
        "scroll gap / 50 ms": Pairs(gaps, figures["scroll"]),
        "search & save gap / 50 ms": Pairs(gaps, figures["gap"]),
        "save searching / save": Pairs(figures["save"], figures["save_searching"]),
    }


def _figures(what: str, data: Path, rounds: int) -> dict[str, list[float]]:
    """Return the figures of a process of its own on a private screen."""
    with private_screen() as environment:
        environment["PYTHONPATH"] = str(ROOT)
        command = [sys.executable, "-P", "-m", "tests.support.bench_history"]
        done = subprocess.run(
            [*command, what, str(data), str(rounds)],
            env=environment,
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    figures: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main(what: str, data: Path, rounds: int) -> None:
    """Measure, and print the figures."""
    application()
    measured = Measured(data)
    if what == "open":
        figures = {"open": measured.open_rounds(rounds)}
    else:
        figures = measured.search_rounds(rounds)
    print(json.dumps(figures))
    measured.desktop.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
