"""One backup: what is in it, putting it back, and taking that back again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.i18n import _
from app.services.copies import Copies, Preview, RestoreDone
from app.services.refusals import NotDoneError
from app.ui.dates import day_with_year
from app.ui.errand import Errand, State
from app.ui.undo import UndoStack


class RestoreModel(QObject):
    """``preview`` is nothing until the backup was looked into, and after it was put back.

    ``before`` is the backup of the files that were replaced, once something was put back.
    """

    changed = Signal()

    def __init__(self, copies: Copies, undo: UndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copies = copies
        self._undo = undo
        self.errand = Errand(self)
        self.path = Path()
        self.preview: Preview | None = None
        self.before: Path | None = None

    @property
    def can_put_back(self) -> bool:
        """Whether there is something that putting it back would change."""
        preview = self.preview
        return not self.errand.is_busy and bool(preview and not preview.inside.changes_nothing)

    @property
    def can_take_back(self) -> bool:
        """Whether what was put back can be taken back."""
        return not self.errand.is_busy and self.before is not None

    def look(self, path: Path) -> None:
        """Look into the backup at *path*."""
        if self.errand.is_busy:
            return
        self.path, self.preview, self.before = path, None, None
        self.changed.emit()
        work = partial(self._copies.look_inside, path, day_with_year)
        self.errand.run(_("Looking into the backup…"), work, done=self._seen)

    @Slot()
    def put_back(self) -> None:
        """Replace the files by those of the backup."""
        if self.can_put_back:
            self._replace(self.path, _("Putting the backup back…"))

    @Slot()
    def take_back(self) -> None:
        """Replace them by those from before again."""
        if self.before is not None and self.can_take_back:
            self._replace(self.before, _("Taking it back…"))

    def _replace(self, path: Path, title: str) -> None:
        try:
            self._copies.hold()
        except NotDoneError as error:
            self.errand.fail(error)
            return
        work = partial(self._copies.put_back, path)
        self.errand.run(title, work, done=self._replaced, failed=self._copies.let_go)

    def _seen(self, preview: Preview) -> None:
        self.preview = preview
        self.errand.forget()
        self.changed.emit()

    def _replaced(self, done: RestoreDone) -> None:
        """Say so, and offer no undo any more: the files it is for are gone."""
        self._copies.let_go()
        self._undo.dismiss()
        backup = done.restored.backup
        self.preview, self.before = None, backup.path if backup is not None else None
        self.errand.say(State.DONE, done.sentences[0], done.sentences[1:])
        self.changed.emit()
