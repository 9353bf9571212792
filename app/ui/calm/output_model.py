"""Where a session is heard: the devices there are, and the one that was chosen."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from app.i18n import _
from app.services.calm_choices import OwnCalm
from app.services.changes import Changes, Kind
from app.ui.calm.output_names import output_names
from app.ui.sound.player import Player


class OutputModel(QObject):
    """Knows the devices from the player, and keeps the choice in the patient's file.

    A chosen device that is not there stays chosen: it may be plugged in again.
    """

    changed = Signal()
    """The devices, or the choice, may be others."""
    listened = Signal()
    """The device of the patient's choice is to be heard for a moment."""

    def __init__(
        self, own: OwnCalm, player: Player, changes: Changes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._own = own
        self._player = player
        self._names: dict[str, str] = {}
        self._seen: dict[str, str] = {}
        self._take_names()
        player.outputs_changed.connect(self._look_again)
        changes.listen(self, self._hear)

    @property
    def chosen(self) -> str:
        """The system's name of the chosen device, or an empty text for the usual one."""
        return self._own.choices.sound.output

    @property
    def is_missing(self) -> bool:
        """Whether a device was chosen that is known not to be there."""
        is_known = self._player.outputs is not None
        return is_known and bool(self.chosen) and self.chosen not in self._names

    @property
    def is_offered(self) -> bool:
        """Whether there is anything to choose."""
        return len(self._names) > 1 or self.is_missing

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can be chosen: what is kept, and its name. The usual one comes first."""
        listed = [("", _("The usual one")), *self._names.items()]
        if self.is_missing:
            name = self._seen.get(self.chosen) or _("the one you chose")
            listed.append((self.chosen, _("Not there now: {name}").format(name=name)))
        return listed

    @property
    def note(self) -> str:
        """Return what is to say of the choice."""
        if not self._names:
            return ""
        if self.is_missing:
            return _("Until it is back, the usual one is used.")
        if self.chosen:
            return _("You hear it for a moment.")
        usual = next((one.id for one in self._player.outputs or () if one.is_usual), "")
        name = self._names.get(usual)
        return _("Now that is {name}.").format(name=name) if name else ""

    def choose(self, output: str) -> None:
        """Keep the device with the id *output*, and let it be heard for a moment."""
        before = self._own.choices
        sound = replace(before.sound, output=output)
        self._own.keep(replace(before, sound=sound), over=before)
        self.listened.emit()

    @Slot()
    def _look_again(self) -> None:
        self._take_names()
        self.changed.emit()

    def _take_names(self) -> None:
        self._names = output_names(self._player.outputs or ())
        self._seen |= self._names

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.CALM_CHOICES:
            self.changed.emit()
