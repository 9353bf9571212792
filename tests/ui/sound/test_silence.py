"""Without a library, a player or a device everything goes on, in silence, and says why."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.calm_choices import Ambience
from app.ui.sound.kinds import Cue, SoundProblem
from app.ui.sound.mixer import Mixer
from tests.support.source import ROOT


class Ear:
    """Notes what a mixer says."""

    def __init__(self, mixer: Mixer) -> None:
        self.problems: list[SoundProblem | None] = []
        self.failed: list[str] = []
        self.said: list[str] = []
        mixer.problem_changed.connect(self.take_problem)
        mixer.track_failed.connect(self.take_failed)
        mixer.music_ended.connect(self.take_end)
        mixer.fell_silent.connect(self.take_silence)

    def take_problem(self, problem: SoundProblem | None) -> None:
        """Note a problem."""
        self.problems.append(problem)

    def take_failed(self, file: Path) -> None:
        """Note a file that was passed over."""
        self.failed.append(file.name)

    def take_end(self) -> None:
        """Note that no music is left."""
        self.said.append("ended")

    def take_silence(self) -> None:
        """Note that nothing is heard any more."""
        self.said.append("silent")


@pytest.fixture
def mixer(qtbot: QtBot) -> Iterator[Mixer]:
    """A mixer on a computer without any device."""
    mixer = Mixer()
    yield mixer
    mixer.close()


def use_everything(mixer: Mixer) -> None:
    """Do whatever can be done with a mixer."""
    mixer.set_volume(0.9)
    mixer.play_ambience(Ambience.RAIN)
    mixer.play_music([Path("nowhere.mp3")])
    mixer.play(Cue.BREATHE_IN)
    mixer.call()
    mixer.pause()
    mixer.resume()
    mixer.choose_output("a stick")
    mixer.stop()


def test_a_mixer_that_is_not_open_costs_nothing() -> None:
    """Neither the import nor the mixer loads what takes a fifth of a second."""
    script = (
        "import sys; from app.ui.sound.mixer import Mixer; mixer = Mixer(); "
        "mixer.pause(); mixer.resume(); mixer.stop(); mixer.close(); "
        "assert not mixer.outputs and not mixer.is_active and mixer.track is None; "
        "assert not any('Multimedia' in name for name in sys.modules)"
    )

    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


def test_without_the_library_all_is_silent(mixer: Mixer, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be imported, as without libpulse0, is told by a code and nothing else."""
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    ear = Ear(mixer)

    use_everything(mixer)

    assert mixer.problem is SoundProblem.NO_LIBRARY
    assert ear.problems == [SoundProblem.NO_LIBRARY]
    assert not mixer.open()
    assert mixer.outputs == ()


def test_without_a_player_all_is_silent(mixer: Mixer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same where Qt has nothing to decode files with."""
    from PySide6.QtMultimedia import QMediaPlayer

    from app.ui.sound.outputs import Outputs
    from app.ui.sound.wire import Output

    monkeypatch.setattr(QMediaPlayer, "isAvailable", lambda _player: False)
    monkeypatch.setattr(Outputs, "listed", (Output(id="a", name="A", is_usual=True),))

    mixer.open()

    assert mixer.problem is SoundProblem.NO_PLAYER


def test_without_a_device_all_is_silent(mixer: Mixer, qtbot: QtBot) -> None:
    """Everything can be asked for; the problem is told once; sounds end as they would."""
    ear = Ear(mixer)

    use_everything(mixer)
    qtbot.waitUntil(lambda: "silent" in ear.said, timeout=5_000)

    assert ear.problems == [SoundProblem.NO_DEVICE]
    assert mixer.outputs == ()
    assert not mixer.is_active


def test_a_round_of_failures_is_an_end(mixer: Mixer, qtbot: QtBot, tmp_path: Path) -> None:
    """Files that cannot be played are told of once each, and not tried for ever."""
    files = [tmp_path / name for name in ("missing.mp3", "text.ogg")]
    files[1].write_text("words")
    ear = Ear(mixer)

    mixer.play_music(files, repeats=True)
    assert mixer.track == files[0]
    qtbot.waitUntil(lambda: "ended" in ear.said, timeout=5_000)

    assert ear.failed == ["missing.mp3", "text.ogg"]
    assert ear.said == ["ended", "silent"]


def test_no_files_are_no_music(mixer: Mixer) -> None:
    """An empty list plays nothing, and nothing waits."""
    mixer.play_music([])

    assert not mixer.is_active


def test_other_music_takes_over(mixer: Mixer, qtbot: QtBot) -> None:
    """A second list takes the place of the first, also while that waits."""
    rain, pink = (ROOT / "resources" / "sounds" / f"{name}.ogg" for name in ("rain", "pink"))
    mixer.play_music([rain])
    qtbot.wait(100)
    mixer.play_music([pink], fade_ms=10)
    qtbot.wait(600)
    assert mixer.track == pink

    mixer.pause(fade_ms=10)
    qtbot.wait(100)
    mixer.play_music([rain, pink], first=1, fade_ms=10)

    assert mixer.track == pink


def test_what_waits_goes_on(mixer: Mixer, qtbot: QtBot) -> None:
    """Asking for the same ambience resumes it; another one may begin while the first waits."""
    mixer.play_ambience(Ambience.RAIN, fade_ms=10)
    qtbot.wait(100)
    assert mixer._equipment
    channel = mixer._equipment.ambience
    mixer.pause(fade_ms=10)
    qtbot.wait(100)
    deck = channel._deck
    assert deck
    assert channel.is_paused

    mixer.play_ambience(Ambience.RAIN)
    assert channel._deck is deck
    assert not channel.is_paused
    mixer.pause(fade_ms=10)
    qtbot.wait(100)
    mixer.play_ambience(Ambience.PINK)

    assert channel._deck is not deck
    assert not channel._leaving


def test_a_new_output_changes_nothing_of_what_is_wanted(mixer: Mixer, qtbot: QtBot) -> None:
    """What waits still waits there and goes on where it was; what was ending has ended."""
    rain = ROOT / "resources" / "sounds" / "rain.ogg"
    mixer.play_ambience(Ambience.RAIN, fade_ms=10)
    mixer.play_music([rain], fade_ms=10)
    qtbot.wait(400)
    mixer.pause(fade_ms=10)
    qtbot.wait(100)
    assert mixer._equipment
    ambience, music = mixer._equipment.ambience, mixer._equipment.music
    assert music._deck
    position_ms = music._deck.position_ms

    ambience.revive(10)
    music.revive(10)

    assert ambience.is_paused
    assert music.is_paused
    assert music._deck
    assert music._deck.position_ms == position_ms > 0
    mixer.resume(fade_ms=10)
    deck = music._deck
    qtbot.waitUntil(lambda: deck.position_ms > position_ms)
    mixer.fade_out(10_000)
    ambience.revive(10)
    music.revive(10)
    assert not mixer.is_active


def test_a_file_that_stays_shut_is_passed_over(mixer: Mixer, qtbot: QtBot) -> None:
    """It is told of as if it had failed; when nothing is left, that is the end."""
    rain = ROOT / "resources" / "sounds" / "rain.ogg"
    ear = Ear(mixer)
    mixer.play_music([rain, rain])
    assert mixer._equipment
    music = mixer._equipment.music

    music.pass_over()
    assert mixer.track == rain
    music.pass_over()
    music.pass_over()

    assert ear.failed == ["rain.ogg", "rain.ogg"]
    assert ear.said == ["ended", "silent"]


def test_a_call_ends_by_itself(mixer: Mixer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything else steps back for a call, and comes forward again."""
    mixer.open()
    mixer._call_over.setInterval(300)
    mixer.call()
    qtbot.waitUntil(lambda: mixer._calling.value < 0.5)

    qtbot.waitUntil(lambda: mixer._calling.value == 1.0, timeout=5_000)
