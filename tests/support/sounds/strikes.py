"""A singing bowl, struck: partials that are no multiples of each other, and beat."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.support.sounds.signals import fade, seconds

_PARTIALS: Final = ((1.0, 1.0), (2.71, 0.45), (5.15, 0.14), (8.2, 0.04))
"""Of a bronze bowl: how much higher than the lowest, and how strong."""

_BEAT: Final = 0.0014
"""No bowl is quite round, so each partial is two, this share of its frequency apart."""


@dataclass(frozen=True, kw_only=True)
class Bowl:
    """One bowl, and how it is struck."""

    frequency: float
    """Of the lowest partial, in Hz."""
    lasting: float
    """Seconds until the lowest partial is down to a third; the higher ones are gone earlier."""
    attack: float
    """Seconds the mallet takes: the longer, the softer."""


def struck(bowl: Bowl, length: float) -> NDArray[np.float64]:
    """Return the sound of one strike, which has faded out after *length* seconds."""
    time = seconds(length)
    sound = np.zeros(time.size)
    for ratio, amplitude in _PARTIALS:
        frequency = bowl.frequency * ratio
        decay = np.exp(-time * np.sqrt(ratio) / bowl.lasting)
        beat = np.cos(np.pi * _BEAT * frequency * time)
        sound += amplitude * decay * (0.7 + 0.3 * beat) * np.sin(2 * np.pi * frequency * time)
    return np.asarray(sound * fade(time.size, bowl.attack, length / 3))
