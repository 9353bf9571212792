"""Scripts to read: three of them, a step at a time, and nothing moves by itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.practices import Script
from app.domain.preferences import Look, ThemeName
from app.services.content import Content
from app.ui.calm import script_page
from app.ui.calm.script_page import ScriptPage
from tests.support import lint
from tests.support.seat import Seat

SCRIPTS = Content().scripts
IDS = [script.id for script in SCRIPTS]
OVER = "That was all of it."
SENSES = next(script for script in SCRIPTS if script.id == "grounding")


@pytest.fixture
def reading(seat: Seat) -> Seat:
    """Return a seat before the first step of the five senses."""
    seat.go("script", "grounding")
    return seat


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of what a screen reader is told from now on."""
    said: list[str] = []

    def hear(_widget: QWidget, words: str) -> None:
        said.append(words)

    monkeypatch.setattr(script_page, "announce", hear)
    return said


@pytest.fixture
def from_right_to_left(reading: Seat) -> Iterator[Seat]:
    """Return a seat before the first step, in a language that begins at the right."""
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    reading.settle()
    yield reading
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def step(seat: Seat) -> str:
    """Return the step that is on screen: what the button that leads on is described by."""
    described = [seat.find(name) for name in ("script:next", "script:done") if seat.shows(name)]
    assert len(described) == 1
    words = described[0].accessibleDescription()
    assert words in seat.words.split("\n")
    return words


def is_enabled(seat: Seat, name: str) -> bool:
    """Tell whether the button *name*, which is on screen, can be pressed."""
    (found,) = (w for w in seat.desktop.window.findChildren(QWidget, name) if w.isVisible())
    return found.isEnabled()


def test_calm_leads_to_the_scripts_and_back(seat: Seat) -> None:
    """By a quiet link below; where their wording stands in its review is said."""
    seat.go("calm")
    seat.click("calm:scripts")

    assert seat.here == "scripts"
    assert "Not yet reviewed by a clinician." in seat.words
    for script in SCRIPTS:
        name = seat.find(f"scripts:{script.id}").accessibleName()
        assert name == f"{script.title}, {script.text}"
    seat.click("scripts:back")
    assert seat.here == "calm"


def test_wording_that_was_signed_is_called_so(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever other files wait for."""
    monkeypatch.setattr("app.services.review.load", lambda _data: {"reviewed_by": "A. Clinician"})

    seat.go("scripts")

    assert "Reviewed by a clinician." in seat.words.split("\n")


@pytest.mark.parametrize("script", SCRIPTS, ids=IDS)
def test_every_script_is_read_to_its_end_by_one_key(
    seat: Seat, heard: list[str], script: Script
) -> None:
    """Each step alone on the screen, told to a screen reader, with how far one is."""
    seat.go("scripts")
    seat.click(f"scripts:{script.id}")
    assert seat.here == "script"
    assert not seat.desktop.window.sidebar.isVisible()
    seen = []
    for number in range(1, len(script.steps) + 1):
        assert seat.focus == "script:next"
        assert f"{number} of {len(script.steps)}" in seat.words.split("\n")
        seen.append(step(seat))
        seat.press(Qt.Key.Key_Space)

    assert seen == [one.text for one in script.steps]
    assert step(seat) == OVER
    assert heard == [*seen[1:], OVER]
    assert " of " not in seat.words.replace(OVER, "")
    assert not seat.shows("script:stop")
    assert seat.focus == "script:done"
    seat.press(Qt.Key.Key_Space)
    assert seat.here == "scripts"
    assert seat.focus == f"scripts:{script.id}"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right])
def test_more_than_one_key_leads_on(reading: Seat, key: Qt.Key) -> None:
    """Whichever the hand finds."""
    reading.press(key)

    assert step(reading) == SENSES.steps[1].text
    assert reading.focus == "script:next"


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Backspace])
def test_a_key_leads_back_and_no_further_than_the_first_step(reading: Seat, key: Qt.Key) -> None:
    """The keyboard stays where it leads on; from the end too there is a way back."""
    assert not is_enabled(reading, "script:back")
    for _step in SENSES.steps:
        reading.press(Qt.Key.Key_Right)
    assert step(reading) == OVER
    reading.press(key)
    assert step(reading) == SENSES.steps[-1].text
    assert reading.focus == "script:next"

    for _again in range(len(SENSES.steps) + 3):
        reading.press(key)

    assert step(reading) == SENSES.steps[0].text
    assert reading.focus == "script:next"


def test_an_arrow_does_not_leave_the_end(reading: Seat) -> None:
    """Nor does it begin anew: both are buttons that say so."""
    for _again in range(len(SENSES.steps) + 3):
        reading.press(Qt.Key.Key_Right)

    assert reading.here == "script"
    assert step(reading) == OVER


def test_arrows_follow_the_line_from_right_to_left(from_right_to_left: Seat) -> None:
    """There the left one leads on."""
    seat = from_right_to_left
    seat.press(Qt.Key.Key_Left)
    assert step(seat) == SENSES.steps[1].text
    assert lint.clipped(seat.desktop.window) == []

    assert seat.find("script:next").x() < seat.find("script:back").x()

    seat.press(Qt.Key.Key_Right)

    assert step(seat) == SENSES.steps[0].text


def test_a_key_that_is_held_counts_once(reading: Seat) -> None:
    """No step rushes by unread."""
    none = Qt.KeyboardModifier.NoModifier
    QTest.keyPress(reading.find("script:next"), Qt.Key.Key_Space)
    for _again in range(5):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, none, " ", True)
        QApplication.sendEvent(reading.find("script:next"), again)
    QTest.keyRelease(reading.find("script:next"), Qt.Key.Key_Space)
    reading.settle()

    assert step(reading) == SENSES.steps[1].text
    page = reading.desktop.window.navigation.page
    assert page is not None
    assert not any(one.autoRepeat() for one in page.findChildren(QShortcut))


def test_buttons_lead_on_and_back_and_leave_the_keyboard_on_next(reading: Seat) -> None:
    """With the mouse: the space bar means the same after it as before."""
    reading.click("script:next")
    reading.click("script:next")
    reading.click("script:back")
    assert step(reading) == SENSES.steps[1].text

    reading.press(Qt.Key.Key_Space)

    assert step(reading) == SENSES.steps[2].text


def test_who_walked_to_back_stays_there_until_it_leads_nowhere(reading: Seat) -> None:
    """By Tab; Enter presses what has the keyboard. At the first step it is on Next again."""
    reading.press(Qt.Key.Key_Right)
    reading.press(Qt.Key.Key_Right)
    QTest.keyClick(reading.find("script:next"), Qt.Key.Key_Backtab)
    assert reading.focus == "script:back"
    reading.press(Qt.Key.Key_Return)
    assert step(reading) == SENSES.steps[1].text
    assert reading.focus == "script:back"
    assert reading.find("script:back").accessibleDescription() == SENSES.steps[1].text

    reading.press(Qt.Key.Key_Space)

    assert step(reading) == SENSES.steps[0].text
    assert reading.focus == "script:next"


def test_once_more_begins_at_the_first_step(reading: Seat) -> None:
    """By keyboard too: it is beside Done."""
    for _step in SENSES.steps:
        reading.press(Qt.Key.Key_Space)
    QTest.keyClick(reading.find("script:done"), Qt.Key.Key_Backtab)
    assert reading.focus == "script:again"

    reading.press(Qt.Key.Key_Return)

    assert step(reading) == SENSES.steps[0].text
    assert reading.focus == "script:next"
    assert reading.shows("script:stop")


@pytest.mark.parametrize("way", ["click", "escape", "tab"])
def test_it_can_be_stopped_at_any_step(reading: Seat, way: str) -> None:
    """And begins anew the next time."""
    reading.press(Qt.Key.Key_Space)
    if way == "click":
        reading.click("script:stop")
    elif way == "escape":
        reading.press(Qt.Key.Key_Escape)
    else:
        reading.press(Qt.Key.Key_Tab)
        reading.press(Qt.Key.Key_Tab)
        assert reading.focus == "script:stop"
        reading.press(Qt.Key.Key_Return)

    assert reading.here == "scripts"
    reading.click("scripts:grounding")
    assert step(reading) == SENSES.steps[0].text


@pytest.mark.parametrize("way", ["click", "F1"])
def test_help_now_leads_back_to_the_very_step(reading: Seat, way: str) -> None:
    """The keyboard is where it leads on, whatever was pressed before."""
    reading.press(Qt.Key.Key_Space)
    if way == "click":
        reading.click("script:help")
    else:
        reading.press(Qt.Key.Key_F1)
    assert reading.here == "help"

    reading.press(Qt.Key.Key_Escape)

    assert reading.here == "script"
    assert step(reading) == SENSES.steps[1].text
    assert reading.focus == "script:next"


@pytest.mark.parametrize("argument", ["", "no-such-script"])
def test_a_script_that_is_not_there_leads_to_the_list(seat: Seat, argument: str) -> None:
    """As after an update that took it away."""
    seat.go("script", argument)

    assert seat.here == "scripts"
    assert seat.shows("scripts:grounding")


def test_nothing_is_kept_and_nothing_runs(reading: Seat) -> None:
    """No session, no journal, and the step stays however long it takes."""
    reading.press(Qt.Key.Key_Space)
    before = reading.files()

    reading.clock.advance(hours=3)
    QTest.qWait(300)

    assert step(reading) == SENSES.steps[1].text
    assert reading.files() == before
    assert reading.desktop.program.calm.running is None


@pytest.mark.parametrize("percent", [100, 200])
def test_no_step_is_cut_off_and_the_keys_are_in_sight(seat: Seat, percent: int) -> None:
    """Every step of every script, in a small window and a large one."""
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    seat.desktop.program.preferences.keep_look(look)
    window = seat.desktop.window
    found: list[str] = []
    for script in SCRIPTS:
        for width, height in ((800, 600), (1180, 860)):
            window.resize(width, height)
            seat.go("script", script.id)
            for number in range(len(script.steps) + 1):
                seat.settle()
                page = window.navigation.page
                assert isinstance(page, ScriptPage)
                faults = [*lint.clipped(window), *lint.small_targets(window)]
                if page.area.verticalScrollBar().maximum() > 0:
                    faults.append("it scrolls")
                found += [f"{script.id} {number}, {width}: {fault}" for fault in faults]
                page.go_on()

    assert not found, "\n".join(found)


def test_done_stands_where_next_stood(reading: Seat) -> None:
    """The hand need not look for it."""
    before = reading.find("script:next").geometry()
    for _step in SENSES.steps:
        reading.press(Qt.Key.Key_Space)

    assert reading.find("script:done").geometry() == before
