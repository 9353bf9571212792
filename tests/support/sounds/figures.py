"""What can be measured of a sound: peak, loudness, seam, silence, attack and pitch.

Levels are in decibels from full scale, times in seconds, pitches in Hz.
"""

import re
import subprocess
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.support.sounds.signals import RATE, Sound

_FLOOR: Final = 1e-9
_LOUDNESS: Final = re.compile(r"Integrated loudness:\s+I:\s+(-?[0-9.]+) LUFS")


def decibels(amplitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return *amplitude* as a level."""
    return np.asarray(20 * np.log10(np.maximum(amplitude, _FLOOR)))


def peak(sound: Sound) -> float:
    """Return the level of the highest point."""
    return float(decibels(np.max(np.abs(sound))))


def integrated_loudness(file: Path) -> float:
    """Return what another program says of *file*: EBU R 128, in LUFS."""
    listen = ["-nostdin", "-hide_banner", "-i", str(file), "-af", "ebur128", "-f", "null", "-"]
    said = subprocess.run(["ffmpeg", *listen], capture_output=True, text=True, check=True).stderr
    return float(_LOUDNESS.findall(said)[-1])


def levels(sound: Sound, window: float = 0.02) -> NDArray[np.float64]:
    """Return the level of every stretch of *window* seconds, both channels together."""
    length = round(window * RATE)
    whole = sound[:, : sound.shape[-1] // length * length]
    power = (whole**2).reshape(sound.shape[0], -1, length).mean(axis=(0, 2))
    return decibels(np.sqrt(power))


def steepest_rise(sound: Sound, within: float = 0.1) -> float:
    """Return by how many decibels the sound becomes louder *within* that time, at most."""
    level = levels(sound)
    later = round(within / 0.02)
    return float(np.max(level[later:] - level[:-later]))


def seam_step(loop: Sound) -> tuple[float, float]:
    """Return the step from the last sample to the first, and the largest one elsewhere."""
    return float(np.max(np.abs(loop[:, 0] - loop[:, -1]))), float(np.max(np.abs(np.diff(loop))))


def roughness(loop: Sound) -> tuple[float, float]:
    """Return the level of a click at the seam, and of what is most like a click elsewhere.

    A click is a kink: the third difference is zero for whatever is smooth. It is taken over a
    millisecond to either side of the seam, and over stretches as long everywhere else.
    """
    length = 2 * RATE // 1000
    kinks = np.abs(np.diff(np.roll(loop, length, axis=-1), n=3)).max(axis=0)
    stretches = kinks[: kinks.size // length * length].reshape(-1, length).max(axis=1)
    at_seam = kinks[length // 2 : 3 * length // 2].max()
    return float(decibels(at_seam)), float(decibels(stretches[2:].max()))


def attack(sound: Sound) -> float:
    """Return how long the sound takes from a tenth to nine tenths of its highest point."""
    so_far = np.maximum.accumulate(np.abs(sound).max(axis=0))
    tenth, nine_tenths = np.searchsorted(so_far, [0.1 * so_far[-1], 0.9 * so_far[-1]])
    return float(nine_tenths - tenth) / RATE


def pitches(sound: Sound, every: float = 0.05) -> list[float]:
    """Return the strongest frequency around each moment, while there is something to hear."""
    hop, width = round(every * RATE), round(0.12 * RATE)
    window, padded = np.hanning(width), 8 * 8192
    found = []
    for begin in range(0, sound.shape[-1] - width, hop):
        part = sound[0, begin : begin + width] * window
        if decibels(np.sqrt(np.mean(part**2))) > peak(sound) - 30:
            spectrum = np.abs(np.fft.rfft(part, padded))
            found.append(float(np.argmax(spectrum)) * RATE / padded)
    return found


def center(sound: Sound) -> float:
    """Return the middle of the pitches, as the ear divides them."""
    return float(np.exp(np.mean(np.log(pitches(sound)))))
