"""Words that were changed, seen beside those of now, brought back, and taken back: by keyboard."""

from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.shell.bootstrap import Desktop
from tests.journeys.conftest import Start
from tests.support.clock import FixedClock
from tests.support.keyboard import Keyboard


def read(desktop: Desktop, pattern: str) -> list[Any]:
    """Return what an independent reader finds in the files, once all is written."""
    desktop.program.folder.writer.wait(10)
    QApplication.processEvents()
    files = sorted(desktop.program.folder.paths.data.glob(pattern))
    return [yaml.safe_load(path.read_text("utf-8")) for path in files]


def shown(desktop: Desktop) -> str:
    """Return the words on the page."""
    page = desktop.window.navigation.page
    assert page is not None
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def open_entry(keys: Keyboard) -> None:
    """Go from the sidebar to the one check-in there is."""
    keys.go_to("journal")
    keys.tab_to("journal:new")
    while not keys.focus.objectName().startswith("entry:"):
        keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)


def test_words_that_were_changed_come_back_by_keyboard(
    start: Start, clock: FixedClock, tmp_path: Path, qtbot: QtBot
) -> None:
    """Write, wait, change, look at both, bring the first back, undo; and all is in the files."""
    desktop = start()
    keys = Keyboard(desktop.window)
    keys.use("first_run:skip")
    keys.go_to("journal")
    keys.use("journal:new")
    keys.use("effect:dizziness")
    keys.tab_to("check_in:words")
    keys.write("I was afraid at first.")
    assert desktop.close()
    clock.advance(hours=3)

    desktop = start()
    keys = Keyboard(desktop.window)
    open_entry(keys)
    keys.tab_to("check_in:words")
    keys.replace("I was calm at first.")
    keys.use("check_in:done")
    (version,) = read(desktop, "history/*/*.yaml")
    (day,) = read(desktop, "journal/2026/*.yaml")
    assert version["check_in"]["words"] == "I was afraid at first."
    assert day["check_ins"][0]["words"] == "I was calm at first."
    assert version["check_in"]["id"] == day["check_ins"][0]["id"]

    open_entry(keys)
    keys.use("versions")
    assert "I was calm at first." in shown(desktop)
    assert "I was afraid at first." in shown(desktop)
    clock.advance(minutes=1)
    keys.use("versions:bring_back")
    (day,) = read(desktop, "journal/2026/*.yaml")
    assert day["check_ins"][0]["words"] == "I was afraid at first."
    kept = [one["check_in"]["words"] for one in read(desktop, "history/*/*.yaml")]
    assert sorted(kept) == ["I was afraid at first.", "I was calm at first."]

    keys.press(Qt.Key.Key_Tab)
    keys.use("undo")
    keys.use("versions:done")
    (day,) = read(desktop, "journal/2026/*.yaml")
    assert day["check_ins"][0]["words"] == "I was calm at first."
    assert desktop.window.navigation.here is not None
    assert desktop.window.navigation.here.name == "check_in"

    keys.use("check_in:remove")
    assert read(desktop, "history/*/*.yaml") == read(desktop, "journal/*/*.yaml") == []
    keys.use("undo")
    assert len(read(desktop, "history/*/*.yaml")) == 2
    (back,) = read(desktop, "journal/2026/*.yaml")
    assert back["check_ins"][0]["words"] == "I was calm at first."
    assert desktop.close()
