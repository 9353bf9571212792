"""How long the frozen program takes to its first window, against the program run from source."""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from common import ROOT, Failed, Words
from tests.support.screen import private_screen

ROUNDS: Final = 15
LIMIT: Final = 1.3


class Start(NamedTuple):
    """One start: seconds until the window had painted, and the most memory it held (MiB)."""

    seconds: float
    memory: float


def of_frozen(program: Path, work: Path) -> list[str]:
    """Start *program* and the source in turns, on the same new folder, and compare the medians.

    Raises Failed if it takes more than LIMIT times as long.
    """
    with private_screen(manager=False) as screen, tempfile.TemporaryDirectory(dir=work) as home:
        variables = {
            **{n: v for n, v in screen.items() if not n.startswith(("PYTHON", "SOFT_LANDING"))},
            "HOME": home,
            "XDG_DATA_HOME": home,
            "XDG_STATE_HOME": home + "/state",
            "XDG_CONFIG_HOME": home + "/config",
            "SOFT_LANDING_EXIT_AFTER_PAINT": "1",
        }
        source = {
            **variables,
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": home + "/compiled",
        }
        from_source: Words = [sys.executable, "-P", "-m", "app"]
        pairs = in_turns((from_source, source), ([program], variables))
    ratio = median(frozen.seconds / plain.seconds for plain, frozen in pairs)
    memory = median(frozen.memory / plain.memory for plain, frozen in pairs)
    plain, frozen = (1000 * median(pair[i].seconds for pair in pairs) for i in (0, 1))
    line = f"first window: {frozen:.0f} ms frozen, {plain:.0f} ms from source, ratio {ratio:.2f}"
    if ratio > LIMIT:
        raise Failed(f"{line}: above {LIMIT}.")
    held = median(pair[1].memory for pair in pairs)
    return [f"{line}, at most {LIMIT}", f"memory: {held:.0f} MiB, {memory:.2f} times the source's"]


def in_turns(
    first: tuple[Words, Mapping[str, str]],
    second: tuple[Words, Mapping[str, str]],
    rounds: int = ROUNDS,
) -> list[tuple[Start, Start]]:
    """Start two programs in turns and in turning order; the first start of each does not count."""
    started(*first)
    started(*second)
    pairs = []
    for number in range(rounds):
        if number % 2:
            later = started(*second)
            pairs.append((started(*first), later))
        else:
            pairs.append((started(*first), started(*second)))
    return pairs


def started(command: Words, variables: Mapping[str, str]) -> Start:
    """Start a program that says when it has painted, and ends; raises Failed if it does not."""
    words = [str(word) for word in command]
    began = time.perf_counter()
    process = subprocess.Popen(words, env=variables, stdout=subprocess.PIPE, text=True)
    if process.stdout is None:
        raise Failed(f"{words[0]} cannot be heard.")
    with process.stdout as said:
        line = said.readline()
        seconds = time.perf_counter() - began
        most = _most_memory(process.pid)
        said.read()
    if process.wait() or line.strip() != "painted":
        raise Failed(f"{words[0]} ended with {process.returncode}, and said {line!r}.")
    return Start(seconds, most)


def _most_memory(process: int) -> float:
    """Return the most that a running process has held so far, in MiB.

    What the system tells of it once it has ended counts the process that started it too.
    """
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    if found is None:
        raise Failed("A program ended before its memory could be measured.")
    return int(found[1]) / 1024
