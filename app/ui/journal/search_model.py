"""What is searched for in the journal, and what is found over all years."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.filters import Filter, Found
from app.domain.infusion import Infusion
from app.domain.journal import Entry
from app.domain.search import folded
from app.services.changes import Changes, Kind
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.search import Hit, Search
from app.ui.following import Following
from app.ui.undo import UndoStack

AGAIN_MS: Final = 500
"""How often is looked again while the folder is still being read."""

OFFERED: Final = 120
"""How many infusions can be filtered by: more than two years of weekly ones."""


class SearchModel(Following):
    """Holds words and filters, and looks as soon as one of them changes. Reads no file for it.

    While the folder is still being read behind the window, what comes is added.
    """

    FOLLOWED = frozenset({Kind.JOURNAL, Kind.INFUSIONS})
    all_read = Signal()
    """The folder is read to its end: what was not known before is known now."""

    def __init__(
        self,
        *,
        search: Search,
        journal: Journal,
        infusions: Infusions,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(changes, parent)
        self._search = search
        self._journal = journal
        self._infusions = infusions
        self._undo = undo
        self.words = ""
        self.wanted = Filter()
        self.hits: list[Hit] = []
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)

    @property
    def is_active(self) -> bool:
        """Whether anything is asked for."""
        return self.wanted.is_set or bool(folded(self.words))

    @property
    def is_reading(self) -> bool:
        """Whether the folder is still being read, and more may be found."""
        return self._search.is_reading

    def stop(self) -> None:
        """Follow changes no more until ``follow``."""
        super().stop()
        self._again.stop()
        self._soon.stop()

    @Slot(str)
    def say(self, words: str) -> None:
        """Look for *words*."""
        self.words = words
        self._look()

    @Slot(object)
    def want(self, wanted: Filter) -> None:
        """Look for what passes *wanted*."""
        self.wanted = wanted
        self._look()

    @Slot()
    def clear(self) -> None:
        """Ask for nothing."""
        self.words, self.wanted = "", Filter()
        self._look()

    def own_effects(self) -> Sequence[str]:
        """Return the effects of the journal that are not built in; unknown ids are among them."""
        return self._search.own_effects()

    def infusions(self) -> list[Infusion]:
        """Return the infusions that can be filtered by, newest first."""
        return self._infusions.newest(OFFERED)

    def entry(self, hit: Hit) -> Entry | Infusion | None:
        """Return what *hit* is about as it is now; nothing if it is gone or cannot be read."""
        if hit.kind is Found.INFUSION:
            return self._infusions.get(hit.record_id)
        return self._journal.find(hit.record_id, hit.day)

    def delete(self, hit: Hit) -> None:
        """Remove the entry that *hit* is about, with a way back; a plan is removed on its page."""
        entry = self._journal.find(hit.record_id, hit.day)
        if entry is not None and hit.kind is not Found.INFUSION:
            self._undo.push(*self._journal.delete(entry))

    @Slot()
    def _look_again(self) -> None:
        """Add what was read meanwhile."""
        self._look()
        if not self._search.is_behind:
            self.all_read.emit()

    @Slot()
    def _look(self) -> None:
        self._soon.stop()
        self.hits = list(self._search.find(self.words, self.wanted)) if self.is_active else []
        waits = self.is_followed and self._search.is_behind
        if waits != self._again.isActive():
            (self._again.start if waits else self._again.stop)()
        self.changed.emit()

    def _hear(self, kind: Kind) -> None:
        """Look again when the save has had its turn: together they could hold up the window."""
        if self.is_followed and kind in self.FOLLOWED:
            self._soon.start()
