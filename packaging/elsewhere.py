"""Builds packages a second time from another folder, and compares them byte by byte."""

import filecmp
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workshop import OUT, ROOT, run, say

SAME: Final = "the same bytes when built from another folder"
DIFFERS: Final = "DIFFERS when built from another folder, and should not"

FOLDER: Final = OUT / "elsewhere" / "a folder with another name"


def built_again(names: Sequence[str]) -> Path:
    """Return the folder with the packages of *names*, built from a copy of the source."""
    say("Building again from another folder.")
    shutil.rmtree(FOLDER, ignore_errors=True)
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, told.split(b"\0")):
        source, target = ROOT / os.fsdecode(name), FOLDER / os.fsdecode(name)
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    run([sys.executable, "packaging/package.py", *names], cwd=FOLDER)
    return FOLDER / OUT.relative_to(ROOT)


def compared(first: Sequence[Path], again: Path) -> list[str]:
    """Return a line for each package: SAME or DIFFERS from the one of its name in *again*."""
    return [
        f"{one.name}: {SAME if filecmp.cmp(one, again / one.name, shallow=False) else DIFFERS}"
        for one in first
    ]
