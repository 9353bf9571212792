"""What the pages about documents show, and what they have done."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from app.domain.infusion import Infusion
from app.i18n import _
from app.services.calendar_file import ENDING
from app.services.changes import Changes, Kind
from app.services.documents.model import Document
from app.services.documents.visit import Spelling
from app.services.papers import PaperKind, Papers
from app.ui.dates import day_and_year, month_name, time_name, wall_time_name, weekday_name
from app.ui.documents.printing import print_on, to_pdf
from app.ui.errand import Errand, State

PDF: Final = ".pdf"
HTML: Final = ".html"

_SPELLING: Final = Spelling(
    day=day_and_year,
    weekday=weekday_name,
    month=month_name,
    time=time_name,
    wall_time=wall_time_name,
)
_SHOWN: Final = {Kind.INFUSIONS, Kind.CHECKLIST, Kind.CONSULTATION, Kind.PROFILE, Kind.SETTINGS}


class PapersModel(QObject):
    """``errand`` is what was last asked for; ``changed`` tells that documents would be others."""

    changed = Signal()

    def __init__(self, papers: Papers, changes: Changes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._papers = papers
        self.errand = Errand(self)
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
        return self._papers.make(kind, _SPELLING, QLocale.system().name())

    def save_pdf(self, kind: PaperKind, path: Path) -> None:
        """Save the document *kind* as PDF."""
        self._save(path, to_pdf(self.document(kind)), PDF)

    def save_html(self, kind: PaperKind, path: Path) -> None:
        """Save the document *kind* as a web page."""
        self._save(path, self._papers.html(self.document(kind)), HTML)

    def save_calendar(self, path: Path) -> None:
        """Save every planned infusion as a calendar file."""
        self._save(path, self._papers.calendar(), ENDING)

    def print_on(self, printer: QPrinter, kind: PaperKind) -> None:
        """Print the document *kind*."""
        if print_on(printer, self.document(kind)):
            self.errand.say(State.DONE, _("It is with the printer."))
        else:
            self.errand.say(
                State.FAILED,
                _("Nothing was printed. The printer did not take it."),
                (_("Save it as PDF and print that, or try another printer."),),
            )

    def _save(self, path: Path, data: bytes, ending: str) -> None:
        self.errand.run(
            _("Saving…"), partial(self._papers.save, path, data, ending), done=self._saved
        )

    def _saved(self, path: Path) -> None:
        title = _("Saved: {name}").format(name=path.name)
        where = _("It is in {folder}.").format(folder=str(path.parent))
        self.errand.say(State.DONE, title, (where,))

    def _hear(self, kind: Kind) -> None:
        if kind in _SHOWN:
            self.changed.emit()
