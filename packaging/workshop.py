"""What every package is made with: names, the one version, the moment it is of, and tools."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
OUT: Final = ROOT / "build" / "packages"
"""Where packages end up, outside git."""

NAME: Final = "Soft Landing"
COMMAND: Final = "soft-landing"
APP_ID: Final = "org.softlanding.SoftLanding"
MAINTAINER: Final = "Soft Landing <soft-landing@example.org>"
"""Packages must name somebody. There is no mailbox yet; mail to example.org reaches nobody."""

PYTHON_NEEDS: Final = (
    *(["binutils"] if sys.platform == "linux" else []),
    *([f"libpython3.{sys.version_info.minor}"] if sys.base_prefix == "/usr" else []),
)
"""The Debian packages that freezing takes; the system's own Python keeps its library apart."""

LONG_AGO: Final = 1_795_392_000
"""The moment packages are built for where neither git nor the environment tells one."""

Words = Sequence[str | Path]


class Failed(Exception):  # noqa: N818 -- not an error of ours: a sentence for the person
    """Nothing more can be done here; the sentence says what is wrong."""


def version(root: Path = ROOT) -> str:
    """Return the version of the program in *root*: ``__version__`` of ``app``, the only source."""
    text = (root / "app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise Failed("app/__init__.py names no version.")
    return found[1]


def moment() -> int:
    """Return the seconds since 1970 that everything in a package is dated with.

    ``SOURCE_DATE_EPOCH`` goes first, then the newest commit: building twice gives the same bytes.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    asked = ["git", "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    except OSError:
        return LONG_AGO
    return int(told) if told.strip().isdigit() else LONG_AGO


def run(command: Words, *, cwd: Path = ROOT, more: Mapping[str, str] | None = None) -> str:
    """Run *command* with the variables *more* added, and return what it printed.

    Raises Failed with all that it said if it ends with another code than 0.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=cwd,
            env={**os.environ, **(more or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise Failed(f"{words[0]} cannot be run: {error}") from error
    if done.returncode:
        raise Failed(f"{done.stdout}\nThis ended with {done.returncode}: {' '.join(words)}")
    return done.stdout


def within(path: Path, limit_mb: float) -> str:
    """Return a line with the size of *path* against its limit; raises Failed if it is above."""
    size = path.stat().st_size / 1_000_000
    line = f"{path.name}: {size:.1f} MB, at most {limit_mb:.0f} MB"
    if size > limit_mb:
        raise Failed(f"{line}: too large.")
    return line


def fill(text: str, **values: str) -> str:
    """Return *text* with each ``@NAME@`` replaced by its value; raises Failed if one is left."""
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    left = re.search(r"@[A-Z_]+@", text)
    if left:
        raise Failed(f"{left[0]} was not filled in.")
    return text


def say(words: str) -> None:
    """Print at once, so that words keep their order with those of the tools."""
    print(words, flush=True)
