"""Short sounds that come at once: breaths, a bell, and the call."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QAudioDevice, QAudioOutput, QMediaPlayer

from app.assets import resource
from app.ui.sound.deck import settle_overrides
from app.ui.sound.kinds import Cue
from app.ui.sound.outputs import Outputs


class Cues(QObject):
    """Every cue, opened beforehand. The chime is for the room, the others for the ear.

    QSoundEffect is made for this, and is not used: with Qt 6.11.3 one run in ten on a busy
    computer ends in a loop ("QSocketNotifier: Invalid socket") that freezes the window.
    """

    def __init__(self, outputs: Outputs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outputs = outputs
        self._players: dict[Cue, QMediaPlayer] = {}
        self.renew()

    @property
    def are_ready(self) -> bool:
        """Whether all of them would sound at once."""
        opening = {QMediaPlayer.MediaStatus.LoadingMedia, QMediaPlayer.MediaStatus.NoMedia}
        return all(player.mediaStatus() not in opening for player in self._players.values())

    def play(self, cue: Cue, gain: float) -> None:
        """Let *cue* be heard from its start, as loud as the factor *gain*."""
        if self._outputs.is_cut_off:
            return
        player = self._players[cue]
        player.stop()
        player.audioOutput().setVolume(gain)
        player.play()

    def silence(self) -> None:
        """Break off what sounds."""
        for player in self._players.values():
            player.stop()

    def move(self) -> None:
        """Play on the devices that are right now."""
        for cue, player in self._players.items():
            player.audioOutput().setDevice(self._device(cue))

    def renew(self) -> None:
        """Open them anew: the outputs there were take no sound any more."""
        for player in self._players.values():
            player.stop()
            player.deleteLater()
        self._players = {cue: self._player(cue) for cue in Cue}

    def _device(self, cue: Cue) -> QAudioDevice:
        return self._outputs.speakers if cue is Cue.CHIME else self._outputs.device

    def _player(self, cue: Cue) -> QMediaPlayer:
        player = QMediaPlayer(self)
        output = QAudioOutput(self._device(cue), player)
        settle_overrides(output)
        player.setAudioOutput(output)
        player.setSource(QUrl.fromLocalFile(str(resource(f"sounds/{cue}.wav"))))
        return player
