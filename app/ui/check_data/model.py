"""Looks at the files and repairs them, off the main thread, and remembers what came of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from app.i18n import _
from app.services.data_check import DataCheck, Finding, Health, look
from app.services.problems import saving_failed
from app.storage.errors import StorageError
from app.storage.salvage import Repaired, put_back, repair
from app.ui.tasks import run_in_background
from app.ui.undo import UndoStack

FOLDER = "."


class CheckDataModel(QObject):
    """What was found when the files were last looked at; nothing before that."""

    changed = Signal()

    def __init__(self, checking: DataCheck, undo: UndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checking = checking
        self._undo = undo
        self.health: Health | None = None
        self.is_busy = False
        self.repaired: dict[str, Repaired] = {}
        self.failed: dict[str, str] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong."""
        return self.health.findings if self.health is not None else ()

    @property
    def can_repair(self) -> bool:
        """Whether a repair can be offered now."""
        return self._checking.can_repair and not self.is_busy

    def name_of(self, finding: Finding) -> Path:
        """Return how the file of *finding* is called on screen."""
        folder = self._checking.paths.data
        return Path(folder.name if finding.problem.path == FOLDER else finding.problem.path)

    @Slot()
    def look(self) -> None:
        """Look at all files, as they are now."""
        if self.is_busy:
            return
        self.repaired, self.failed = {}, {}
        self._begin()
        paths = self._checking.paths
        run_in_background(partial(look, paths), done=self._found, failed=self._lost, owner=self)

    def repair(self, finding: Finding) -> None:
        """Repair the file of *finding*, which has something to keep."""
        if finding.salvage is None or not self.can_repair:
            return
        self._begin()
        name = finding.problem.path
        self.failed.pop(name, None)
        run_in_background(
            partial(repair, finding.salvage, self._checking.paths),
            done=self._repaired,
            failed=partial(self._not_repaired, name),
            owner=self,
        )

    def show_file(self, finding: Finding) -> bool:
        """Open the folder the file lies in; return whether the computer has a way to show it."""
        place = self._checking.paths.data / finding.problem.path
        folder = place if finding.problem.path == FOLDER else place.parent
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _begin(self) -> None:
        self.is_busy = True
        self.changed.emit()

    def _found(self, health: Health) -> None:
        self.health = health
        self._end()

    def _lost(self, error: Exception) -> None:
        self._end()
        raise error  # nothing of this is expected: it is written down as any other fault

    def _repaired(self, done: Repaired) -> None:
        name = done.salvage.name
        self.repaired[name] = done
        self._checking.look_again(name)
        self._undo.push(_("{file} is repaired.").format(file=name), partial(self._put_back, done))
        self._end()

    def _not_repaired(self, name: str, error: Exception) -> None:
        code = error.code if isinstance(error, StorageError) else None
        self.failed[name] = _("It could not be repaired. {why}").format(why=saving_failed(code))
        self._end()

    def _put_back(self, done: Repaired) -> None:
        """Put the file as it was back; small and rare enough to wait for."""
        name = done.salvage.name
        try:
            put_back(done, self._checking.paths)
        except StorageError as error:
            self.failed[name] = _("It could not be put back. {why}").format(
                why=saving_failed(error.code)
            )
        else:
            self.repaired.pop(name, None)
            self._checking.look_again(name)
        self.changed.emit()

    def _end(self) -> None:
        self.is_busy = False
        self.changed.emit()
