import numpy as np
import pytest

from tests.support.sounds import figures
from tests.support.sounds.loudness import loudness
from tests.support.sounds.ogg import Packet, checksum, packets, stream
from tests.support.sounds.signals import RATE, Sound, lay, seconds


@pytest.fixture
def loop() -> Sound:
    """Give two seconds of a low tone that goes round without a seam."""
    tone = 0.1 * np.sin(2 * np.pi * 110 * seconds(2))
    return np.stack([tone, tone])


def test_a_tone_of_the_recommendation_is_as_loud_as_it_says(loop: Sound) -> None:
    """EBU Tech 3341, case 1: 1 kHz at -23 dB on both sides is -23 LUFS, within a tenth."""
    tone = 10 ** (-23 / 20) * np.sin(2 * np.pi * 1_000 * seconds(4))

    assert abs(loudness(np.stack([tone, tone])) + 23) <= 0.1


def test_a_seamless_loop_has_no_seam(loop: Sound) -> None:
    """The step and the click where it begins again are those of every period."""
    step, elsewhere = figures.seam_step(loop)
    click, kinks = figures.roughness(loop)

    assert step <= elsewhere * 1.001
    assert click <= kinks + 1


def test_a_cut_is_seen(loop: Sound) -> None:
    """Two milliseconds missing are a step, and a click."""
    cut = loop[:, : -RATE // 500]

    step, elsewhere = figures.seam_step(cut)
    click, kinks = figures.roughness(cut)

    assert step > elsewhere
    assert click > kinks + 20


def test_a_gap_is_seen(loop: Sound) -> None:
    """So are the 30 ms of nothing that other formats put at the end."""
    gap = np.zeros((2, round(0.03 * RATE)))
    three = np.concatenate([loop, gap] * 3, axis=1)

    assert figures.levels(loop).min() > -70
    assert figures.levels(three).min() < -70


def test_a_blow_is_seen(loop: Sound) -> None:
    """A tone that is there at once has no attack; one that swells has that of its swelling."""
    swelling = loop * np.minimum(np.linspace(0, 10, loop.shape[-1]), 1)

    assert figures.attack(loop) < 0.005
    assert figures.attack(swelling) == pytest.approx(0.16, abs=0.01)
    assert figures.steepest_rise(np.concatenate([loop / 10, loop], axis=1)) > 19


def test_a_pitch_is_found_below_its_overtones(loop: Sound) -> None:
    """To a hundredth, which is a sixth of a semitone."""
    tone = loop + 0.03 * np.sin(2 * np.pi * 220 * seconds(2))

    assert figures.center(tone) == pytest.approx(110, rel=0.01)


def test_what_is_left_at_the_end_goes_on_in_front() -> None:
    """Even when it is longer than the loop."""
    loop = np.zeros((1, RATE))

    lay(loop, np.ones((1, 2 * RATE + 10)), start=0.9)

    start = round(0.9 * RATE)
    assert loop.sum() == 2 * RATE + 10
    assert np.all(loop[0, start : start + 10] == 3)


def test_packets_come_back_from_their_pages() -> None:
    """Also those whose length is a multiple of what one byte can say."""
    sizes = (0, 1, 254, 255, 256, 510, 5_000)
    written = [Packet(bytes([number]) * size, number) for number, size in enumerate(sizes)]

    read = [*packets(stream([[packet] for packet in written], serial=7))]

    assert read == written


def test_the_checksum_is_that_of_the_format() -> None:
    """The check value of this CRC-32, and a page has it where the format wants it."""
    page = stream([[Packet(b"words", 0)]], serial=7)

    assert checksum(b"123456789") == 0x89A1897F
    assert int.from_bytes(page[22:26], "little") == checksum(page[:22] + bytes(4) + page[26:])
