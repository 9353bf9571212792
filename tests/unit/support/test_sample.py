"""The command that writes sample data: what it refuses. What it writes is lived in a journey."""

import subprocess
import sys
from pathlib import Path

from tests.support.source import ROOT


def sample(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, "-m", "tests.support.sample", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """It may be somebody's real data."""
    (tmp_path / "profile.yaml").write_text("schema: 1\n")

    refused = sample(str(tmp_path))

    assert refused.returncode == 2
    assert "Nothing was written." in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["profile.yaml"]


def test_without_a_place_it_asks_for_one() -> None:
    """In one sentence, and with the exit code for wrong arguments."""
    asked = sample()

    assert (asked.returncode, asked.stderr) == (2, "Say where: ./dev sample DIR\n")
