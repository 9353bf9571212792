"""How loud a loop is, as people hear it: ITU-R BS.1770-4, for sounds without an end.

Written anew here because making a sound needs its loudness before there is a file. The tests
measure the finished files with another program.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.support.sounds.signals import RATE, Sound

_SHELF: Final = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_HIGH_PASS: Final = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
"""The two filters of the recommendation: numerator and denominator, at 48 kHz."""

_OFFSET: Final = -0.691
_SILENCE: Final = -70.0
_RELATIVE: Final = -10.0


def loudness(loop: Sound) -> float:
    """Return the integrated loudness of *loop* in LUFS, as if it were played for ever."""
    samples = loop.shape[-1]
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(samples))
    heard = np.fft.irfft(np.fft.rfft(loop) * _response(turn, _SHELF) * _response(turn, _HIGH_PASS))
    hop = RATE // 10
    hops = samples // hop
    power = (heard[:, : hops * hop] ** 2).reshape(-1, hops, hop).mean(axis=2).sum(axis=0)
    blocks = sum(np.roll(power, -shift) for shift in range(4)) / 4
    blocks = blocks[_lufs(blocks) > _SILENCE]
    return float(_lufs(blocks[_lufs(blocks) > _lufs(blocks.mean()) + _RELATIVE].mean()))


def made_as_loud_as(loop: Sound, target: float) -> Sound:
    """Return *loop* at a loudness of *target* LUFS."""
    return loop * 10 ** ((target - loudness(loop)) / 20)


def _response(
    turn: NDArray[np.complex128], filters: tuple[tuple[float, ...], tuple[float, ...]]
) -> NDArray[np.complex128]:
    numerator, denominator = (np.polynomial.polynomial.polyval(turn, part) for part in filters)
    return np.asarray(numerator / denominator)


def _lufs(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(_OFFSET + 10 * np.log10(np.maximum(power, 1e-12)))
