"""Where the files are, where they could go, and going there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.i18n import _
from app.services.place import MoveDone, Place
from app.services.refusals import NotDoneError
from app.ui.errand import Errand, State
from app.ui.undo import UndoStack


class MoveModel(QObject):
    """``target`` is nothing until a place was chosen."""

    changed = Signal()

    def __init__(self, place: Place, undo: UndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._undo = undo
        self.errand = Errand(self)
        self.target: Path | None = None

    @property
    def path(self) -> Path:
        """The folder with the files."""
        return self._place.path

    @property
    def can_choose(self) -> bool:
        """Whether another place can be chosen."""
        return self._place.can_move and not self.errand.is_busy

    @property
    def is_movable(self) -> bool:
        """Whether the folder is one that the program may move."""
        return self._place.can_move

    @property
    def can_use_usual(self) -> bool:
        """Whether the folder is one that was chosen, and is gone."""
        return self._place.is_gone and not self.errand.is_busy

    def choose(self, folder: Path) -> None:
        """Take *folder* for the new place, or a new folder in it if something lies in it."""
        self.errand.forget()
        self.target = folder / self.path.name if _holds_something(folder) else folder
        self.changed.emit()

    @Slot()
    def move(self) -> None:
        """Move the files to the place that was chosen."""
        if self.target is None or not self.can_choose:
            return
        try:
            self._place.hold()
        except NotDoneError as error:
            self.errand.fail(error)
            return
        self.errand.run(
            _("Moving your files…"),
            partial(self._place.carry_over, self.target),
            done=self._moved,
            failed=partial(self._place.let_go, None),
        )

    @Slot()
    def use_usual(self) -> None:
        """Use the usual folder from the next start on."""
        try:
            self._place.use_the_usual_folder()
        except NotDoneError as error:
            self.errand.fail(error)
        else:
            self.errand.say(
                State.DONE,
                _("Soft Landing uses its usual folder from the next start on."),
                (_("The files in the chosen folder stay where they are."),),
            )

    def _moved(self, done: MoveDone) -> None:
        self._place.let_go(done)
        self._undo.dismiss()
        self.target = None
        self.errand.say(State.DONE, done.sentences[0], done.sentences[1:])
        self.changed.emit()


def _holds_something(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except OSError:
        return False  # whatever is wrong with it is said when the files are to go there
