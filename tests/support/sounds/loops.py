"""The five loops to rest with. Each begins where it ends, and all are equally loud."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.support.sounds.loudness import made_as_loud_as
from tests.support.sounds.signals import (
    RATE,
    STEREO,
    Sound,
    above,
    below,
    fade,
    lay,
    noise,
    panned,
    random,
    seconds,
    turns,
)
from tests.support.sounds.strikes import Bowl, struck
from tests.support.sounds.vorbis import BLOCK

LOUDNESS: Final = -20.0
"""LUFS: some way below music, so that nobody is startled by a change from one to the other."""


@dataclass(frozen=True, kw_only=True)
class Loop:
    """How one loop is made: its length, and what of."""

    title: str
    blocks: int
    seed: int
    make: Callable[[np.random.Generator, int], Sound]

    @property
    def samples(self) -> int:
        """The length of one round."""
        return self.blocks * BLOCK

    def sound(self) -> Sound:
        """Return one round."""
        return made_as_loud_as(self.make(random(self.seed), self.samples), LOUDNESS)


def brown(source: np.random.Generator, samples: int) -> Sound:
    """Return noise with half the amplitude at twice the frequency, like a far waterfall.

    What is lower than small speakers can play only costs room for the rest.
    """
    return noise(source, samples, lambda f: above(45)(f) * below(9_000)(f) / f)


def pink(source: np.random.Generator, samples: int) -> Sound:
    """Return noise with half the power at twice the frequency, the highest a little milder."""
    return noise(source, samples, lambda f: above(35)(f) * below(11_000)(f) / np.sqrt(f))


def rain(source: np.random.Generator, samples: int) -> Sound:
    """Return steady rain: the hiss of many drops far away, and single soft ones near by."""
    hiss = noise(source, samples, lambda f: above(350)(f) * below(6_500)(f) * f**-0.3, 0.25)
    ground = noise(source, samples, lambda f: above(60)(f) * below(320)(f) / np.sqrt(f), 0.7)
    drops = np.zeros((STEREO, samples))
    for _ in range(samples * 30 // RATE):
        start, size, side, pitch = source.random(4)
        lay(drops, panned(_drop(900 * 5**pitch, size), 1.6 * side - 0.8), start * samples / RATE)
    gusts = 1 + 0.12 * np.sin(turns(samples, 2, 0.3)) + 0.08 * np.sin(turns(samples, 5, 0.8))
    return np.asarray((hiss + 0.5 * ground) * gusts + 1.1 * drops)


def ocean(source: np.random.Generator, samples: int) -> Sound:
    """Return waves on a shallow beach: a deep roll that swells, then the hiss of the foam.

    Two trains of waves, four and three to a loop, come from two sides, so no two waves are alike.
    """
    waves = np.zeros((STEREO, samples))
    for count, start, side, weight in ((4, 0.1, -0.35, 1.0), (3, 0.62, 0.4, 0.75)):
        roll = noise(source, samples, lambda f: above(50)(f) * below(500)(f) / np.sqrt(f), 0.6)
        foam = noise(source, samples, lambda f: above(500)(f) * below(5_000)(f) * f**-0.4, 0.3)
        swell = 0.25 + _swell(samples, count, start, 1.6)
        break_ = 0.12 + _swell(samples, count, start - 0.07, 2.6)
        balance = panned(np.sqrt(2) * np.ones(1), side)
        waves += weight * balance * (roll * swell + 0.65 * foam * break_)
    return waves


def bowl(source: np.random.Generator, samples: int) -> Sound:
    """Return singing bowls, struck now and then with a soft mallet, over a tone that stays."""
    still = np.zeros(samples)
    for frequency, amplitude, breaths in ((110.0, 0.5, 3), (165.0, 0.35, 4), (220.0, 0.25, 5)):
        rounds = round(frequency * samples / RATE)
        swell = 1 + 0.4 * np.sin(turns(samples, breaths, source.random()))
        still += amplitude * swell * np.sin(turns(samples, rounds, source.random()))
    ringing = 0.22 * np.stack([still, still])
    for start, frequency, side in (
        (0.8, 220.0, -0.2),
        (8.9, 165.0, 0.3),
        (17.2, 247.5, -0.35),
        (25.6, 183.3, 0.15),
        (34.7, 146.7, 0.0),
    ):
        bowl_ = Bowl(frequency=frequency, lasting=9.0, attack=0.55)
        lay(ringing, panned(struck(bowl_, 26.0), side), start)
    return ringing


def _drop(frequency: float, size: float) -> NDArray[np.float64]:
    """Return one drop: a bubble that rings for some milliseconds. Most are small."""
    length = 0.03
    time = seconds(length)
    ringing = np.sin(2 * np.pi * frequency * (time + 3 * time**2)) * np.exp(-time * frequency / 9)
    return np.asarray(size**4 * 6 * ringing * fade(time.size, 0.002, 0.01))


def _swell(samples: int, count: int, start: float, sharp: float) -> NDArray[np.float64]:
    """Return the strength of *count* waves, from almost 0 to 1: each comes faster than it goes."""
    turn = turns(samples, count, start)
    return np.asarray(np.exp(sharp * (np.cos(turn + 0.6 * np.cos(turn)) - 1)))


LOOPS: Final = {
    "rain": Loop(title="Rain", blocks=768, seed=1, make=rain),
    "ocean": Loop(title="Ocean", blocks=1024, seed=2, make=ocean),
    "brown": Loop(title="Brown noise", blocks=704, seed=3, make=brown),
    "pink": Loop(title="Pink noise", blocks=704, seed=4, make=pink),
    "bowl": Loop(title="Singing bowls", blocks=1024, seed=5, make=bowl),
}
"""By the name of the file. Each length is also one that is quickly taken apart into frequencies."""
