"""Earlier versions beside what an entry says now: seen, heard, stepped through, brought back."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.services.entry_address import stored_at
from app.ui.versions.marked import MarkedWords
from app.ui.versions.page import VersionsPage
from tests.support import lint
from tests.support.data_folders import calm_session
from tests.support.seat import Seat


def argument(entry: CheckIn | Reflection | Questionnaire) -> str:
    """Return what the page is told of *entry*."""
    return stored_at(entry.day, entry.id)


def change(seat: Seat, entry: CheckIn, words: str, *, minutes: int = 10) -> CheckIn:
    """Let *minutes* pass, and keep *entry* with other words."""
    seat.clock.advance(minutes=minutes)
    return seat.desktop.program.journal.keep(entry.saying(words))


def marked(seat: Seat, row: str) -> list[list[str]]:
    """Return which words are marked in a row: now, and before."""
    return [one.marked for one in seat.find(row).findChildren(MarkedWords)]


@pytest.fixture
def three(seat: Seat) -> CheckIn:
    """Return a check-in with two earlier versions, whose page is open."""
    journal = seat.desktop.program.journal
    first = journal.keep(journal.draft(TimePoint.NEXT_MORNING, None).saying("I was tired."))
    second = change(seat, first.rated(Rating.MOOD, 4), "I was very tired.")
    third = change(seat, second.rated(Rating.MOOD, 6).noticed("nausea"), "I was very calm.")
    seat.go("versions", argument(third))
    return third


def test_what_differs_is_shown_side_by_side(seat: Seat, three: CheckIn) -> None:
    """Only that; what is the same is folded away, and a sentence counts it all."""
    assert "Next-morning check-in · Tuesday 24 November 2026" in seat.page_words
    assert "Before: Tuesday 24 November 2026, 9:10 AM" in seat.page_words
    assert "3 things differ: Nausea, Mood, In your own words" in seat.page_words
    assert marked(seat, "versions:words") == [["calm"], ["tired"]]
    assert marked(seat, "versions:rating:mood") == [["6"], ["4"]]
    assert seat.find("versions:effect:nausea").accessibleName() == "Nausea. Not there before"
    assert not seat.shows("versions:same")
    assert seat.top("versions:words") > seat.top("versions:rating:mood")
    assert three.words == "I was very calm."


def test_columns_stand_beside_or_below_each_other(seat: Seat, three: CheckIn) -> None:
    """Below 820 pixels each side says which one it is."""
    for width, is_beside in ((1180, True), (800, False)):
        seat.desktop.window.resize(width, 700)
        seat.settle()
        now, before = seat.find("versions:words").findChildren(MarkedWords)
        place = [one.mapTo(seat.desktop.window, one.rect().topLeft()) for one in (now, before)]
        assert (place[0].y() == place[1].y()) is is_beside
        assert seat.page_words.splitlines().count("Now") == (1 if is_beside else 3)
        assert now.width() == before.width()
    assert three.id


def test_the_keyboard_goes_from_version_to_version(seat: Seat, three: CheckIn) -> None:
    """A key that can go no further gives the keyboard to the other one."""
    seat.find("versions:older").setFocus(Qt.FocusReason.TabFocusReason)
    assert "Version 2 of 2" in seat.page_words

    seat.press(Qt.Key.Key_Space)

    assert "Version 1 of 2" in seat.page_words
    assert "9:00 AM" in seat.page_words
    assert marked(seat, "versions:words") == [["very calm"], ["tired"]]
    assert seat.focus == "versions:newer"
    assert "Version 1 of 2" in seat.find("versions:newer").accessibleDescription()
    seat.press(Qt.Key.Key_Space)
    assert seat.focus == "versions:older"
    assert "Version 2 of 2" in seat.page_words
    change(seat, three, "I slept.")
    seat.settle()
    seat.press(Qt.Key.Key_Space)
    assert "Version 2 of 3" in seat.page_words
    assert seat.focus == "versions:older"


def test_a_version_is_brought_back_and_that_is_taken_back(seat: Seat, three: CheckIn) -> None:
    """What it replaced is the newest version then; the keyboard stays on the page."""
    seat.click("versions:older")

    seat.click("versions:bring_back")

    journal = seat.desktop.program.journal
    now = journal.find(three.id, three.day)
    assert isinstance(now, CheckIn)
    assert (now.words, now.ratings.mood, now.effects) == ("I was tired.", None, ())
    assert "Version 2 of 2" in seat.page_words
    assert marked(seat, "versions:words") == [["tired"], ["very calm"]]
    assert seat.focus == "versions:older"
    assert "Earlier version brought back." in seat.words
    seat.click("undo")
    assert journal.find(three.id, three.day) == three
    assert marked(seat, "versions:words") == [["calm"], ["tired"]]


def test_with_one_version_there_is_nothing_to_step_through(seat: Seat) -> None:
    """Bringing it back is what can be done."""
    journal = seat.desktop.program.journal
    first = journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying("One.").noticed("nausea"))
    second = change(seat, first, "Two.")

    seat.go("journal")
    seat.find("journal:new").setFocus()
    seat.go("versions", argument(second))

    assert not seat.shows("versions:older")
    assert "Version" not in seat.page_words.replace("Earlier versions", "")
    assert seat.focus == "versions:bring_back"
    seat.click("versions:same")
    assert "Noticed" in seat.page_words
    assert "The same in both (1)" in seat.words


@pytest.mark.parametrize(
    "wanted", ["", "open:2026-11-24:gone2345", "open:not-a-day:x", "open:2026-11-24", "session"]
)
def test_where_there_is_none_the_page_says_so(seat: Seat, wanted: str) -> None:
    """Removed elsewhere, a way that leads nowhere, or a session that has no versions."""
    session = seat.desktop.program.journal.keep(calm_session(at=seat.clock.now()))
    seat.go("journal")
    seat.find("journal:new").setFocus()

    seat.go("versions", f"open:2026-11-24:{session.id}" if wanted == "session" else wanted)

    assert "There is no earlier version of this." in seat.page_words
    assert not seat.shows("versions:bring_back")
    assert seat.focus == "versions:done"
    seat.click("versions:done")
    assert seat.here == "journal"


def test_what_becomes_of_the_entry_elsewhere_is_shown(seat: Seat, three: CheckIn) -> None:
    """The version that is looked at stays; after a removal there is nothing to bring back."""
    seat.click("versions:older")
    journal = seat.desktop.program.journal

    changed = change(seat, three, "I was very calm again.")
    seat.settle()

    assert "Version 1 of 3" in seat.page_words
    page = seat.desktop.window.navigation.page
    assert isinstance(page, VersionsPage)
    step = journal.delete(changed)
    seat.settle()
    assert "There is no earlier version of this." in seat.page_words
    page._model.bring_back()
    page._model.step(1)
    step.undo()
    seat.settle()
    assert "Version 3 of 3" in seat.page_words


def test_help_now_leaves_the_version_as_it_is(seat: Seat, three: CheckIn) -> None:
    """What changed meanwhile is shown on coming back; after leaving nothing is followed."""
    seat.click("versions:older")
    seat.press(Qt.Key.Key_F1)
    change(seat, three, "Meanwhile.")

    seat.press(Qt.Key.Key_Escape)

    assert "Version 1 of 3" in seat.page_words
    assert marked(seat, "versions:words")[0] == ["Meanwhile"]
    page = seat.desktop.window.navigation.page
    seat.go("journal")
    change(seat, three, "Afterwards.")
    assert isinstance(page, VersionsPage)
    assert len(page._model.versions) == 3


@pytest.mark.parametrize("kind", ["reflection", "questionnaire"])
def test_reflections_and_questionnaires_are_shown_too(seat: Seat, kind: str) -> None:
    """By what they are called; the way out leads to the journal where there is no page yet."""
    journal, at = seat.desktop.program.journal, seat.clock.now()
    if kind == "reflection":
        one = Reflection(id="refl2345", created=at, changed=at, at=at, during="A river")
        kept = journal.keep(one)
        seat.clock.advance(minutes=10)
        journal.keep(kept.recalling("A wide river"), over=kept)
    else:
        name = QuestionnaireName.PHQ_9
        form = Questionnaire(id="refl2345", created=at, changed=at, at=at, name=name)
        answered = journal.keep(form.answered("little_interest", 1))
        seat.clock.advance(minutes=10)
        journal.keep(answered.answered("little_interest", 2), over=answered)

    seat.go("versions", stored_at(at.date(), "refl2345"))

    words = {
        "reflection": ("Reflection ·", "What came up", "A wide river"),
        "questionnaire": ("PHQ-9 ·", "Little interest", "1"),
    }[kind]
    assert all(one in seat.page_words for one in words)
    seat.click("versions:done")
    assert seat.here != "versions"


def test_a_screen_reader_hears_what_changed(seat: Seat, three: CheckIn) -> None:
    """Each row says what it is, how it differs, and which words are on one side only."""
    row = seat.find("versions:words")

    assert row.accessibleName() == "In your own words. Changed"
    assert row.accessibleDescription() == "Only now: calm. Only before: tired."
    assert "3 things differ" in seat.find("versions:bring_back").accessibleDescription()
    assert lint.unnamed(seat.desktop.window) == []
    assert lint.clipped(seat.desktop.window) == []
    assert three.id


def test_words_that_only_moved_apart_are_called_that(seat: Seat) -> None:
    """Nothing is marked, and nobody looks for it."""
    journal = seat.desktop.program.journal
    first = journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying("One. Two."))
    second = change(seat, first, "One.\n\nTwo.")

    seat.go("versions", argument(second))

    assert "Other spaces or lines" in seat.page_words
    assert marked(seat, "versions:words") == [[], []]


def test_a_pasted_book_is_shown_in_part_and_kept_as_a_whole(seat: Seat) -> None:
    """The page comes at once, and says that there is more."""
    journal = seat.desktop.program.journal
    book = "word and " * 100_000
    first = journal.keep(journal.draft(TimePoint.ANY_TIME, None).saying(book + "end."))
    second = change(seat, first, book + "The end.")

    seat.go("versions", argument(second))

    assert "This is a part of it. All of it is kept." in seat.page_words
    assert marked(seat, "versions:words") == [["The"], []]
    seat.click("versions:bring_back")
    now = journal.find(first.id, first.day)
    assert isinstance(now, CheckIn)
    assert now.words == first.words


def test_the_check_in_leads_to_its_versions_and_back(seat: Seat, three: CheckIn) -> None:
    """The link says how many there are, and is not there while there are none."""
    seat.go("check_in", "new")
    assert not seat.shows("versions")
    seat.click("effect:dizziness")
    assert not seat.shows("versions")

    seat.go("check_in", argument(three))
    assert "Earlier versions (2)" in seat.words
    seat.click("versions")

    assert seat.here == "versions"
    seat.click("versions:done")
    assert seat.here == "check_in"
    words = seat.find("check_in:words")
    assert isinstance(words, QWidget)
    assert words.property("plainText") == three.words


def test_words_typed_a_moment_ago_are_on_the_page(seat: Seat, three: CheckIn) -> None:
    """They are kept on the way; the link counts what they replaced."""
    seat.go("check_in", argument(three))
    seat.clock.advance(minutes=10)
    seat.write("check_in:words", "Rested.")

    seat.click("versions")

    assert "Version 3 of 3" in seat.page_words
    assert marked(seat, "versions:words") == [["Rested"], ["I was very calm"]]


def test_an_entry_of_another_day_is_found_there(seat: Seat) -> None:
    """The way leads by day and id."""
    journal = seat.desktop.program.journal
    draft = journal.draft(TimePoint.ANY_TIME, None)
    first = journal.keep(replace(draft, at=draft.at - timedelta(days=400)).saying("One."))
    second = change(seat, first, "Two.")

    seat.go("versions", argument(second))

    assert "Monday 20 October 2025" in seat.page_words
    assert marked(seat, "versions:words") == [["Two"], ["One"]]
