"""How quick start, save, reading and search are, and how much memory they take.

Each is held against a bare floor.

Run as ``python -m tests.support.bench`` (``./dev bench``). One round runs the floor and the
program, the next the program and the floor, so that a busy moment of the machine falls on both;
the ratio is the median of the ratios of all rounds. Ratios are the result, not milliseconds.

Both programs say a line once they have painted, and the clock stops at that line. Both run from
compiled modules, as they do when installed, whatever the environment says.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from app.storage.paths import APPLICATION
from tests.support.bench_calm import MOST_IDLE, calm_rounds, soak
from tests.support.bench_history import PATTERN_DAYS, open_pairs, search_pairs, write_many
from tests.support.bench_load import Pairs, load_rounds, search_rounds
from tests.support.bench_save import save_rounds
from tests.support.screen import private_screen
from tests.support.source import ROOT
from tests.support.starts import in_turns
from tests.support.ten_years import write_ten_years

ROUNDS = 11
FLOOR = [sys.executable, "-P", str(ROOT / "tests" / "support" / "floor_window.py")]
LIMIT, AIM = 1.6, 1.4
LONGEST_GAP_MS = 50.0


@dataclass(frozen=True)
class Result:
    """A measured figure, round by round, against what it may be."""

    name: str
    floor: list[float]
    ours: list[float]
    unit: str
    limit: float
    aim: float

    @property
    def ratio(self) -> float:
        """How many times the floor: the median of the rounds."""
        return median(ours / floor for floor, ours in zip(self.floor, self.ours, strict=True))

    def __str__(self) -> str:
        """Return one line of the table."""
        verdict = "aim met" if self.ratio <= self.aim else "within the limit"
        if self.ratio > self.limit:
            verdict = "ABOVE THE LIMIT"
        floor, ours = (f"{median(values):7.2f} {self.unit:3}" for values in (self.floor, self.ours))
        ratio = f"ratio {self.ratio:5.2f}, at most {self.limit:.2f}: {verdict}"
        return f"{self.name:28} floor {floor} ours {ours} {ratio}"


def start_results(folder: Path, rounds: int) -> list[Result]:
    """Measure the start to the first paint of Today on the data in *folder*.

    The program starts as patients start it, without arguments, on the usual folder.
    """
    with private_screen() as environment:
        environment["SOFT_LANDING_EXIT_AFTER_PAINT"] = "1"
        environment["PYTHONPATH"] = str(ROOT)
        environment["PYTHONPYCACHEPREFIX"] = str(folder.with_name("compiled"))
        environment["XDG_DATA_HOME"] = str(folder.parent)
        environment["XDG_STATE_HOME"] = str(folder.with_name("state"))
        environment["XDG_CONFIG_HOME"] = str(folder.with_name("config"))
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        program = [sys.executable, "-P", "-m", "app"]
        pairs = in_turns((FLOOR, environment), (program, environment), rounds)
    floor, ours = zip(*pairs, strict=True)
    return [
        Result(
            "start to first paint",
            [1000 * one.seconds for one in floor],
            [1000 * one.seconds for one in ours],
            "ms",
            LIMIT,
            AIM,
        ),
        Result(
            "memory at first paint",
            [one.memory for one in floor],
            [one.memory for one in ours],
            "MiB",
            LIMIT,
            AIM,
        ),
    ]


def save_result(folder: Path, rounds: int) -> Result:
    """Measure one whole save of a check-in against the least safe save and one strict load."""
    measured = save_rounds(folder, rounds)
    floor = [bare + load for bare, load in zip(measured.floor, measured.load, strict=True)]
    return _milliseconds("one save", Pairs(floor, measured.save), 2.0, 1.6)


def reading_results(folder: Path, rounds: int) -> list[Result]:
    """Measure reading and searching the data in *folder*, and how long the window is away."""
    all_values, newest_day = load_rounds(folder, rounds)
    found, filtered = search_rounds(folder, rounds)
    return [
        _milliseconds("every value / raw YAML", all_values, 0.45, 0.3),
        _milliseconds("newest day / all raw YAML", newest_day, 0.02, 0.01),
        _milliseconds("search / plain scan", found, 1.5, 1.1),
        _milliseconds("filters / plain scan", filtered, 1.5, 1.1),
        gap_result(folder, rounds),
    ]


def history_results(little: Path, much: Path, many: Path, rounds: int) -> list[Result]:
    """Measure the journal in the real window: with little data, ten years, and 100,000 records."""
    opened = open_pairs(little, much, rounds)
    gaps = search_pairs(many, rounds, LONGEST_GAP_MS / 1000)
    return [
        _milliseconds("journal, 10 years / 40 days", opened, 1.3, 1.1),
        *(_milliseconds(name, pairs, 1.0, 0.7) for name, pairs in gaps.items() if "gap" in name),
        _milliseconds("save searching / save", gaps["save searching / save"], 1.5, 1.2),
    ]


def calm_results(rounds: int) -> list[Result]:
    """Measure what a session takes of the processor: seen, hidden, and with nothing to do."""
    found = calm_rounds(rounds)
    idle = [100 * MOST_IDLE] * rounds
    bare, breathing, hidden, nothing = ([100 * one for one in column] for column in found)
    return [
        Result("breath / bare circle", bare, breathing, "%", 1.3, 1.3),
        Result("hidden session / 0.2 %", idle, hidden, "%", 1.0, 0.5),
        Result("idle / 0.2 %", idle, nothing, "%", 1.0, 0.5),
    ]


def gap_result(folder: Path, rounds: int) -> Result:
    """Measure how long the real window is ever away while all is read, against LONGEST_GAP_MS."""
    with private_screen() as environment:
        environment["PYTHONPATH"] = str(ROOT)
        command = [sys.executable, "-P", "-m", "tests.support.frame_gap", str(folder)]
        figures = [
            [float(figure) for figure in _printed(command, environment).split()]
            for _ in range(rounds)
        ]
    gaps, seconds, before, after = zip(*figures, strict=True)
    print(
        f"all is read {median(seconds):.2f} s after the first paint; "
        f"memory before {median(before):.0f}, then {median(after):.0f} MiB"
    )
    return Result("longest gap / 50 ms", [LONGEST_GAP_MS] * rounds, list(gaps), "ms", 1.0, 0.5)


def _printed(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def _milliseconds(name: str, pairs: Pairs, limit: float, aim: float) -> Result:
    floor, ours = ([1000 * one for one in seconds] for seconds in (pairs.floor, pairs.ours))
    return Result(name, floor, ours, "ms", limit, aim)


def main() -> int:
    """Print the table; the exit code is 1 when a limit was passed."""
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="at least 11 to be believed")
    parser.add_argument("--folder", type=Path, help="where to put the data (default: a new folder)")
    parser.add_argument("--calm", action="store_true", help="what a calm session takes, alone")
    parser.add_argument("--history", action="store_true", help="the journal in the window, alone")
    parser.add_argument("--soak", type=float, metavar="MINUTES", help="a long session with sound")
    wanted = parser.parse_args()
    if wanted.soak is not None:
        return soak(wanted.soak)
    if wanted.history:
        with TemporaryDirectory(prefix="soft-landing-bench-", dir=wanted.folder) as home:
            much = Path(home) / "much" / APPLICATION
            write_ten_years(much, date.today(), daily=3)  # noqa: DTZ011 -- the local day
            return _tell(_history_results(Path(home), much, wanted.rounds))
    if wanted.calm:
        return _tell(calm_results(wanted.rounds))
    folder = Path(tempfile.mkdtemp(prefix="soft-landing-bench-", dir=wanted.folder))
    try:
        data = folder / APPLICATION
        files = write_ten_years(data, date.today())  # noqa: DTZ011 -- the local day
        print(f"ten years of data: {files} files; medians of {wanted.rounds} alternations")
        results = [*start_results(data, wanted.rounds), save_result(data, wanted.rounds)]
        much = folder / "much" / APPLICATION
        files = write_ten_years(much, date.today(), daily=3)  # noqa: DTZ011 -- as above
        print(f"ten years with three check-ins a day: {files} files")
        results += reading_results(much, wanted.rounds)
        results += _history_results(folder, much, wanted.rounds)
        results += calm_results(wanted.rounds)
    finally:
        shutil.rmtree(folder)
    return _tell(results)


def _history_results(folder: Path, much: Path, rounds: int) -> list[Result]:
    """Write what else is needed into *folder*, and measure the journal."""
    today = date.today()  # noqa: DTZ011 -- the local day
    little, many = folder / "little" / APPLICATION, folder / "many" / APPLICATION
    write_ten_years(little, today, days=PATTERN_DAYS, daily=3)
    write_many(many, today)
    return history_results(little, much, many, rounds)


def _tell(results: list[Result]) -> int:
    """Print the table; return 1 if a limit was passed."""
    for result in results:
        print(result)
    return 1 if any(result.ratio > result.limit for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
