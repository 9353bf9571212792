"""Sees whether sound still goes somewhere, and brings it back: nobody else tells."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.ui.sound.equipment import Equipment
from app.ui.sound.kinds import CROSS_FADE_MS, SoundProblem

_LOOK_MS: Final = 500
_OPENING_LOOKS: Final = 20
_HOLLOW_LOOKS: Final = 4
"""A file of music that has not opened after ten seconds is passed over, and one that is open and
has neither length nor sound after two."""

_STRANDED_LOOKS: Final = 10
"""A server that answers for five seconds and is not found is never found. Qt's own attempt comes
three seconds after a server died, and is better: nothing has to begin anew."""


class Watch(QObject):
    """Looks after the *equipment* twice a second.

    A server that dies and a device that is pulled out leave a player standing where it was,
    without a word: only its position tells. What stands still for four seconds is begun anew on
    a new output, over and over until it goes on; on a server that is gone nothing is opened.
    """

    changed = Signal()
    """``problem`` may be another one now."""
    stranded = Signal()
    """A sound server answers and is out of reach for this process; said again while it is so."""

    def __init__(self, equipment: Equipment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._equipment = equipment
        self._is_lost = False
        self._was_cut_off = False
        self._waiting_looks = 0
        self._stranded_looks = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        equipment.outputs.changed.connect(self._move)

    @property
    def problem(self) -> SoundProblem | None:
        """What is wrong, the worst first."""
        outputs = self._equipment.outputs
        if self._is_lost and (outputs.listed or outputs.is_cut_off):
            return SoundProblem.CONNECTION_LOST
        if not outputs.listed:
            return SoundProblem.NO_DEVICE
        if not self._equipment.can_play_files:
            return SoundProblem.NO_PLAYER
        return SoundProblem.OUTPUT_MISSING if outputs.chosen_is_missing else None

    def start(self) -> None:
        """Look from now on."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def _move(self) -> None:
        """Follow the devices: one went, came, was chosen, or became the usual one."""
        here = self._equipment
        if not here.outputs.is_cut_off:
            here.ambience.move()
            here.music.move()
            here.cues.move()
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        here = self._equipment
        channels = (here.ambience, here.music)
        here.outputs.look()
        for channel in channels:
            channel.look()
        if not self._is_lost:
            self._pass_over_what_does_not_play()
        if here.outputs.is_cut_off:
            self._is_lost = self._was_cut_off = True
        elif self._was_cut_off or any(channel.has_stalled for channel in channels):
            self._is_lost, self._was_cut_off = True, False
            here.ambience.revive(CROSS_FADE_MS)
            here.music.revive(CROSS_FADE_MS)
            here.cues.renew()
        elif self._is_lost:
            self._is_lost = not all(channel.is_flowing for channel in channels)
        self.changed.emit()
        self._stranded_looks = self._stranded_looks + 1 if here.outputs.is_stranded else 0
        if self._stranded_looks >= _STRANDED_LOOKS:
            self._stranded_looks = 0
            self.stranded.emit()

    def _pass_over_what_does_not_play(self) -> None:
        """Go to the next file where one stays shut, is hollow, or alone stands still."""
        music, ambience = self._equipment.music, self._equipment.ambience
        is_waiting = music.is_opening or music.is_hollow
        self._waiting_looks = self._waiting_looks + 1 if is_waiting else 0
        patience = _OPENING_LOOKS if music.is_opening else _HOLLOW_LOOKS
        if self._waiting_looks >= patience or (music.has_stalled and ambience.is_heard):
            self._waiting_looks = 0
            music.pass_over()
