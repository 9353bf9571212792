"""The cues of a session: two breaths, a bell, and the call for somebody in the room."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.support.sounds.signals import RATE, Sound, fade, lay, seconds
from tests.support.sounds.strikes import Bowl, struck

_OVERTONES: Final = ((1, 1.0), (2, 0.3), (3, 0.1))
"""Small speakers play no low tones; the ear puts them together from what stands above them."""


def breathe_in() -> Sound:
    """Return a tone that rises by a fourth around 330 Hz: the chest fills."""
    return _at_peak(-12, _glide(330, np.sqrt(4 / 3)))


def breathe_out() -> Sound:
    """Return a tone that falls by a fourth, a fifth below the other: it ends where none begins."""
    return _at_peak(-12, _glide(220, np.sqrt(3 / 4)))


def bell() -> Sound:
    """Return one soft strike on a bowl, for the end and for points on the way."""
    return _at_peak(-10, struck(Bowl(frequency=392, lasting=1.6, attack=0.045), 5.0))


def chime() -> Sound:
    """Return three rising notes, C, E and G, as on bars of wood: somebody asks for company.

    It is to be heard in the next room, and may come again and again: bright, but nothing sharp.
    """
    figure = np.zeros((1, round(2.6 * RATE)))
    for number, frequency in enumerate((523.25, 659.26, 783.99)):
        lay(figure, _bar(frequency)[None], 0.28 * number)
    return _at_peak(-6, figure[0])


def _glide(center: float, half: float) -> NDArray[np.float64]:
    """Return a tone through *center* Hz, which it leaves by *half* as a factor to either side."""
    length = 1.2
    time = seconds(length)
    share = (1 - np.cos(np.pi * time / length)) / 2
    phase = np.cumsum(2 * np.pi * center * half ** (2 * share - 1)) / RATE
    tone = sum(strength * np.sin(number * phase) for number, strength in _OVERTONES)
    return np.asarray(tone * fade(time.size, 0.22, 0.6))


def _bar(frequency: float) -> NDArray[np.float64]:
    """Return one note of a marimba: its bars are cut so that the second partial is the fourth."""
    time = seconds(2.0)
    low = np.sin(2 * np.pi * frequency * time) * np.exp(-time / 0.45)
    high = 0.3 * np.sin(2 * np.pi * 4 * frequency * time) * np.exp(-time / 0.12)
    return np.asarray((low + high) * fade(time.size, 0.025, 0.8))


def _at_peak(decibels: float, sound: NDArray[np.float64]) -> Sound:
    """Return *sound* in one channel, its highest point *decibels* from full scale."""
    return np.asarray(sound[None] * (10 ** (decibels / 20) / np.max(np.abs(sound))))


CUES: Final[dict[str, Callable[[], Sound]]] = {
    "breathe_in": breathe_in,
    "breathe_out": breathe_out,
    "bell": bell,
    "chime": chime,
}
"""By the name of the file."""
