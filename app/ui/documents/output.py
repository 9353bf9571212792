"""What pages about documents have in common: printing and saving, and what came of it."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from app.i18n import _
from app.services.documents.files import html_file, save_file
from app.services.documents.model import Document
from app.services.documents.visit import Spelling
from app.ui.dates import (
    day_and_year,
    day_with_year,
    month_name,
    short_day_name,
    time_name,
    wall_time_name,
    weekday_name,
)
from app.ui.documents.printing import print_on, to_pdf
from app.ui.errand import Errand, State

PDF: Final = ".pdf"
HTML: Final = ".html"

SPELLING: Final = Spelling(
    day=day_and_year,
    date_only=day_with_year,
    short=short_day_name,
    weekday=weekday_name,
    month=month_name,
    time=time_name,
    wall_time=wall_time_name,
)
"""Days and times as the country in use writes them."""


class OutputModel(QObject):
    """``errand`` is what was last asked for; ``changed`` tells that documents would be others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.errand = Errand(self)

    def save_pdf(self, document: Document, path: Path) -> None:
        """Save *document* as PDF."""
        self.save(path, to_pdf(document), PDF)

    def save_html(self, document: Document, path: Path) -> None:
        """Save *document* as a web page."""
        self.save(path, html_file(document), HTML)

    def print_on(self, printer: QPrinter, document: Document) -> None:
        """Print *document*."""
        if print_on(printer, document):
            self.errand.say(State.DONE, _("It is with the printer."))
        else:
            self.errand.say(
                State.FAILED,
                _("Nothing was printed. The printer did not take it."),
                (_("Save it as PDF and print that, or try another printer."),),
            )

    def save(self, path: Path, data: bytes, ending: str) -> None:
        """Save *data* as a file; its name gets *ending* if that was left out."""
        work = partial(save_file, path, data, ending)
        self.errand.run(_("Saving…"), work, done=self._saved)

    def _saved(self, path: Path) -> None:
        title = _("Saved: {name}").format(name=path.name)
        where = _("It is in {folder}.").format(folder=str(path.parent))
        self.errand.say(State.DONE, title, (where,))
