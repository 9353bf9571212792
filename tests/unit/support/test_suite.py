"""The shares of the suite: every test in one of them, and none in two."""

import subprocess
import sys

from tests.support.source import ROOT
from tests.support.suite import SHARES, commands


def test_the_shares_have_every_test_once() -> None:
    """As pytest itself collects them, with the folders and files that each is told to leave out."""
    whole = set((ROOT / "tests").rglob("test_*.py"))
    found: list[str] = []
    for command in commands(()):
        place = command.index("pytest") + 1
        paths = [one for one in command[place:] if not one.startswith("--ignore=")]
        left_out = {one.removeprefix("--ignore=") for one in command[place:]} - set(paths)
        for file in sorted(whole):
            name = str(file.relative_to(ROOT))
            if _is_below(name, paths) and not _is_below(name, left_out):
                found.append(name)

    assert len(commands(())) == len(SHARES) == 3
    assert sorted(found) == sorted(str(file.relative_to(ROOT)) for file in whole)


def test_a_share_is_what_pytest_collects() -> None:
    """The smallest of them, asked for real."""
    command = commands(["--collect-only", "-q"])[2]
    start = command.index("pytest")

    done = subprocess.run(
        [sys.executable, "-m", *command[start:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "tests/journeys/test_tray.py" in done.stdout
    assert "tests/ui/sound/test_player.py" in done.stdout
    assert "tests/unit" not in done.stdout
    assert "tests/ui/prepare" not in done.stdout


def _is_below(name: str, paths: "list[str] | set[str]") -> bool:
    return any(name == path or name.startswith(f"{path}/") for path in paths)
