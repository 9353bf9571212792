"""PHQ-9 and GAD-7 as they were answered. What was not answered is not there."""

from datetime import date, datetime
from enum import Enum
from typing import Annotated, ClassVar

from msgspec import Meta
from msgspec.structs import replace

from app.domain.records import Moment, Part, Record

Choice = Annotated[int, Meta(ge=0, le=3)]
"""An answer: 0 not at all, 1 several days, 2 more than half the days, 3 nearly every day.

Of the question about difficulty: 0 not difficult at all to 3 extremely difficult.
"""


class QuestionnaireName(Enum):
    """The two questionnaires that may be shipped. Source: clinical content."""

    PHQ_9 = "phq_9"
    GAD_7 = "gad_7"


class Answer(Part, frozen=True, kw_only=True):
    """The answer to one question, by the id that the question has in the clinical content."""

    key: ClassVar[str | None] = "question"

    question: str
    answer: Choice


class Questionnaire(Record, frozen=True, kw_only=True):
    """One questionnaire, answered as far as the patient wanted to."""

    at: Moment
    name: QuestionnaireName
    answers: tuple[Answer, ...] = ()
    finished: Moment | None = None
    """When the patient came to its end, with or without every answer."""

    @property
    def day(self) -> date:
        """The day whose file holds it."""
        return self.at.date()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said yet."""
        return not self.answers

    def answer(self, question: str) -> int | None:
        """Return the answer to *question*, or nothing."""
        return next((one.answer for one in self.answers if one.question == question), None)

    def answered(self, question: str, answer: int | None) -> "Questionnaire":
        """Return the questionnaire with *question* answered in its place, or left out again."""
        others = tuple(one for one in self.answers if one.question != question)
        if answer is None:
            return replace(self, answers=others)
        new = Answer(question=question, answer=answer)
        places = [one.question for one in self.answers]
        if question in places:
            at = places.index(question)
            return replace(self, answers=(*self.answers[:at], new, *self.answers[at + 1 :]))
        return replace(self, answers=(*others, new))

    def finished_at(self, moment: datetime) -> "Questionnaire":
        """Return the questionnaire as one that was gone through to its end, first at *moment*."""
        return self if self.finished is not None else replace(self, finished=moment)
