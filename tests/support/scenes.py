"""What is played for the tests of sound, one function for each scene."""

import shutil
from pathlib import Path

from app.domain.calm_choices import Ambience
from app.ui.sound.kinds import Cue
from app.ui.sound.mixer import Mixer
from tests.support.stage import Stage


def five_starts(stage: Stage) -> None:
    """A session starts five times, as loud as a first one."""
    for _ in range(5):
        mixer = Mixer(parent=stage.mixer)
        stage.note("start")
        mixer.play_ambience(Ambience.RAIN)
        stage.wait(1.1)
        mixer.close()
        stage.wait(0.4)


def rounds(stage: Stage) -> None:
    """A loop of two seconds goes round three times, and a real one passes its seam."""
    mixer = stage.mixer
    mixer.set_volume(1.0)
    mixer.open()
    _loop(mixer, stage.folder / "low.ogg", 200)
    stage.wait(0.8)
    stage.note("round")
    stage.wait(6.6)
    stage.note("rounds over")
    mixer.play_ambience(Ambience.PINK, cross_fade_ms=300)
    stage.wait(0.8)
    player = mixer._equipment.ambience._deck.player  # type: ignore[union-attr]
    player.setPosition(player.duration() - 1_500)
    stage.wait(0.5)
    stage.note("seam", player.position())
    stage.wait(2.5)
    stage.note("seam over", player.position())


def fades(stage: Stage) -> None:
    """A tone rises in 3 s, waits, goes on, gives way to another one, and falls in 4 s."""
    mixer = stage.mixer
    mixer.set_volume(1.0)
    mixer.open()
    stage.wait(0.3)
    stage.note("rise")
    _loop(mixer, stage.folder / "low.ogg", 3_000)
    stage.wait(3.8)
    stage.note("pause")
    mixer.pause()
    stage.wait(1.2)
    stage.note("resume")
    mixer.resume()
    stage.wait(1.2)
    stage.note("change")
    _loop(mixer, stage.folder / "high.ogg", 1_500)
    stage.wait(2.2)
    stage.note("fall")
    mixer.fade_out(4_000)
    stage.wait(5.2)
    stage.note("quiet")
    stage.wait(0.6)


def everything(stage: Stage) -> None:
    """Ambience, the loudest music there can be, breaths, bell and call at full volume."""
    mixer = stage.mixer
    mixer.set_volume(1.0)
    mixer.play_ambience(Ambience.OCEAN, fade_ms=100)
    mixer.play_music([stage.folder / "loudest.wav"], repeats=True, fade_ms=100)
    stage.wait(0.6)
    stage.note("all")
    mixer.play(Cue.BREATHE_IN)
    mixer.play(Cue.BELL)
    stage.wait(2.0)
    stage.note("call")
    mixer.call()
    stage.wait(2.0)
    stage.note("all over")
    mixer.stop()
    stage.wait(0.8)


def cues(stage: Stage) -> None:
    """In, out, bell, each after the last has faded."""
    mixer = stage.mixer
    mixer.set_volume(0.7)
    mixer.open()
    stage.wait_until(lambda: mixer._equipment.cues.are_ready)  # type: ignore[union-attr]
    stage.wait(0.3)
    for cue, seconds in ((Cue.BREATHE_IN, 1.8), (Cue.BREATHE_OUT, 1.8), (Cue.BELL, 1.5)):
        stage.note(cue)
        mixer.play(cue)
        stage.wait(seconds)


def music(stage: Stage) -> None:
    """Every format after the other, with a text and an empty file among them."""
    mixer = stage.mixer
    mixer.set_volume(1.0)
    here = stage.folder / "music"
    copy = stage.folder / "own music"
    shutil.copytree(here, copy)
    mixer.track_started.connect(_remove)
    mixer.play_music(sorted(copy.iterdir()), fade_ms=50)
    stage.wait_until(lambda: not mixer.is_active)
    stage.note("quiet")
    stage.wait(0.6)


def _remove(file: Path) -> None:
    if file.suffix == ".wav":
        from PySide6.QtCore import QTimer

        QTimer.singleShot(400, file.unlink)


def server_dies(stage: Stage) -> None:
    """The sound server dies and comes back, and nobody waits with what they want to hear."""
    mixer = stage.mixer
    mixer.set_volume(1.0)
    _loop_when_open(mixer, stage.folder / "low.ogg")
    mixer.play_music([stage.folder / "high.ogg"], repeats=True, fade_ms=100)
    stage.wait(1.0)
    stage.note("playing")
    stage.wait_until(lambda: mixer.problem is not None)
    mixer.play(Cue.BELL)
    mixer.call()
    mixer.pause()
    stage.wait(0.5)
    mixer.resume()
    mixer.play_music([stage.folder / "high.ogg"], repeats=True, fade_ms=100)
    mixer.play_ambience(Ambience.PINK)
    _loop(mixer, stage.folder / "low.ogg", 100)
    mixer.choose_output("elsewhere")
    mixer.choose_output(None)
    stage.note("lost")
    stage.wait_until(lambda: mixer.problem is None)
    stage.wait(2.5)
    stage.note("again")
    mixer.play(Cue.BELL)
    stage.wait(0.8)
    mixer.fade_out(400)
    stage.wait_until(lambda: not mixer.is_active)


def device_goes(stage: Stage) -> None:
    """The only device goes and another comes; one that was chosen is there, then gone."""
    mixer = stage.mixer
    mixer.set_volume(1.0)
    _loop_when_open(mixer, stage.folder / "low.ogg")
    mixer.play_music([stage.folder / "high.ogg"], repeats=True, fade_ms=100)
    stage.wait(1.0)
    stage.note("playing")
    stage.wait_until(lambda: mixer.problem is not None)
    stage.note("lost")
    stage.wait_until(lambda: mixer.problem is None)
    stage.wait(2.5)
    stage.note("outputs", ",".join(output.id for output in mixer.outputs))
    mixer.choose_output("second")
    stage.wait(1.5)
    stage.note("moved")
    mixer.choose_output("a stick that was left at home")
    stage.wait(1.0)
    stage.note("elsewhere")


def server_stays_away(stage: Stage) -> None:
    """The sound server dies for good; the program is used on and ends like any other day."""
    mixer = stage.mixer
    _loop_when_open(mixer, stage.folder / "low.ogg")
    stage.wait(0.5)
    stage.note("playing")
    stage.wait_until(lambda: mixer.problem is not None)
    stage.wait(4.0)
    mixer.play_ambience(Ambience.RAIN)
    mixer.play_music([stage.folder / "high.ogg"], fade_ms=100)
    mixer.play(Cue.BELL)
    stage.wait(0.5)
    mixer.fade_out(300)
    stage.wait_until(lambda: not mixer.is_active)
    stage.note("still here", mixer.problem)


def _loop_when_open(mixer: Mixer, file: Path) -> None:
    mixer.open()
    _loop(mixer, file, 100)


def _loop(mixer: Mixer, file: Path, fade_ms: int) -> None:
    """Play *file* as ambience: a tone tells more than what ships."""
    assert mixer._equipment
    mixer._equipment.ambience.play(file, fade_ms)
