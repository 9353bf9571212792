"""Pictures of the pages about documents: without a plan, and with a file that was saved or not."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest

from app.ui.documents.paper_page import PaperPage
from app.ui.route import Route
from tests.support import visits
from tests.support.picture_acts import Press
from tests.support.pictures import Studio, studio


def papers_states(wanted: tuple[str, ...]) -> None:
    """Before anything is planned, at the end of a long page, and what is said afterwards."""
    with studio(wanted) as room, TemporaryDirectory(prefix="documents-") as folder:
        room.take("papers-empty", Route("papers"))
        room.take("paper-consultation-empty", Route("paper", "consultation"))
        room.fill()
        place, companion = Path(folder), Route("paper", "companion")
        room.take("paper-pocket", Route("paper", "pocket"))
        room.take("paper-companion-end", companion, end=True)
        room.take("paper-check-in-end", Route("paper", "check_in"), end=True)
        room.take("paper-saved", companion, _Save(room, place / "appointment.pdf"))
        room.take("paper-refused", companion, _Save(room, place / "gone" / "page.pdf"))


class _Save:
    """Saves the page that is shown as PDF, and waits for what comes of it."""

    def __init__(self, room: Studio, where: Path) -> None:
        self._room = room
        self._where = where

    def __call__(self) -> None:
        page = self._room.desktop.window.navigation.page
        assert isinstance(page, PaperPage)
        page.model.save_pdf(page.document(), self._where)
        for _round in range(200):
            if not page.model.errand.is_busy:
                return
            QTest.qWait(20)
        raise RuntimeError("it never came")


def visit_report_states(wanted: tuple[str, ...]) -> None:
    """One infusion for the clinic: before there is one, as it usually is, and with words."""
    with studio(wanted) as room:
        room.take("visit-report-empty", Route("visit_report"))
        room.fill()
        program = room.desktop.program
        kept = program.infusions.keep(visits.infusion())
        for day in visits.usual_days():
            for entry in day.entries():
                program.journal.keep(entry)
        report = Route("visit_report", kept.id)
        room.take("visit-report", report)
        room.take("visit-report-end", report, end=True)
        room.take("visit-report-words", report, Press(room, "visit_report:words"), end=True)
