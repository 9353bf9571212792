"""What the answers of PHQ-9 and GAD-7 add up to. Source: clinical content.

Which questions count is fixed here and not in the content: a file in another language can put
the words differently, and never the score.
"""

from enum import Enum
from typing import Final

from app.domain.questionnaire import Questionnaire, QuestionnaireName

SCORED: Final[dict[QuestionnaireName, tuple[str, ...]]] = {
    QuestionnaireName.PHQ_9: (
        "little_interest",
        "feeling_down",
        "sleep",
        "energy",
        "appetite",
        "self_worth",
        "concentration",
        "movement",
        "self_harm",
    ),
    QuestionnaireName.GAD_7: (
        "nervous",
        "no_control",
        "worry",
        "relax",
        "restless",
        "irritable",
        "afraid",
    ),
}
"""The questions that count, by their ids, in the order in which they are asked."""

SELF_HARM: Final = "self_harm"
"""Question nine of the PHQ-9: any answer to it above 0 shows whom to call."""

HIGHEST_ANSWER: Final = 3


class Band(Enum):
    """What a total is called. It is no verdict."""

    MINIMAL = "minimal"
    MILD = "mild"
    MODERATE = "moderate"
    MODERATELY_SEVERE = "moderately_severe"
    SEVERE = "severe"


_FROM: Final[dict[QuestionnaireName, tuple[tuple[int, Band], ...]]] = {
    QuestionnaireName.PHQ_9: (
        (20, Band.SEVERE),
        (15, Band.MODERATELY_SEVERE),
        (10, Band.MODERATE),
        (5, Band.MILD),
        (0, Band.MINIMAL),
    ),
    QuestionnaireName.GAD_7: (
        (15, Band.SEVERE),
        (10, Band.MODERATE),
        (5, Band.MILD),
        (0, Band.MINIMAL),
    ),
}
"""From which total on a band begins, the highest first."""


def answered(questionnaire: Questionnaire) -> int:
    """Return how many of the questions that count were answered."""
    return len(_counted(questionnaire))


def total(questionnaire: Questionnaire) -> int | None:
    """Return the sum of the answers; nothing unless every question that counts was answered."""
    counted = _counted(questionnaire)
    is_complete = len(counted) == len(SCORED[questionnaire.name])
    return sum(counted) if is_complete else None


def highest_total(name: QuestionnaireName) -> int:
    """Return the most that the answers can add up to: 27 for the PHQ-9, 21 for the GAD-7."""
    return HIGHEST_ANSWER * len(SCORED[name])


def band(name: QuestionnaireName, score: int) -> Band:
    """Return the band of a total of *score*, 0 to ``highest_total``; else raise ValueError."""
    if not 0 <= score <= highest_total(name):
        raise ValueError("No such total")
    return next(band for first, band in _FROM[name] if score >= first)


def tells_of_self_harm(questionnaire: Questionnaire) -> bool:
    """Return whether question nine of the PHQ-9 is answered above 0."""
    is_asked = questionnaire.name is QuestionnaireName.PHQ_9
    return is_asked and bool(questionnaire.answer(SELF_HARM))


def _counted(questionnaire: Questionnaire) -> list[int]:
    found = map(questionnaire.answer, SCORED[questionnaire.name])
    return [answer for answer in found if answer is not None]
