"""The one script a newcomer needs: short, and nothing but Python and its standard library."""

import ast
import re
import subprocess
import sys

from tests.support.source import ROOT

SCRIPT = ROOT / "dev"
LOCKS = sorted((ROOT / "packaging" / "locks").glob("*.txt"))


def dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the script with the interpreter at hand."""
    return subprocess.run(
        [sys.executable, SCRIPT, *arguments], capture_output=True, text=True, check=False
    )


def test_the_script_is_short_and_needs_nothing_installed() -> None:
    """It runs before anything else is there."""
    text = SCRIPT.read_text(encoding="utf-8")
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(text))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert text.count("\n") < 300
    assert imported <= sys.stdlib_module_names


def test_a_wrong_command_says_which_there_are() -> None:
    """Usage and exit code 2; asked for, the same with exit code 0."""
    wrong, asked = dev("rnu"), dev("--help")

    assert (wrong.returncode, asked.returncode) == (2, 0)
    assert "./dev run" in wrong.stdout == asked.stdout


def test_the_locks_hold_for_every_system_and_name_no_index() -> None:
    """Every package has its version and its hashes, and comes from wherever pip is told."""
    for lock in LOCKS:
        text = lock.read_text(encoding="utf-8")
        packages = re.findall(r"^[a-z0-9][^\n]*(?:\n {4}--hash[^\n]*)*", text, re.MULTILINE)

        assert packages
        assert all("==" in package and "--hash=sha256:" in package for package in packages)
        assert "://" not in text
        assert "--index" not in text
    assert [lock.name for lock in LOCKS] == ["dev.txt", "package.txt", "run.txt"]


def test_the_program_and_its_development_agree_on_versions() -> None:
    """What is tested is what is shipped, the build back end is locked, and no 6.12 slips in."""
    pins = [set(re.findall(r"^[a-z0-9-]+==\S+", lock.read_text(), re.MULTILINE)) for lock in LOCKS]
    developing, packaging, running = pins

    assert running < developing
    assert running < packaging
    assert any(pin.startswith("hatchling==") for pin in developing)
    assert any(pin.startswith("pyside6-essentials==6.11.") for pin in running)
