"""One small day by keyboard alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Start
from tests.support.clock import FixedClock
from tests.support.keyboard import Keyboard


def kept(folder: Path) -> str:
    """Return the text of every file of the patient's."""
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml")))


def test_a_day_can_be_lived_by_keyboard_and_closing_while_typing_costs_no_word(
    start: Start, clock: FixedClock, tmp_path: Path, qtbot: QtBot
) -> None:
    """Plan, tick, ride, calm, check-in; the window is closed in the middle of a sentence."""
    data = tmp_path / "data"
    desktop = start()
    keys = Keyboard(desktop.window)

    keys.plan()

    keys.use("details:ride_home")
    keys.tab_to("ride:who")
    keys.write("Sam Rivera")
    keys.tab_to("ride:phone")
    keys.write("555-0136")
    keys.use("ride:confirmed")
    keys.use("tick:ride_home")
    keys.use("tick:eye_mask")

    keys.go_to("calm")
    keys.use("calm:start")
    clock.advance(minutes=5, seconds=1)
    qtbot.waitUntil(lambda: keys.focus.objectName() == "calm:done", timeout=5000)
    keys.press(Qt.Key.Key_Space)

    keys.go_to("journal")
    keys.use("journal:new")
    keys.use("effect:dizziness")
    keys.use("severity:dizziness:mild")
    keys.press(Qt.Key.Key_Right)
    keys.tab_to("rating:mood:0")
    keys.press(Qt.Key.Key_Right, times=6)
    keys.press(Qt.Key.Key_Space)
    keys.tab_to("check_in:words")
    keys.write("The room felt bigger, and I was not afr")
    saved = desktop.close()

    assert saved
    text = kept(data)
    for words in (
        "place: Riverside Clinic",
        "who: Sam Rivera",
        "phone: 555-0136",
        "confirmed: true",
        "item: ride_home",
        "item: eye_mask",
        "end: finished",
        "effect: dizziness",
        "severity: moderate",
        "mood: 6",
        "The room felt bigger, and I was not afr",
    ):
        assert words in text

    again = start()
    keys = Keyboard(again.window)
    keys.go_to("journal")
    keys.tab_to("journal:new")
    while not keys.focus.objectName().startswith("entry:"):
        keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)
    keys.tab_to("check_in:words")

    assert isinstance(keys.focus, QPlainTextEdit)
    assert keys.focus.toPlainText() == "The room felt bigger, and I was not afr"
