"""Sounds as arrays, and loops without a seam: what leaves at the end comes in at the beginning.

A sound is an array of floats, one row for each channel, where 1.0 is full scale.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float64]
Shape = Callable[[NDArray[np.float64]], NDArray[np.float64]]
"""How strong each frequency, in Hz, is: an amplitude, not a power."""

RATE: Final = 48_000
"""Samples a second. Most sound cards run at this rate, so nothing is resampled on the way."""

STEREO: Final = 2


def random(*numbers: int) -> np.random.Generator:
    """Return a source of numbers, the same ones for the same *numbers*."""
    return np.random.Generator(np.random.PCG64(list(numbers)))


def seconds(length: float) -> NDArray[np.float64]:
    """Return the moment, in seconds, of every sample of a sound *length* seconds long."""
    return np.arange(round(length * RATE)) / RATE


def turns(samples: int, count: int, start: float = 0.0) -> NDArray[np.float64]:
    """Return the angle of something that turns *count* times in a loop, beginning at *start*.

    The count is whole, so the loop ends where it began. The start is a share of a turn.
    """
    return 2 * np.pi * (np.arange(samples) / samples * count + start)


def noise(source: np.random.Generator, samples: int, shape: Shape, together: float = 0.4) -> Sound:
    """Return a loop of stereo noise of that *shape*, and a power of one.

    Every frequency goes round the loop a whole number of times, with a phase by chance: there is
    no place where the loop could be heard to begin. The two sides have the share *together* of
    their power in common: less sounds wide, more sounds near.
    """
    frequencies = np.fft.rfftfreq(samples, 1 / RATE)
    amplitudes = shape(np.maximum(frequencies, 1.0))
    amplitudes[0] = amplitudes[-1] = 0.0
    one, left, right = (
        np.fft.irfft(amplitudes * np.exp(2j * np.pi * source.random(frequencies.size)), samples)
        for _ in range(3)
    )
    both = np.sqrt(together) * one + np.sqrt(1 - together) * np.stack([left, right])
    return np.asarray(both / np.sqrt(np.mean(both**2)))


def lay(loop: Sound, piece: Sound, start: float) -> None:
    """Add *piece* to *loop*, *start* seconds into it; what is left at the end goes on in front."""
    samples = loop.shape[-1]
    for begin in range(0, piece.shape[-1], samples):
        part = piece[:, begin : begin + samples]
        places = (round(start * RATE) + np.arange(part.shape[-1])) % samples
        loop[:, places] += part


def above(frequency: float, steepness: int = 2) -> Shape:
    """Return the shape that lets through what is higher than *frequency*, in Hz."""
    return lambda f: 1 / np.sqrt(1 + (frequency / f) ** (2 * steepness))


def below(frequency: float, steepness: int = 2) -> Shape:
    """Return the shape that lets through what is lower than *frequency*, in Hz."""
    return lambda f: 1 / np.sqrt(1 + (f / frequency) ** (2 * steepness))


def fade(samples: int, begin: float, end: float) -> NDArray[np.float64]:
    """Return the loudness of something that comes in *begin* seconds and goes in *end* seconds."""
    shape = np.ones(samples)
    rising = _half_wave(begin)
    falling = _half_wave(end)[::-1]
    shape[: rising.size] *= rising
    shape[samples - falling.size :] *= falling
    return shape


def panned(mono: NDArray[np.float64], side: float) -> Sound:
    """Return *mono* as stereo, heard from *side*: -1 left, 0 before us, 1 right."""
    angle = (side + 1) * np.pi / 4
    return np.stack([np.cos(angle) * mono, np.sin(angle) * mono])


def _half_wave(length: float) -> NDArray[np.float64]:
    """Return the rising half of a cosine wave, from 0 to 1."""
    return (1 - np.cos(np.pi * seconds(length) / length)) / 2
