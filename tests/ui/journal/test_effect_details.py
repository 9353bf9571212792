"""When an effect began, how long it lasted, whether it is still there, and what helped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from app.domain.check_in import TimePoint
from app.domain.effects import Began, EffectNote, Lasted
from app.ui.widgets.fold import FoldButton
from tests.support import lint
from tests.support.seat import Seat

HELPED = "Lying on my side"


def note(seat: Seat, effect: str = "nausea") -> EffectNote:
    """Return what is kept of *effect* in the one check-in of today."""
    (check_in,) = seat.desktop.program.journal.day(seat.clock.now().date()).check_ins
    found = check_in.effect(effect)
    assert found is not None
    return found


def helped_field(seat: Seat) -> QPlainTextEdit:
    """Return the field "What helped?" of nausea."""
    field = seat.find("helped:nausea")
    assert isinstance(field, QPlainTextEdit)
    return field


def type_what_helped(seat: Seat, words: str = HELPED) -> None:
    """Type into "What helped?" of nausea."""
    helped_field(seat).setFocus()
    seat.type(words)


@pytest.fixture
def page(seat: Seat) -> Seat:
    """Return a seat before a check-in with nausea noticed and its details open."""
    seat.go("check_in", "new")
    seat.click("effect:nausea")
    seat.click("more:nausea")
    return seat


def test_more_is_folded_away_until_it_is_wanted(seat: Seat) -> None:
    """A row with its strength and one line; opened and closed by the same press."""
    seat.go("check_in", "new")
    seat.click("effect:nausea")
    assert not seat.shows("began:nausea:during")

    seat.click("more:nausea")
    assert seat.shows("began:nausea:during")
    seat.click("more:nausea")

    assert not seat.shows("began:nausea:during")
    assert seat.find("more:nausea").accessibleName() == "More about Nausea"


def test_nothing_is_answered_at_first(page: Seat) -> None:
    """Opening stores nothing."""
    assert note(page) == EffectNote(effect="nausea")
    assert not any(page.is_checked(f"began:nausea:{one.value}") for one in Began)
    assert not any(page.is_checked(f"lasted:nausea:{one.value}") for one in Lasted)
    assert not page.is_checked("still:nausea:yes")
    assert not page.is_checked("still:nausea:no")


def test_each_answer_is_kept_and_can_be_taken_back(page: Seat) -> None:
    """A second tap on it: not answered again, and not in the file."""
    answers = ("began:nausea:soon_after", "lasted:nausea:some_hours", "still:nausea:no")

    for answer in answers:
        page.click(answer)
    kept = note(page)
    for answer in answers:
        page.click(answer)

    assert (kept.began, kept.lasted, kept.still_there) == (
        Began.SOON_AFTER,
        Lasted.SOME_HOURS,
        False,
    )
    assert note(page) == EffectNote(effect="nausea")
    assert "still_there" not in page.files()


def test_answers_do_not_cost_each_other(page: Seat) -> None:
    """Words typed a moment ago, a strength, and an answer are all there."""
    type_what_helped(page)

    page.click("severity:nausea:mild")
    page.click("began:nausea:during")

    kept = note(page)
    assert (kept.helped, kept.began) == (HELPED, Began.DURING)
    assert kept.severity is not None


def test_what_helped_is_on_the_disk_after_a_pause(page: Seat) -> None:
    """As the other words are."""
    type_what_helped(page)
    assert "Writing…" in page.words

    page.wait_for("the pause", lambda: bool(note(page).helped))

    assert f"helped: {HELPED}" in page.files()


@pytest.mark.parametrize("way", ["help", "close", "new"])
def test_what_helped_is_kept_on_every_way_out(page: Seat, way: str) -> None:
    """Leaving, closing and starting anew save first."""
    type_what_helped(page)

    if way == "help":
        page.press(Qt.Key.Key_F1)
    elif way == "close":
        page.reopen()
    else:
        page.go("check_in", "new")
        assert not page.shows("more:nausea")

    assert f"helped: {HELPED}" in page.files()


def test_folded_away_again_the_row_says_what_is_inside(page: Seat) -> None:
    """So that nobody has to open it to know."""
    page.click("began:nausea:soon_after")
    page.click("lasted:nausea:minutes")
    page.click("still:nausea:yes")
    type_what_helped(page)

    page.click("more:nausea")

    button = page.find("more:nausea")
    assert isinstance(button, FoldButton)
    said = f"Soon after · Minutes · Still there · “{HELPED}”"
    assert button.accessibleDescription() == said
    page.click("more:nausea")
    page.click("still:nausea:no")
    page.click("more:nausea")
    assert "Gone again" in button.accessibleDescription()


@pytest.mark.parametrize("tap", ["effect:nausea", "effect:none"])
def test_words_tapped_away_with_their_effect_have_a_way_back(page: Seat, tap: str) -> None:
    """A slip on a chip costs no word; what was tapped since then stays."""
    type_what_helped(page)
    page.click(tap)
    assert HELPED not in page.files()
    page.click("effect:dizziness")

    page.click("undo")

    (check_in,) = page.desktop.program.journal.day(page.clock.now().date()).check_ins
    assert {one.effect for one in check_in.effects} == {"dizziness", "nausea"}
    assert note(page).helped == HELPED
    page.click("more:nausea")
    assert helped_field(page).toPlainText() == HELPED


@pytest.mark.parametrize("tap", ["effect:nausea", "effect:none"])
@pytest.mark.parametrize("answer", ["began:nausea:during", "severity:nausea:mild"])
def test_answers_tapped_away_with_their_effect_have_a_way_back(
    page: Seat, tap: str, answer: str
) -> None:
    """An answer is as dear as a word: tapping each of them again is work."""
    page.click(answer)
    before = note(page)

    page.click(tap)
    assert "What you said about it was taken off." in page.words
    page.click("undo")

    assert note(page) == before


def test_an_effect_that_was_only_noticed_is_tapped_away_without_a_strip(page: Seat) -> None:
    """One more tap says it again: no news."""
    page.click("effect:nausea")

    assert not page.shows("undo")


def test_words_in_an_editor_elsewhere_show_here(page: Seat) -> None:
    """The file is the truth, while nothing is being typed."""
    type_what_helped(page)
    page.wait_for("the pause", lambda: bool(note(page).helped))
    day = page.clock.now().date()

    page.change_outside(f"journal/{day.year}/{day}.yaml", HELPED, "Cold air")

    assert helped_field(page).toPlainText() == "Cold air"


def test_details_can_be_answered_by_keyboard(page: Seat) -> None:
    """Tab goes from the row through the questions to the words."""
    page.find("more:nausea").setFocus(Qt.FocusReason.TabFocusReason)
    passed = []
    for _ in range(4):
        page.press(Qt.Key.Key_Tab)
        passed.append(page.focus)

    assert passed == [
        "began:nausea:before",
        "lasted:nausea:minutes",
        "still:nausea:yes",
        "helped:nausea",
    ]


def test_what_is_asked_names_its_effect(page: Seat) -> None:
    """Who does not see the row hears whose question it is; and everything has room."""
    assert helped_field(page).accessibleName() == "Nausea: What helped?"
    group = page.find("began:nausea:during").parentWidget()
    assert group is not None
    assert group.accessibleName() == "Nausea: When did it begin?"
    assert lint.unnamed(page.desktop.window) == []
    assert lint.clipped(page.desktop.window) == []


def test_an_effect_nobody_knows_is_shown_under_its_id(seat: Seat) -> None:
    """A file of another version, or one edited by hand: shown, asked about, and kept."""
    journal = seat.desktop.program.journal
    draft = journal.draft(TimePoint.ANY_TIME, None).noticed("cold_hands")
    kept = journal.keep(draft)

    seat.go("check_in", f"open:{kept.day}:{kept.id}")
    seat.click("severity:cold_hands:mild")
    seat.click("more:cold_hands")

    assert seat.find("more:cold_hands").accessibleName() == "More about cold_hands"
    assert "effect: cold_hands" in seat.files()


def test_tab_goes_through_effects_where_they_stand(seat: Seat) -> None:
    """Not last of all, after "Done", because they were made last; own effects neither."""
    seat.go("check_in", "new")
    seat.click("effect:else")
    seat.write("effect:own", "Itchy nose")
    seat.click("effect:add")
    seat.click("effect:nausea")
    seat.find("effect:frightening_experience").setFocus(Qt.FocusReason.TabFocusReason)
    passed = []

    for _ in range(8):
        seat.press(Qt.Key.Key_Tab)
        passed.append(seat.focus)

    assert passed == [
        *("effect:Itchy nose", "effect:else", "effect:none"),
        *("severity:Itchy nose:mild", "more:Itchy nose"),
        *("severity:nausea:mild", "more:nausea", "check_in:readings"),
    ]
