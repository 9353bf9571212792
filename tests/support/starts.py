"""How long a program takes to its first window, and how much memory that takes.

The program says a line once it has painted, and ends; the clock stops at that line.
"""

import re
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

PAINTED = "painted"

Program = tuple[Sequence[str | Path], Mapping[str, str]]
"""A command, and all the variables that it is started with."""


class Start(NamedTuple):
    """One start: seconds until the window had painted, and the most memory it held (MiB)."""

    seconds: float
    memory: float


def in_turns(first: Program, second: Program, rounds: int) -> list[tuple[Start, Start]]:
    """Start two programs in turns and in turning order, so that a busy moment falls on both.

    The first start of each does not count: it fills caches.
    """
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


def started(command: Sequence[str | Path], variables: Mapping[str, str]) -> Start:
    """Run *command* to its end; raises RuntimeError if it does not say that it has painted."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout as said:
        line = said.readline()
        seconds = time.perf_counter() - began
        most = _most_memory(process.pid)
        said.read()
    if process.wait() or line.strip() != PAINTED:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}, and said {line!r}.")
    return Start(seconds, most)


def _most_memory(process: int) -> float:
    """Return the most that a running process has held so far, in MiB.

    What the system tells of it once it has ended counts the process that started it too.
    """
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0
