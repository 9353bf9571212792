"""One infusion with what belongs to it, and the list of infusions."""

from PySide6.QtCore import QObject, Signal

from app.domain.infusion import Infusion
from app.domain.journal import Entry
from app.domain.story import Story
from app.services.changes import Changes, Kind
from app.services.journal import Journal
from app.services.stories import LISTED, Stories
from app.ui.undo import UndoStack


class StoryModel(QObject):
    """``story`` is nothing while none is looked at, or when the infusion is gone."""

    changed = Signal()

    def __init__(
        self,
        stories: Stories,
        journal: Journal,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stories = stories
        self._journal = journal
        self._undo = undo
        self._wanted = ""
        self._is_shown = False
        self.story: Story | None = None
        changes.listen(self, self._hear)

    def start(self, infusion_id: str) -> None:
        """Look at the infusion with this id, and follow its changes."""
        self._wanted, self._is_shown = infusion_id, True
        self._look()

    def resume(self) -> None:
        """Go on where it was stopped."""
        self.start(self._wanted)

    def stop(self) -> None:
        """Follow changes no more until started again."""
        self._is_shown = False

    def delete(self, entry: Entry) -> None:
        """Remove *entry*, with a way back."""
        self._undo.push(*self._journal.delete(entry))

    def _look(self) -> None:
        self.story = self._stories.of(self._wanted) if self._wanted else None
        self.changed.emit()

    def _hear(self, kind: Kind) -> None:
        if self._is_shown and kind in (Kind.JOURNAL, Kind.INFUSIONS):
            self._look()


class StoriesModel(QObject):
    """The infusions, newest first, a few at a time."""

    changed = Signal()

    def __init__(self, stories: Stories, changes: Changes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stories = stories
        self._count = LISTED
        self._is_shown = False
        self.infusions: list[Infusion] = []
        self.has_earlier = False
        changes.listen(self, self._hear)

    def start(self, *, anew: bool) -> None:
        """Look at what is stored, *anew* from the newest on, and follow its changes."""
        self._is_shown = True
        if anew:
            self._count = LISTED
        self._look()

    def stop(self) -> None:
        """Follow changes no more until started again."""
        self._is_shown = False

    def show_earlier(self) -> None:
        """Show more of them."""
        self._count += LISTED
        self._look()

    def _look(self) -> None:
        found = self._stories.newest(self._count + 1)
        self.infusions, self.has_earlier = found[: self._count], len(found) > self._count
        self.changed.emit()

    def _hear(self, kind: Kind) -> None:
        if self._is_shown and kind is Kind.INFUSIONS:
            self._look()
