"""Straight after an infusion, drowsy: three keys are a check-in."""

from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import Qt

from app.domain.infusion import Outcome
from tests.journeys.conftest import Start
from tests.support.clock import FixedClock
from tests.support.keyboard import Keyboard


def read(folder: Path) -> dict[str, Any]:
    """Return what another program reads in the one file of the journal."""
    (file,) = folder.glob("journal/*/*.yaml")
    document: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return document


def test_three_keys_are_a_check_in_and_nothing_else_is_kept(
    start: Start, clock: FixedClock, tmp_path: Path
) -> None:
    """From Today, by keyboard alone; after the next start nobody asks for it a second time."""
    desktop = start()
    desktop.program.preferences.first_run_done(clock.now())
    infusions = desktop.program.infusions
    infusion, _step = infusions.keep_new(infusions.draft(clock.now().date()))
    infusions.answer(infusion, Outcome.WENT_AHEAD)
    keys = Keyboard(desktop.window)
    keys.go_to("prepare")
    keys.go_to("today")

    keys.use("today:second")
    clock.advance(seconds=2)
    keys.press(Qt.Key.Key_2)
    clock.advance(seconds=2)
    keys.press(Qt.Key.Key_1)
    clock.advance(seconds=2)
    keys.press(Qt.Key.Key_2)
    saved = desktop.close()

    assert saved
    document = read(tmp_path / "data")
    assert sorted(document) == ["check_ins", "schema"]
    (check_in,) = document["check_ins"]
    assert check_in.pop("id")
    assert check_in == {
        "created": "2026-11-24T09:00:00+01:00",
        "changed": "2026-11-24T09:00:06+01:00",
        "at": "2026-11-24T09:00:00+01:00",
        "time_point": "straight_after",
        "infusion": infusion.id,
        "bothering": "yes",
        "ask_again_on": "2026-11-25",
    }

    again = start()
    place = again.window.navigation.here
    assert place is not None
    assert place.name == "today"
    assert again.program.journal.day(clock.now().date()).check_ins[0].says_something
