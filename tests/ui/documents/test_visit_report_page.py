"""The page about one infusion: choosing it, leaving things out, printing and saving by keyboard."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.domain.check_in import CheckIn, TimePoint
from app.domain.effects import Severity
from app.domain.infusion import Infusion, Outcome
from app.domain.preferences import Look, Profile, ThemeName
from app.ui.documents.values_table import ValuesTable
from app.ui.documents.visit_report_model import VisitReportModel
from app.ui.documents.visit_report_page import VisitReportPage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from tests.support import pages, pdf, visits
from tests.support.day import Day

SIZES = [(100, (800, 600)), (200, (1180, 860)), (100, (480, 400)), (200, (480, 400))]


class Desk:
    """The page, on a folder with the journal of one infusion."""

    def __init__(self, theme: Theme, day: Day, qtbot: QtBot) -> None:
        self.day = day
        program = day.program
        self.model = VisitReportModel(program.visit_reports, program.changes)
        self.page = VisitReportPage(theme, self.model)
        self.wanted: list[Route] = []
        self._qtbot = qtbot
        self.page.route_wanted.connect(self.wanted.append)
        qtbot.addWidget(self.page)

    def fill(self) -> Infusion:
        """Keep Anna's second infusion, and all that belongs to it."""
        program = self.day.program
        program.preferences.keep_profile(Profile(name="Anna"))
        for one in visits.usual_days():
            for entry in one.entries():
                program.journal.keep(entry)
        return program.infusions.keep(visits.infusion())

    def other(self, days: int, outcome: Outcome | None) -> Infusion:
        """Keep another infusion, so many days after that one."""
        on = visits.ON + timedelta(days=days)
        infusion_id = f"{on.isoformat()}-c3d"
        one = visits.infusion(id=infusion_id, date=on, number=3, outcome=outcome)
        return self.day.program.infusions.keep(one)

    def keep(self, *check_ins: CheckIn) -> None:
        """Keep check-ins of the infusion."""
        for one in check_ins:
            self.day.program.journal.keep(one)

    def press(self, name: str) -> None:
        """Go to the button *name* by keyboard, press it, and wait for what comes of it."""
        pages.tab_to(name)
        pages.press(Qt.Key.Key_Space)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is being done."""
        self._qtbot.waitUntil(lambda: not self.model.errand.is_busy)
        pages.settle()

    @property
    def words(self) -> str:
        """All that the page says."""
        return pages.words(self.page)

    @property
    def box(self) -> QComboBox:
        """The list of infusions."""
        found = pages.find(self.page, "visit_report:infusion")
        assert isinstance(found, QComboBox)
        return found


@pytest.fixture
def desk(theme: Theme, day: Day, qtbot: QtBot) -> Iterator[Desk]:
    """Make the page."""
    desk = Desk(theme, day, qtbot)
    yield desk
    desk.wait()


def test_without_an_infusion_that_was_the_page_says_so_kindly(desk: Desk) -> None:
    """One that is planned or was cancelled is none; there is nothing to print."""
    desk.other(14, None)
    desk.other(7, Outcome.CANCELLED)

    pages.show(desk.page)

    assert "There is nothing to show yet." in desk.words
    assert not desk.page.print.isVisible()
    assert not desk.page.pdf.isVisible()
    assert not desk.page.web.isVisible()
    assert not pages.faults(desk.page)
    with pytest.raises(LookupError):
        desk.model.document()


def test_an_infusion_that_went_ahead_meanwhile_is_shown_at_once(desk: Desk) -> None:
    """The page hears of it while it is shown."""
    pages.show(desk.page)

    desk.fill()
    pages.settle()

    assert "Infusion 2 of 6, 16 November 2026" in desk.words
    assert desk.page.print.isVisible()


def test_the_page_shows_what_would_be_printed(desk: Desk) -> None:
    """All that is on paper is in labels; the newest infusion is shown first."""
    desk.fill()
    pages.show(desk.page)

    shown = pdf.plain(desk.words)

    document = desk.model.document()
    seen = (*document.foot, document.title, document.lead)
    assert not [text for text in seen if pdf.plain(text) not in shown]
    assert "moderate" in shown
    assert not pages.faults(desk.page)


def test_a_screen_reader_hears_what_a_value_is_about(desk: Desk) -> None:
    """Effect, time point and strength, in one sentence."""
    desk.fill()
    pages.show(desk.page)

    heard = [one.accessibleName() for one in desk.page.findChildren(QLabel) if one.isVisible()]

    assert "Nausea, Straight after 16 Nov: moderate" in heard
    assert "Mood, Day 7: 6" in heard


def test_a_table_has_columns_where_there_is_room(desk: Desk, theme: Theme) -> None:
    """And stands below each other where there is none, and has columns again."""
    desk.fill()
    pages.show(desk.page, 1180, 860)
    table = desk.page.findChildren(ValuesTable)[0]
    heads = []

    for width in (1180, 480, 1180):
        desk.page.resize(width, 860)
        pages.settle()
        labels = [one for one in table.findChildren(QLabel) if one.isVisible()]
        heads.append(sum(one.text() == "2 hours\n16 Nov" for one in labels))

    assert heads == [1, 6, 1]


def test_a_name_can_be_left_out_and_words_be_added(desk: Desk) -> None:
    """By keyboard; the focus stays on the tick, so that it can be taken back."""
    desk.fill()
    pages.show(desk.page)
    first = desk.words

    desk.press("visit_report:name")
    without = desk.words
    desk.press("visit_report:words")

    assert "Anna" in first
    assert "Anna" not in without
    assert visits.WORDS not in without
    assert visits.WORDS in desk.words
    assert "free words included" in desk.words


def test_words_are_wished_for_anew_each_time(desk: Desk) -> None:
    """Nobody hands in what they once ticked and forgot."""
    desk.fill()
    pages.show(desk.page)
    desk.press("visit_report:words")

    desk.page.arrive("")

    tick = pages.find(desk.page, "visit_report:words")
    assert isinstance(tick, QCheckBox)
    assert not tick.isChecked()
    assert visits.WORDS not in desk.words


def test_nobody_without_a_name_is_asked_about_it(desk: Desk) -> None:
    """There is only the tick for words."""
    desk.fill()
    desk.day.program.preferences.keep_profile(Profile())

    pages.show(desk.page)

    ticks = [one.objectName() for one in desk.page.findChildren(QCheckBox) if one.isVisible()]
    assert ticks == ["visit_report:words"]


def test_any_infusion_that_was_can_be_chosen(desk: Desk) -> None:
    """The newest first; one that was stopped early too, one that was cancelled not."""
    desk.fill()
    desk.other(4, Outcome.STOPPED_EARLY)
    desk.other(6, Outcome.CANCELLED)
    pages.show(desk.page)
    listed = [desk.box.itemText(place) for place in range(desk.box.count())]
    first = desk.words

    pages.tab_to("visit_report:infusion")
    pages.press(Qt.Key.Key_Down)
    pages.settle()

    assert listed == ["Infusion 3 of 6 · 20 November 2026", "Infusion 2 of 6 · 16 November 2026"]
    assert "Infusion 3 of 6, 20 November 2026" in first
    assert "stopped early" in first
    assert "Infusion 2 of 6, 16 November 2026" in desk.words


def test_a_way_to_one_infusion_shows_that_one(desk: Desk) -> None:
    """A way to one that is not there any more shows the newest."""
    kept = desk.fill()
    desk.other(4, Outcome.WENT_AHEAD)

    pages.show(desk.page, argument=kept.id)
    that = desk.words
    pages.show(desk.page, argument="2020-01-01-zzz")

    assert "Infusion 2 of 6, 16 November 2026" in that
    assert "Infusion 3 of 6, 20 November 2026" in desk.words


def test_a_check_in_that_is_kept_meanwhile_is_on_the_page(desk: Desk) -> None:
    """The journal is read anew; a page that nobody sees waits."""
    desk.fill()
    pages.show(desk.page)

    note = visits.note("Ringing ears", Severity.MILD)
    desk.keep(visits.check_in(TimePoint.ANY_TIME, visits.at(2), effects=(note,)))
    pages.settle()

    assert "Ringing ears" in desk.words


def test_the_page_is_saved_as_pdf_and_as_a_web_page(desk: Desk, chosen: Path) -> None:
    """Under neutral names, with what was ticked."""
    desk.fill()
    pages.show(desk.page)
    desk.press("visit_report:words")

    desk.press("visit_report:pdf")
    desk.press("visit_report:web")

    path = chosen / "appointment-2026-11-16-page.pdf"
    text = (chosen / "appointment-2026-11-16-page.html").read_text(encoding="utf-8")
    assert not pdf.missing(desk.model.document(), path)
    assert visits.WORDS in text
    assert "Saved: appointment-2026-11-16-page.html" in desk.words


def test_what_was_called_off_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file, no word about one."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected)
    desk.fill()
    pages.show(desk.page)

    for name in ("visit_report:pdf", "visit_report:web", "visit_report:print"):
        desk.press(name)

    assert not desk.model.errand.title


def test_the_page_is_printed(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the printer of the dialog, which is told a neutral name."""
    path = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    desk.fill()
    pages.show(desk.page)

    desk.press("visit_report:print")

    assert not pdf.missing(desk.model.document(), path)
    assert pdf.about(path)["Title"] == "Appointment"
    assert "It is with the printer." in desk.words


def test_a_way_back(desk: Desk) -> None:
    """To the list of all pages."""
    pages.show(desk.page)

    desk.press("visit_report:back")

    assert desk.wanted == [Route("papers")]


@pytest.mark.parametrize(("percent", "size"), SIZES)
def test_nothing_is_cut_on_the_screen(
    percent: int, size: tuple[int, int], desk: Desk, theme: Theme
) -> None:
    """Endless words, long names and many time points, in every size of text and window."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    desk.fill()
    long = (visits.note("Own " * 90, Severity.SEVERE), visits.note("x" * 300), visits.note("a\nb"))
    more = [
        visits.check_in(TimePoint.ANY_TIME, visits.at(day), effects=long, words="y" * 900)
        for day in range(4)
    ]
    desk.keep(*more, replace(more[0], id="before22", time_point=TimePoint.BEFORE))
    pages.show(desk.page, *size)

    desk.press("visit_report:words")

    assert not pages.faults(desk.page)
