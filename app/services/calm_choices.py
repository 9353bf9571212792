"""How the patient likes their calm sessions: kept in a file, announced when it changes."""

from collections.abc import Iterable
from pathlib import PurePath

from app.domain.calm_choices import CalmChoices, Track
from app.domain.rebase import rebased
from app.services.changes import Changes, Kind
from app.storage.document_repository import DocumentRepository


class OwnCalm:
    """The presets, patterns, bells, sound and music of the patient's own."""

    def __init__(self, repository: DocumentRepository[CalmChoices], changes: Changes) -> None:
        self._repository = repository
        self._changes = changes

    @property
    def choices(self) -> CalmChoices:
        """What stands in the file, or what holds without it."""
        return self._repository.get()

    def keep(
        self, choices: CalmChoices, sender: object = None, *, over: CalmChoices | None = None
    ) -> None:
        """Keep *choices*; what says nothing new is not written again.

        *over* is what they were made from. What somebody else changed since then stays; where
        both changed the same, ours stands, and the file with theirs is kept beside it.
        """
        stored, loses = self.choices, False
        if over is not None:
            choices, loses = rebased(over, choices, stored)
        if choices != stored:
            self._repository.put(choices, keep_theirs=loses)
            self._changes.announce(Kind.CALM_CHOICES, sender)


def track_name(file: str, playlist: Iterable[Track]) -> str:
    """Return what the piece of music in *file* is called: its title, else the name of the file."""
    title = next((one.title for one in playlist if one.path == file), "")
    return title.strip() or PurePath(file.replace("\\", "/")).stem or file
