"""A search over several years by keyboard alone: found, opened, changed, removed, brought back."""

from datetime import datetime, timedelta
from typing import Any

import yaml
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTableView, QWidget

from app.domain.check_in import TimePoint
from app.domain.effects import EffectNote, Severity
from app.shell.bootstrap import Desktop
from tests.journeys.conftest import Start
from tests.support.clock import START
from tests.support.keyboard import Keyboard


def write(desktop: Desktop, years_ago: int, words: str, severity: Severity) -> str:
    """Keep a check-in of some years ago in which nausea is noted; return its id."""
    journal = desktop.program.journal
    at = START - timedelta(days=365 * years_ago)
    draft = replace(journal.draft(TimePoint.ANY_TIME, None), at=at, words=words)
    note = EffectNote(effect="nausea", severity=severity)
    return journal.keep(replace(draft, effects=(note,))).id


def read(desktop: Desktop) -> dict[str, dict[str, Any]]:
    """Return the check-ins by their ids, as another program reads them."""
    desktop.program.folder.writer.wait(10)
    QApplication.processEvents()
    files = sorted(desktop.program.folder.paths.data.glob("journal/*/*.yaml"))
    days = [yaml.safe_load(path.read_text("utf-8")) for path in files]
    return {one["id"]: one for day in days for one in day["check_ins"]}


def shown(desktop: Desktop) -> str:
    """Return the words on the page."""
    page = desktop.window.navigation.page
    assert page is not None
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def choose(keys: Keyboard, name: str, text: str) -> None:
    """Tab to the menu *name*, and walk down in it to *text*."""
    keys.tab_to(name)
    box = keys.focus
    assert isinstance(box, QComboBox)
    for _step in range(box.count()):
        if box.currentText() == text:
            return
        keys.press(Qt.Key.Key_Down)
    raise AssertionError(f"{text} is not in {name}")


def field(desktop: Desktop, name: str) -> QWidget:
    """Return the control *name*, to look at."""
    found = desktop.window.findChild(QWidget, name)
    assert found is not None
    return found


def results(desktop: Desktop) -> tuple[int, int]:
    """Return how many rows the list has, and on which one the keyboard is."""
    found = field(desktop, "journal:results")
    assert isinstance(found, QTableView)
    return found.model().rowCount(), found.currentIndex().row()


def test_what_was_written_years_ago_is_found_and_changed_by_keyboard(start: Start) -> None:
    """Nothing is lost on the way: the files say at the end what was written and nothing else."""
    desktop = start()
    keys = Keyboard(desktop.window)
    keys.use("first_run:skip")
    oldest = write(desktop, 3, "The river was black.", Severity.SEVERE)
    older = write(desktop, 2, "A boat on a river.", Severity.MILD)
    old = write(desktop, 1, "A river of light.", Severity.SEVERE)
    write(desktop, 0, "Snow, and nothing else.", Severity.SEVERE)
    before = read(desktop)

    keys.go_to("journal")
    keys.tab_to("journal:search")
    keys.write("ri")
    keys.write("ver")
    assert "3 entries found" in shown(desktop)
    choose(keys, "journal:effect", "Nausea")
    assert "3 entries found" in shown(desktop)
    choose(keys, "journal:strength", "Severe")
    assert "2 entries found" in shown(desktop)

    keys.tab_to("journal:results")
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Return)
    keys.tab_to("check_in:words")
    keys.replace("A river of warm light.")
    keys.use("check_in:done")

    assert "2 entries found" in shown(desktop)
    search, strength = field(desktop, "journal:search"), field(desktop, "journal:strength")
    assert isinstance(search, QLineEdit)
    assert isinstance(strength, QComboBox)
    assert (search.text(), strength.currentText()) == ("river", "Severe")
    assert keys.focus.objectName() == "journal:results"
    assert results(desktop) == (2, 0)

    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Delete)
    assert "1 entry found" in shown(desktop)
    assert oldest not in read(desktop)
    QTest.keySequence(keys.focus, "Ctrl+Z")
    keys.press(Qt.Key.Key_Home)
    assert results(desktop) == (2, 0)

    after = read(desktop)
    assert after[old].pop("words") == "A river of warm light."
    assert before[old].pop("words") == "A river of light."
    assert datetime.fromisoformat(after[old].pop("changed")) >= START
    before[old].pop("changed", None)
    assert after == before
    assert after[older]["effects"] == [{"effect": "nausea", "severity": "mild"}]
    assert desktop.close()
