"""Sessions on the computer's own clock, recorded as they are: nothing in them is hurried."""

import statistics
import subprocess
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from app.domain.bells import Bells
from app.domain.calm_choices import Ambience, Sound, Track
from app.domain.calm_phases import PhaseKind, RunningPhase
from app.domain.patterns import COHERENT
from tests.support.clock import RealClock
from tests.support.keyboard import Keyboard
from tests.support.listening import (
    AUDIBLE,
    BELL,
    SILENCE,
    course,
    has_tone,
    levels,
    loudest,
    server,
)
from tests.support.pulse import RATE, Recording, SoundServer
from tests.support.seat import Seat

__all__ = ["server"]

pytestmark = pytest.mark.timeout(240)

MUSIC = 1_500
"""The pitch of the music, in Hz: no tone of the program's own is near it."""

PARTS = (8.0, 10.0, 8.0)
FADE_IN, FADE_OUT = 4.0, 5.0
LOOP = 30.04
"""How long a round of the low hum is, in seconds."""
BELL_MS = 6_000
"""After that the bell of the end has rung out."""

LATE = 0.2
"""Seconds that something may come after its moment."""


@pytest.fixture
def seat(tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """Return a seat at which time passes by itself."""
    taken = Seat(tmp_path, clock=RealClock())
    yield taken
    taken.close()


def choose(seat: Seat, sound: Sound, *, music: Path | None = None) -> None:
    """Have the patient like *sound*, and *music*."""
    own = seat.desktop.program.own_calm
    playlist = () if music is None else (Track(path=str(music)),)
    own.keep(replace(own.choices, sound=sound, playlist=playlist))


def share_of_music(heard: Recording, start: float, end: float) -> NDArray[np.float64]:
    """Return how loud the music alone is in every half second between two moments, in dB.

    Of each the middle one of its tenths, so that a hole that a busy computer tears counts little.
    """
    length = RATE // 10
    sound = heard.between(start, end)
    pieces = sound[: sound.size // (5 * length) * 5 * length].reshape(-1, 5, length)
    turning = np.hanning(length) * 2 * np.exp(-2j * np.pi * MUSIC * np.arange(length) / RATE)
    shares = np.median(2 * np.abs((pieces * turning).mean(axis=2)), axis=1)
    return np.asarray(20 * np.log10(np.maximum(shares, 1e-9)))


def begin_short_parts(seat: Seat) -> None:
    """Begin a session of parts that are shorter than anybody can choose."""
    kinds = (PhaseKind.SETTLE, PhaseKind.INFUSION, PhaseKind.RECOVERY)
    phases = tuple(
        RunningPhase(kind=kind, planned_minutes=1, seconds=seconds)
        for kind, seconds in zip(kinds, PARTS, strict=True)
    )
    sessions = seat.desktop.program.calm
    sessions._start(phases, COHERENT.id, Bells(phase_ends=True), holds=False)
    seat.desktop.places.calm.model.look()


def test_a_session_in_parts_is_heard_as_it_is_planned(
    seat: Seat, server: SoundServer, tmp_path: Path, qtbot: QtBot
) -> None:
    """Music that comes and goes, tones for the breath, a bell between the parts and at the end."""
    tone = tmp_path / "Tone.flac"
    make = ["ffmpeg", "-nostdin", "-loglevel", "error", "-f", "lavfi"]
    subprocess.run([*make, "-i", f"sine=frequency={MUSIC}:duration=60", str(tone)], check=True)
    choose(
        seat,
        Sound(ambience=Ambience.SILENCE, fade_in_seconds=FADE_IN, fade_out_seconds=FADE_OUT),
        music=tone,
    )
    ended: list[float] = []
    seat.desktop.places.calm.model.ended.connect(lambda _session: ended.append(time.monotonic()))
    seat.go("calm")
    qtbot.wait(2_000)

    with server.recorded() as heard:
        start = time.monotonic()
        begin_short_parts(seat)
        qtbot.waitUntil(lambda: bool(ended), timeout=40_000)
        qtbot.wait(BELL_MS)

    length = sum(PARTS)
    first, second = start + PARTS[0], start + PARTS[0] + PARTS[1]
    end = start + length
    delay = heard.first_above(AUDIBLE, start) - start
    rise = share_of_music(heard, start + 0.5, start + FADE_IN)
    fall = share_of_music(heard, end - FADE_OUT + 0.5, end - 0.5)
    tones = [course(_low(heard, at + 0.05, at + 1.9)) for at in (first + 2.0, first + 7.0)]
    print(f"first sample after {delay:.2f} s, end {ended[0] - end:+.3f} s")
    print("fades in dB:", np.round(rise, 1), np.round(fall, 1))
    print("tones in Hz, first and last:", np.round(tones))

    assert delay < 1.0
    assert abs(ended[0] - end) < LATE
    assert np.diff(rise).min() > -0.1
    assert np.diff(fall).max() < 0.1
    assert np.abs(heard.samples).max() < 1.0
    (in_first, in_last), (out_first, out_last) = tones
    assert in_last > in_first * 1.1
    assert out_last < out_first / 1.1
    assert np.sqrt(in_first * in_last) / np.sqrt(out_first * out_last) > 4 / 3
    for at in (first, second, end):
        assert has_tone(heard.between(at + 0.1, at + 1.6), BELL, (2_000, 4_000))
    assert loudest(heard, end + BELL_MS / 1_000 - 0.5, end + BELL_MS / 1_000) < SILENCE


def _low(heard: Recording, start: float, end: float) -> NDArray[np.float64]:
    """Return what was heard between two moments, without the music."""
    sound = heard.between(start, end)
    spectrum = np.fft.rfft(sound)
    spectrum[np.fft.rfftfreq(sound.size, 1 / RATE) > 480] = 0
    return np.asarray(np.fft.irfft(spectrum, sound.size))


def test_five_starts_are_heard_within_a_second(
    seat: Seat, server: SoundServer, qtbot: QtBot
) -> None:
    """From the key to the first sample, with rain at its first volume."""
    keys = Keyboard(seat.desktop.window)
    starts: list[float] = []
    with server.recorded() as heard:
        for _ in range(5):
            keys.go_to("calm")
            qtbot.wait(2_000)
            keys.tab_to("calm:start")
            starts.append(time.monotonic())
            keys.press(Qt.Key.Key_Space)
            qtbot.wait(1_500)
            keys.use("calm:end")
            qtbot.wait(2_000)
            keys.use("calm:done")

    delays = [heard.first_above(AUDIBLE, start) - start for start in starts]
    print("seconds to the first sample:", np.round(delays, 2))
    assert all(loudest(heard, start - 0.4, start - 0.05) < SILENCE for start in starts)
    assert statistics.median(delays) < 1.0


@pytest.mark.long
def test_two_real_minutes_have_no_gap_and_end_at_their_moment(
    seat: Seat, server: SoundServer, qtbot: QtBot
) -> None:
    """Three rounds of a loop without a hole, and a bell at most a fifth of a second off.

    On a quiet computer nothing of it is silent. A busy one tears holes now here, now there, while
    a seam that can be heard would be at the same place of every round.
    """
    choose(seat, Sound(ambience=Ambience.BROWN, tones=False, volume=0.7, fade_out_seconds=10.0))
    ended: list[float] = []
    seat.desktop.places.calm.model.ended.connect(lambda _session: ended.append(time.monotonic()))
    seat.go("calm")
    seat.click("calm:length:own")
    own = seat.find("calm:own")
    assert isinstance(own, QSpinBox)
    own.setValue(2)
    qtbot.wait(2_000)

    with server.recorded() as heard:
        start = time.monotonic()
        seat.click("calm:start")
        qtbot.waitUntil(lambda: bool(ended), timeout=150_000)
        qtbot.wait(BELL_MS)

    end = start + 120.0
    holes = np.flatnonzero(levels(heard.between(start + 5.0, end - 11.0), 0.02) < SILENCE) / 50
    bell = heard.first_above(-50, end - 0.5)
    print(
        f"end {ended[0] - end:+.3f} s, its bell {bell - end:+.3f} s,"
        f" silent pieces of 20 ms at {np.round(holes, 2)} s"
    )
    again = [b - a for a, b in combinations(holes, 2) if abs((b - a) % LOOP) < 0.1 < b - a]
    assert not again, "silent at the same place of the loop, round after round"
    assert holes.size < 0.01 * 104 * 50
    assert abs(ended[0] - end) < LATE
    assert abs(bell - end) < LATE
    assert has_tone(heard.between(bell, bell + 1.5), BELL, (2_000, 4_000))
    assert loudest(heard, end + BELL_MS / 1_000 - 0.5, end + BELL_MS / 1_000) < SILENCE
