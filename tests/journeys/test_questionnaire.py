"""A PHQ-9 by keyboard alone: whom to call comes before any score, and no answer is lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.shell.bootstrap import Desktop
from tests.journeys.conftest import Start
from tests.support.clock import FixedClock
from tests.support.keyboard import Keyboard
from tests.support.source import ROOT

ITEMS = (
    "little_interest",
    "feeling_down",
    "sleep",
    "energy",
    "appetite",
    "self_worth",
    "concentration",
    "movement",
    "self_harm",
    "difficulty",
)

KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import Qt
from app.shell.bootstrap import Desktop, application
from app.storage.paths import Paths
from app.ui.route import Route
from tests.support.clock import FixedClock
from tests.support.keyboard import Keyboard

home, app = Path(sys.argv[1]), application()
paths = Paths(data=home / "data", state=home / "state", config=home / "config")
clock = FixedClock()
desktop = Desktop(paths, clock, "en")
desktop.show()
desktop.window.activateWindow()
desktop.window.navigation.go(Route("questionnaire", "go:phq_9"))
keys = Keyboard(desktop.window)
keys.tab_to("answer:0")
for key in (Qt.Key.Key_4, Qt.Key.Key_1):
    clock.advance(seconds=1)
    keys.press(key)
desktop.program.folder.writer.wait(10)
os.kill(os.getpid(), signal.SIGKILL)
"""
"""A program that is killed as soon as the second answer is on the disk."""


def words(desktop: Desktop) -> str:
    """Return every text of a label on screen."""
    labels = desktop.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def kept(data: Path, day: str = "2026-11-24") -> list[dict[str, Any]]:
    """Return the questionnaires of *day*, as another program reads them."""
    text = (data / "journal" / day[:4] / f"{day}.yaml").read_text("utf-8")
    questionnaires = yaml.safe_load(text)["questionnaires"]
    assert isinstance(questionnaires, list)
    return questionnaires


def answers(questionnaire: dict[str, Any]) -> dict[str, int]:
    """Return the answers by question."""
    return {one["question"]: one["answer"] for one in questionnaire["answers"]}


class Reader(Keyboard):
    """A keyboard before which somebody reads for a moment before each key."""

    def __init__(self, desktop: Desktop, clock: FixedClock) -> None:
        super().__init__(desktop.window)
        self._clock = clock

    def press(self, key: Qt.Key, *, times: int = 1) -> None:
        """Press *key* so many times, in no hurry."""
        for _ in range(times):
            self._clock.advance(seconds=1)
            super().press(key)


def begin(keys: Keyboard) -> None:
    """Go to the first question of the PHQ-9, by way of the journal."""
    keys.go_to("journal")
    keys.use("journal:questionnaires")
    keys.use("questionnaires:begin:phq_9")


def test_a_phq_9_by_keyboard_shows_whom_to_call_before_any_score(
    start: Start, clock: FixedClock, tmp_path: Path
) -> None:
    """Number keys, arrows with Enter, one left out and taken up again, the card, the end."""
    data = tmp_path / "data"
    desktop = start()
    keys = Reader(desktop, clock)
    keys.use("first_run:skip")
    begin(keys)
    assert "question 1 of 9" in words(desktop)

    keys.press(Qt.Key.Key_2)
    keys.press(Qt.Key.Key_Down, times=2)
    keys.press(Qt.Key.Key_Return)
    keys.use("question:leave_out")
    keys.use("question:back")
    keys.press(Qt.Key.Key_4)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_2):
        keys.press(key)
    assert "question 9 of 9" in words(desktop)
    keys.press(Qt.Key.Key_Down)
    assert "question 9 of 9" in words(desktop)
    keys.press(Qt.Key.Key_Space)

    card = words(desktop)
    assert "Thank you for being honest." in card
    assert "To reach a person now:" in card
    assert "Total" not in card
    desktop.program.folder.writer.wait(10)
    (stored,) = kept(data)
    assert answers(stored)["self_harm"] == 1
    assert "finished" not in stored

    clock.advance(minutes=2)
    keys.use("crisis:go_on")
    keys.press(Qt.Key.Key_3)
    finished = clock.now().isoformat()
    end = words(desktop)
    assert "9 of 9 answered" in end
    assert "Total: 11 of 27, moderate" in end
    assert "A screening score to talk over with your clinician." in end
    keys.use("answers:done")
    assert desktop.close()

    (stored,) = kept(data)
    assert stored["name"] == "phq_9"
    assert tuple(answers(stored)) == ITEMS
    assert tuple(answers(stored).values()) == (1, 2, 3, 0, 1, 2, 0, 1, 1, 2)
    assert stored["finished"] == finished
    assert not any("total" in key or "score" in key for key in stored)

    again = start()
    keys = Reader(again, clock)
    keys.go_to("journal")
    keys.use("journal:questionnaires")
    keys.tab_to(f"entry:{stored['id']}")
    keys.press(Qt.Key.Key_Space)
    assert "Total: 11 of 27, moderate" in words(again)


def test_closing_in_the_middle_keeps_every_answer_and_goes_on_where_it_was(
    start: Start, clock: FixedClock, tmp_path: Path
) -> None:
    """It is one record, before and after; on the day after it stays as it is."""
    data = tmp_path / "data"
    desktop = start()
    keys = Reader(desktop, clock)
    keys.use("first_run:skip")
    begin(keys)
    for key in (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_2):
        keys.press(key)
    assert desktop.close()
    (before,) = kept(data)
    assert answers(before) == {"little_interest": 0, "feeling_down": 3, "sleep": 1}

    again = start()
    keys = Reader(again, clock)
    begin(keys)
    assert "question 4 of 9" in words(again)
    keys.press(Qt.Key.Key_3)
    keys.use("question:later")
    assert "4 of 9 answered today" in words(again)
    assert again.close()

    (after,) = kept(data)
    assert after["id"] == before["id"]
    assert answers(after) == {**answers(before), "energy": 2}


def test_a_kill_in_the_middle_costs_no_answer(tmp_path: Path) -> None:
    """What was tapped lies in the real file at once: nothing has to be left or closed first."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, tmp_path],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == -signal.SIGKILL, done.stderr
    (stored,) = kept(tmp_path / "data")
    assert answers(stored) == {"little_interest": 3, "feeling_down": 0}
