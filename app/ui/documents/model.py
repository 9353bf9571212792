"""What the pages about the documents of the coming infusion show."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from app.domain.infusion import Infusion
from app.services.calendar_file import ENDING
from app.services.changes import Changes, Kind
from app.services.documents.model import Document
from app.services.papers import PaperKind, Papers
from app.ui.documents.output import SPELLING, OutputModel
from app.ui.profile_draft import computers_locale

_SHOWN: Final = {Kind.INFUSIONS, Kind.CHECKLIST, Kind.CONSULTATION, Kind.PROFILE, Kind.SETTINGS}


class PapersModel(OutputModel):
    """Every document there is of the coming infusion, and the calendar file."""

    def __init__(self, papers: Papers, changes: Changes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._papers = papers
        changes.listen(self, self._hear)

    @property
    def infusion(self) -> Infusion | None:
        """The infusion that the documents are about, or nothing."""
        return self._papers.infusion

    @property
    def kinds(self) -> tuple[PaperKind, ...]:
        """The documents that can be had now."""
        return self._papers.kinds()

    @property
    def calendar_name(self) -> str:
        """A neutral name for the calendar file."""
        return self._papers.calendar_name()

    def document(self, kind: PaperKind) -> Document:
        """Return the document *kind* as it is now."""
        return self._papers.make(kind, SPELLING, computers_locale())

    def save_calendar(self, path: Path) -> None:
        """Save every planned infusion as a calendar file."""
        self.save(path, self._papers.calendar(), ENDING)

    def _hear(self, kind: Kind) -> None:
        if kind in _SHOWN:
            self.changed.emit()
