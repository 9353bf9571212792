"""One infusion with what belongs to it, and the list of infusions."""

from PySide6.QtCore import QObject

from app.domain.infusion import Infusion
from app.domain.journal import Entry
from app.domain.story import Story
from app.services.changes import Changes, Kind
from app.services.journal import Journal
from app.services.stories import LISTED, Stories
from app.ui.following import Following
from app.ui.undo import UndoStack


class StoryModel(Following):
    """``story`` is nothing while none is looked at, or when the infusion is gone."""

    FOLLOWED = frozenset({Kind.JOURNAL, Kind.INFUSIONS})

    def __init__(
        self,
        stories: Stories,
        journal: Journal,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(changes, parent)
        self._stories = stories
        self._journal = journal
        self._undo = undo
        self._wanted = ""
        self.story: Story | None = None

    def start(self, infusion_id: str) -> None:
        """Look at the infusion with this id, and follow its changes."""
        self._wanted = infusion_id
        self.follow()

    def delete(self, entry: Entry) -> None:
        """Remove *entry*, with a way back."""
        self._undo.push(*self._journal.delete(entry))

    def _look(self) -> None:
        self.story = self._stories.of(self._wanted) if self._wanted else None
        self.changed.emit()


class StoriesModel(Following):
    """The infusions, newest first, a few at a time."""

    FOLLOWED = frozenset({Kind.INFUSIONS})

    def __init__(self, stories: Stories, changes: Changes, parent: QObject | None = None) -> None:
        super().__init__(changes, parent)
        self._stories = stories
        self._count = LISTED
        self.infusions: list[Infusion] = []
        self.has_earlier = False

    def start(self, *, anew: bool) -> None:
        """Look at what is stored, *anew* from the newest on, and follow its changes."""
        if anew:
            self._count = LISTED
        self.follow()

    def show_earlier(self) -> None:
        """Show more of them."""
        self._count += LISTED
        self._look()

    def _look(self) -> None:
        found = self._stories.newest(self._count + 1)
        self.infusions, self.has_earlier = found[: self._count], len(found) > self._count
        self.changed.emit()
