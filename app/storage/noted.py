"""What is known to be wrong: with files, by their names, and with the folder as a whole."""

from collections.abc import Callable, Mapping
from typing import Final

from app.storage.errors import ErrorCode
from app.storage.jobs import SaveOutcome, SaveReport
from app.storage.problems import FileProblem

_OF_THE_FOLDER: Final = {
    ErrorCode.MISSING,
    ErrorCode.READ_ONLY,
    ErrorCode.NO_PERMISSION,
    ErrorCode.NOT_A_FOLDER,
}
"""What a save fails with when the folder as a whole went away or can only be read."""


class Noted:
    """Keeps the newest finding for each name, and tells listeners when one is another."""

    def __init__(self) -> None:
        self.trouble: ErrorCode | None = None
        """What became of the folder since it was opened, as the last save found."""
        self.listeners: list[Callable[[], None]] = []
        self._problems: dict[str, tuple[FileProblem, ...]] = {}

    def all(self) -> tuple[FileProblem, ...]:
        """Return everything that is wrong, by path."""
        return tuple(one for name in sorted(self._problems) for one in self._problems[name])

    def note(self, name: str, problems: tuple[FileProblem, ...]) -> None:
        """Take over what is wrong with *name* now: nothing, if all is well."""
        self.note_all({name: problems})

    def note_all(self, found: Mapping[str, tuple[FileProblem, ...]]) -> None:
        """Take over what is wrong with several files; listeners hear of it once."""
        news = {name: one for name, one in found.items() if self._problems.get(name, ()) != one}
        if news:
            self._problems.update(news)
            self._tell()

    def note_save(self, report: SaveReport) -> None:
        """Learn from how a save went what became of the folder."""
        if report.outcome in (SaveOutcome.SAVED, SaveOutcome.UNCONFIRMED):
            self.note_trouble(None)
        elif report.error in _OF_THE_FOLDER:
            self.note_trouble(report.error)

    def note_trouble(self, trouble: ErrorCode | None) -> None:
        """Take over what is wrong with the folder as a whole."""
        if trouble is not self.trouble:
            self.trouble = trouble
            self._tell()

    def forget(self) -> None:
        """Know nothing any more, because all files may be others."""
        self._problems.clear()

    def _tell(self) -> None:
        for listener in tuple(self.listeners):
            listener()
