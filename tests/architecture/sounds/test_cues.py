import wave

import numpy as np
import pytest

from tests.architecture.sounds.conftest import Heard
from tests.support.sounds import figures
from tests.support.sounds.cues import CUES
from tests.support.sounds.files import FOLDER, NAMES, content
from tests.support.sounds.signals import RATE, Sound

BREATHS = ("breathe_in", "breathe_out")
LENGTHS = {
    "breathe_in": (1.0, 1.4),
    "breathe_out": (1.0, 1.4),
    "bell": (4.0, 6.0),
    "chime": (1.5, 3.0),
}
FOURTH = 4 / 3


def backwards(sound: Sound) -> Sound:
    """Return *sound* from its end to its beginning."""
    return sound[:, ::-1]


def test_the_folder_holds_the_sounds_and_their_license() -> None:
    """Nothing is left over from a sound that has gone."""
    found = {path.name for path in FOLDER.iterdir()}

    assert found == {*NAMES, "LICENSE.txt"}
    assert "CC0 1.0 Universal" in (FOLDER / "LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("name", CUES)
def test_a_cue_is_byte_for_byte_what_its_source_makes(name: str) -> None:
    """Whoever changes the source runs ./dev sounds."""
    file = f"{name}.wav"

    assert (FOLDER / file).read_bytes() == content(file)


@pytest.mark.parametrize("name", CUES)
def test_a_cue_is_a_file_that_is_played_at_once(name: str) -> None:
    """PCM of 16 bits at the rate of most sound cards, in one channel, and short."""
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        form = (file.getcomptype(), file.getsampwidth(), file.getframerate(), file.getnchannels())
        seconds = file.getnframes() / file.getframerate()

    shortest, longest = LENGTHS[name]
    assert form == ("NONE", 2, RATE, 1)
    assert shortest <= seconds <= longest


def test_no_cue_is_loud_or_begins_or_ends_with_a_click(cues: dict[str, Heard]) -> None:
    """Half of full scale at most, and silence at both ends."""
    for cue in cues.values():
        peak = figures.peak(cue.sound)
        cue.say(seconds=cue.sound.shape[-1] / RATE, peak=peak)

        assert peak <= -5.9
        assert np.abs(cue.sound[:, [0, -1]]).max() <= 1 / 32_768


def test_in_rises_and_out_falls_all_the_way(cues: dict[str, Heard]) -> None:
    """Eyes closed, one can hear at any moment which of the two it is."""
    rising, falling = (figures.pitches(cues[name].sound) for name in BREATHS)

    assert np.all(np.diff(rising) > 0)
    assert np.all(np.diff(falling) < 0)
    assert rising[-1] / rising[0] > 1.25
    assert falling[0] / falling[-1] > 1.25


def test_out_lies_a_fourth_or_more_below_in(cues: dict[str, Heard]) -> None:
    """The pitch alone tells them apart too: the highest of one is below the lowest of the other."""
    above, below = (figures.center(cues[name].sound) for name in BREATHS)
    for name, center in zip(BREATHS, (above, below), strict=True):
        pitches = figures.pitches(cues[name].sound)
        cues[name].say(first_pitch=pitches[0], last_pitch=pitches[-1], center=center)

    assert above / below >= FOURTH
    assert min(figures.pitches(cues["breathe_in"].sound)) > max(
        figures.pitches(cues["breathe_out"].sound)
    )


@pytest.mark.parametrize(("name", "shortest"), [*((b, 0.08) for b in BREATHS), ("bell", 0.02)])
def test_a_cue_comes_and_goes_softly(cues: dict[str, Heard], name: str, shortest: float) -> None:
    """From a tenth to nine tenths of its strength it takes time, and no less back."""
    attack = figures.attack(cues[name].sound)
    release = figures.attack(backwards(cues[name].sound))
    cues[name].say(attack=attack, release=release)

    assert attack >= shortest
    assert release >= attack


def test_the_call_for_somebody_is_not_the_bell(cues: dict[str, Heard]) -> None:
    """The bell is one tone that stays; the call has three, each higher, and all above the bell."""
    bell, chime = (figures.pitches(cues[name].sound) for name in ("bell", "chime"))
    notes = [
        note for note, before in zip(chime, [0.0, *chime], strict=False) if note > 1.1 * before
    ]
    cues["bell"].say(pitch=bell[0])
    cues["chime"].say(**{f"note_{number}": note for number, note in enumerate(notes, 1)})

    assert max(bell) / min(bell) < 1.01
    assert len(notes) == 3
    assert notes == sorted(notes)
    assert notes[0] / max(bell) > 1.25


def test_the_call_may_come_again_and_again(cues: dict[str, Heard]) -> None:
    """It has died away before it begins anew, and each of its notes begins softly."""
    sound = cues["chime"].sound

    first_note = sound[:, : round(0.28 * RATE)]
    end = sound[:, -round(0.25 * RATE) :]

    assert figures.peak(end) < figures.peak(sound) - 30
    assert figures.attack(first_note) >= 0.01
