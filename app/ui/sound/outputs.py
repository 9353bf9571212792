"""Where sound comes out: the devices, the one that was chosen, and whether it can be reached."""

import re
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QAudioSink, QMediaDevices

from app.ui.sound.lifeline import Lifeline
from app.ui.sound.sinks import Sinks
from app.ui.sound.wire import Output

_WORN: Final = re.compile(r"(?i)head(phone|set)|ear(phone|bud|pod)|airpod|kopfhörer|casque")
_BUILT_IN: Final = re.compile(
    r"(?i)speaker|built.?in|internal|analog|lautsprecher|intern|haut.?parleur|altavo|altoparl"
)
"""What systems call the speakers of a computer; elsewhere the usual output has to do."""


class Outputs(QObject):
    """The devices there are now. ``changed`` says that the devices, or the usual one, changed."""

    changed = Signal()

    def __init__(self, chosen: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._lifeline = Lifeline()
        self._sinks = Sinks()
        self._sinks.look()
        self._is_anchored = False
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._look_again)
        self._anchor()

    @property
    def listed(self) -> tuple[Output, ...]:
        """Every device, in the system's order."""
        return tuple(
            Output(id=_id(device), name=_name(device), is_usual=device.isDefault())
            for device in self._here()
        )

    @property
    def device(self) -> QAudioDevice:
        """The device to play on: the chosen one, else the usual one; a null device without any."""
        return self._wanted() or QMediaDevices.defaultAudioOutput()

    @property
    def chosen_is_missing(self) -> bool:
        """Whether a device was chosen that is not there now."""
        return self._chosen is not None and self._wanted() is None

    @property
    def speakers(self) -> QAudioDevice:
        """The speakers of the computer, where they can be told from what is worn on the head."""
        for device in self._here():
            name = device.description()
            if _BUILT_IN.search(name) and not _WORN.search(name):
                return device
        return self.device

    @property
    def is_cut_off(self) -> bool:
        """Whether the sound server is gone, so that no output may be opened now."""
        return self._lifeline.is_cut

    @property
    def is_stranded(self) -> bool:
        """Whether the sound server has devices, as of the last look, and Qt has no way to any.

        Qt tries once to find a server again, and one that comes later it never finds.
        """
        return bool(self._sinks.here) and (self.is_cut_off or not self.listed)

    def choose(self, chosen: str | None) -> None:
        """Play on the device with the id *chosen*, or on the usual one."""
        self._chosen = chosen
        self.changed.emit()

    def look(self) -> None:
        """See whether a device has gone that Qt still lists; to be called every now and then."""
        gone = self._sinks.gone
        self._sinks.look()
        if self._sinks.gone != gone:
            self.changed.emit()

    @Slot()
    def _look_again(self) -> None:
        self._anchor()
        self.changed.emit()

    def _wanted(self) -> QAudioDevice | None:
        return next((device for device in self._here() if _id(device) == self._chosen), None)

    def _here(self) -> list[QAudioDevice]:
        """Return the devices that Qt knows, without those that have gone meanwhile."""
        every, gone = QMediaDevices.audioOutputs(), self._sinks.gone
        return [device for device in every if _id(device) not in gone]

    def _anchor(self) -> None:
        """Have Qt's connection for playing made by this thread.

        It is made with the first output, and belongs to the thread that opens that one. If a
        player did, the connection would not come back after its thread has ended.
        """
        device = QMediaDevices.defaultAudioOutput()
        if self._is_anchored or device.isNull() or self.is_cut_off:
            return
        nothing = QBuffer()
        nothing.open(QIODevice.OpenModeFlag.ReadOnly)
        sink = QAudioSink(device, device.preferredFormat())
        sink.start(nothing)
        sink.stop()
        self._is_anchored = not self.is_cut_off


def _id(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "backslashreplace")


def _name(device: QAudioDevice) -> str:
    """Return what the system calls it, without what cannot be written down."""
    return device.description().encode("utf-8", "replace").decode("utf-8")
