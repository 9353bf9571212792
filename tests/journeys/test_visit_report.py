"""One infusion, noticed, written down and handed to the clinic, by keyboard alone."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.ui.documents.visit_report_page import VisitReportPage
from app.ui.errand import State
from tests.journeys.conftest import Start
from tests.support import pdf
from tests.support.clock import FixedClock
from tests.support.keyboard import Keyboard

WORDS = "Nothing that the clinic needs to read"


def test_what_was_noticed_is_saved_as_pdf_for_the_clinic(
    start: Start, clock: FixedClock, chosen: Path, qtbot: QtBot
) -> None:
    """Plan it, say that it went ahead, check in, and save its page from the list of infusions."""
    desktop = start()
    keys = Keyboard(desktop.window)
    keys.plan()
    clock.jump(days=1, hours=7)
    keys.go_to("today")
    keys.use("outcome:went_ahead")
    keys.use("today:primary")
    keys.use("effect:nausea")
    keys.use("severity:nausea:mild")
    keys.tab_to("check_in:words")
    keys.write(WORDS)
    keys.use("check_in:done")

    keys.go_to("prepare")
    keys.use("prepare:all")
    keys.use("infusions:visit_report")
    page = desktop.window.navigation.page
    assert isinstance(page, VisitReportPage)
    keys.use("visit_report:pdf")
    qtbot.waitUntil(lambda: page.model.errand.state is State.DONE)

    (path,) = chosen.iterdir()
    text = pdf.text_of(path)
    assert path.name == "appointment-2026-11-25-page.pdf"
    assert "Infusion 1 of 6, 25 November 2026" in text
    assert "Straight after" in text
    assert "mild" in text
    assert "severe: 0 of 1 answered" in text
    assert "free words left out" in text
    assert WORDS not in text
    assert pdf.about(path)["Title"] == "Appointment"
