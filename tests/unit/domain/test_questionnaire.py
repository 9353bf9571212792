"""Questionnaires as they were answered."""

from datetime import UTC, datetime

from app.domain.questionnaire import Questionnaire, QuestionnaireName

NOW = datetime(2026, 12, 1, 10, tzinfo=UTC)


def questionnaire() -> Questionnaire:
    """Return a PHQ-9 without an answer."""
    return Questionnaire(id="q1", created=NOW, changed=NOW, at=NOW, name=QuestionnaireName.PHQ_9)


def test_a_new_questionnaire_says_nothing() -> None:
    """No answer is ever filled in, not even a nought."""
    new = questionnaire()

    assert new.is_empty
    assert new.day.isoformat() == "2026-12-01"
    assert new.answer("little_interest") is None


def test_an_answer_is_changed_in_its_place_and_can_be_left_out_again() -> None:
    """Nought is an answer; the order is the one in which they were given."""
    both = questionnaire().answered("little_interest", 0).answered("feeling_down", 3)

    changed = both.answered("little_interest", 2)

    assert not both.is_empty
    assert both.answer("little_interest") == 0
    assert [(one.question, one.answer) for one in changed.answers] == [
        ("little_interest", 2),
        ("feeling_down", 3),
    ]
    assert changed.answered("little_interest", None).answer("little_interest") is None


def test_the_end_is_when_it_was_first_reached() -> None:
    """An answer changed weeks later does not make it a questionnaire of that day."""
    later = datetime(2026, 12, 20, 10, tzinfo=UTC)

    finished = questionnaire().finished_at(NOW)

    assert finished.finished == NOW
    assert finished.finished_at(later).finished == NOW
