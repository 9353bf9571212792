"""What Today tells of the files at its top; each notice is built when it is needed."""

from typing import TYPE_CHECKING

from app.services.conflicts import TwoVersions
from app.services.recovery import Recovery
from app.services.saving import Saving
from app.ui.theme.theme import Theme
from app.ui.today.top_cards import TopCards
from app.ui.undo import UndoStack

if TYPE_CHECKING:
    from app.ui.today.conflict_notice import ConflictNotice
    from app.ui.today.draft_notice import DraftNotice
    from app.ui.today.file_notice import FileNotice


class Notices:
    """What is wrong with the files, two versions of one, and what is left of last time.

    They stand first of all at the *top*.
    """

    def __init__(
        self,
        theme: Theme,
        top: TopCards,
        *,
        saving: Saving,
        recovery: Recovery,
        versions: TwoVersions,
        undo: UndoStack,
    ) -> None:
        self._theme = theme
        self._top = top
        self._saving = saving
        self._recovery = recovery
        self._versions = versions
        self._undo = undo
        self._notice: FileNotice | None = None
        self._drafts: DraftNotice | None = None
        self._conflict: ConflictNotice | None = None

    def show_state(self, *, narrow: bool) -> None:
        """Show what there is to tell now; *narrow* sets what is side by side below each other."""
        conflict = self._versions.first()
        if self._notice is None and (self._saving.problems or self._saving.folder_sentence):
            from app.ui.today.file_notice import FileNotice

            self._notice = FileNotice(self._theme, self._saving)
            self._top.put_first(self._notice)
        if self._notice is not None:
            self._notice.show_state(copies=conflict is None)
        if self._conflict is None and conflict is not None:
            from app.ui.today.conflict_notice import ConflictNotice

            self._conflict = ConflictNotice(self._theme, self._versions, self._undo)
            self._top.put_first(self._conflict)
        if self._conflict is not None:
            self._conflict.set_narrow(narrow)
            self._conflict.show_conflict(conflict)
        if self._drafts is None and self._recovery.found:
            from app.ui.today.draft_notice import DraftNotice

            self._drafts = DraftNotice(self._theme, self._recovery, self._undo)
            self._top.put_first(self._drafts)
        if self._drafts is not None:
            self._drafts.show_state()
