"""A calm session from start to end, wherever the patient is and whatever the clock does."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.calm_choices import Ambience
from app.domain.calm_phases import single
from app.domain.calm_session import CalmSession, Heard, SessionEnd
from app.domain.patterns import QUIET
from app.domain.preferences import Look, ThemeName
from app.shell.window import LEAST
from app.ui.calm.words import left_words
from app.ui.sound.player import Player
from app.ui.theme.tokens import CONTRAST, DARK
from app.ui.widgets import focus_ring
from app.ui.widgets.breath import BreathCircle
from tests.support import lint
from tests.support.seat import Seat


def sessions(seat: Seat) -> tuple[CalmSession, ...]:
    """Return the calm sessions of today's journal."""
    return seat.desktop.program.journal.day(seat.clock.now().date()).calm_sessions


def text(seat: Seat, name: str) -> str:
    """Return what a button or a label says."""
    widget = seat.find(name)
    assert isinstance(widget, QAbstractButton | QLabel)
    return widget.text()


def look(seat: Seat) -> None:
    """Let the timer look at the clock, as it does twice a second."""
    seat.desktop.places.calm.model.look()
    seat.settle()


def is_enabled(seat: Seat, name: str) -> bool:
    """Tell whether the button *name*, which is on screen, can be pressed."""
    found = [w for w in seat.desktop.window.findChildren(QWidget, name) if w.isVisible()]
    assert len(found) == 1
    return found[0].isEnabled()


def circle(seat: Seat) -> BreathCircle:
    """Return the circle on screen."""
    circles = seat.desktop.window.findChildren(BreathCircle)
    return next(one for one in circles if one.isVisible())


@pytest.fixture
def running(seat: Seat) -> Seat:
    """Return a seat before ten minutes that have just begun."""
    seat.go("calm")
    seat.click("calm:length:10")
    seat.click("calm:start")
    return seat


def test_lengths_are_chosen_and_the_button_says_which(seat: Seat) -> None:
    """Three of the program's and one's own."""
    seat.go("calm")
    assert text(seat, "calm:start") == "Start 5 minutes"
    assert not seat.shows("calm:own")
    seat.click("calm:length:20")
    assert text(seat, "calm:start") == "Start 20 minutes"

    seat.click("calm:length:own")
    own = seat.find("calm:own")
    assert isinstance(own, QSpinBox)
    own.setValue(7)
    assert text(seat, "calm:start") == "Start 7 minutes"
    seat.click("calm:start")

    assert seat.here == "calm_running"
    assert "7 minutes, breathing" in seat.words


def test_a_session_wants_the_whole_window_and_keeps_help_near(running: Seat) -> None:
    """The sidebar goes, Help now and the way out stay, the keyboard is on Pause."""
    assert not running.desktop.window.sidebar.isVisible()
    assert running.focus == "calm:pause"
    assert circle(running).is_moving
    assert lint.unnamed(running.desktop.window) == []
    assert lint.clipped(running.desktop.window) == []

    running.click("calm:help")

    assert running.here == "help"
    assert running.desktop.window.sidebar.isVisible()


def test_a_quiet_session_has_a_circle_that_stays(seat: Seat) -> None:
    """There is nothing to follow with the breath."""
    seat.desktop.program.calm.start(single(10), pattern=QUIET)
    model = seat.desktop.places.calm.model

    before = model.breath()
    seat.clock.advance(seconds=3)

    assert model.breath() == before


def test_the_end_of_an_infusion_day_says_what_has_to_wait(seat: Seat) -> None:
    """The not-yet clock of Today in three lines; after a session of another kind nothing."""
    plan = seat.plan(days=0, arrive="09:00")
    seat.go("calm")
    seat.click("calm:length:infusion_day")
    seat.click("calm:start")
    seat.clock.advance(minutes=600)
    look(seat)

    assert seat.desktop.program.infusions.get(plan.id) is not None
    waits = text(seat, "calm:waits").split("\n")
    assert len(waits) == 3
    assert waits[0].startswith("Driving, cycling, machines: Not before Wednesday 25 November, ")
    window, keep_look = seat.desktop.window, seat.desktop.program.preferences.keep_look
    for percent, size in ((100, (1180, 860)), (100, (800, 600)), (200, (1180, 860)), (200, LEAST)):
        keep_look(Look(theme=ThemeName.LIGHT, text_percent=percent))
        window.resize(*size)
        seat.settle()
        assert lint.clipped(window) == []

    seat.click("calm:done")
    seat.go("calm")
    seat.click("calm:length:5")
    seat.click("calm:start")
    seat.clock.advance(minutes=5)
    look(seat)

    assert "The time is over" in seat.words
    assert not seat.shows("calm:waits")


def test_the_sound_is_changed_while_the_session_goes_on(running: Seat) -> None:
    """On a page as dark as the session; the way back is under the keyboard."""
    running.click("calm:change_sound")
    assert running.here == "session_sound"
    assert running.focus == "session_sound:back"
    assert not running.desktop.window.sidebar.isVisible()

    running.click("session_sound:volume:more")
    running.click("session_sound:ocean")
    running.clock.advance(minutes=1)
    look(running)
    running.click("session_sound:back")

    sound = running.desktop.program.own_calm.choices.sound
    assert (sound.volume, sound.ambience) == (0.45, Ambience.OCEAN)
    assert running.here == "calm_running"
    assert running.focus == "calm:pause"
    assert running.desktop.places.calm.model.seconds_left == 9 * 60


def test_what_was_chosen_is_noted_once_it_had_time_to_be_heard(
    running: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other sound of two seconds ago, and not yet the one of now."""
    monkeypatch.setattr(Player, "is_well", True)
    own = running.desktop.program.own_calm
    running.clock.advance(seconds=3)
    look(running)
    own.keep(replace(own.choices, sound=replace(own.choices.sound, ambience=Ambience.OCEAN)))
    look(running)
    session = running.desktop.program.calm.running
    assert session is not None
    assert session.heard == (Heard.RAIN,)

    running.clock.advance(seconds=2)
    look(running)

    session = running.desktop.program.calm.running
    assert session is not None
    assert session.heard == (Heard.RAIN, Heard.OCEAN)


def test_music_can_be_changed_from_there_too(running: Seat) -> None:
    """The session goes on, and is where Calm leads."""
    running.click("calm:change_sound")
    running.click("session_sound:choose_music")
    assert running.here == "music"

    running.go("calm")

    assert running.here == "calm_running"


def the_ring(seat: Seat) -> focus_ring._Frame:
    """Return the ring that is shown."""
    (ring,) = seat.desktop.window.findChildren(focus_ring._Frame)
    assert ring.isVisible()
    return ring


@pytest.mark.parametrize("look", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST])
def test_the_ring_around_the_keyboard_stands_out_from_the_dark(
    running: Seat, look: ThemeName
) -> None:
    """In the light look too, where the ring of the day would be lost; and that comes back after."""
    running.desktop.program.preferences.keep_look(Look(theme=look))
    running.press(Qt.Key.Key_Tab)
    ring = the_ring(running)
    ground = running.desktop.window.grab().toImage().pixelColor(5, 5)
    at_night, night = ring.color, CONTRAST if look is ThemeName.CONTRAST else DARK

    running.go("today")
    running.press(Qt.Key.Key_Tab)

    assert ground.name() == QColor(night.bg).name()
    assert at_night.name() == QColor(night.focus).name()
    assert the_ring(running).color.name() == running.desktop.theme.color("focus").name()


def test_pause_stands_still_and_goes_on(running: Seat) -> None:
    """An hour of pause costs no minute of the session."""
    running.clock.advance(minutes=3)
    running.click("calm:pause")
    assert text(running, "calm:pause") == "Go on"
    assert "10 minutes, paused" in running.words
    assert not circle(running).is_moving
    running.clock.advance(hours=1)
    look(running)

    running.press(Qt.Key.Key_Space)

    assert circle(running).is_moving
    running.clock.advance(minutes=7)
    look(running)
    (session,) = sessions(running)
    assert (session.minutes, session.paused_seconds) == (10, 3600)


def test_five_minutes_are_added_and_taken_while_there_is_room(running: Seat) -> None:
    """Taking can never end a session; the buttons say what can be done."""
    assert is_enabled(running, "calm:shorter")
    running.click("calm:shorter")
    assert "5 minutes, breathing" in running.words
    assert not is_enabled(running, "calm:shorter")
    running.desktop.places.calm.model.shorten()
    assert "5 minutes, breathing" in running.words

    running.click("calm:longer")
    running.click("calm:longer")
    assert "15 minutes, breathing" in running.words
    for _ in range(120):
        running.desktop.places.calm.model.lengthen()

    assert not is_enabled(running, "calm:longer")
    assert "600 minutes, breathing" in running.words


def test_the_time_is_shown_only_when_wanted(running: Seat) -> None:
    """The choice holds on both pages; time goes on in it."""
    assert "10:00" not in running.words
    running.click("calm:toggle_time")
    assert "10:00" in running.words
    running.clock.advance(seconds=30.5)
    look(running)
    assert "9:30" in running.words

    running.click("calm:end")
    running.click("calm:done")
    running.go("calm")

    assert running.is_checked("calm:show_time")
    running.click("calm:show_time")
    running.click("calm:start")
    assert "5:00" not in running.words


def test_ended_early_it_is_kept_and_offers_a_check_in(running: Seat) -> None:
    """The minutes that really ran, and no beep for what one ended oneself."""
    running.clock.advance(minutes=4)

    running.click("calm:end")

    (session,) = sessions(running)
    assert (session.end, session.minutes) == (SessionEnd.ENDED_EARLY, 4)
    assert "You ended it here" in running.words
    assert running.focus == "calm:done"
    assert not circle(running).is_moving
    running.click("calm:check_in")
    assert running.here == "check_in"


def test_at_its_deadline_it_says_so_and_beeps(
    running: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keyboard is on Done; the window came forward."""
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(True))
    running.desktop.window.showMinimized()
    running.clock.advance(minutes=10, seconds=1)

    look(running)

    assert beeps == [True]
    assert not running.desktop.window.isMinimized()
    assert "The time is over" in running.words
    assert "10 minutes, until 9:10" in running.words
    running.find("calm:done").setFocus()
    running.press(Qt.Key.Key_Space)
    assert running.here == "today"
    assert len(sessions(running)) == 1


def test_an_end_on_another_page_takes_no_key_from_the_writer(running: Seat) -> None:
    """Said above the page; the sentence being written goes on where it was."""
    running.click("calm:leave")
    running.go("check_in", "new")
    running.find("check_in:words").setFocus()
    running.type("The room felt ")
    running.clock.advance(minutes=11)

    look(running)
    running.type("bigger.")

    assert running.focus == "check_in:words"
    field = running.find("check_in:words")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "The room felt bigger."
    assert "The calm session is over." in running.words
    running.click("news:dismiss")
    assert "The calm session is over." not in running.words
    assert len(sessions(running)) == 1


def test_the_timer_looks_by_itself(running: Seat, qtbot: QtBot) -> None:
    """Twice a second, on whatever page, until there is nothing to look at."""
    running.go("today")
    running.clock.advance(minutes=11)

    qtbot.waitUntil(lambda: len(sessions(running)) == 1, timeout=3000)

    assert running.desktop.program.calm.running is None


def test_calm_leads_back_to_a_session_under_way(running: Seat) -> None:
    """Choosing Calm while one runs shows it, and after its end the choice again."""
    running.click("calm:leave")
    assert running.here == "today"
    running.go("calm")
    assert running.here == "calm_running"
    running.click("calm:leave")
    running.clock.advance(minutes=11)
    look(running)

    running.go("calm")

    assert running.here == "calm"
    assert running.shows("calm:start")


def test_coming_back_after_the_deadline_finds_the_end(running: Seat) -> None:
    """Even in the half second before the timer has looked; the keyboard is on Done."""
    running.click("calm:leave")
    running.clock.advance(minutes=11)

    running.go("calm_running")

    assert "The time is over" in running.words
    assert running.focus == "calm:done"


def test_a_new_session_after_an_end_starts_clean(running: Seat) -> None:
    """No word of the last one is left on the page."""
    running.click("calm:end")
    running.click("calm:done")
    running.go("calm")

    running.click("calm:start")

    assert "You ended it here" not in running.words
    assert running.focus == "calm:pause"
    assert not running.shows("calm:done")


def test_closing_lets_it_run_on(running: Seat) -> None:
    """Opened again, it is where the clock says, with the time that is left as it was shown."""
    running.click("calm:toggle_time")
    running.close()
    running.clock.advance(minutes=4)

    running.open()

    assert running.here == "calm_running"
    assert running.focus == "calm:pause"
    assert "6:00" in running.words


def test_an_end_while_closed_is_told_once(running: Seat) -> None:
    """When it ended, not when it was noticed; it is in the journal."""
    running.close()
    running.clock.advance(hours=2)

    running.open()

    assert running.here == "today"
    assert "Your calm session ended at 9:10" in running.words
    (session,) = sessions(running)
    assert session.minutes == 10
    running.reopen()
    assert "Your calm session ended" not in running.words


def test_a_paused_session_waits_for_its_return(running: Seat) -> None:
    """Closed while paused, it has lost nothing the next day."""
    running.click("calm:pause")
    running.close()
    running.clock.advance(hours=20)

    running.open()

    assert text(running, "calm:pause") == "Go on"
    assert "10 minutes, paused" in running.words


def test_a_changed_clock_is_told_and_changes_nothing(running: Seat) -> None:
    """The session goes on by the time that really passed."""
    running.clock.jump(hours=3)
    look(running)

    assert "The clock of the computer was changed." in running.words
    running.clock.advance(minutes=9)
    look(running)
    assert sessions(running) == ()
    running.clock.advance(minutes=1, seconds=1)
    look(running)
    assert len(sessions(running)) == 1


def test_a_restart_is_told(running: Seat) -> None:
    """After it only the wall clock can tell, and the patient hears that."""
    running.close()
    running.clock.reboot(minutes=5)

    running.open()
    look(running)

    assert running.here == "calm_running"
    assert "The computer was restarted." in running.words


def test_sleep_is_told_with_its_length(running: Seat) -> None:
    """The lid was shut for six minutes; the session went on."""
    running.clock.sleep(minutes=6)
    look(running)

    assert "The computer slept for 6 minutes. The session went on." in running.words
    assert sessions(running) == ()


def test_a_damaged_file_of_the_session_stops_nothing(running: Seat, tmp_path: Path) -> None:
    """The program opens; there is just no session under way."""
    running.close()
    (tmp_path / "state" / "running-session.yaml").write_text("a: [", encoding="utf-8")

    running.open()

    assert running.here == "today"


def test_the_keys_stand_below_each_other_where_it_is_narrow(running: Seat) -> None:
    """Nothing is cut off in a small window, and it goes back."""
    window = running.desktop.window
    for width in (700, 1180):
        window.resize(width, 600)
        running.settle()
        pause, leave = running.top("calm:pause"), running.top("calm:leave")

        assert (pause < leave - 20) is (width == 700)
        assert lint.clipped(window) == []


def test_a_session_can_be_had_by_keyboard_alone(seat: Seat) -> None:
    """Choose with arrows, start, pause, end, done."""
    seat.go("calm")
    seat.find("calm:length:5").setFocus(Qt.FocusReason.TabFocusReason)
    seat.press(Qt.Key.Key_Right)
    assert text(seat, "calm:start") == "Start 10 minutes"
    QTest.keyClick(seat.find("calm:start"), Qt.Key.Key_Space)
    seat.settle()
    assert seat.focus == "calm:pause"
    seat.press(Qt.Key.Key_Space)
    for _ in range(6):
        if seat.focus == "calm:end":
            break
        seat.press(Qt.Key.Key_Tab)

    seat.press(Qt.Key.Key_Space)
    seat.press(Qt.Key.Key_Space)

    assert seat.here == "today"


def test_the_last_second_counts_until_it_is_over() -> None:
    """The time left is never told as nothing while there is some."""
    assert [left_words(seconds) for seconds in (245, 60, 0.2, 0)] == [
        "4:05",
        "1:00",
        "0:01",
        "0:00",
    ]
