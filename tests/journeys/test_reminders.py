"""An evening before an appointment with reminders on, by keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.shell.bootstrap import Desktop
from app.shell.reminding import Reminding
from tests.journeys.conftest import Start
from tests.support.clock import FixedClock
from tests.support.keyboard import Keyboard


def reminding(desktop: Desktop, qtbot: QtBot) -> Reminding:
    """Return what looks at the clock, once it does."""
    qtbot.waitUntil(lambda: desktop.background is not None)
    assert desktop.background is not None
    assert desktop.background.attention is not None
    assert desktop.background.attention.reminding is not None
    return desktop.background.attention.reminding


def words(desktop: Desktop) -> str:
    """Return what the reminder says; nothing while there is none."""
    strip = desktop.window._strips.find("reminder")
    return strip._sentence.text() if strip is not None and strip.isVisible() else ""


def test_an_evening_a_night_and_a_morning(
    start: Start, clock: FixedClock, tmp_path: Path, qtbot: QtBot
) -> None:
    """Switched on, planned, told at six, answered; closed overnight, and on again in time."""
    desktop = start()
    keys = Keyboard(desktop.window)
    keys.plan()
    keys.go_to("settings")
    keys.use("settings:reminders")
    look = reminding(desktop, qtbot)
    (plan,) = desktop.program.infusions.recent()
    days = (plan.date - clock.now().date()).days

    clock.advance(days=days - 1, hours=9)
    look.look()
    told = words(desktop)
    keys.use("reminder:open")
    look.look()

    assert told.startswith("You have an appointment tomorrow")
    assert words(desktop) == ""
    here = desktop.window.navigation.here
    assert here is not None
    assert here.name == "today"
    assert desktop.close()
    assert "while_open: true" in (tmp_path / "data" / "settings.yaml").read_text("utf-8")

    clock.advance(hours=13)
    again = start()
    look = reminding(again, qtbot)
    look.look()
    assert words(again) == ""
    clock.advance(hours=4)
    look.look()
    assert words(again).startswith("The next time in your plan is")
    keys = Keyboard(again.window)
    keys.use("reminder:dismiss")
    assert keys.focus is not None
    keys.press(Qt.Key.Key_F1)
    look.look()
    assert words(again) == ""
