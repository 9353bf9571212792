"""What deleting everything would remove, the word that has to be typed, and doing it."""

from PySide6.QtCore import QObject, Signal, Slot

from app.i18n import _
from app.services.farewell import Farewell, FarewellDone, FarewellPreview
from app.services.refusals import NotDoneError
from app.ui.errand import Errand, State
from app.ui.tasks import run_in_background


class FarewellModel(QObject):
    """``preview`` is nothing before it was looked for; ``is_over`` once all is deleted."""

    changed = Signal()

    def __init__(self, farewell: Farewell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._farewell = farewell
        self.errand = Errand(self)
        self.preview: FarewellPreview | None = None
        self.is_over = False
        self.typed = ""

    @property
    def word(self) -> str:
        """What has to be typed before anything is deleted."""
        return _("DELETE")

    @property
    def can_delete(self) -> bool:
        """Whether it was typed, in whatever case, and there is something to delete."""
        said = self.typed.strip().casefold() == self.word.casefold()
        return said and bool(self.preview) and not self.errand.is_busy and not self.is_over

    def look(self) -> None:
        """Look what there is; what was typed before counts no more."""
        self.typed, self.preview = "", None
        self.changed.emit()
        run_in_background(self._farewell.look, done=self._seen, failed=self._lost, owner=self)

    def type(self, text: str) -> None:
        """Take what was typed."""
        self.typed = text
        self.changed.emit()

    @Slot()
    def delete(self) -> None:
        """Delete everything, if the word was typed."""
        if not self.can_delete:
            return
        try:
            self._farewell.stop()
        except NotDoneError as error:
            self.errand.fail(error)
            return
        self.is_over = True
        self.errand.run(_("Deleting…"), self._farewell.clear, done=self._deleted)

    def _deleted(self, done: FarewellDone) -> None:
        left = done.deleted.left
        title = _("Not everything could be deleted") if left else _("Everything is deleted")
        self.errand.say(State.FAILED if left else State.DONE, title, done.sentences)
        self.changed.emit()

    def _seen(self, preview: FarewellPreview) -> None:
        self.preview = preview
        self.changed.emit()

    def _lost(self, error: Exception) -> None:
        raise error  # nothing of this is expected: it is written down as any other fault
