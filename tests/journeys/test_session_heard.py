"""A session with the screen never looked at: by keyboard alone, and by what is really heard."""

import subprocess
import time
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.calm_choices import Ambience, Track
from app.domain.calm_session import Heard
from app.ui.sound.kinds import SoundProblem
from app.ui.sound.player import SILENT
from tests.support.keyboard import Keyboard
from tests.support.listening import AUDIBLE, BELL, CHIME, SILENCE, course, has_tone, loudest, server
from tests.support.pulse import SoundServer
from tests.support.seat import Seat, seat

__all__ = ["seat", "server"]

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what a screen reader is told to say, as it is told."""
    words: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            words.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return words


def pass_time(seat: Seat, seconds: float) -> None:
    """Let the clock go on, and the timer look at it."""
    seat.clock.advance(seconds=seconds)
    seat.desktop.places.calm.model.look()
    seat.settle()


def test_start_pause_go_on_call_and_end(
    seat: Seat, server: SoundServer, said: list[str], qtbot: QtBot
) -> None:
    """Each key has its sound and its words, and leaves the keyboard where the next one is."""
    keys = Keyboard(seat.desktop.window)
    keys.go_to("calm")
    qtbot.wait(2_000)
    with server.recorded() as heard:
        keys.tab_to("calm:start")
        start = time.monotonic()
        keys.press(Qt.Key.Key_Space)
        assert keys.focus.objectName() == "calm:pause"
        qtbot.wait(2_500)
        pass_time(seat, 3.0)
        qtbot.wait(500)

        paused = time.monotonic()
        keys.press(Qt.Key.Key_Space)
        assert said == ["5 minutes, paused"]
        qtbot.wait(2_500)
        again = time.monotonic()
        keys.press(Qt.Key.Key_Space)
        assert said[1:] == ["5 minutes, breathing"]
        qtbot.wait(2_000)

        keys.use("calm:close_eyes")
        assert seat.focus == "eyes_closed:someone"
        called = time.monotonic()
        keys.press(Qt.Key.Key_Space)
        assert seat.here == "someone"
        assert said[2].startswith("Please help me")
        qtbot.wait(2_500)
        keys.press(Qt.Key.Key_Escape)
        assert seat.focus == "eyes_closed:someone"
        QTest.keyPress(keys.focus, Qt.Key.Key_Escape)
        qtbot.wait(2_300)
        assert seat.focus == "calm:pause"
        assert said[3:] == ["Keep holding to leave"]

        keys.use("calm:end")
        ended = time.monotonic()
        assert seat.focus == "calm:done"
        assert said[4].startswith("You ended it here. ")
        qtbot.wait(3_500)
        closed = time.monotonic()

    (session,) = seat.desktop.program.journal.day(seat.clock.now().date()).calm_sessions
    assert session.heard == (Heard.RAIN, Heard.TONES)
    assert heard.first_above(AUDIBLE, start) - start < 1.0
    assert loudest(heard, paused + 1.3, again - 0.3) < SILENCE
    assert heard.first_above(AUDIBLE, again) - again < 1.0
    chime = heard.between(called + 0.1, called + 2.4)
    assert all(has_tone(chime, note, (1_000, 3_000)) for note in CHIME)
    assert loudest(heard, called, called + 2) > loudest(heard, again, called - 0.2)
    assert loudest(heard, ended + 2.2, closed - 0.2) < SILENCE


def test_the_breath_and_the_end_are_heard(seat: Seat, server: SoundServer, qtbot: QtBot) -> None:
    """A tone that rises, one that falls; the sound goes before the end, and the bell is alone."""
    seat.go("calm")
    seat.click("calm:sound")
    seat.click("calm:sound:silence")
    qtbot.wait(1_500)
    with server.recorded() as heard:
        inward = time.monotonic()
        seat.click("calm:start")
        qtbot.wait(2_000)
        outward = time.monotonic()
        pass_time(seat, 5.0)
        qtbot.wait(2_000)
        pass_time(seat, 297.0)
        ending = time.monotonic()
        qtbot.wait(2_500)

    tones = [course(heard.between(at, at + 1.8)) for at in (inward, outward)]
    print("tones, in Hz, first and last:", [[round(one) for one in tone] for tone in tones])
    (first_in, last_in), (first_out, last_out) = tones
    assert last_in > first_in * 1.1
    assert last_out < first_out / 1.1
    assert min(first_in, last_in) > max(first_out, last_out)
    assert has_tone(heard.between(ending + 0.1, ending + 2.3), BELL, (1_500, 4_000))
    assert "The time is over" in seat.words


def test_the_sound_goes_before_the_end_and_comes_back_with_more_time(
    seat: Seat, server: SoundServer, qtbot: QtBot
) -> None:
    """Within the seconds that were chosen; five minutes more bring it back."""
    seat.go("calm")
    seat.click("calm:sound")
    seat.click("calm:sound:brown")
    seat.click("calm:breathing")
    seat.click("calm:pattern:quiet")
    qtbot.wait(1_500)
    seat.click("calm:start")
    qtbot.wait(4_000)
    with server.recorded() as heard:
        full = time.monotonic()
        qtbot.wait(1_500)
        going = time.monotonic()
        pass_time(seat, 297.0)
        qtbot.wait(3_700)
        gone = time.monotonic()
        qtbot.wait(1_000)
        back = time.monotonic()
        seat.click("calm:longer")
        qtbot.wait(3_000)

    assert loudest(heard, full, going) > AUDIBLE
    assert loudest(heard, gone, back - 0.1) < SILENCE
    assert heard.first_above(AUDIBLE, back) - back < 2.0


def test_a_pause_near_the_end_is_silent_at_once(
    seat: Seat, server: SoundServer, qtbot: QtBot
) -> None:
    """Also while the sound is on its way out; more time brings it back, once it goes on."""
    own = seat.desktop.program.own_calm
    own.keep(replace(own.choices, sound=replace(own.choices.sound, ambience=Ambience.BROWN)))
    seat.go("calm")
    seat.click("calm:breathing")
    seat.click("calm:pattern:quiet")
    qtbot.wait(1_500)
    seat.click("calm:start")
    qtbot.wait(4_500)
    with server.recorded() as heard:
        pass_time(seat, 272.0)
        qtbot.wait(1_500)
        paused = time.monotonic()
        seat.click("calm:pause")
        qtbot.wait(2_500)
        more = time.monotonic()
        seat.click("calm:longer")
        qtbot.wait(1_500)
        again = time.monotonic()
        seat.click("calm:pause")
        qtbot.wait(3_000)

    assert loudest(heard, paused - 1.0, paused) > AUDIBLE
    assert loudest(heard, paused + 1.3, more - 0.2) < SILENCE
    assert loudest(heard, more + 0.8, again - 0.1) < AUDIBLE
    assert heard.first_above(AUDIBLE, again) - again < 2.0


def test_what_is_chosen_is_heard_for_a_moment(
    seat: Seat, server: SoundServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And goes by itself; nothing else has to be pressed."""
    monkeypatch.setattr("app.shell.session_sound.LISTEN_MS", 1_500)
    seat.go("calm")
    seat.click("calm:sound")
    qtbot.wait(1_500)
    with server.recorded() as heard:
        chosen = time.monotonic()
        seat.click("calm:sound:ocean")
        qtbot.wait(4_500)
        over = time.monotonic()

    assert heard.first_above(AUDIBLE, chosen) - chosen < 1.5
    assert loudest(heard, over - 0.7, over - 0.1) < SILENCE


def test_own_music_is_heard_and_what_is_gone_is_passed_over(
    seat: Seat, server: SoundServer, qtbot: QtBot, tmp_path: Path
) -> None:
    """The tone is that of the second file; the first is named on the page."""
    gone, tone = tmp_path / "Gone.mp3", tmp_path / "Tone.ogg"
    make = ["ffmpeg", "-nostdin", "-loglevel", "error", "-f", "lavfi"]
    subprocess.run([*make, "-i", "sine=frequency=330:duration=20", str(tone)], check=True)
    own = seat.desktop.program.own_calm
    sound = replace(own.choices.sound, ambience=Ambience.SILENCE, fade_in_seconds=1.0)
    tracks = tuple(Track(path=str(one)) for one in (gone, tone))
    own.keep(replace(own.choices, sound=sound, playlist=tracks))
    seat.go("calm")
    seat.click("calm:breathing")
    seat.click("calm:pattern:quiet")
    qtbot.wait(1_500)
    with server.recorded() as heard:
        seat.click("calm:start")
        qtbot.wait(3_000)
        playing = time.monotonic()
        qtbot.wait(1_000)
        pass_time(seat, 3.0)

    assert has_tone(heard.between(playing, playing + 0.9), 330, (1_000, 3_000))
    running = seat.desktop.program.calm.running
    assert running is not None
    assert running.heard == (Heard.MUSIC,)
    assert "“Gone” could not be played and was left out." in seat.words


def test_where_nothing_can_be_heard_the_journal_names_no_sound(
    seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor before that is known: the first tone falls into the first moment."""
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    monkeypatch.delenv(SILENT)
    seat.go("calm")
    seat.click("calm:start")
    pass_time(seat, 3.0)
    player = seat.desktop.places.calm.player
    qtbot.waitUntil(lambda: player.problem is SoundProblem.NO_DEVICE, timeout=10_000)
    pass_time(seat, 297.0)

    (session,) = seat.desktop.program.journal.day(seat.clock.now().date()).calm_sessions
    assert session.heard == ()


def test_no_name_of_a_file_is_printed(seat: Seat, server: SoundServer, tmp_path: Path) -> None:
    """Qt and FFmpeg would print what they open; what the player prints goes nowhere."""
    player = seat.desktop.places.calm.care()._sound.player
    player.open()

    assert player._process is not None
    assert player._process._running.stderr is None
