"""A session with closed eyes: nothing but three keys, and nothing else is shown or heard of."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.calm_phases import PhaseKind, single
from app.domain.preferences import Profile
from app.ui.calm import hold
from app.ui.calm.someone_page import DEAF_MS, MOST_TIMES, SomeonePage
from app.ui.sound.kinds import SoundProblem
from tests.support.seat import Seat

HELD_MS = 120
"""How long is to be held in these tests, so that they do not take two seconds each."""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold for less time."""
    monkeypatch.setattr(hold, "HOLD_MS", HELD_MS)


@pytest.fixture
def dark(seat: Seat) -> Seat:
    """Return a seat before the dark screen, on the day of an infusion."""
    plan = seat.plan(days=0)
    changed = replace(plan, place="Riverside", intention="Let it come,\nlet it go")
    seat.desktop.program.infusions.keep(changed)
    seat.desktop.program.preferences.keep_profile(Profile(name="Anna", country="US"))
    seat.go("calm")
    seat.click("calm:eyes_closed")
    seat.click("eyes_closed:start")
    return seat


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return a list that grows with every beep."""
    heard: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append(True))
    return heard


def page_of(seat: Seat) -> QWidget:
    """Return the page that is shown."""
    page = seat.desktop.window.navigation.page
    assert page is not None
    return page


def let_the_card_hear(seat: Seat) -> None:
    """Wait until the card can be closed."""
    QTest.qWait(DEAF_MS + 50)


def test_before_it_starts_it_says_that_the_key_calls_nobody(seat: Seat) -> None:
    """And how to leave, and what becomes of the screen."""
    seat.go("calm")
    seat.click("calm:eyes_closed")

    assert seat.here == "eyes_closed_start"
    words = seat.page_words
    assert "This key calls nobody. It shows a card and plays a sound on this computer." in words
    assert "Ask staff how to call them." in words
    assert "To leave, hold Esc for 2 seconds" in words
    assert seat.desktop.program.calm.running is None


def test_the_parts_are_those_of_the_infusion_and_the_rules(seat: Seat) -> None:
    """Forty minutes and thirty of rest where nothing is known; a part of none is left out."""
    seat.desktop.program.infusions.keep(replace(seat.plan(days=0), minutes=55))
    seat.go("eyes_closed_start")
    seat.click("eyes_closed:length")
    settle = seat.find("eyes_closed:settle")
    assert isinstance(settle, QSpinBox)

    settle.setValue(0)
    seat.click("eyes_closed:start")

    running = seat.desktop.program.calm.running
    assert running is not None
    assert [(one.kind, one.planned_minutes) for one in running.phases] == [
        (PhaseKind.INFUSION, 55),
        (PhaseKind.RECOVERY, 30),
    ]


def test_a_session_of_no_minutes_cannot_be_started(seat: Seat) -> None:
    """The button says so by being pale; nothing happens."""
    seat.go("eyes_closed_start")
    for kind in PhaseKind:
        if kind is not PhaseKind.SINGLE:
            seat.desktop.places.calm._parts.choose(kind, 0)

    start = page_of(seat).findChild(QWidget, "eyes_closed:start")
    assert start is not None
    assert not start.isEnabled()
    assert "Choose how many minutes" in str(seat.find("eyes_closed:length").accessibleDescription())


def test_the_screen_is_taken_and_given_back(dark: Seat) -> None:
    """Full screen while it is dark, and as it was afterwards; the sidebar is away."""
    window = dark.desktop.window
    assert window.isFullScreen()
    assert not window.sidebar.isVisible()

    QTest.keyPress(dark.find("eyes_closed:someone"), Qt.Key.Key_Escape)
    QTest.qWait(HELD_MS + 200)

    assert dark.here == "calm_running"
    assert not window.isFullScreen()


def test_a_window_that_was_maximized_is_so_again(seat: Seat) -> None:
    """Whatever it was before."""
    seat.desktop.window.showMaximized()
    seat.desktop.program.calm.start(single(5))
    seat.go("eyes_closed")
    seat.go("today")

    assert seat.desktop.window.isMaximized()


def test_other_keys_do_nothing(dark: Seat) -> None:
    """A sleeve cannot stop it: letters, Enter, arrows, Tab, shortcuts."""
    area = dark.find("eyes_closed:someone")
    for key in (
        Qt.Key.Key_A,
        Qt.Key.Key_Return,
        Qt.Key.Key_Down,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_F5,
        Qt.Key.Key_Delete,
    ):
        QTest.keyClick(area, key)
    QTest.keySequence(area, "Ctrl+Z")
    QTest.keySequence(area, "Alt+1")

    assert dark.here == "eyes_closed"
    assert area.hasFocus()
    assert dark.desktop.program.calm.running is not None


def test_escape_let_go_too_early_leaves_nothing(dark: Seat) -> None:
    """Neither does the repetition of a held key start it anew."""
    area = dark.find("eyes_closed:someone")
    QTest.keyPress(area, Qt.Key.Key_Escape)
    QTest.qWait(HELD_MS // 3)
    QTest.keyRelease(area, Qt.Key.Key_Escape)

    QTest.qWait(HELD_MS + 100)

    assert dark.here == "eyes_closed"


def test_a_key_that_repeats_by_being_let_go_and_pressed_is_held(dark: Seat) -> None:
    """As X11 tells it: not every repetition says that it is one."""
    area = dark.find("eyes_closed:someone")
    QTest.keyPress(area, Qt.Key.Key_Escape)
    for _repetition in range(HELD_MS // 40 + 4):
        QTest.qWait(40)
        if dark.here != "eyes_closed":
            break
        QTest.keyRelease(area, Qt.Key.Key_Escape)
        QTest.keyPress(area, Qt.Key.Key_Escape)

    assert dark.here == "calm_running"


def test_a_corner_that_is_held_leaves_and_any_other_place_does_not(dark: Seat) -> None:
    """For hands that find no key."""
    page = page_of(dark)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(page, left, pos=QPoint(page.width() // 2, page.height() - 4))
    QTest.qWait(HELD_MS + 100)
    assert dark.here == "eyes_closed"
    QTest.mouseRelease(page, left, pos=QPoint(page.width() // 2, page.height() - 4))
    QTest.mousePress(page, left, pos=QPoint(4, 4))
    QTest.mouseRelease(page, left, pos=QPoint(4, 4))
    QTest.qWait(HELD_MS + 100)
    assert dark.here == "eyes_closed"

    QTest.mousePress(page, left, pos=QPoint(page.width() - 4, page.height() - 4))
    QTest.qWait(HELD_MS + 200)

    assert dark.here == "calm_running"


def test_how_long_is_still_to_be_held_is_seen(dark: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quiet line along the foot grows, and goes when it is let go."""
    monkeypatch.setattr(hold, "HOLD_MS", 5_000)
    page = page_of(dark)
    foot = QPoint(2, page.height() - 2)
    before = page.grab().toImage().pixelColor(foot)

    QTest.keyPress(dark.find("eyes_closed:someone"), Qt.Key.Key_Escape)
    QTest.qWait(300)
    held = page.grab().toImage().pixelColor(foot)
    QTest.keyRelease(dark.find("eyes_closed:someone"), Qt.Key.Key_Escape)
    QTest.qWait(hold.GRACE_MS + 50)
    let_go = page.grab().toImage().pixelColor(foot)

    assert held.lightness() > before.lightness()
    assert let_go == before


def test_the_space_bar_shows_the_card_at_once_and_calls(dark: Seat, beeps: list[bool]) -> None:
    """Who, where and since when, in words for whoever comes by."""
    QTest.keyPress(dark.find("eyes_closed:someone"), Qt.Key.Key_Space)
    dark.settle()

    assert dark.here == "someone"
    words = dark.page_words
    assert "Please help me" in words
    assert "My name is Anna. I am having an infusion." in words
    assert "Riverside · infusion 1 · started 9:00 AM" in words
    assert "I asked for someone at 9:00 AM. Please speak softly." in words
    assert beeps == [True]
    assert dark.desktop.window.isFullScreen()


def test_a_key_pressed_again_and_again_does_not_close_the_card(dark: Seat) -> None:
    """Half asleep, one presses more than once; a tap too comes twice."""
    QTest.keyPress(dark.find("eyes_closed:someone"), Qt.Key.Key_Space)
    dark.settle()
    for _ in range(5):
        dark.press(Qt.Key.Key_Space)
    dark.click("someone:fine")

    assert dark.here == "someone"


def test_who_is_all_right_again_is_back_in_the_dark(dark: Seat) -> None:
    """By a button, or Escape; the session has gone on."""
    for way in ("click", "escape"):
        QTest.keyPress(dark.find("eyes_closed:someone"), Qt.Key.Key_Space)
        dark.settle()
        let_the_card_hear(dark)
        if way == "click":
            dark.click("someone:fine")
        else:
            dark.press(Qt.Key.Key_Escape)

        assert dark.here == "eyes_closed"
        assert dark.find("eyes_closed:someone").hasFocus()
    assert dark.desktop.program.calm.running is not None


def test_the_sound_comes_again_until_somebody_is_there(dark: Seat, beeps: list[bool]) -> None:
    """By hand, and by itself, but not for ever; not while Help now is read."""
    dark.click("eyes_closed:someone")
    page = page_of(dark)
    assert isinstance(page, SomeonePage)
    dark.click("someone:sound")
    assert len(beeps) == 2
    for _ in range(MOST_TIMES + 3):
        if page._again.isActive():
            page._again.timeout.emit()

    assert len(beeps) == 2 + MOST_TIMES
    dark.click("someone:help")
    assert not page._again.isActive()
    dark.press(Qt.Key.Key_Escape)
    assert dark.here == "someone"
    assert page._again.isActive()


def test_help_now_opens_from_the_dark_and_leads_back(dark: Seat) -> None:
    """On F1, from the card too; the screen stays taken."""
    dark.press(Qt.Key.Key_F1)
    assert dark.here == "help"
    dark.press(Qt.Key.Key_Escape)
    assert dark.here == "eyes_closed"

    dark.click("eyes_closed:someone")
    dark.press(Qt.Key.Key_F1)
    assert dark.here == "help"
    dark.press(Qt.Key.Key_Escape)
    assert dark.here == "someone"
    let_the_card_hear(dark)
    dark.click("someone:fine")

    assert dark.here == "eyes_closed"
    assert dark.desktop.window.isFullScreen()


def test_from_help_one_can_go_anywhere_else(dark: Seat) -> None:
    """Nothing waits any more then."""
    dark.click("eyes_closed:someone")
    dark.press(Qt.Key.Key_F1)
    dark.go("today")

    assert not dark.desktop.window.isFullScreen()
    assert not page_of(dark).isHidden()
    dark.press(Qt.Key.Key_F1)
    dark.press(Qt.Key.Key_Escape)
    assert dark.here == "today"


def test_the_card_can_be_tried_before_anything_is_started(seat: Seat, beeps: list[bool]) -> None:
    """It says what is known, which may be nothing, and leads back."""
    seat.go("eyes_closed_start")
    seat.click("eyes_closed:try")

    words = seat.page_words
    assert "Please help me" in words
    assert "My name is" not in words
    assert "infusion." not in words
    assert beeps == [True]
    let_the_card_hear(seat)
    seat.click("someone:fine")
    assert seat.here == "eyes_closed_start"
    assert not seat.desktop.window.isFullScreen()


@pytest.mark.parametrize(
    ("name", "days", "who"),
    [
        ("Anna", 0, "My name is Anna. I am having an infusion."),
        ("Anna", 1, "My name is Anna."),
        ("", 0, "I am having an infusion."),
    ],
)
def test_the_card_says_what_is_known(seat: Seat, name: str, days: int, who: str) -> None:
    """An infusion of another day is none now."""
    seat.plan(days=days)
    seat.desktop.program.preferences.keep_profile(Profile(name=name, country="US"))
    seat.go("eyes_closed_start")
    seat.click("eyes_closed:try")

    assert who in seat.page_words.split("\n")


def test_nothing_is_shown_unless_it_is_wanted(dark: Seat) -> None:
    """The intention on one line, and the breath in a word."""
    assert "Let it come" not in dark.page_words
    assert "Breathe" not in dark.page_words
    dark.desktop.program.calm.end()
    dark.go("eyes_closed_start")

    dark.click("eyes_closed:intention")
    dark.click("eyes_closed:breath")
    dark.click("eyes_closed:start")

    assert "Let it come, let it go" in dark.page_words
    assert "Breathe in" in dark.page_words
    dark.desktop.program.calm.pause()
    dark.desktop.places.calm.model.look()
    dark.settle()
    assert "Breathe in" not in dark.page_words


def test_both_are_chosen_before_it_starts(seat: Seat) -> None:
    """By switches; without an intention there is a way to write one."""
    seat.plan(days=0)
    seat.go("eyes_closed_start")
    assert seat.shows("eyes_closed:write")
    seat.click("eyes_closed:write")
    assert seat.here == "plan"
    seat.write("plan:intention", "Rest")
    seat.go("eyes_closed_start")

    seat.click("eyes_closed:intention")
    seat.click("eyes_closed:breath")
    seat.click("eyes_closed:start")

    assert "Rest" in seat.page_words
    assert "Breathe in" in seat.page_words


def test_no_news_stand_above_a_dark_screen(dark: Seat) -> None:
    """They wait until it is left."""
    dark.desktop.window.tell("The computer slept for 40 minutes.")
    dark.settle()
    assert not dark.shows("news:dismiss")

    dark.go("today")

    assert dark.shows("news:dismiss")


def test_the_end_comes_to_the_page_that_shows_it(dark: Seat, beeps: list[bool]) -> None:
    """The lock is gone with the session, and the end is heard."""
    dark.clock.advance(minutes=80)
    dark.desktop.places.calm.model.look()
    dark.settle()

    assert dark.here == "calm_running"
    assert "The time is over" in dark.page_words
    assert beeps == [True]
    assert not dark.desktop.window.isFullScreen()


def test_an_end_while_somebody_is_asked_for_leaves_the_card(dark: Seat) -> None:
    """It is the card that matters; the end is shown when it is closed."""
    dark.click("eyes_closed:someone")
    dark.clock.advance(minutes=80)
    dark.desktop.places.calm.model.look()
    dark.settle()
    assert dark.here == "someone"
    let_the_card_hear(dark)

    dark.click("someone:fine")

    assert dark.here == "calm_running"
    assert "The time is over" in dark.page_words


def test_any_session_can_go_on_in_the_dark(seat: Seat) -> None:
    """From the page of a session under way, and back to it."""
    seat.go("calm")
    seat.click("calm:start")
    seat.click("calm:close_eyes")
    assert seat.here == "eyes_closed"

    QTest.keyPress(seat.find("eyes_closed:someone"), Qt.Key.Key_Escape)
    QTest.qWait(HELD_MS + 200)

    assert seat.here == "calm_running"


def test_the_page_before_leads_back_to_calm(seat: Seat) -> None:
    """Nothing was started."""
    seat.go("eyes_closed_start")
    seat.click("eyes_closed:back")

    assert seat.here == "calm"


def test_the_computer_is_kept_awake_while_it_runs(seat: Seat, qtbot: QtBot) -> None:
    """Not while it stands still, nor afterwards."""
    seat.go("calm")
    seat.click("calm:start")
    care = seat.desktop.places.calm.care()
    assert care._awake.is_wanted
    seat.click("calm:pause")
    assert not care._awake.is_wanted
    seat.click("calm:pause")
    assert care._awake.is_wanted

    seat.click("calm:end")

    assert not care._awake.is_wanted


def test_without_sound_neither_screen_nor_card_promises_one(dark: Seat) -> None:
    """Only what can be had is said; and again all of it when it can."""
    calm = dark.desktop.places.calm.model
    calm.note_sound(SoundProblem.NO_DEVICE)
    assert "It shows a card. No sound can be heard here now." in dark.page_words

    dark.press(Qt.Key.Key_Space)
    assert dark.here == "someone"
    assert "It shows these words. No sound can be heard here now." in dark.page_words
    calm.note_sound(SoundProblem.OUTPUT_MISSING)

    assert "It shows these words and plays a sound on this computer." in dark.page_words
