"""How the patient likes their calm sessions: kept in a file, announced when it changes."""

from collections.abc import Iterable
from pathlib import PurePath

from app.domain.calm_choices import CalmChoices, Track
from app.domain.rebase import rebased
from app.services.changes import Changes, Kind
from app.storage.document_repository import DocumentRepository


class OwnCalm:
    """The presets, patterns, bells, sound and music of the patient's own.

    A session asks for them several times a second, so the disk is looked at only when somebody
    has said that they changed.
    """

    def __init__(self, repository: DocumentRepository[CalmChoices], changes: Changes) -> None:
        self._repository = repository
        self._changes = changes
        self._known: CalmChoices | None = None
        changes.listen(self, self._hear)

    @property
    def choices(self) -> CalmChoices:
        """What stands in the file, or what holds without it."""
        if self._known is None:
            self._known = self._repository.get()
        return self._known

    def keep(
        self, choices: CalmChoices, sender: object = None, *, over: CalmChoices | None = None
    ) -> None:
        """Keep *choices*; what says nothing new is not written again.

        *over* is what they were made from. What somebody else changed since then stays; where
        both changed the same, ours stands, and the file with theirs is kept beside it.
        """
        stored, loses = self._repository.get(), False
        if over is not None:
            choices, loses = rebased(over, choices, stored)
        if choices != stored:
            self._repository.put(choices, keep_theirs=loses)
            self._changes.announce(Kind.CALM_CHOICES, sender)

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.CALM_CHOICES:
            self._known = None


def track_name(file: str, playlist: Iterable[Track]) -> str:
    """Return what the piece of music in *file* is called: its title, else the name of the file."""
    title = next((one.title for one in playlist if one.path == file), "")
    return title.strip() or PurePath(file.replace("\\", "/")).stem or file
