"""The backups there are, and the copies that are made when somebody wants one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.i18n import _
from app.services.copies import BackupLine, Copies, CopyDone
from app.ui.errand import Errand, State
from app.ui.tasks import run_in_background

ZIP = ".zip"


class CopiesModel(QObject):
    """``backups`` is nothing before they were looked for; ``errand`` is the copy last asked for."""

    changed = Signal()

    def __init__(self, copies: Copies, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copies = copies
        self.errand = Errand(self)
        self.backups: tuple[BackupLine, ...] | None = None

    @property
    def suggested_name(self) -> str:
        """A neutral file name for a copy made today."""
        return self._copies.suggested_name()

    def look(self) -> None:
        """Look which backups there are."""
        run_in_background(self._copies.all, done=self._found, failed=self._lost, owner=self)

    @Slot()
    def back_up(self) -> None:
        """Make a backup now."""
        self._run(_("Making a backup…"), self._copies.back_up)

    def copy_to(self, path: Path) -> None:
        """Write a copy to the zip file *path*.

        The dialog has asked about a file that is there already, if it saw its whole name.
        """
        asked = path.suffix.lower() == ZIP
        self._run(_("Copying…"), partial(self._copies.back_up_to, path, replace=asked))

    def copy_into(self, folder: Path) -> None:
        """Write plain files to a new folder in *folder*."""
        self._run(_("Copying…"), partial(self._copies.export_into, folder))

    def _run(self, title: str, work: Callable[[], CopyDone]) -> None:
        self.errand.run(title, work, done=self._copied)

    def _copied(self, done: CopyDone) -> None:
        title = _("The copy is made: {name}").format(name=done.copied.path.name)
        self.errand.say(State.DONE, title, done.sentences)
        self.look()

    def _found(self, backups: list[BackupLine]) -> None:
        self.backups = tuple(backups)
        self.changed.emit()

    def _lost(self, error: Exception) -> None:
        raise error  # nothing of this is expected: it is written down as any other fault
