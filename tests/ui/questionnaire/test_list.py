"""All questionnaires: which can be filled in, when the others can, and the earlier ones."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.domain.preferences import Age, Profile, Purpose
from tests.support.seat import Seat
from tests.ui.questionnaire.answering import filled


def spoken(seat: Seat, name: str) -> str:
    """Return the name a screen reader says for the button *name*."""
    button = seat.find(name)
    assert isinstance(button, QAbstractButton)
    return button.accessibleName()


def test_the_journal_leads_there_and_back(seat: Seat) -> None:
    """By a quiet link."""
    seat.go("journal")

    seat.click("journal:questionnaires")
    assert seat.here == "questionnaires"
    seat.click("questionnaires:journal")

    assert seat.here == "journal"


def test_at_the_start_both_can_be_begun(seat: Seat) -> None:
    """And nothing is listed that is not there."""
    seat.go("questionnaires")

    assert "9 questions" in seat.page_words
    assert "7 questions" in seat.page_words
    assert spoken(seat, "questionnaires:begin:phq_9") == "Begin PHQ-9"
    assert "Filled in before" not in seat.page_words
    assert not seat.shows("questionnaires:older")
    seat.click("questionnaires:begin:gad_7")
    assert seat.here == "questionnaire"


@pytest.mark.parametrize(
    ("days_ago", "words", "is_open"),
    [
        (3, "Last time: Saturday 21 November · Open again from Saturday 28 November", False),
        (7, "9 questions · Last time: Tuesday 17 November", True),
    ],
)
def test_it_says_when_one_is_open_again(
    seat: Seat, days_ago: int, words: str, is_open: bool
) -> None:
    """From the seventh day on it can be begun."""
    filled(seat, 1, days_ago=days_ago)

    seat.go("questionnaires")

    assert words in seat.page_words
    assert seat.shows("questionnaires:begin:phq_9") is is_open


def test_one_that_is_under_way_is_gone_on_with(seat: Seat) -> None:
    """It says how far it is."""
    filled(seat, 1, 2, finished=False)

    seat.go("questionnaires")

    assert "2 of 9 answered today" in seat.page_words
    assert spoken(seat, "questionnaires:begin:phq_9") == "Go on with PHQ-9"


def test_an_earlier_one_opens_with_its_answers(seat: Seat) -> None:
    """The list counts and compares nothing."""
    old = filled(seat, *(2,) * 9, days_ago=10)
    filled(seat, 1)
    seat.go("questionnaires")
    assert "PHQ-9, Saturday 14 November 2026, 9 of 9 answered" in spoken(seat, f"entry:{old.id}")
    assert "18" not in spoken(seat, f"entry:{old.id}")

    seat.click(f"entry:{old.id}")

    assert seat.here == "questionnaire_answers"
    assert "Total: 18 of 27" in seat.page_words


def test_delete_removes_one_and_brings_the_keyboard_to_its_neighbor(seat: Seat) -> None:
    """One however long it is held, as wherever entries are listed; undo brings it back."""
    newest, middle, oldest = (filled(seat, 1, days_ago=ago) for ago in (10, 20, 30))
    seat.go("questionnaires")
    seat.find(f"entry:{middle.id}").setFocus()

    seat.hold(Qt.Key.Key_Delete)
    assert not seat.shows(f"entry:{middle.id}")
    assert seat.focus == f"entry:{oldest.id}"
    seat.press(Qt.Key.Key_Delete)
    assert seat.focus == f"entry:{newest.id}"
    seat.click("undo")
    seat.click("undo")

    assert seat.shows(f"entry:{middle.id}")
    assert seat.shows(f"entry:{oldest.id}")


def test_tab_comes_to_everything_in_the_order_in_which_it_is_seen(seat: Seat) -> None:
    """The earlier ones between the forms and the bar."""
    newer, older = filled(seat, 1, days_ago=10), filled(seat, 1, days_ago=20)
    seat.go("questionnaires")
    seat.find("questionnaires:begin:phq_9").setFocus()

    stops = []
    for _step in range(5):
        seat.press(Qt.Key.Key_Tab)
        stops.append(seat.focus)

    assert stops == [
        "questionnaires:begin:gad_7",
        f"entry:{newer.id}",
        f"entry:{older.id}",
        "questionnaires:help",
        "questionnaires:journal",
    ]


def test_those_from_long_ago_are_looked_for_when_asked(seat: Seat) -> None:
    """A year at a time."""
    old = filled(seat, 1, days_ago=100)
    seat.go("questionnaires")
    assert not seat.shows(f"entry:{old.id}")

    seat.click("questionnaires:older")

    assert seat.shows(f"entry:{old.id}")
    assert not seat.shows("questionnaires:older")
    seat.go("journal")
    seat.go("questionnaires")
    assert not seat.shows(f"entry:{old.id}")


def test_somebody_treated_for_pain_is_not_asked_but_can(seat: Seat) -> None:
    """The page says so."""
    seat.desktop.program.preferences.keep_profile(Profile(purpose=Purpose.PAIN))

    seat.go("questionnaires")

    assert "You come for pain, so nobody asks you to fill these in." in seat.page_words
    assert seat.shows("questionnaires:begin:phq_9")


def test_under_18_there_is_nothing_to_begin(seat: Seat) -> None:
    """It says whom to use the program with; a change of the profile shows at once."""
    seat.go("questionnaires")
    seat.desktop.program.preferences.keep_profile(Profile(age=Age.UNDER_18))
    seat.settle()

    assert (
        "These forms are for adults. Under 18? Use this with a parent and your clinic."
        in seat.page_words
    )
    assert not seat.shows("questionnaires:begin:phq_9")
    assert not seat.shows("questionnaires:begin:gad_7")


def test_help_is_at_hand(seat: Seat) -> None:
    """As on every page of the journal."""
    seat.go("questionnaires")

    seat.click("questionnaires:help")

    assert seat.here == "help"
