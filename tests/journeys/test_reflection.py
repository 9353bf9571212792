"""A reflection by keyboard alone: closed in the middle of a word, gone on with, looked back on."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from app.domain.infusion import Outcome
from app.services.looking_back import asked_reflection
from app.shell.bootstrap import Desktop
from tests.journeys.conftest import Start
from tests.support.clock import START, FixedClock
from tests.support.keyboard import Keyboard

HOPED = "A quiet hour"
CAME_UP = "A river, and my grandmother's kitch"
REST = "en."
STAYS = "Less hurry in the morning"
LATER = "The river does."


def reflections(home: Path, day: date) -> list[dict[str, Any]]:
    """Return the reflections in the file of *day*, as an independent reader sees them."""
    file = home / "data" / "journal" / str(day.year) / f"{day.isoformat()}.yaml"
    found: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))["reflections"]
    return found


def went_ahead_today(desktop: Desktop) -> str:
    """Plan an infusion for today that went ahead; return its id."""
    infusions = desktop.program.infusions
    plan, _ = infusions.keep_new(infusions.draft(START.date()))
    infusions.answer(plan, Outcome.WENT_AHEAD)
    return plan.id


def write(keys: Keyboard, infusion: str) -> None:
    """Begin a reflection in the journal, and say which infusion it is about; then write."""
    keys.use("first_run:skip")
    keys.go_to("journal")
    keys.use("journal:reflect")
    keys.tab_to("reflection:intention")
    keys.write(HOPED)
    keys.use(f"reflection:about:{infusion}")
    keys.tab_to("reflection:during")
    keys.write(CAME_UP)


def stop(desktop: Desktop) -> None:
    """Close the window as its frame does, in the middle of whatever is being typed."""
    desktop.window.close()
    while desktop.window.isVisible():
        QTest.qWait(10)
        desktop.window.close()
    assert desktop.close()


def open_written(desktop: Desktop, entry: str) -> Keyboard:
    """Open the reflection from the list of days."""
    keys = Keyboard(desktop.window)
    keys.go_to("journal")
    keys.use(f"entry:{entry}")
    return keys


def field(desktop: Desktop, name: str) -> str:
    """Return what stands in a field."""
    page = desktop.window.navigation.page
    assert page is not None
    editor = page.findChild(QPlainTextEdit, f"reflection:{name}")
    assert editor is not None
    return editor.toPlainText()


def test_every_word_is_there_and_the_next_day_asks_about_it(
    start: Start, clock: FixedClock, tmp_path: Path
) -> None:
    """Closed while writing, opened, gone on; a day later: partly, and why."""
    desktop = start()
    infusion = went_ahead_today(desktop)

    write(Keyboard(desktop.window), infusion)
    stop(desktop)

    (written,) = reflections(tmp_path, START.date())
    assert (written["intention"], written["during"]) == (HOPED, CAME_UP)
    assert written["infusion"] == infusion
    assert datetime.fromisoformat(written["at"]) == START

    desktop = start()
    keys = open_written(desktop, written["id"])
    assert (field(desktop, "intention"), field(desktop, "during")) == (HOPED, CAME_UP)
    keys.tab_to("reflection:during")
    QTest.keySequence(keys.focus, "Ctrl+End")
    keys.write(REST)
    keys.tab_to("reflection:after")
    keys.write(STAYS)
    stop(desktop)
    (written,) = reflections(tmp_path, START.date())
    assert (written["during"], written["after"]) == (CAME_UP + REST, STAYS)
    assert "look_back" not in written

    clock.advance(days=1)
    desktop = start()
    asked = asked_reflection(desktop.program.journal, clock.now())
    assert asked is not None
    assert asked.id == written["id"]
    keys = open_written(desktop, written["id"])
    keys.tab_to("reflection:holds:yes")
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Space)
    keys.tab_to("reflection:look_back:words")
    keys.write(LATER)
    stop(desktop)

    (written,) = reflections(tmp_path, START.date())
    said = written["look_back"]
    assert (said["holds"], said["words"]) == ("partly", LATER)
    assert datetime.fromisoformat(said["at"]) == START + timedelta(days=1)
    assert (written["during"], written["after"]) == (CAME_UP + REST, STAYS)
    assert datetime.fromisoformat(written["at"]) == START
