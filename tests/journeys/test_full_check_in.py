"""A check-in in full by keyboard alone, put off one day and finished the next."""

from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.infusion import Outcome
from app.shell.bootstrap import Desktop
from tests.journeys.conftest import Start
from tests.support.clock import FixedClock
from tests.support.keyboard import Keyboard

HELPED = "Cold water"
WORDS = "Slept most of the way home."


def an_infusion(desktop: Desktop) -> None:
    """Let an infusion of this morning have gone ahead."""
    program = desktop.program
    program.preferences.first_run_done(program.clock.now())
    plan, _ = program.infusions.keep_new(program.infusions.draft(program.clock.now().date()))
    program.infusions.answer(plan, Outcome.WENT_AHEAD)


def choose(keys: Keyboard, first: str, steps: int) -> None:
    """Go to a group of answers, walk *steps* on, and choose that one."""
    keys.tab_to(first)
    keys.press(Qt.Key.Key_Right, times=steps)
    keys.press(Qt.Key.Key_Space)


def fill_in(keys: Keyboard) -> None:
    """Answer everything there is to answer of one own effect."""
    keys.use("effect:else")
    keys.tab_to("effect:own")
    keys.write("Itchy nose")
    keys.press(Qt.Key.Key_Return)
    choose(keys, "severity:Itchy nose:mild", 1)
    keys.use("more:Itchy nose")
    choose(keys, "began:Itchy nose:before", 2)
    choose(keys, "lasted:Itchy nose:minutes", 0)
    choose(keys, "still:Itchy nose:yes", 1)
    keys.tab_to("helped:Itchy nose")
    keys.write(HELPED)
    keys.use("check_in:readings")
    choose(keys, "told:yes", 1)
    for name, value in (("systolic", "128"), ("diastolic", "84"), ("pulse", "72")):
        keys.tab_to(f"reading:{name}")
        keys.write(value)
    choose(keys, "rating:mood:0", 6)
    keys.tab_to("check_in:words")
    keys.write(WORDS)


def read(folder: Path) -> list[dict[str, Any]]:
    """Return the check-ins as another program reads them."""
    files = sorted((folder / "journal").rglob("*.yaml"))
    days = [yaml.safe_load(path.read_text("utf-8")) for path in files]
    return [record for day in days for record in day["check_ins"]]


def test_a_full_check_in_is_made_by_keyboard_alone(
    start: Start, clock: FixedClock, tmp_path: Path, qtbot: QtBot
) -> None:
    """Put off in the evening, offered the next morning, filled in, and asked for no more."""
    desktop = start()
    an_infusion(desktop)
    keys = Keyboard(desktop.window)
    keys.go_to("journal")
    keys.go_to("today")
    keys.use("today:primary")
    keys.use("effect:nausea")
    keys.use("check_in:tomorrow")
    clock.advance(days=1)
    keys.go_to("journal")
    keys.go_to("today")

    keys.use("today:asked_again")
    fill_in(keys)
    keys.use("check_in:done")
    saved = desktop.close()

    assert saved
    (record,) = read(tmp_path / "data")
    nausea, own = record["effects"]
    assert nausea == {"effect": "nausea"}
    assert own == {
        "effect": "Itchy nose",
        "severity": "moderate",
        "began": "soon_after",
        "lasted": "minutes",
        "still_there": False,
        "helped": HELPED,
    }
    assert record["told_high_pressure"] == "no"
    assert record["vitals"] == {"systolic": 128, "diastolic": 84, "pulse": 72}
    assert (record["ratings"], record["words"]) == ({"mood": 6}, WORDS)
    assert record["time_point"] == "straight_after"
    assert "ask_again_on" not in record
