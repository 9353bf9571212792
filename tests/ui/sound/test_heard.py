"""What is really heard: recorded from a sound server that plays into nothing."""

import statistics

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.support.concert import FORMATS, HIGH, LOW, Heard
from tests.support.listening import levels, pitch
from tests.support.pulse import RATE

pytestmark = pytest.mark.timeout(180)

Scenes = dict[str, Heard]
LATE = 0.25
"""Seconds that a recording may lag behind what is asked of the mixer: buffers on the way."""


def share_of(sound: NDArray[np.float64], frequency: float) -> float:
    """Return the amplitude of the tone of that frequency, in the middle of all tenths of a second.

    A hole that a busy computer tears into the recording changes one of them only.
    """
    length = RATE // 10
    window = np.hanning(length) * 2
    turning = window * np.exp(-2j * np.pi * frequency * np.arange(length) / RATE)
    pieces = sound[: sound.size // length * length].reshape(-1, length)
    return float(np.median(2 * np.abs((pieces * turning).mean(axis=1))))


def during(heard: Heard, start: str, end: str) -> NDArray[np.float64]:
    """Return what was recorded between two notes."""
    notes = heard.play
    return heard.recording.between(notes.first(start).at + LATE, notes.first(end).at - 0.05)


def after(heard: Heard, note: str, seconds: float) -> NDArray[np.float64]:
    """Return what was recorded from *note* on, for that long."""
    start = heard.play.first(note).at + LATE
    return heard.recording.between(start, start + seconds)


def test_a_session_is_heard_within_a_second(scenes: Scenes) -> None:
    """From the request to the first sample above -60 dB, at the volume of a first session."""
    heard = scenes["five_starts"]

    delays = [
        heard.recording.first_above(-60, start.at) - start.at for start in heard.play.every("start")
    ]

    assert len(delays) == 5
    print("seconds to the first sample:", [round(float(delay), 2) for delay in delays])
    assert statistics.median(delays) < 1.0


def test_a_loop_has_no_gap(scenes: Scenes) -> None:
    """Nowhere in three rounds, nor at the seam of a real loop, is it quiet for 20 ms."""
    heard = scenes["rounds"]
    rounds, seam = during(heard, "round", "rounds over"), during(heard, "seam", "seam over")
    before, behind = (int(heard.play.first(name).what) for name in ("seam", "seam over"))

    assert rounds.size > 6 * RATE
    assert levels(rounds, 0.02).min() > -70
    assert before > 25_000 > behind  # it did go round
    assert levels(seam, 0.02).min() > -70


def test_what_rises_never_falls_on_the_way(scenes: Scenes) -> None:
    """Fading in, no half second is quieter than the one before."""
    rise = during(scenes["fades"], "rise", "pause")

    steps = np.diff(levels(rise, 0.5))

    assert steps.size >= 5
    assert steps.min() > -0.1
    assert steps[0] > 1


def test_what_falls_never_rises_on_the_way(scenes: Scenes) -> None:
    """Fading out, no half second is louder than the one before, and then there is nothing."""
    heard = scenes["fades"]

    level = levels(during(heard, "fall", "quiet"), 0.5)

    assert np.diff(level).max() < 0.1
    assert level[0] > -30 > level[5] > -70  # four seconds mean four seconds
    assert level[-1] < -100
    assert np.abs(after(heard, "quiet", 0.5)).max() == 0


def test_a_pause_is_short_but_not_abrupt(scenes: Scenes) -> None:
    """It falls over several windows of 50 ms, is silent after a second, and comes back alike."""
    heard = scenes["fades"]
    start = heard.play.first("pause").at

    level = levels(heard.recording.between(start - 0.2, start + 1.1), 0.05)
    back = levels(after(heard, "resume", 0.9), 0.05)

    assert level[0] > -17
    assert level[-1] < -100
    assert np.sum((level < -18) & (level > -60)) >= 3
    assert np.percentile(np.diff(back), 20) > -0.5
    assert back[-1] > -17


def test_another_ambience_takes_over_without_a_hole(scenes: Scenes) -> None:
    """Over a second and a half the level stays, the one tone goes and the other comes."""
    heard = scenes["fades"]
    at = heard.play.first("change").at
    change = heard.recording.between(at - 0.1, at + 1.9)

    level = levels(change, 0.1)

    assert level.max() - np.percentile(level, 15) < 2
    assert share_of(change[: RATE // 10], LOW) > 10 * share_of(change[: RATE // 10], HIGH)
    assert share_of(change[-RATE // 10 :], HIGH) > 20 * share_of(change[-RATE // 10 :], LOW)


def test_nothing_clips(scenes: Scenes) -> None:
    """Ambience, the loudest music, breath, bell and call at full volume stay below full scale."""
    everything = scenes["everything"].recording.samples

    print("highest sample of everything together:", round(float(np.abs(everything).max()), 3))
    assert 0.3 < np.abs(everything).max() < 1.0


def test_everything_else_steps_back_for_a_call(scenes: Scenes) -> None:
    """While somebody is called the music is a fraction of what it was."""
    heard = scenes["everything"]
    before, meanwhile = during(heard, "all", "call"), during(heard, "call", "all over")

    assert share_of(meanwhile[RATE:], 100) < 0.3 * share_of(before[RATE:], 100)
    assert share_of(before[RATE:], 100) > 0.2


def test_breaths_are_told_apart(scenes: Scenes) -> None:
    """In rises, out falls, and their middles are more than a fourth apart."""
    heard = scenes["cues"]
    pitches = {}
    for cue in ("breathe_in", "breathe_out"):
        at = heard.play.first(cue).at
        began = heard.recording.first_above(-50, at)
        assert began - at < 0.3
        tone = heard.recording.between(began, began + 1.0)
        pitches[cue] = [pitch(piece) for piece in np.array_split(tone, 5)]

    breath_in, breath_out = pitches["breathe_in"], pitches["breathe_out"]
    print("pitch in Hz, in:", np.round(breath_in), "out:", np.round(breath_out))
    assert np.all(np.diff(breath_in) > 0)
    assert np.all(np.diff(breath_out) < 0)
    assert breath_in[2] / breath_out[2] > 4 / 3


def test_the_bell_is_there(scenes: Scenes) -> None:
    """Its lowest tones stand far above everything else, and it fades by itself."""
    bell = after(scenes["cues"], "bell", 1.2)

    assert levels(bell, 0.3)[0] > -45
    assert pitch(bell) == pytest.approx(392, rel=0.02)
    assert np.all(np.diff(levels(bell, 0.3)) < 0)


def test_every_format_is_heard_and_followed_by_the_next(scenes: Scenes) -> None:
    """Each in its own pitch, in order, although the last is deleted while it plays."""
    heard = scenes["music"]
    started = {note.what.split()[-1]: note.at for note in heard.play.every("started")}

    pitches = {
        ending: pitch(heard.recording.between(at + 0.5, at + 0.9))
        for ending, at in ((ending, started[f"{ending}.{ending}"]) for ending in FORMATS)
    }

    assert pitches == pytest.approx(FORMATS, rel=0.02)
    last = started["wav.wav"]
    assert pitch(heard.recording.between(last + 0.8, last + 1.1)) == pytest.approx(2_300, rel=0.02)
    assert heard.play.first("ended").at > last + 1
    assert np.abs(after(heard, "quiet", 0.4)).max() == 0


def test_what_is_no_music_is_passed_over(scenes: Scenes) -> None:
    """A text called .mp3 and a file without a byte are told of, and the next is played."""
    failed = scenes["music"].play.every("failed")

    assert [note.what for note in failed] == ["1 text.mp3", "2 empty.flac"]


def test_sound_comes_back_with_the_server(scenes: Scenes) -> None:
    """It is killed in mid-play, everything is used meanwhile, and it is heard again."""
    heard = scenes["server_dies"]
    before, behind = heard.recordings

    assert [note.what for note in heard.play.every("problem")] == ["connection_lost", ""]
    playing = heard.play.first("playing").at
    assert levels(before.between(playing - 0.3, playing), 0.1).min() > -30
    again = heard.play.first("again").at
    sound = behind.between(again - 0.5, again)
    assert share_of(sound, LOW) > 0.1
    assert share_of(sound, HIGH) > 0.05
    bell = behind.between(again + LATE, again + 0.8)
    assert share_of(bell, 392) > 0.01 > 3 * share_of(sound, 392)


def test_a_server_that_stays_away_ends_nothing(scenes: Scenes) -> None:
    """The program goes on in silence, says so, and ends well."""
    play = scenes["server_stays_away"].play

    assert play.first("still here").what == "SoundProblem.CONNECTION_LOST"
    assert [note.what for note in play.every("problem")] == ["connection_lost"]
    assert play.every("over")


def test_sound_comes_back_with_a_device(scenes: Scenes) -> None:
    """The only device is pulled out; on the next one ambience and music go on."""
    heard = scenes["device_goes"]
    _, first, _ = heard.recordings
    problems = [note.what for note in heard.play.every("problem")]
    at = heard.play.first("outputs").at

    assert problems[:2] == ["no_device", ""]
    assert share_of(first.between(at - 0.5, at), LOW) > 0.1
    assert share_of(first.between(at - 0.5, at), HIGH) > 0.05


def test_sound_goes_where_it_is_sent(scenes: Scenes) -> None:
    """The output that is chosen plays alone; one that is not there is replaced by the usual."""
    heard = scenes["device_goes"]
    _, first, second = heard.recordings
    moved, elsewhere = (heard.play.first(name).at for name in ("moved", "elsewhere"))

    assert heard.play.first("outputs").what == "first,second"
    assert share_of(second.between(moved - 0.5, moved), LOW) > 0.1
    assert np.abs(first.between(moved - 0.8, moved - 0.4)).max() == 0
    assert heard.play.every("problem")[-1].what == "output_missing"
    assert share_of(first.between(elsewhere - 0.3, elsewhere), LOW) > 0.1
