"""What the answers of PHQ-9 and GAD-7 add up to, case by case."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.scoring import (
    SCORED,
    Band,
    answered,
    band,
    highest_total,
    tells_of_self_harm,
    total,
)

NOW = datetime(2026, 12, 1, 10, tzinfo=UTC)
PHQ_9, GAD_7 = QuestionnaireName.PHQ_9, QuestionnaireName.GAD_7


def filled(name: QuestionnaireName, *answers: int | None) -> Questionnaire:
    """Return a questionnaire with *answers* to its questions, in their order."""
    questionnaire = Questionnaire(id="q1", created=NOW, changed=NOW, at=NOW, name=name)
    for question, answer in zip(SCORED[name], answers, strict=True):
        questionnaire = questionnaire.answered(question, answer)
    return questionnaire


@pytest.mark.parametrize(
    ("name", "answers", "wanted"),
    [
        (PHQ_9, (0,) * 9, 0),
        (PHQ_9, (3,) * 9, 27),
        (PHQ_9, (1, 2, 3, 0, 1, 2, 3, 0, 1), 13),
        (PHQ_9, (0, 0, 0, 0, 0, 0, 0, 0, 1), 1),
        (GAD_7, (0,) * 7, 0),
        (GAD_7, (3,) * 7, 21),
        (GAD_7, (1, 2, 3, 0, 1, 2, 3), 12),
    ],
)
def test_a_total_is_the_sum_of_all_answers(
    name: QuestionnaireName, answers: tuple[int, ...], wanted: int
) -> None:
    """A nought is an answer."""
    questionnaire = filled(name, *answers)

    assert total(questionnaire) == wanted
    assert answered(questionnaire) == len(answers)


@pytest.mark.parametrize(
    ("name", "missing"),
    [(name, missing) for name in QuestionnaireName for missing in SCORED[name]],
    ids=lambda value: value if isinstance(value, str) else value.value,
)
def test_one_missing_answer_means_no_total(name: QuestionnaireName, missing: str) -> None:
    """Whichever it is; nothing is put in its place."""
    count = len(SCORED[name])
    whole = filled(name, *(2,) * count)

    part = whole.answered(missing, None)

    assert total(part) is None
    assert answered(part) == count - 1
    assert total(part.answered(missing, 0)) == 2 * (count - 1)


def test_nothing_answered_has_no_total_either() -> None:
    """And none of its questions counts as answered."""
    assert total(filled(PHQ_9, *(None,) * 9)) is None
    assert answered(filled(PHQ_9, *(None,) * 9)) == 0


def test_what_does_not_count_changes_nothing() -> None:
    """The question about difficulty, one of the other form, and one nobody knows."""
    whole = filled(PHQ_9, *(1,) * 9)

    more = whole.answered("difficulty", 3).answered("nervous", 3).answered("who_knows", 3)

    assert (total(more), answered(more)) == (9, 9)
    assert total(more.answered("sleep", None)) is None


@pytest.mark.parametrize(
    ("name", "score", "wanted"),
    [
        (PHQ_9, 0, Band.MINIMAL),
        (PHQ_9, 4, Band.MINIMAL),
        (PHQ_9, 5, Band.MILD),
        (PHQ_9, 9, Band.MILD),
        (PHQ_9, 10, Band.MODERATE),
        (PHQ_9, 14, Band.MODERATE),
        (PHQ_9, 15, Band.MODERATELY_SEVERE),
        (PHQ_9, 19, Band.MODERATELY_SEVERE),
        (PHQ_9, 20, Band.SEVERE),
        (PHQ_9, 27, Band.SEVERE),
        (GAD_7, 0, Band.MINIMAL),
        (GAD_7, 4, Band.MINIMAL),
        (GAD_7, 5, Band.MILD),
        (GAD_7, 9, Band.MILD),
        (GAD_7, 10, Band.MODERATE),
        (GAD_7, 14, Band.MODERATE),
        (GAD_7, 15, Band.SEVERE),
        (GAD_7, 21, Band.SEVERE),
    ],
)
def test_each_total_has_its_band(name: QuestionnaireName, score: int, wanted: Band) -> None:
    """At both edges of each; GAD-7 has no band between moderate and severe."""
    assert band(name, score) is wanted


@pytest.mark.parametrize(("name", "score"), [(PHQ_9, -1), (PHQ_9, 28), (GAD_7, 22)])
def test_a_total_that_cannot_be_has_no_band(name: QuestionnaireName, score: int) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match="No such total"):
        band(name, score)


@pytest.mark.parametrize(
    ("answer", "wanted"), [(None, False), (0, False), (1, True), (2, True), (3, True)]
)
def test_any_answer_above_nought_to_question_nine_counts(answer: int | None, wanted: bool) -> None:
    """With or without the others."""
    assert tells_of_self_harm(filled(PHQ_9, *(0,) * 8, answer)) is wanted
    assert tells_of_self_harm(filled(PHQ_9, *(None,) * 8, answer)) is wanted
    assert not tells_of_self_harm(filled(GAD_7, *(3,) * 7).answered("self_harm", answer))


@given(
    st.sampled_from(QuestionnaireName).flatmap(
        lambda name: st.tuples(
            st.just(name),
            st.lists(
                st.none() | st.integers(0, 3),
                min_size=len(SCORED[name]),
                max_size=len(SCORED[name]),
            ),
        )
    )
)
def test_there_is_a_total_exactly_where_nothing_is_missing(
    case: tuple[QuestionnaireName, list[int | None]],
) -> None:
    """And it always lies in one band."""
    name, answers = case
    questionnaire = filled(name, *answers)

    score = total(questionnaire)

    if None in answers:
        assert score is None
    else:
        assert score == sum(answer for answer in answers if answer is not None)
        assert 0 <= score <= highest_total(name)
        assert band(name, score) in Band
