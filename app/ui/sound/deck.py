"""One player on one output, whose level never jumps."""

from math import asin, pi, sin
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QUrl, Signal, Slot
from PySide6.QtMultimedia import QAudio, QAudioOutput, QMediaPlayer

from app.ui.sound.glide import Glide
from app.ui.sound.outputs import Outputs

State = QMediaPlayer.PlaybackState
Status = QMediaPlayer.MediaStatus

_LOG: Final = QAudio.VolumeScale.LogarithmicVolumeScale
_LINEAR: Final = QAudio.VolumeScale.LinearVolumeScale


def factor(volume: float) -> float:
    """Return the factor of the samples that is heard as the share *volume* of full loudness."""
    return QAudio.convertVolume(max(0.0, min(volume, 1.0)), _LOG, _LINEAR)


def settle_overrides(output: QAudioOutput) -> None:
    """Have PySide find out now that nobody overrides what Qt calls when a signal is disconnected.

    It asks Python once for each object, and Qt's own thread for playing disconnects when it
    ends: if that were the first time, it would look at a Python object that may be on its way
    out, and crash the program (seen with PySide6 6.11.3).
    """
    output.mutedChanged.connect(output.setMuted)
    output.mutedChanged.disconnect(output.setMuted)


class Deck(QObject):
    """Plays one file after the other, or one round and round, at a level that glides.

    ``ended`` and ``failed`` are about the file that was loaded, ``silent`` says that a fade to
    nothing is over. What is opened while the sound server is gone stays closed until ``reopen``.
    """

    ended = Signal()
    failed = Signal()
    silent = Signal()

    def __init__(self, outputs: Outputs, gain: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outputs = outputs
        self._gain = gain
        self._crosses = False
        self._position_ms = 0
        self._wants_to_play = False
        self._has_failed = False
        self._is_changing = False
        self.level = Glide(0.0, self)
        self.player = QMediaPlayer(self)  # before the output: children end in this order
        self.output = QAudioOutput(outputs.device, self)
        self.output.setVolume(0.0)
        settle_overrides(self.output)
        self.player.setAudioOutput(self.output)
        self.level.changed.connect(self._apply)
        self.level.arrived.connect(self._arrive)
        self.player.mediaStatusChanged.connect(self._follow)
        self.player.errorOccurred.connect(self._fail)

    @property
    def is_playing(self) -> bool:
        """Whether it is to be heard, at whatever level."""
        return self._wants_to_play

    @property
    def is_loading(self) -> bool:
        """Whether the file is still being opened."""
        return self.player.mediaStatus() in {Status.LoadingMedia, Status.NoMedia}

    @property
    def is_hollow(self) -> bool:
        """Whether the file is open, and has nothing in it so far."""
        is_open = self._wants_to_play and not self.is_loading
        return is_open and self.player.duration() <= 0 and self.player.position() <= 0

    @property
    def position_ms(self) -> int:
        """Where in the file it is."""
        return self._position_ms or self.player.position()

    def load(self, file: Path, *, endless: bool, position_ms: int = 0) -> None:
        """Play *file* from *position_ms* as soon as it is open, *endless*ly or to its end."""
        self._position_ms = position_ms
        self._wants_to_play = True
        self._has_failed = False
        if self._outputs.is_cut_off:
            return
        source = QUrl.fromLocalFile(str(file))
        is_open = source == self.player.source()
        self.player.setLoops(QMediaPlayer.Loops.Infinite if endless else QMediaPlayer.Loops.Once)
        self._is_changing = True
        self.player.setSource(source)
        self._is_changing = False
        if is_open:
            self._begin()

    def fade_in(self, duration_ms: int, *, crosses: bool = False) -> None:
        """Rise to full level: quickly at first, so that somebody who waits hears it begin.

        When it *crosses* another one that falls, both together stay equally loud.
        """
        self._scale(crosses)
        curve = QEasingCurve.Type.Linear if crosses else QEasingCurve.Type.OutQuad
        self.level.go(1.0, duration_ms, curve)

    def fade_out(self, duration_ms: int, *, crosses: bool = False) -> None:
        """Fall to nothing, then say so."""
        self._scale(crosses)
        self.level.go(0.0, duration_ms)

    def set_gain(self, gain: float) -> None:
        """Be as loud as the factor *gain* at full level."""
        self._gain = gain
        self._apply()

    def pause(self) -> None:
        """Hold the file where it is."""
        self._wants_to_play = False
        if not self.is_loading:
            self.player.pause()

    def resume(self) -> None:
        """Go on from there."""
        self._wants_to_play = True
        if not self.is_loading:
            self._begin()

    def move(self) -> None:
        """Play on the device that is right now."""
        if not self._outputs.is_cut_off:
            self.output.setDevice(self._outputs.device)

    def dispose(self) -> None:
        """Be silent at once, and gone soon."""
        self._wants_to_play = False
        self.blockSignals(True)
        self.level.stop()
        self.player.stop()
        self.deleteLater()

    def _scale(self, crosses: bool) -> None:
        """Change what a level means, and keep what is heard."""
        if crosses != self._crosses:
            heard = self._heard()
            self._crosses = crosses
            to_perceived = QAudio.convertVolume(heard, _LINEAR, _LOG)
            self.level.put(asin(heard) * 2 / pi if crosses else to_perceived)

    def _begin(self) -> None:
        """Start to play, unless that would open an output on a sound server that is gone."""
        if self._outputs.is_cut_off:
            return
        if self._position_ms:
            self.player.setPosition(self._position_ms)
            self._position_ms = 0
        self.player.play()

    def _heard(self) -> float:
        level = self.level.value
        return sin(min(level, 1.0) * pi / 2) if self._crosses else factor(level)

    @Slot()
    def _apply(self) -> None:
        self.output.setVolume(self._gain * self._heard())

    @Slot()
    def _arrive(self) -> None:
        if self.level.target == 0.0 and self.level.value == 0.0:
            self.silent.emit()

    @Slot(QMediaPlayer.MediaStatus)
    def _follow(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._is_changing:  # this is still about the last file
            return
        is_held = self.player.playbackState() is not State.PlayingState
        if status is Status.LoadedMedia and self._wants_to_play and is_held:
            self._begin()
        elif status is Status.EndOfMedia:
            self.ended.emit()

    @Slot(QMediaPlayer.Error, str)
    def _fail(self, _error: QMediaPlayer.Error, _words: str) -> None:
        if not self._has_failed:  # one file may have several things wrong with it
            self._has_failed = True
            self.failed.emit()
