"""A Python environment to freeze from: what the program needs, PyInstaller, and nothing else."""

import hashlib
import shutil
import sys
from pathlib import Path
from typing import Final

from workshop import ROOT, run, say

FOLDER: Final = ROOT / "build" / "package-environment"
LOCK: Final = ROOT / "packaging" / "locks" / "package.txt"
STAMP: Final = FOLDER / "installed.stamp"


def python() -> Path:
    """Return the environment's Python, set up anew if the lock or the Python is another one."""
    here = FOLDER / "bin" / "python"
    made_of = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {sys.version} {sys.base_prefix}"
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == made_of and here.exists():
        return here
    say("Setting up the environment to freeze from (this happens once).")
    shutil.rmtree(FOLDER, ignore_errors=True)
    run([getattr(sys, "_base_executable", sys.executable), "-m", "venv", FOLDER])
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([here, *install, "--require-hashes", "-r", LOCK])
    STAMP.write_text(made_of, encoding="utf-8")
    return here
