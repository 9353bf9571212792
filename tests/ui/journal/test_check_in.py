"""A check-in: every tap is kept, nothing is filled in, and no word is lost on any way out."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from app.domain.check_in import CheckIn, Rating, TimePoint
from app.domain.infusion import Outcome
from app.domain.preferences import ClinicPhones, Profile
from tests.support import lint
from tests.support.seat import Seat

WORDS = "The room felt bigger."


def kept(seat: Seat) -> list[CheckIn]:
    """Return the check-ins of today."""
    return list(seat.desktop.program.journal.day(seat.clock.now().date()).check_ins)


def only(seat: Seat) -> CheckIn:
    """Return the one check-in of today."""
    (check_in,) = kept(seat)
    return check_in


def words_on_screen(seat: Seat) -> str:
    """Return what stands in the field for words."""
    field = seat.find("check_in:words")
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


@pytest.fixture
def page(seat: Seat) -> Seat:
    """Return a seat before a new check-in."""
    seat.go("check_in", "new")
    return seat


def test_a_check_in_only_opened_is_not_stored(page: Seat) -> None:
    """Nothing said is nothing kept, and there is nothing to remove."""
    assert not page.shows("check_in:remove")
    assert not page.shows("severity:dizziness:mild")

    page.click("check_in:done")

    assert page.here == "journal"
    assert kept(page) == []


def test_a_tap_is_kept_at_once_and_can_be_taken_back(page: Seat) -> None:
    """The chip, its strength and "did it bother you"; unanswered again when tapped again."""
    page.click("effect:dizziness")
    page.click("severity:dizziness:moderate")
    assert "severity: moderate" in page.files()

    page.click("severity:dizziness:moderate")
    note = only(page).effect("dizziness")
    assert note is not None
    assert note.severity is None
    page.click("effect:dizziness")

    assert only(page).effects == ()
    assert not page.shows("severity:dizziness:mild")


def test_some_effects_are_asked_whether_they_bothered(page: Seat) -> None:
    """Some effects are often welcome; the question may stay open."""
    page.click("effect:dissociation")

    page.click("bother:dissociation:no")
    assert "bothered:" in page.files()
    page.click("bother:dissociation:no")

    assert "bothered:" not in page.files()


def test_none_of_these_and_an_effect_exclude_each_other(page: Seat) -> None:
    """Only one of them is ever kept."""
    page.click("effect:dizziness")
    page.click("effect:none")
    assert (only(page).none_of_these, only(page).effects) == (True, ())
    assert not page.is_checked("effect:dizziness")

    page.click("effect:dizziness")
    assert not only(page).none_of_these
    assert not page.is_checked("effect:none")
    page.click("effect:none")
    page.click("effect:none")

    assert not only(page).none_of_these


@pytest.mark.parametrize("way", ["button", "return", "leave", "close"])
def test_an_own_effect_is_kept_however_it_is_finished(page: Seat, way: str) -> None:
    """Typed and added, or typed and left: the word is there."""
    page.click("effect:else")
    page.write("effect:own", "Itchy nose")

    if way == "button":
        page.click("effect:add")
    elif way == "return":
        page.press(Qt.Key.Key_Return)
    elif way == "leave":
        page.go("journal")
    else:
        page.reopen()

    assert "effect: Itchy nose" in page.files()


def test_an_own_effect_tapped_away_can_be_tapped_again(page: Seat) -> None:
    """A slip on "None of these" does not cost a word the patient typed."""
    page.click("effect:else")
    page.write("effect:own", "Itchy nose")
    page.click("effect:add")

    page.click("effect:none")
    page.click("effect:Itchy nose")
    page.click("severity:Itchy nose:mild")

    assert [note.effect for note in only(page).effects] == ["Itchy nose"]


def test_the_next_check_in_starts_without_own_words_of_the_last(page: Seat) -> None:
    """Neither the chip, nor the open field, nor what was typed and hidden again."""
    page.click("effect:else")
    page.click("effect:add")
    page.write("effect:own", "Itchy nose")
    page.click("effect:add")
    page.click("effect:else")
    page.write("effect:own", "Cold hands")
    page.click("effect:else")
    page.click("check_in:done")

    page.go("check_in", "new")

    assert not page.shows("effect:Itchy nose")
    assert not page.shows("effect:own")
    page.click("effect:else")
    assert page.line("effect:own") == ""


def test_a_listed_effect_typed_by_name_is_the_listed_one(page: Seat) -> None:
    """Two chips of one name would be two truths."""
    page.click("effect:else")
    page.write("effect:own", page.desktop.program.content.effect_name("dizziness").upper())
    page.click("effect:add")

    assert [note.effect for note in only(page).effects] == ["dizziness"]


def test_later_effects_are_offered_when_their_time_has_come(seat: Seat) -> None:
    """The bladder from day 7 on, wanting ketamine once a month, in the words of when to call."""
    infusion = seat.answered(0, Outcome.WENT_AHEAD)
    seat.go("check_in", f"new:day_3:{infusion.id}")
    assert not seat.shows("effect:blood_in_urine")

    seat.go("check_in", f"new:day_7:{infusion.id}")
    assert seat.shows("effect:blood_in_urine")
    assert not seat.shows("effect:wanting_ketamine")
    seat.go("check_in", f"new:monthly:{infusion.id}")
    seat.click("effect:wanting_ketamine")
    seat.click("severity:wanting_ketamine:mild")

    assert seat.shows("effect:blood_in_urine")
    assert "effect: wanting_ketamine" in seat.files()


def test_an_effect_that_is_not_offered_is_shown_where_it_was_noticed(seat: Seat) -> None:
    """Typed by its name on an earlier day; tapped away by a slip it can be tapped again."""
    seat.go("check_in", "new")
    seat.click("effect:else")
    seat.write("effect:own", "blood in the urine")
    seat.click("effect:add")

    seat.click("effect:blood_in_urine")
    seat.click("effect:blood_in_urine")

    assert [note.effect for note in only(seat).effects] == ["blood_in_urine"]
    seat.go("check_in", "new")
    assert not seat.shows("effect:blood_in_urine")


def test_a_severe_effect_shows_whom_to_call_and_moves_nothing(seat: Seat) -> None:
    """The card is there with the numbers; the keyboard stays where it was."""
    clinic = ClinicPhones(name="Riverside", day="555-0142", out_of_hours="555-0199")
    seat.desktop.program.preferences.keep_profile(Profile(country="US", clinic=clinic))
    seat.go("check_in", "new")
    seat.click("effect:dizziness")
    assert not seat.shows("check_in:when_to_call")
    seat.find("severity:dizziness:mild").setFocus(Qt.FocusReason.TabFocusReason)
    seat.press(Qt.Key.Key_Space)

    seat.press(Qt.Key.Key_Right)
    seat.press(Qt.Key.Key_Right)

    assert seat.focus == "severity:dizziness:severe"
    assert seat.shows("check_in:when_to_call")
    assert "Call 911 now" in seat.words
    assert "555-0142" in seat.words
    assert "No answer? 555-0199, or 911." in seat.words
    seat.press(Qt.Key.Key_Left)
    assert not seat.shows("check_in:when_to_call")


@pytest.mark.parametrize("country", ["US", "ZZ"])
def test_without_a_clinic_the_card_still_says_whom_to_call(seat: Seat, country: str) -> None:
    """In a listed country and in one nobody listed."""
    seat.desktop.program.preferences.keep_profile(Profile(country=country))
    seat.go("check_in", "new")
    seat.click("effect:dizziness")

    seat.click("severity:dizziness:severe")

    assert "The clinic, the same day" in seat.words
    expected = "Call 911 now" if country == "US" else "Call your local emergency number now"
    assert expected in seat.words


def test_a_rating_can_be_answered_and_taken_back(page: Seat) -> None:
    """Zero is an answer; taken back it is none, and is not in the file."""
    page.click("rating:mood:0")
    page.click("rating:sleep:7")
    assert (only(page).ratings.mood, only(page).ratings.sleep) == (0, 7)

    page.click("rating:mood:0")

    assert only(page).ratings.score(Rating.MOOD) is None
    assert "mood:" not in page.files()


def test_words_are_on_the_disk_after_a_pause(page: Seat) -> None:
    """The bar says that it is writing, and then that it is saved."""
    page.find("check_in:words").setFocus()
    page.type(WORDS)
    assert "Writing…" in page.words

    page.wait_for("the pause", lambda: bool(kept(page)))

    assert WORDS in page.files()
    page.wait_for("the report", lambda: "Saved" in page.words.splitlines())


@pytest.mark.parametrize("way", ["help", "close", "tap", "again"])
def test_words_are_kept_on_every_way_out(page: Seat, way: str) -> None:
    """Leaving, closing, tapping something else and starting anew all save first."""
    page.find("check_in:words").setFocus()
    page.type(WORDS)

    if way == "help":
        page.press(Qt.Key.Key_F1)
    elif way == "close":
        page.reopen()
    elif way == "tap":
        page.click("effect:nausea")
        assert words_on_screen(page) == WORDS
    else:
        page.go("check_in", "new")
        assert words_on_screen(page) == ""

    assert WORDS in page.files()


def test_a_check_in_is_opened_changed_deleted_and_brought_back(page: Seat) -> None:
    """From the list of days, with a way back from the list."""
    page.find("check_in:words").setFocus()
    page.type(WORDS)
    page.click("check_in:done")
    first = only(page)

    page.click(f"entry:{first.id}")
    assert words_on_screen(page) == WORDS
    page.click("rating:mood:5")
    page.click("check_in:remove")
    assert page.here == "journal"
    assert kept(page) == []
    page.click("undo")

    assert only(page).words == WORDS
    assert only(page).ratings.mood == 5
    assert page.shows(f"entry:{first.id}")


def test_removing_a_check_in_with_words_in_the_pause_brings_them_back(page: Seat) -> None:
    """Undo restores the last letter typed, not the last one written."""
    page.click("effect:nausea")
    page.find("check_in:words").setFocus()
    page.type(WORDS)

    page.click("check_in:remove")
    page.click("undo")

    assert only(page).words == WORDS


@pytest.mark.parametrize(
    "argument",
    ["", "open:2026-11-24:gone2345", "open:not-a-day:x", "open:2026-11-24", "new:sometime:", "new"],
)
def test_a_check_in_that_is_not_there_begins_anew(seat: Seat, argument: str) -> None:
    """Deleted elsewhere, or a way that leads nowhere: an empty page and no error."""
    seat.go("check_in", argument)

    assert seat.here == "check_in"
    assert words_on_screen(seat) == ""
    assert not seat.shows("check_in:remove")


def test_a_check_in_knows_its_infusion_and_time_point(seat: Seat) -> None:
    """Both are in the file from the first tap, and in the heading."""
    infusion = seat.answered(0, Outcome.WENT_AHEAD)
    seat.go("check_in", f"new:straight_after:{infusion.id}")
    assert "Infusion 1 of 6" in seat.words

    seat.click("effect:nausea")

    assert only(seat).infusion == infusion.id
    assert "time_point: straight_after" in seat.files()


def test_a_check_in_of_yesterday_stays_there(page: Seat) -> None:
    """Edited a day later, it is rewritten in the file of its own day."""
    page.click("effect:nausea")
    yesterday = only(page)
    page.clock.advance(days=1)
    page.go("check_in", f"open:{yesterday.day.isoformat()}:{yesterday.id}")

    page.click("rating:pain:3")

    assert kept(page) == []
    day = page.desktop.program.journal.day(page.clock.now().date() - timedelta(days=1))
    assert day.check_ins[0].ratings.pain == 3


def test_a_check_in_can_be_filled_in_by_keyboard(page: Seat) -> None:
    """Tab and Space are enough, from the first chip to "Done"."""
    page.find("effect:dizziness").setFocus(Qt.FocusReason.TabFocusReason)
    page.press(Qt.Key.Key_Space)
    QTest.keyClick(page.find("rating:mood:0"), Qt.Key.Key_Space)
    page.settle()
    assert page.is_checked("effect:dizziness")

    QTest.keyClick(page.find("check_in:done"), Qt.Key.Key_Space)
    page.settle()

    assert (page.here, only(page).ratings.mood) == ("journal", 0)


def test_every_control_has_a_name_and_room(page: Seat) -> None:
    """With everything open that can be open, and help one press away."""
    page.click("effect:dissociation")
    page.click("severity:dissociation:severe")
    page.click("effect:else")

    assert lint.unnamed(page.desktop.window) == []
    assert lint.clipped(page.desktop.window) == []
    page.click_text("When to call")
    assert page.here == "help"


def test_what_is_half_typed_comes_back_with_a_removed_check_in(page: Seat) -> None:
    """A reading that is no number yet, and an own effect that was not added."""
    page.click("effect:dizziness")
    page.click("check_in:readings")
    page.write("reading:pulse", "about 80")
    page.click("effect:else")
    page.write("effect:own", "Itchy nose")

    page.click("check_in:remove")
    assert kept(page) == []
    page.click("undo")

    assert only(page).effect("Itchy nose") is not None
    assert "about 80" in only(page).words


def test_help_in_the_middle_of_an_own_effect_leaves_it_to_go_on_with(page: Seat) -> None:
    """Half a word is no effect; field, keyboard and word are there on the way back."""
    page.click("effect:else")
    page.write("effect:own", "It")
    page.press(Qt.Key.Key_F1)
    assert kept(page) == []
    page.press(Qt.Key.Key_Escape)
    assert (page.focus, page.line("effect:own")) == ("effect:own", "It")

    page.type("chy")
    page.press(Qt.Key.Key_Return)

    assert [note.effect for note in only(page).effects] == ["Itchy"]


@pytest.mark.parametrize("way", ["close", "go"])
def test_half_an_own_effect_is_kept_by_who_never_comes_back(page: Seat, way: str) -> None:
    """From Help to another page, or out of the program: the word is there."""
    page.click("effect:else")
    page.write("effect:own", "It")
    page.press(Qt.Key.Key_F1)

    if way == "close":
        page.reopen()
    else:
        page.go("journal")

    assert [note.effect for note in only(page).effects] == ["It"]


def test_what_was_hidden_meanwhile_does_not_have_the_keyboard(seat: Seat) -> None:
    """Somewhere else the check-in was filled in: there is nothing to skip any more."""
    infusion = seat.answered(0, Outcome.WENT_AHEAD)
    journal = seat.desktop.program.journal
    draft = journal.draft(TimePoint.STRAIGHT_AFTER, infusion.id)
    tomorrow = draft.day + timedelta(days=1)
    stored = journal.keep(draft.put_off(tomorrow))
    seat.go("check_in", f"open:{stored.day}:{stored.id}")
    seat.find("check_in:skip").setFocus()
    seat.press(Qt.Key.Key_F1)
    file = f"journal/{stored.day.year}/{stored.day}.yaml"
    seat.change_outside(file, f"ask_again_on: '{tomorrow}'", "words: Tired.")

    seat.press(Qt.Key.Key_Escape)

    assert not seat.shows("check_in:skip")
    assert seat.focus == "effect:else"
    assert words_on_screen(seat) == "Tired."
