"""What was answered: counts, the total where there is one, and no verdict."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.domain.preferences import Age, Profile
from tests.support.seat import Seat
from tests.ui.questionnaire.answering import filled, opened, stored

SCORE = "A screening score to talk over with your clinician."
NO_TOTAL = "If one is left out, there is no total."
STAYS_HERE = "What you write stays on this computer. It does not reach your clinic."


@pytest.mark.parametrize(
    ("values", "total"),
    [
        ((0,) * 9, "Total: 0 of 27, minimal"),
        ((1,) * 9, "Total: 9 of 27, mild"),
        ((2, 2, 2, 2, 2, 2, 2, 0, 0), "Total: 14 of 27, moderate"),
        ((2,) * 9, "Total: 18 of 27, moderately severe"),
        ((3,) * 9, "Total: 27 of 27, severe"),
    ],
)
def test_a_whole_one_has_its_total_and_its_band(
    seat: Seat, values: tuple[int, ...], total: str
) -> None:
    """As a score to talk over, and nothing else."""
    questionnaire = filled(seat, *values)

    seat.go("questionnaire_answers", opened(questionnaire))

    assert "9 of 9 answered" in seat.page_words
    assert total in seat.page_words
    assert SCORE in seat.page_words
    assert STAYS_HERE in seat.page_words
    assert NO_TOTAL not in seat.page_words


def test_one_with_a_gap_has_no_total(seat: Seat) -> None:
    """What is there is counted; what is not there is called so."""
    questionnaire = filled(seat, 3, 3, 3)

    seat.go("questionnaire_answers", opened(questionnaire))

    assert "3 of 9 answered" in seat.page_words
    assert "Total" not in seat.page_words
    assert SCORE not in seat.page_words
    assert NO_TOTAL in seat.page_words
    assert STAYS_HERE in seat.page_words
    assert seat.page_words.count("Nearly every day") == 3
    assert seat.page_words.count("Not answered") == 7


def test_earlier_ones_are_not_compared(seat: Seat) -> None:
    """Only the one that is looked at is there."""
    filled(seat, *(3,) * 9, days_ago=30)
    questionnaire = filled(seat, *(1,) * 9)

    seat.go("questionnaire_answers", opened(questionnaire))

    assert "27 of 27" not in seat.page_words
    assert "Tuesday 24 November 2026" in seat.page_words


def test_it_can_be_changed_and_left(seat: Seat) -> None:
    """Change leads to the first question, Done to all of them."""
    questionnaire = filled(seat, *(1,) * 9, days_ago=3)
    seat.go("questionnaire_answers", opened(questionnaire))

    seat.click("answers:change")
    assert seat.here == "questionnaire"
    seat.click("answer:0")
    seat.go("questionnaire_answers", opened(questionnaire))
    assert "Total: 8 of 27, mild" in seat.page_words
    seat.click("answers:done")

    assert seat.here == "questionnaires"


def test_it_can_be_removed_and_brought_back(seat: Seat) -> None:
    """Every answer of it."""
    questionnaire = filled(seat, *(1,) * 9, days_ago=3)
    journal = seat.desktop.program.journal
    seat.go("questionnaire_answers", opened(questionnaire))

    seat.click("answers:remove")
    assert seat.here == "questionnaires"
    assert journal.find(questionnaire.id, questionnaire.day) is None
    assert not seat.shows(f"entry:{questionnaire.id}")
    seat.desktop.undo.undo()
    seat.settle()

    assert stored(seat, questionnaire).says_the_same(questionnaire)
    assert seat.shows(f"entry:{questionnaire.id}")


def test_when_to_call_is_one_press_away(seat: Seat) -> None:
    """As on every page of the journal."""
    seat.go("questionnaire_answers", opened(filled(seat, 1)))

    seat.click("answers:help")

    assert seat.here == "help"


def test_an_answer_to_a_question_nobody_knows_is_shown_as_it_stands(seat: Seat) -> None:
    """Somebody wrote it into the file; it is kept, and does not count."""
    questionnaire = filled(seat, *(1,) * 9)
    seat.desktop.program.journal.keep(questionnaire.answered("who_knows", 2))

    seat.go("questionnaire_answers", opened(questionnaire))

    assert "who_knows\n2" in seat.page_words
    assert "Total: 9 of 27, mild" in seat.page_words


def test_under_18_it_can_be_read_and_removed_but_not_changed(seat: Seat) -> None:
    """What is kept stays the patient's own."""
    questionnaire = filled(seat, 1)
    seat.desktop.program.preferences.keep_profile(Profile(age=Age.UNDER_18))

    seat.go("questionnaire_answers", opened(questionnaire))

    assert "1 of 9 answered" in seat.page_words
    assert not seat.shows("answers:change")
    assert seat.shows("answers:remove")


@pytest.mark.parametrize("argument", ["", "2026-11-24:gone", "never:x", "x"])
def test_one_that_is_not_there_leads_to_all_of_them(seat: Seat, argument: str) -> None:
    """Nothing is guessed from a broken argument."""
    seat.go("questionnaire_answers", argument)

    assert seat.here == "questionnaires"


def test_what_somebody_else_changes_meanwhile_is_counted(seat: Seat) -> None:
    """And a change that is none is no reason to draw anything anew."""
    questionnaire = filled(seat, 1, days_ago=3)
    seat.go("questionnaire_answers", opened(questionnaire))
    name = f"journal/2026/{questionnaire.day.isoformat()}.yaml"

    seat.change_outside(name, "answer: 1", "answer: 3")

    assert "Nearly every day" in seat.page_words


def test_the_button_to_change_says_what_it_changes(seat: Seat) -> None:
    """To those who hear it and do not see what stands above it."""
    seat.go("questionnaire_answers", opened(filled(seat, 1)))

    button = seat.find("answers:change")

    assert isinstance(button, QAbstractButton)
    assert button.accessibleName() == "Change the answers"
