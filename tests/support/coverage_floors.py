"""Holds the measured coverage against the floors: everything in domain and storage, 95 % elsewhere.

Run as ``python -m tests.support.coverage_floors`` after ``coverage run -m pytest``.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from coverage import Coverage

ROOT = Path(__file__).parents[2]
FLOORS = {"app/domain": 100.0, "app/storage": 100.0}
ELSEWHERE = 95.0


def folder_of(file: str) -> str:
    """Return what a file is counted with: its layer, inside ``ui`` its page or part."""
    parts = Path(file).parts[:-1]
    return "/".join(parts[:3] if parts[:2] == ("app", "ui") else parts[:2])


def shares(files: dict[str, Any]) -> dict[str, float]:
    """Return the share of lines and branches run, in percent, by folder."""
    wanted: Counter[str] = Counter()
    run: Counter[str] = Counter()
    for file, measured in files.items():
        summary = measured["summary"]
        folder = folder_of(file)
        wanted[folder] += summary["num_statements"] + summary["num_branches"]
        run[folder] += summary["covered_lines"] + summary["covered_branches"]
    return {f: 100.0 * run[f] / wanted[f] if wanted[f] else 100.0 for f in sorted(wanted)}


def main() -> int:
    """Print the share of each folder, and what is missing where it is too low."""
    coverage = Coverage()
    coverage.load()
    report = ROOT / "build" / "coverage" / "report.json"
    coverage.json_report(outfile=str(report))
    low = []
    for folder, share in shares(json.loads(report.read_text())["files"]).items():
        floor = FLOORS.get(folder, ELSEWHERE)
        verdict = "" if share >= floor else f"   below {floor:.0f}"
        print(f"{folder:24} {share:6.2f} %{verdict}")
        if verdict:
            low.append(f"{folder}/*")
    if low:
        coverage.report(include=low)
        print("\nToo little of the code above was run by the tests.")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
