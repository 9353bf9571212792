"""An entry, and the version of it that is looked at."""

from PySide6.QtCore import QObject

from app.domain.check_in import CheckIn
from app.domain.questionnaire import Questionnaire
from app.domain.reflection import Reflection
from app.domain.versions import Version, Written
from app.services.changes import Changes, Kind
from app.services.entry_address import entry_at
from app.services.journal import Journal
from app.ui.following import Following
from app.ui.undo import UndoStack


class VersionsModel(Following):
    """Goes from version to version, the newest first, and brings one back.

    It follows what becomes of the entry, here or elsewhere.
    """

    FOLLOWED = frozenset({Kind.JOURNAL})

    def __init__(
        self,
        journal: Journal,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(changes, parent)
        self._journal = journal
        self._undo = undo
        self._wanted = ""
        self.entry: Written | None = None
        self.versions: tuple[Version, ...] = ()
        self.place = 0
        """Which of the versions is shown, 0 is the newest."""

    @property
    def version(self) -> Version | None:
        """The version that is shown; nothing if there is none."""
        return self.versions[self.place] if self.versions else None

    @property
    def before(self) -> Written | None:
        """What the entry said in that version."""
        return self.version.entry if self.version is not None else None

    def arrive(self, argument: str) -> None:
        """Look at the entry at that address and at its newest version; nothing is guessed."""
        self._wanted = argument
        self.place = 0
        self.follow()

    def step(self, by: int) -> None:
        """Go to another version: 1 is the one before this, -1 the one after it."""
        self.place = min(max(self.place + by, 0), max(len(self.versions) - 1, 0))
        self.changed.emit()

    def bring_back(self) -> None:
        """Let the entry say again what it said in the version that is shown."""
        if self.entry is not None and self.before is not None:
            step = self._journal.bring_back(self.entry, self.before, sender=self)
            self.place = 0
            self._look()
            self._undo.push(*step)

    def _look(self) -> None:
        shown = self.version if self.place else None  # whoever looks at the newest goes on so
        self.entry = self._found()
        self.versions = tuple(self._journal.versions_of(self.entry))
        ids = [version.id for version in self.versions]
        self.place = ids.index(shown.id) if shown is not None and shown.id in ids else 0
        self.changed.emit()

    def _found(self) -> Written | None:
        found = entry_at(self._wanted, self._journal)
        return found if isinstance(found, CheckIn | Reflection | Questionnaire) else None
