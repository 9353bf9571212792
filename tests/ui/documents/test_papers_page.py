"""The pages about documents: choosing one, reading it, printing and saving it by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.checklist import Stage
from app.domain.infusion import Infusion, Ride
from app.domain.preferences import Look, ThemeName
from app.services.documents.model import Document, blocks, sections
from app.services.papers import PaperKind
from app.ui.documents.model import PapersModel
from app.ui.documents.page import PapersPage
from app.ui.documents.paper_page import PaperPage
from app.ui.errand import State
from app.ui.route import Route
from app.ui.theme.theme import Theme
from tests.support import pages, papers, pdf
from tests.support.day import Day

SIZES = [(100, (800, 600)), (200, (1180, 860)), (100, (480, 400)), (200, (480, 400))]


class Desk:
    """Both pages on one folder."""

    def __init__(self, theme: Theme, day: Day, qtbot: QtBot) -> None:
        self.day = day
        self.model = PapersModel(day.program.papers, day.program.changes)
        self.index = PapersPage(theme, self.model)
        self.paper = PaperPage(theme, self.model)
        self.wanted: list[Route] = []
        self._qtbot = qtbot
        for page in (self.index, self.paper):
            page.route_wanted.connect(self.wanted.append)
            qtbot.addWidget(page)

    def plan(self, **said: object) -> Infusion:
        """Plan Anna's infusion, with *said* in the place of what she planned."""
        draft = papers.infusion(**said)
        kept, _step = self.day.program.infusions.keep_new(draft)
        return kept

    def wait(self) -> None:
        """Wait until nothing is being done."""
        self._qtbot.waitUntil(lambda: not self.model.errand.is_busy)
        pages.settle()

    def press(self, name: str) -> None:
        """Go to the button *name* by keyboard, press it, and wait for what comes of it."""
        pages.tab_to(name)
        pages.press(Qt.Key.Key_Space)
        self.wait()


@pytest.fixture
def desk(theme: Theme, day: Day, qtbot: QtBot) -> Iterator[Desk]:
    """Make the pages."""
    desk = Desk(theme, day, qtbot)
    yield desk
    desk.wait()


@pytest.fixture
def called_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call every question off."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected)


def test_every_document_can_be_chosen_by_keyboard(desk: Desk) -> None:
    """Six rows, each a way to the page that shows it."""
    desk.plan()
    pages.show(desk.index)

    for kind in PaperKind:
        desk.press(f"papers:{kind.value}")

    assert desk.wanted == [Route("paper", kind.value) for kind in PaperKind]
    assert "Infusion 3 of 6 · Monday 30 November" in pages.words(desk.index)


def test_without_an_infusion_there_is_no_plan_and_nothing_for_a_calendar(desk: Desk) -> None:
    """Everything else can be had without a date."""
    pages.show(desk.index)

    words = pages.words(desk.index)
    assert "Nothing is planned yet, so these pages have no date." in words
    assert "My plan" not in words
    assert "For your calendar" not in words
    assert "Companion card" in words


def test_a_plan_that_appears_is_offered_at_once(desk: Desk) -> None:
    """The page hears of it while it is shown."""
    pages.show(desk.index)

    desk.plan()
    pages.settle()

    assert "My plan" in pages.words(desk.index)


@pytest.mark.parametrize("kind", PaperKind)
def test_a_document_can_be_read_on_the_screen(kind: PaperKind, desk: Desk) -> None:
    """All that is on paper but the brand and the page numbers is in labels."""
    desk.plan()
    pages.show(desk.paper, argument=kind.value)

    shown = pdf.plain(pages.words(desk.paper))

    document = desk.model.document(kind)
    missing = [text for text in _sentences(document) if pdf.plain(text) not in shown]
    assert not missing
    assert not pages.faults(desk.paper)


def test_the_page_of_a_document_follows_what_changes(desk: Desk) -> None:
    """A ride that is arranged meanwhile is there; a page that is not seen waits."""
    kept = desk.plan(ride=Ride())
    pages.show(desk.paper, argument="plan")

    desk.day.program.infusions.change(kept.id, lambda one: replace(one, ride=Ride(who="Kim")))
    pages.settle()
    seen = pages.words(desk.paper)
    desk.paper.hide()
    desk.day.program.infusions.change(kept.id, lambda one: replace(one, ride=Ride(who="Lee")))
    pages.settle()

    assert "Ride home with Kim" in seen
    assert "Lee" not in pages.words(desk.paper)
    pages.show(desk.paper, argument="plan")
    assert "Ride home with Lee" in pages.words(desk.paper)


def test_an_unknown_document_or_a_plan_without_an_infusion_shows_the_checklist(
    desk: Desk,
) -> None:
    """A way to nowhere ends at something useful."""
    pages.show(desk.paper, argument="plan")
    first = pages.words(desk.paper)
    pages.show(desk.paper, argument="no such thing")

    assert "My checklist" in first
    assert "My checklist" in pages.words(desk.paper)


def test_a_document_is_saved_as_pdf(desk: Desk, chosen: Path) -> None:
    """Under a neutral name, and the page says where."""
    desk.plan()
    pages.show(desk.paper, argument="companion")

    desk.press("paper:pdf")

    path = chosen / "appointment-2026-11-30-card.pdf"
    assert not pdf.missing(desk.model.document(PaperKind.COMPANION), path)
    words = pages.words(desk.paper)
    assert "Saved: appointment-2026-11-30-card.pdf" in words
    assert str(chosen) in words


def test_a_document_is_saved_as_a_web_page(desk: Desk, chosen: Path) -> None:
    """One file that needs nothing else."""
    desk.plan()
    pages.show(desk.paper, argument="pocket")

    desk.press("paper:web")

    text = (chosen / "appointment-2026-11-30-pocket.html").read_text(encoding="utf-8")
    assert "On the day" in text
    assert text.endswith("</html>\n")


def test_a_document_is_printed(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the printer of the dialog, which is told a neutral name."""
    path = tmp_path / "printed.pdf"
    names = []

    def accept(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        names.append(dialog.printer().docName())
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    desk.plan()
    pages.show(desk.paper, argument="plan")

    desk.press("paper:print")

    assert names == ["Appointment"]
    assert not pdf.missing(desk.model.document(PaperKind.PLAN), path)
    assert "It is with the printer." in pages.words(desk.paper)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what can be done instead."""

    def accept(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    pages.show(desk.paper, argument="checklist")

    desk.press("paper:print")

    words = pages.words(desk.paper)
    assert desk.model.errand.state is State.FAILED
    assert "Nothing was printed." in words
    assert "Save it as PDF" in words


def test_a_calendar_file_holds_every_planned_infusion(desk: Desk, chosen: Path) -> None:
    """Read by somebody else's parser."""
    desk.plan()
    pages.show(desk.index)

    desk.press("papers:calendar")

    data = (chosen / "appointments-2026-11-24.ics").read_bytes()
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["summary"] == "Appointment"
    assert "Saved: appointments-2026-11-24.ics" in pages.words(desk.index)


def test_what_was_called_off_leaves_nothing(desk: Desk, called_off: None) -> None:
    """No file, no word about one."""
    desk.plan()
    pages.show(desk.index)
    desk.press("papers:calendar")
    pages.show(desk.paper, argument="plan")
    for name in ("paper:pdf", "paper:web", "paper:print"):
        desk.press(name)

    assert desk.model.errand.state is State.NOTHING


def test_a_place_that_cannot_be_written_is_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the top of the page, and said no more when it is gone to again."""
    nowhere = (str(tmp_path / "gone" / "page.pdf"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: nowhere)
    pages.show(desk.paper, argument="checklist")

    desk.press("paper:pdf")
    said = pages.words(desk.paper)
    desk.paper.arrive("checklist")

    assert "No file was written." in said
    assert "No file was written." not in pages.words(desk.paper)


def test_a_long_document_is_read_with_the_keys_of_a_page(desk: Desk) -> None:
    """Page down, page up, end and home scroll, whichever button has the keyboard."""
    desk.plan()
    pages.show(desk.paper, 700, 500, argument="checklist")
    pages.tab_to("paper:print")
    bar = desk.paper.area.verticalScrollBar()
    places = []

    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        pages.press(key)
        places.append(bar.value())
    pages.press(Qt.Key.Key_A)

    down, end, up, home = places
    assert 0 < down < end == bar.maximum()
    assert home == 0 < up < end


def test_a_way_to_the_page_about_one_infusion(desk: Desk) -> None:
    """It stands apart from those of the infusion to come."""
    pages.show(desk.index)

    desk.press("papers:visit_report")

    assert desk.wanted == [Route("visit_report")]
    assert "One infusion, for my clinic" in pages.words(desk.index)


def test_ways_back(desk: Desk) -> None:
    """From a document to the list of them, from there to Prepare."""
    pages.show(desk.paper, argument="checklist")
    desk.press("paper:back")
    pages.show(desk.index)
    desk.press("papers:back")

    assert desk.wanted == [Route("papers"), Route("prepare")]


@pytest.mark.parametrize(("percent", "size"), SIZES)
@pytest.mark.parametrize("kind", PaperKind)
def test_nothing_that_was_typed_is_cut_on_the_screen(
    kind: PaperKind, percent: int, size: tuple[int, int], desk: Desk, theme: Theme
) -> None:
    """Long words, emoji and right-to-left text, in every size of text and window."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    desk.plan(
        place=f"{papers.RIGHT_TO_LEFT} {papers.EMOJI}",
        notes=papers.LONG,
        music=papers.EMOJI,
        ride=Ride(who="Sam " * 40, phone="555-0136 " * 20, pick_up="15:15"),
    )
    for number in range(20):
        desk.day.program.checklist.add(f"Own item {number} 🧦", Stage.MORNING)

    pages.show(desk.paper, *size, argument=kind.value)
    found = pages.faults(desk.paper)
    pages.show(desk.index, *size)

    assert not found
    assert not pages.faults(desk.index)


def _sentences(document: Document) -> list[str]:
    texts = [document.title, document.lead, document.corner, *document.foot]
    texts += [section.title for section in sections(document)]
    for block in blocks(document):
        texts += [text for text in pdf.texts_of(block) if text]
    return texts
