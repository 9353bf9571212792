"""Searching the journal: words as they are typed, filters, and the way there and back."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.check_in import CheckIn, TimePoint
from app.domain.effects import EffectNote, Severity
from app.domain.infusion import Outcome
from app.domain.preferences import Look, ThemeName
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.ui.journal.results_list import ResultsList
from app.ui.journal.results_model import ROW, ResultRow
from app.ui.route import Route
from tests.support import lint, pages
from tests.support.data_folders import calm_session
from tests.support.seat import Seat


def write(seat: Seat, days_ago: int, words: str = "", *notes: EffectNote) -> CheckIn:
    """Keep a check-in of some days ago."""
    draft = seat.desktop.program.journal.draft(TimePoint.ANY_TIME, None)
    check_in = replace(
        draft, at=draft.at - timedelta(days=days_ago), words=words, effects=tuple(notes)
    )
    seat.desktop.program.journal.keep(check_in)
    return check_in


def note(effect: str, severity: Severity | None = None) -> EffectNote:
    """Return what is said of an effect."""
    return EffectNote(effect=effect, severity=severity)


def results(seat: Seat) -> ResultsList:
    """Return the list of what was found."""
    found = seat.find("journal:results")
    assert isinstance(found, ResultsList)
    return found


def rows(seat: Seat) -> list[ResultRow]:
    """Return every row of it; none while there is no list."""
    if not seat.shows("journal:results"):
        return []
    model = results(seat).model()
    return [model.index(number, 0).data(ROW) for number in range(model.rowCount())]


def ids(seat: Seat) -> list[str]:
    """Return the ids of what was found."""
    return [row.hit.record_id for row in rows(seat)]


def look_for(seat: Seat, words: str) -> None:
    """Type *words* into the field."""
    seat.find("journal:search").setFocus()
    seat.type(words)


def choose(seat: Seat, name: str, text: str) -> None:
    """Choose what says *text* in the menu *name*, as a person does."""
    box = seat.find(name)
    assert isinstance(box, QComboBox)
    box.setFocus()
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())
    seat.settle()


@pytest.fixture
def journal(seat: Seat) -> Seat:
    """Open the journal with a few entries of some years."""
    write(seat, 0, "The river was wide", note("nausea", Severity.SEVERE))
    write(seat, 500, "A river and a boat", note("nausea", Severity.MILD), note("tingly_toes"))
    write(seat, 3, "", note("Cold hands", Severity.MODERATE))
    seat.desktop.program.journal.keep(calm_session(at=seat.clock.now() - timedelta(days=1)))
    seat.answered(-4, Outcome.WENT_AHEAD)
    seat.go("journal")
    return seat


def test_what_is_typed_is_found_over_all_years(journal: Seat) -> None:
    """Letter by letter, in one list, with a count; the calendar makes room."""
    look_for(journal, "RIVER")

    assert "2 entries found" in journal.words
    assert [row.day for row in rows(journal)] == ["24 Nov 2026", "12 Jul 2025"]
    assert not journal.shows("journal:back")
    look_for(journal, " was")
    assert "1 entry found" in journal.words


def test_a_row_says_when_what_and_how_strong(journal: Seat) -> None:
    """In words for a screen reader, and by dots that need no color."""
    look_for(journal, "river")

    first, second = rows(journal)
    index = results(journal).model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert (first.tone, second.tone) == (3, 1)
    assert spoken.startswith("24 November 2026, ")
    assert spoken.endswith("Nausea: severe · “The river was wide”, Strongest: severe")
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Check-in"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_nothing_found_is_said_kindly_and_cleared(journal: Seat) -> None:
    """By the link or by Escape; then the days are back."""
    look_for(journal, "zebra")
    assert "Nothing found for “zebra”." in journal.words

    choose(journal, "journal:kind", "Reflections")
    assert "Nothing found for “zebra”. The filters are on, too." in journal.words
    journal.click("journal:clear")
    assert journal.line("journal:search") == ""
    assert journal.shows("journal:back")
    choose(journal, "journal:kind", "Reflections")
    assert "Nothing found with these filters." in journal.words
    journal.press(Qt.Key.Key_Escape)

    assert journal.shows("journal:back")
    assert journal.focus == "journal:search"
    journal.press(Qt.Key.Key_Escape)
    assert journal.here == "journal"


def test_menus_filter_by_kind_effect_and_strength(journal: Seat) -> None:
    """Own effects are offered as they were written, unknown ones under their id."""
    choose(journal, "journal:effect", "Nausea")
    assert len(rows(journal)) == 2

    choose(journal, "journal:strength", "Severe")
    assert len(rows(journal)) == 1
    choose(journal, "journal:strength", "Any strength")
    choose(journal, "journal:effect", "tingly_toes")
    assert [row.day for row in rows(journal)] == ["12 Jul 2025"]
    choose(journal, "journal:effect", "Cold hands")
    assert [row.tone for row in rows(journal)] == [2]
    choose(journal, "journal:effect", "Any effect")
    choose(journal, "journal:kind", "Calm sessions")
    assert ids(journal) == ["calm2345"]


def test_more_filters_are_folded_away_until_they_are_wanted(journal: Seat) -> None:
    """An infusion, days, words; what is set is said beside the fold."""
    assert not journal.shows("journal:from")
    journal.click("journal:more")

    journal.click("journal:has_words")
    assert len(rows(journal)) == 2
    journal.write("journal:from", "1/1/2026")
    assert [row.day for row in rows(journal)] == ["24 Nov 2026"]
    journal.write("journal:to", "2026-11-20")
    assert rows(journal) == []
    journal.click("journal:has_words")
    choose(journal, "journal:infusion", "Infusion 1 of 6, 20 November 2026")
    assert len(rows(journal)) == 1
    summary = journal.find("journal:more").accessibleDescription()
    expected = "Infusion 1 of 6, 20 November 2026 · from 1 January 2026 · until 20 November 2026"
    assert summary == expected
    journal.click("journal:more")
    assert not journal.shows("journal:from")


def test_the_infusion_that_is_asked_for_is_said_when_the_fold_is_closed(journal: Seat) -> None:
    """And still if it is removed meanwhile: the filter is on all the same."""
    (infusion,) = journal.desktop.program.infusions.newest(1)
    journal.click("journal:more")
    choose(journal, "journal:infusion", "Infusion 1 of 6, 20 November 2026")

    journal.click("journal:more")
    journal.find("journal:effect").setFocus()
    journal.settle()
    fold = journal.find("journal:more")
    assert fold.accessibleDescription() == "Infusion 1 of 6, 20 November 2026"
    journal.click("journal:more")
    box = journal.find("journal:infusion")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Infusion 1 of 6, 20 November 2026"

    journal.desktop.program.infusions.delete(infusion)
    journal.settle()
    journal.find("journal:effect").setFocus()
    journal.settle()
    assert box.currentText() == "An infusion that is not here any more"


def test_a_day_that_cannot_be_read_goes_when_all_is_cleared(journal: Seat) -> None:
    """With its sentence; it stands in no filter that could be taken away."""
    journal.click("journal:more")
    look_for(journal, "river")
    for way in ("clear", "leave"):
        journal.write("journal:from", "31.")
        assert "This is not a day yet." in journal.words

        if way == "clear":
            journal.click("journal:clear")
        else:
            journal.go("today")
            journal.go("journal")

        assert journal.line("journal:from") == ""
        assert "This is not a day yet." not in journal.words


def test_a_broken_day_gets_a_kind_sentence_and_filters_nothing(journal: Seat) -> None:
    """And so do two days in the wrong order."""
    journal.click("journal:more")
    look_for(journal, "river")

    journal.write("journal:from", "last spring")
    assert "This is not a day yet. Write it like 11/30/2026." in journal.words
    assert len(rows(journal)) == 2
    journal.write("journal:from", "24 November 2026")
    assert "This is not a day yet." not in journal.words
    journal.write("journal:to", "1 Nov 2026")
    assert "This is before the first day, so nothing is between." in journal.words
    assert rows(journal) == []
    journal.click("journal:clear")
    assert journal.line("journal:from") == journal.line("journal:to") == ""


def test_a_result_is_opened_by_keyboard_and_come_back_to(journal: Seat) -> None:
    """Words, filters and place are as they were."""
    look_for(journal, "river")
    journal.press(Qt.Key.Key_Down)
    assert journal.focus == "journal:results"
    for key, row in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 1)):
        journal.press(key)
        assert results(journal).currentIndex().row() == row

    journal.press(Qt.Key.Key_Return)
    assert journal.here == "check_in"
    journal.click("check_in:done")

    assert journal.here == "journal"
    assert journal.line("journal:search") == "river"
    assert journal.focus == "journal:results"
    assert results(journal).currentIndex().row() == 1
    journal.go("today")
    journal.go("journal")
    assert journal.line("journal:search") == ""


def test_whoever_comes_back_by_the_sidebar_finds_it_as_it_was_once(journal: Seat) -> None:
    """The keyboard stays in the sidebar; the next time the journal begins anew."""
    look_for(journal, "river")
    journal.press(Qt.Key.Key_Down)
    journal.press(Qt.Key.Key_Return)
    assert journal.here == "check_in"

    journal.find("nav:journal").setFocus()
    journal.go("journal")
    assert journal.line("journal:search") == "river"
    assert journal.focus == "nav:journal"
    journal.go("today")
    journal.go("journal")

    assert journal.line("journal:search") == ""


def test_a_result_is_removed_by_delete_and_brought_back(journal: Seat) -> None:
    """The keyboard stays in the list."""
    look_for(journal, "river")
    journal.press(Qt.Key.Key_Down)

    journal.press(Qt.Key.Key_Delete)
    assert [row.day for row in rows(journal)] == ["12 Jul 2025"]
    assert journal.focus == "journal:results"
    journal.click("undo")

    assert len(rows(journal)) == 2


def test_delete_that_is_held_removes_one_result(journal: Seat) -> None:
    """What is removed in a row soon cannot be brought back any more."""
    look_for(journal, "river")
    journal.press(Qt.Key.Key_Down)

    journal.hold(Qt.Key.Key_Delete)

    assert [row.day for row in rows(journal)] == ["12 Jul 2025"]


def test_an_infusion_is_not_removed_from_the_list(journal: Seat) -> None:
    """A plan is removed on its own page; here it leads to what belongs to it."""
    choose(journal, "journal:kind", "Infusions")
    results(journal).setFocus()
    results(journal).take_keyboard()

    journal.press(Qt.Key.Key_Delete)
    assert len(rows(journal)) == 1
    journal.press(Qt.Key.Key_Return)

    assert journal.here == "infusion_story"


def test_a_calm_session_is_removed_by_its_sign_alone(journal: Seat) -> None:
    """It has no page; a click elsewhere, Enter and letters do nothing."""
    choose(journal, "journal:kind", "Calm sessions")
    found = results(journal)
    place = found.visualRect(found.model().index(0, 0))
    found.take_keyboard()

    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    journal.press(Qt.Key.Key_Return)
    journal.type("c")
    assert (journal.here, len(rows(journal))) == ("journal", 1)
    sign = QPoint(place.right() - 20, place.center().y())
    QTest.mouseMove(found.viewport(), sign)
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=sign)
    journal.settle()

    assert "Nothing found with these filters." in journal.words
    journal.click("undo")
    assert ids(journal) == ["calm2345"]


def test_from_right_to_left_the_sign_is_at_the_other_end(journal: Seat) -> None:
    """A click there removes; one where it would be from left to right does not."""
    choose(journal, "journal:kind", "Calm sessions")
    journal.desktop.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    journal.settle()
    found = results(journal)
    place = found.visualRect(found.model().index(0, 0))
    found.grab()

    far = QPoint(place.right() - 20, place.center().y())
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=far)
    assert ids(journal) == ["calm2345"]
    near = QPoint(place.left() + 20, place.center().y())
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=near)
    journal.settle()

    assert ids(journal) == []


def test_a_result_is_opened_by_mouse(journal: Seat) -> None:
    """A click anywhere on the row; one below the last row does nothing."""
    look_for(journal, "boat")
    found = results(journal)
    place = found.visualRect(found.model().index(0, 0))

    below = QPoint(place.center().x(), place.bottom() + 40)
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert journal.here == "journal"
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place.center())

    assert journal.here == "check_in"


def test_every_kind_leads_to_its_own_page(seat: Seat) -> None:
    """Told as a route; a page that is not there yet leaves all as it is."""
    now = seat.clock.now()
    journal = seat.desktop.program.journal
    plain = Reflection(id="refl2345", created=now, changed=now, at=now)
    journal.keep(plain.recalling("A wide river"))
    asked = Questionnaire(
        id="ques2345", created=now, changed=now, at=now, name=QuestionnaireName.GAD_7
    )
    journal.keep(asked)
    seat.go("journal")
    page = seat.desktop.window.navigation.page
    assert page is not None
    wanted: list[Route] = []
    page.route_wanted.connect(wanted.append)

    for kind in ("Reflections", "Questionnaires"):
        choose(seat, "journal:kind", kind)
        results(seat).take_keyboard()
        seat.press(Qt.Key.Key_Return)
        seat.go("journal")
    seat.press(Qt.Key.Key_Escape)
    seat.click("entry:refl2345")

    assert wanted == [
        Route("reflection", "open:2026-11-24:refl2345"),
        Route("questionnaire_answers", "open:2026-11-24:ques2345"),
        Route("reflection", "open:2026-11-24:refl2345"),
    ]


def test_what_is_written_meanwhile_is_found(journal: Seat) -> None:
    """Saved here or by another program; one that is gone in between says so."""
    look_for(journal, "river")
    new = write(journal, 1, "Another river")
    journal.settle()
    assert ids(journal)[1] == new.id

    journal.write_out()
    file = journal.paths.data / "journal/2026/2026-11-23.yaml"
    text = file.read_text(encoding="utf-8").replace("Another river", "No water")
    file.write_text(text, encoding="utf-8")
    background = journal.desktop.background
    assert background is not None
    background.reload._take(journal.desktop.program.outside.look()())

    journal.wait_for("the look", lambda: new.id not in ids(journal))


def test_while_the_folder_is_read_the_page_says_so(journal: Seat) -> None:
    """Quietly; what comes is added, and the sentence goes."""
    loading = journal.desktop.program.loading
    loading.is_complete = False
    journal.write_out()
    newest = journal.paths.data / "journal/2026/2026-11-24.yaml"
    text = newest.read_text(encoding="utf-8").replace("2026-11-24", "2024-11-24")
    old = journal.paths.data / "journal/2024/2024-11-24.yaml"
    old.parent.mkdir()
    look_for(journal, "river")
    assert "Older years are still being read." in journal.words

    old.write_text(text, encoding="utf-8")
    loading.start()
    while loading.step():
        pass

    journal.wait_for("the rest", lambda: "3 entries found" in journal.words)
    journal.wait_for("the end", lambda: "Older years" not in journal.words)


def test_a_damaged_day_is_named_and_the_rest_found(journal: Seat) -> None:
    """With the way to all that is wrong."""
    journal.write_out()
    file = journal.paths.data / "journal/2026/2026-11-21.yaml"
    file.write_text("schema: 1\ncheck_ins:\n\t- id: a\n", encoding="utf-8")
    journal.reopen()
    journal.wait_for("reading", lambda: bool(journal.desktop.program.saving.problems))
    journal.go("journal")

    look_for(journal, "river")

    assert len(rows(journal)) == 2
    assert "Could not be read completely: journal/2026/2026-11-21.yaml." in journal.page_words
    journal.click("journal:check_data")
    assert journal.here == "check_data"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(800, 600), (1180, 860)])
@pytest.mark.parametrize("words", ["river", "zebra"])
def test_everything_fits(journal: Seat, percent: int, size: tuple[int, int], words: str) -> None:
    """What is found and what is not, with every filter unfolded."""
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    journal.desktop.program.preferences.keep_look(look)
    journal.desktop.window.resize(*size)
    look_for(journal, words)
    journal.click("journal:more")
    journal.write("journal:from", "?")
    pages.settle()

    assert lint.clipped(journal.desktop.window) == []
    assert lint.small_targets(journal.desktop.window) == []
    assert lint.unnamed(journal.desktop.window) == []
    field = journal.find("journal:search")
    assert isinstance(field, QLineEdit)
    found = field.accessibleDescription()
    assert found == ("2 entries found" if words == "river" else "")
