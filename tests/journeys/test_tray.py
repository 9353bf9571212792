"""The icon in a real tray: what it says of itself, and that quitting there ends the program."""

import json
from pathlib import Path

import pytest

from tests.support.atspi import SYSTEM_PYTHON
from tests.support.atspi_folder import write_small_folder
from tests.support.session import PATIENCE_SECONDS, desktop, program, started, until
from tests.support.source import ROOT

TRAY = ROOT / "tests" / "support" / "status_tray.py"
WANTED = "reminders:\n  while_open: true\n  tray_icon: true\n"


@pytest.mark.timeout(120)
def test_an_icon_names_nothing_and_quits_with_no_process_left_behind(tmp_path: Path) -> None:
    """On a screen and a bus of its own; the program and Qt print nothing."""
    data = write_small_folder(tmp_path / "patient")
    with (data / "settings.yaml").open("a", encoding="utf-8") as settings:
        settings.write(WANTED)
    words, told = tmp_path / "printed", tmp_path / "told"

    with (
        desktop(tmp_path / "desktop") as session,
        words.open("w") as output,
        told.open("w") as lines,
        started([SYSTEM_PYTHON, TRAY, "Quit"], session, lines),
    ):
        until(lambda: told.read_text("utf-8") == "ready\n", "the tray")
        with started(program(data), session, output) as running:
            code = running.wait(PATIENCE_SECONDS)

    icon = json.loads(told.read_text("utf-8").removeprefix("ready\n"))
    assert icon == {
        "title": "soft-landing",
        "tip": "Soft Landing",
        "menu": ["Open Soft Landing", "Help now", "Quit"],
    }
    assert code == 0
    assert words.read_text("utf-8") == ""
