"""The whole suite, measured: storage and journeys beside the other tests, in two processes.

``python -m tests.support.suite MARKS…`` (``./dev test``) hands what is given to both runs of
pytest, prints what the faults have to say at the end, and holds the coverage to its floors.
"""

import subprocess
import sys
from collections.abc import Sequence

from tests.support import coverage_floors
from tests.support.source import ROOT

BESIDE = ("tests/storage_faults", "tests/unit/storage", "tests/journeys")
"""They take as long as all others, and wait more than they work."""

_FOLDER = ROOT / "build" / "coverage"


def run(arguments: Sequence[str]) -> int:
    """Run everything; return 0 if all of it passed."""
    coverage = [sys.executable, "-m", "coverage"]
    pytest = [*coverage, "run", "--parallel-mode", "-m", "pytest", *arguments]
    _FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run([*coverage, "erase"], cwd=ROOT, check=True)
    with (_FOLDER / "faults.txt").open("w+", encoding="utf-8") as words:
        beside = subprocess.Popen(
            [*pytest, *BESIDE], cwd=ROOT, stdout=words, stderr=subprocess.STDOUT
        )
        try:
            elsewhere = [f"--ignore={folder}" for folder in BESIDE]
            others = subprocess.run([*pytest, *elsewhere], cwd=ROOT, check=False)
        except BaseException:
            beside.kill()
            raise
        failed = beside.wait() or others.returncode
        words.seek(0)
        print(words.read(), flush=True)
    if failed:
        return failed
    subprocess.run([*coverage, "combine"], cwd=ROOT, check=True)
    return coverage_floors.main()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
