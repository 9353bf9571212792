"""The clinic's pack in Settings: what it is, opening one, removing it."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.clinic import Pack, phones_of
from app.domain.preferences import ClinicPhones
from app.services.changes import Changes, Kind
from app.services.clinic import Clinic
from app.services.refused_pack import what_is_wrong
from app.services.undo import Step
from app.storage.clinic_places import PackPlace
from app.storage.errors import StorageError
from app.ui.undo import UndoStack


class Refused(NamedTuple):
    """A pack that cannot be used, and why, in words."""

    file: Path
    why: str


class PackModel(QObject):
    """Puts packs in use and out of it; each change can be taken back."""

    changed = Signal()

    def __init__(
        self, clinic: Clinic, undo: UndoStack, changes: Changes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clinic = clinic
        self._undo = undo
        self.not_opened: Refused | None = None
        """The pack that was to be opened last, if it could not be."""
        changes.listen(self, self._hear)

    @property
    def pack(self) -> Pack | None:
        """What is in use."""
        return self._clinic.pack

    @property
    def is_old(self) -> bool:
        """Whether the clinic wanted a newer pack to be in use by today."""
        return self._clinic.is_expired

    @property
    def logo(self) -> bytes | None:
        """The logo of what is in use."""
        return self._clinic.logo()

    @property
    def phones(self) -> ClinicPhones:
        """Name and phones that the pack says; empty what it does not say."""
        return phones_of(self.pack, ClinicPhones())

    @property
    def files(self) -> tuple[Path, ...]:
        """Where the packs in use are, the weakest first."""
        return tuple(one.path for one in self._clinic.packs if one.pack is not None)

    @property
    def refused(self) -> tuple[Refused, ...]:
        """Packs that cannot be used, the one that was to be opened last among them."""
        found = [
            Refused(one.path, what_is_wrong(one.error))
            for one in self._clinic.refused
            if one.error is not None
        ]
        return (*found, *([self.not_opened] if self.not_opened is not None else []))

    @property
    def can_remove(self) -> bool:
        """Whether a pack can be taken out of use; one that was named at the start cannot."""
        return any(one.place is not PackPlace.GIVEN for one in self._clinic.packs)

    @property
    def can_use_again(self) -> bool:
        """Whether others installed a pack that the patient removed from use."""
        return bool(self._clinic.left_aside)

    def open(self, path: Path) -> bool:
        """Put the pack at *path* in use, and return True; one that is wrong changes nothing."""
        try:
            step = self._clinic.open(path)
        except StorageError as error:
            self.not_opened = Refused(error.path or path, what_is_wrong(error))
            self.changed.emit()
            return False
        self._push(step)
        return True

    @Slot()
    def remove(self) -> None:
        """Take the pack out of use."""
        self._push(self._clinic.remove())

    @Slot()
    def use_again(self) -> None:
        """Put what others installed in use again."""
        self._push(self._clinic.use_again())

    def forget(self) -> None:
        """Say nothing more of a pack that could not be opened."""
        self.not_opened = None

    def _push(self, step: Step) -> None:
        self.not_opened = None
        self._undo.push(*step)
        self.changed.emit()

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.CLINIC:
            self.changed.emit()
