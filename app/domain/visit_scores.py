"""Totals of questionnaires for a page on paper: counted, never interpreted."""

from typing import Final

from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.records import Part

ITEM_9: Final = "self_harm"
"""The ninth question of the PHQ-9, by its id in the clinical content."""

UNSCORED: Final = frozenset({"difficulty"})
"""Questions that are asked beside the scored ones and do not count. Source: clinical content."""

_SCORED: Final = {QuestionnaireName.PHQ_9: 9, QuestionnaireName.GAD_7: 7}
_HIGHEST_ANSWER: Final = 3


class Total(Part, frozen=True, kw_only=True):
    """How many scored questions there are and were answered, and the total.

    Without every answer there is no ``total``; ``highest`` is the highest it could be.
    """

    answered: int
    asked: int
    total: int | None

    @property
    def highest(self) -> int:
        """The total of the highest answers."""
        return self.asked * _HIGHEST_ANSWER


def total_of(questionnaire: Questionnaire) -> Total:
    """Return what the scored answers of *questionnaire* add up to. Source: clinical content."""
    scored = [one.answer for one in questionnaire.answers if one.question not in UNSCORED]
    asked = _SCORED[questionnaire.name]
    is_complete = len(scored) == asked
    return Total(answered=len(scored), asked=asked, total=sum(scored) if is_complete else None)


def is_item_9_above_0(questionnaire: Questionnaire) -> bool:
    """Return whether the ninth question of a PHQ-9 was answered above 0."""
    is_phq_9 = questionnaire.name is QuestionnaireName.PHQ_9
    return is_phq_9 and bool(questionnaire.answer(ITEM_9))
