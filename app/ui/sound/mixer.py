"""All that is heard in a session, together."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.assets import resource
from app.domain.calm_choices import Ambience
from app.ui.sound import equipment
from app.ui.sound.glide import Glide
from app.ui.sound.kinds import (
    AMBIENCE_CEILING,
    CALL_SHARE,
    CROSS_FADE_MS,
    CUE_CEILING,
    FADE_IN_MS,
    FADE_OUT_MS,
    FIRST_VOLUME,
    MUSIC_CEILING,
    PAUSE_FADE_MS,
    Cue,
    SoundProblem,
)
from app.ui.sound.watch import Watch

if TYPE_CHECKING:
    from app.ui.sound.wire import Output

_VOLUME_MS: Final = 200
_CALL_MS: Final = 2_800


class Mixer(QObject):
    """One ambience and the patient's own music at the same time, and cues above them.

    Made at no cost: QtMultimedia is loaded by ``open``, or by the first sound that is wanted.
    Volumes are shares of full loudness as it is perceived, 0 to 1, and end at a ceiling; nothing
    begins, changes or ends abruptly. Nothing here raises, whatever the sound system does: what
    cannot be heard is silent, and ``problem`` says why. To be used on the main thread.
    """

    problem_changed = Signal(object)
    """The new ``problem``: a SoundProblem, or None when all is well again."""
    track_started = Signal(Path)
    track_failed = Signal(Path)
    music_ended = Signal()
    outputs_changed = Signal()
    """``outputs`` may be others now, or they are known for the first time."""
    stranded = Signal()
    """A sound server is there that only another process can play to: see ``Watch``."""
    fell_silent = Signal()
    """Ambience and music are over, by a fade or because no file is left."""

    def __init__(self, output: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._output = output
        self._equipment: equipment.Equipment | None = None
        self._watch: Watch | None = None
        self._problem: SoundProblem | None = None
        self._volume = Glide(FIRST_VOLUME, self)
        self._calling = Glide(1.0, self)
        self._call_over = QTimer(self, interval=_CALL_MS, singleShot=True)
        for glide in (self._volume, self._calling):
            glide.changed.connect(self._apply_volumes)
        self._call_over.timeout.connect(self._end_call)

    @property
    def problem(self) -> SoundProblem | None:
        """Why nothing is heard, or not where it was wanted; None before anything was loaded."""
        return self._problem

    @property
    def outputs(self) -> "tuple[Output, ...]":
        """The devices to choose from; none before ``open``."""
        return self._equipment.outputs.listed if self._equipment else ()

    @property
    def is_active(self) -> bool:
        """Whether ambience or music is there, paused or not."""
        here = self._equipment
        return here is not None and (here.ambience.is_active or here.music.is_active)

    @property
    def track(self) -> Path | None:
        """The file of the patient's music that is played or waits."""
        return self._equipment.music.track if self._equipment else None

    def open(self) -> bool:
        """Load what makes sound and read the cues; tell whether there is any sound at all."""
        if self._equipment is None:
            found = equipment.set_up(self._output, self)
            if isinstance(found, SoundProblem):
                self._say(found)
                return False
            self._equipment = found
            self._watch = Watch(found, self)
            self._watch.changed.connect(self._judge)
            self._watch.stranded.connect(self.stranded)
            found.outputs.changed.connect(self.outputs_changed)
            found.music.track_started.connect(self.track_started)
            found.music.track_failed.connect(self.track_failed)
            found.music.ended.connect(self.music_ended)
            found.music.silent.connect(self._fall_silent)
            found.ambience.silent.connect(self._fall_silent)
            self._apply_volumes()
            self._judge()
            self.outputs_changed.emit()
        if self._watch:
            self._watch.start()
        return True

    def close(self) -> None:
        """Be silent at once and watch nothing any more; what is wanted next opens it again."""
        if self._watch:
            self._watch.stop()
        self._call_over.stop()
        self._calling.put(1.0)
        self._volume.put(self._volume.target)
        self._apply_volumes()
        if self._equipment:
            self._equipment.ambience.clear()
            self._equipment.music.clear()
            self._equipment.cues.silence()

    def choose_output(self, output: str | None) -> None:
        """Play on the device with the id *output*; None is the one the system uses."""
        self._output = output
        if self._equipment:
            self._equipment.outputs.choose(output)

    def set_volume(self, volume: float) -> None:
        """Make everything but the call as loud as the share *volume*."""
        self._volume.go(max(0.0, min(volume, 1.0)), _VOLUME_MS)

    def play_ambience(
        self, ambience: Ambience, fade_ms: int = FADE_IN_MS, cross_fade_ms: int = CROSS_FADE_MS
    ) -> None:
        """Let *ambience* rise, or change over to it if another one is heard."""
        if ambience is Ambience.SILENCE:
            self.stop_ambience(cross_fade_ms)
        elif self.open() and self._equipment:
            self._equipment.ambience.play(
                resource(f"sounds/{ambience.value}.ogg"), fade_ms, cross_fade_ms
            )

    def stop_ambience(self, fade_ms: int = CROSS_FADE_MS) -> None:
        """Let the ambience go, and the music play on."""
        if self._equipment:
            self._equipment.ambience.fade_out(fade_ms)

    def play_music(
        self,
        files: Sequence[Path],
        *,
        repeats: bool = False,
        first: int = 0,
        fade_ms: int = FADE_IN_MS,
    ) -> None:
        """Play *files* in order from the one numbered *first*, over and over if it *repeats*.

        What cannot be played is told by ``track_failed`` and passed over.
        """
        if self.open() and self._equipment:
            self._equipment.music.play(files, repeats=repeats, first=first, fade_ms=fade_ms)

    def stop_music(self, fade_ms: int = CROSS_FADE_MS) -> None:
        """Let the music go, and the ambience play on."""
        if self._equipment:
            self._equipment.music.fade_out(fade_ms)

    def pause(self, fade_ms: int = PAUSE_FADE_MS) -> None:
        """Let ambience and music wait."""
        if self._equipment:
            self._equipment.ambience.pause(fade_ms)
            self._equipment.music.pause(fade_ms)

    def resume(self, fade_ms: int = PAUSE_FADE_MS) -> None:
        """Let them go on."""
        if self._equipment:
            self._equipment.ambience.resume(fade_ms)
            self._equipment.music.resume(fade_ms)

    def fade_out(self, duration_ms: int = FADE_OUT_MS) -> None:
        """Let ambience and music go in that time; ``fell_silent`` says when they have."""
        self.stop_ambience(duration_ms)
        self.stop_music(duration_ms)

    def stop(self) -> None:
        """End ambience and music soon, but not abruptly."""
        self.fade_out(PAUSE_FADE_MS)

    def play(self, cue: Cue) -> None:
        """Let *cue* be heard now. The chime calls somebody: see ``call``."""
        if self.open() and self._equipment:
            self._equipment.cues.play(cue, CUE_CEILING * self._loudness)

    def call(self) -> None:
        """Play the chime through the speakers where they can be told, whatever the volume is.

        Everything else steps back meanwhile.
        """
        if self.open() and self._equipment:
            self._equipment.cues.play(Cue.CHIME, 1.0)
            self._calling.go(CALL_SHARE, _VOLUME_MS)
            self._call_over.start()

    @Slot()
    def _end_call(self) -> None:
        self._calling.go(1.0, CROSS_FADE_MS)

    @Slot()
    def _fall_silent(self) -> None:
        if not self.is_active:
            self.fell_silent.emit()

    @Slot()
    def _apply_volumes(self) -> None:
        here = self._equipment
        if here:
            gain = self._loudness * self._calling.value
            here.ambience.set_gain(AMBIENCE_CEILING * gain)
            here.music.set_gain(MUSIC_CEILING * gain)

    @property
    def _loudness(self) -> float:
        """The factor of the samples for the volume there is."""
        from app.ui.sound.deck import factor

        return factor(self._volume.value)

    @Slot()
    def _judge(self) -> None:
        if self._watch:
            self._say(self._watch.problem)

    def _say(self, problem: SoundProblem | None) -> None:
        if problem is not self._problem:
            self._problem = problem
            self.problem_changed.emit(problem)
