import shutil

import numpy as np
import pytest

from tests.architecture.sounds.conftest import Heard
from tests.support.sounds import figures
from tests.support.sounds.files import FOLDER, content
from tests.support.sounds.loops import LOOPS, LOUDNESS
from tests.support.sounds.ogg import packets
from tests.support.sounds.signals import RATE, STEREO, Sound
from tests.support.sounds.vorbis import FINGERPRINT, decoded, fingerprint

HEADERS = 3
ROUNDS = 3


def likeness(one: Sound, other: Sound) -> float:
    """Return how alike two rounds are, wherever each begins: 1 the same, 0 nothing in common."""
    spectra = np.fft.rfft(one) * np.conj(np.fft.rfft(other))
    together = np.fft.irfft(spectra.sum(axis=0), one.shape[-1])
    return float(np.max(together) / np.sqrt(np.sum(one**2) * np.sum(other**2)))


def test_a_file_holds_exactly_one_round(loop: Heard) -> None:
    """Not a sample too many or too few: that would be a gap or a jump each time round."""
    seconds = loop.sound.shape[-1] / RATE
    loop.say(seconds=seconds)

    assert loop.sound.shape == (STEREO, loop.loop.samples)
    assert 30 <= seconds <= 44


def test_the_last_packet_is_the_first_once_more(loop: Heard) -> None:
    """So the decoder goes on as if the loop had no end: nothing was cut by the encoder."""
    sound = [*packets(loop.file.read_bytes())][HEADERS:]

    assert sound[0].data == sound[-1].data
    assert sound[-1].position == loop.loop.samples


def test_no_loop_comes_near_full_scale(loop: Heard) -> None:
    """What the encoder adds is counted too."""
    peak = figures.peak(loop.sound)
    loop.say(peak=peak)

    assert peak <= -3


def test_all_loops_are_equally_loud(loop: Heard) -> None:
    """Each is within half a unit of one loudness, so any two within one of each other."""
    loudness = figures.integrated_loudness(loop.file)
    loop.say(LUFS=loudness)

    assert abs(loudness - LOUDNESS) <= 0.5


def test_the_seam_is_no_step_and_no_click(loop: Heard) -> None:
    """Where the loop begins again it is as smooth as elsewhere."""
    step, elsewhere = figures.seam_step(loop.sound)
    click, kinks = figures.roughness(loop.sound)
    loop.say(seam_step=step, largest_step=elsewhere, seam_click=click, largest_click=kinks)

    assert step <= elsewhere
    assert click <= kinks


def test_three_rounds_are_never_silent(loop: Heard) -> None:
    """No stretch of 20 ms is below -70 dB, over both seams."""
    quietest = figures.levels(np.concatenate([loop.sound] * ROUNDS, axis=1)).min()
    loop.say(quietest_20_ms=quietest)

    assert quietest >= -70


def test_nothing_in_a_loop_is_sudden(loop: Heard) -> None:
    """Within a tenth of a second it becomes louder by 8 dB at most, which is what noise does."""
    rise = figures.steepest_rise(np.concatenate([loop.sound] * 2, axis=1))
    loop.say(steepest_rise=rise)

    assert rise <= 8


def test_a_loop_is_what_its_source_makes(loop: Heard) -> None:
    """The file tells the samples it was made from, and sounds like them."""
    made = loop.loop.sound()
    comments = [*packets(loop.file.read_bytes())][1].data
    alike = likeness(made, loop.sound)
    loop.say(likeness=alike)

    assert f"{FINGERPRINT}={fingerprint(made)}".encode() in comments, "run ./dev sounds"
    assert alike > 0.9


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="ffmpeg is not installed")
def test_a_loop_made_anew_is_the_one_that_ships() -> None:
    """Encoders differ from version to version, so what is heard is compared."""
    shipped = decoded((FOLDER / "brown.ogg").read_bytes())

    anew = decoded(content("brown.ogg"))

    assert anew.shape == shipped.shape
    assert likeness(anew, shipped) > 0.95


def test_all_loops_together_are_small() -> None:
    """They are most of what an installer of ours weighs, next to Qt."""
    assert sum((FOLDER / f"{name}.ogg").stat().st_size for name in LOOPS) <= 2_600_000
