"""What is heard in a recording, in numbers; and a server to play to."""

import shutil
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from app.ui.sound.player import SILENT
from tests.support.pulse import RATE, Recording, SoundServer, sound_server

TOOLS = ("pulseaudio", "pactl", "parec", "ffmpeg")
"""What has to be installed for that."""

AUDIBLE, SILENCE = -60, -70
"""Decibels from full scale: what is heard at least, and what is not heard any more."""

CHIME = (523, 659, 784)
BELL = 392


@pytest.fixture
def server(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SoundServer]:
    """Give a sound server, to which the program of this test plays."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with sound_server(tmp_path_factory.mktemp("sound")) as server:
        monkeypatch.setenv("PULSE_SERVER", server.environment["PULSE_SERVER"])
        monkeypatch.delenv(SILENT)
        yield server


def loudest(heard: Recording, start: float, end: float) -> float:
    """Return the highest sample between two moments, in dB from full scale."""
    peak = np.abs(heard.between(start, end)).max(initial=0)
    return float(20 * np.log10(max(peak, 1e-9)))


def has_tone(sound: NDArray[np.float64], frequency: float, rest: tuple[float, float]) -> bool:
    """Whether the tone stands out, ten times above what lies in *rest*, in Hz."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(sound.size)))
    frequencies = np.fft.rfftfreq(sound.size, 1 / RATE)
    near = spectrum[np.abs(frequencies - frequency) < 6].max()
    low, high = rest
    return bool(near > 10 * np.median(spectrum[(frequencies > low) & (frequencies < high)]))


def levels(sound: NDArray[np.float64], seconds: float) -> NDArray[np.float64]:
    """Return the level of every stretch of that length, in dB from full scale."""
    length = round(seconds * RATE)
    power = (sound[: sound.size // length * length] ** 2).reshape(-1, length).mean(axis=1)
    return np.asarray(10 * np.log10(np.maximum(power, 1e-18)))


def pitch(sound: NDArray[np.float64], lowest: float = 150, highest: float = 3_000) -> float:
    """Return the strongest frequency, in Hz."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(sound.size), 1 << 16))
    frequencies = np.fft.rfftfreq(1 << 16, 1 / RATE)
    spectrum[(frequencies < lowest) | (frequencies > highest)] = 0
    return float(frequencies[spectrum.argmax()])


def course(sound: NDArray[np.float64]) -> tuple[float, float]:
    """Return the pitch, in Hz, near the beginning and near the end of the tone in *sound*."""
    loud = np.abs(sound) > np.abs(sound).max() / 4
    first, last = np.flatnonzero(loud)[[0, -1]]
    tone, length = sound[first:last], RATE // 5
    return pitch(tone[:length], highest=480), pitch(tone[-length:], highest=480)
