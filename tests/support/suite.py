"""The whole suite, measured, in several processes beside each other.

``python -m tests.support.suite MARKS…`` (``./dev test``) hands what is given to each run of pytest,
prints what those beside the first have to say at the end, and holds the coverage to its floors.
"""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack

from tests.support import coverage_floors
from tests.support.source import ROOT

SHARES: tuple[tuple[str, ...], ...] = (
    ("tests",),
    ("tests/storage_faults", "tests/unit/storage"),
    (
        "tests/journeys",
        "tests/ui/sound",
        "tests/ui/calm",
        "tests/ui/consultation",
        "tests/ui/copies",
        "tests/ui/documents",
        "tests/ui/foggy",
        "tests/ui/for_clinics",
        "tests/ui/questionnaire",
        "tests/ui/reflection",
        "tests/ui/story",
        "tests/ui/versions",
    ),
)
"""What each process runs, without what is another's by name. The second waits for disks, the third
for sounds and other processes, and has pages besides: together they keep two cores busy to the
end."""

_FOLDER = ROOT / "build" / "coverage"


def commands(arguments: Sequence[str]) -> list[list[str]]:
    """Return the command for each share: every test is in exactly one of them."""
    pytest = [sys.executable, "-m", "coverage", "run", "--parallel-mode", "-m", "pytest"]
    return [[*pytest, *arguments, *share, *_without(share)] for share in SHARES]


def _without(share: tuple[str, ...]) -> list[str]:
    """Return what keeps the others' tests out of *share*."""
    inside = tuple(f"{path}/" for path in share)
    others = (path for other in SHARES if other is not share for path in other)
    return [f"--ignore={path}" for path in others if path.startswith(inside)]


def run(arguments: Sequence[str]) -> int:
    """Run everything; return 0 if all of it passed."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "coverage", "erase"], cwd=ROOT, check=True)
    first, *others = commands(arguments)
    with ExitStack() as stack:
        beside = []
        for number, command in enumerate(others, start=2):
            name = _FOLDER / f"share-{number}.txt"
            words = stack.enter_context(name.open("w+", encoding="utf-8"))
            process = subprocess.Popen(command, cwd=ROOT, stdout=words, stderr=subprocess.STDOUT)
            stack.callback(process.kill)
            beside.append((process, words))
        failed = subprocess.run(first, cwd=ROOT, check=False).returncode
        for process, words in beside:
            failed = process.wait() or failed
            words.seek(0)
            print(words.read(), flush=True)
    if failed:
        return failed
    subprocess.run([sys.executable, "-m", "coverage", "combine"], cwd=ROOT, check=True)
    return coverage_floors.main()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
