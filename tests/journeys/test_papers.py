"""Everything on paper, by keyboard alone, from the checklist to the files."""

from pathlib import Path

from icalendar import Calendar
from pytestqt.qtbot import QtBot

from app.services.papers import PaperKind
from app.shell.bootstrap import Desktop
from app.ui.documents.paper_page import PaperPage
from app.ui.errand import State
from tests.journeys.conftest import Start
from tests.support import pdf
from tests.support.keyboard import Keyboard

NAMES = {
    PaperKind.PLAN: "plan",
    PaperKind.CHECKLIST: "list",
    PaperKind.COMPANION: "card",
    PaperKind.POCKET: "pocket",
    PaperKind.CHECK_IN: "sheet",
    PaperKind.CONSULTATION: "notes",
}


def page_of(desktop: Desktop) -> PaperPage:
    """Return the page of the document that is shown."""
    page = desktop.window.navigation.page
    assert isinstance(page, PaperPage)
    return page


def test_all_documents_are_saved_and_the_calendar_knows_the_day(
    start: Start, chosen: Path, qtbot: QtBot
) -> None:
    """Plan, arrange a ride, and take six PDFs and a calendar file along."""
    desktop = start()
    keys = Keyboard(desktop.window)
    keys.plan()
    keys.use("details:ride_home")
    keys.tab_to("ride:who")
    keys.write("Sam Rivera")

    keys.use("prepare:print")
    for kind in PaperKind:
        keys.use(f"papers:{kind.value}")
        keys.use("paper:pdf")
        qtbot.waitUntil(lambda: page_of(desktop).model.errand.state is State.DONE)
        keys.use("paper:back")
    keys.use("papers:calendar")
    calendar = chosen / "appointments-2026-11-24.ics"
    qtbot.waitUntil(calendar.exists)

    day = next(iter(desktop.program.papers.planned())).date
    for kind, name in NAMES.items():
        text = pdf.text_of(chosen / f"appointment-{day.isoformat()}-{name}.pdf")
        assert kind is PaperKind.CHECK_IN or "Riverside Clinic" in text
    assert "Sam Rivera" in pdf.text_of(chosen / f"appointment-{day.isoformat()}-plan.pdf")
    assert f"DTSTART:{day:%Y%m%d}T" in calendar.read_text(encoding="utf-8")
    assert len(Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")) == 1
    assert len(list(chosen.iterdir())) == 7
