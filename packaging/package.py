"""``./dev package TARGETS [--test]``: builds installers, and tries them.

A target is a module with ``NEEDS`` (the Debian packages it is built and tried with), ``build(out)``
and ``try_out(artifacts, work)``, which returns lines of figures, or raises Failed with a sentence.
It is loaded when it is wanted, and needs nothing but the standard library until it builds.
"""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

import elsewhere
from workshop import OUT, ROOT, Failed, moment, say

TARGETS: Final = {
    "bundle": "bundle",
    "deb": "linux.deb",
    "appimage": "linux.appimage",
    "windows": "windows.build",
    "sbom": "sbom",
}
"""The modules that build something, by their names on the command line."""

ALONE: Final = {"bundle", "sbom"}
"""What ``all`` leaves out: the others contain the one, and the other is no package."""


class Target(Protocol):
    """What the module of a target has."""

    NEEDS: Sequence[str]

    def build(self, out: Path) -> list[Path]:
        """Write the packages into *out*, and return them."""
        ...

    def try_out(self, artifacts: list[Path], work: Path) -> list[str]:
        """Install, run and remove the packages below *work*, and return what was measured."""
        ...


def target(name: str) -> Target:
    """Return the module of the target *name*."""
    return cast("Target", import_module(TARGETS[name]))


def wanted(names: Sequence[str]) -> list[str]:
    """Return the targets that *names* mean, each once, in the order of TARGETS."""
    everything = not names or "all" in names
    return [name for name in TARGETS if name in names or (everything and name not in ALONE)]


def made(name: str) -> list[Path]:
    """Build the target *name*; return its packages."""
    began = time.monotonic()
    artifacts = target(name).build(OUT)
    say(f"{name}: built in {time.monotonic() - began:.0f} s.")
    return artifacts


def tried(name: str, artifacts: list[Path]) -> list[str]:
    """Try the packages of the target *name*; return the lines to be shown at the end."""
    work = OUT / "test" / name
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    began = time.monotonic()
    lines = target(name).try_out(artifacts, work)
    return [f"{name}: {line}" for line in (*lines, f"tried in {time.monotonic() - began:.0f} s")]


def twice(artifacts: dict[str, list[Path]]) -> list[str]:
    """Build *artifacts*, by their targets, again from another folder; return what differs."""
    names = [name for name in artifacts if name not in ALONE]
    again = elsewhere.built_again(names) if names else OUT
    return [
        f"{name}: {line}" for name in names for line in elsewhere.compared(artifacts[name], again)
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Make what is wanted; the figures come last."""
    parser = argparse.ArgumentParser(prog="./dev package", description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, "all"], metavar="target")
    parser.add_argument("--test", action="store_true", help="install, run and remove them too")
    parser.add_argument(
        "--needs", action="store_true", help="only print the system packages needed"
    )
    options = parser.parse_args(arguments)
    names = wanted(options.targets)
    if options.needs:
        say(" ".join(sorted({need for name in names for need in target(name).NEEDS})))
        return 0
    os.environ["SOURCE_DATE_EPOCH"] = str(moment())  # the same for all, whatever is committed now
    OUT.mkdir(parents=True, exist_ok=True)
    try:
        artifacts = {name: made(name) for name in names}
        lines = [f"{name}: {one}" for name in names for one in artifacts[name]]
        if options.test:
            lines += [line for name in names for line in tried(name, artifacts[name])]
            lines += twice(artifacts)
    except Failed as failed:
        say(f"{failed}")
        return 1
    say("\n".join(["", *lines]))
    return 1 if any(elsewhere.DIFFERS in line for line in lines) else 0


if __name__ == "__main__":
    sys.path.insert(1, str(ROOT))  # trials use the screen of the tests
    sys.exit(main())
