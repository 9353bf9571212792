"""PHQ-9 and GAD-7 as the clinical content has them: quoted word for word, with their codes."""

from typing import ClassVar

from app.domain.help import Sentence
from app.domain.questionnaire import QuestionnaireName
from app.domain.records import Part
from app.domain.scoring import Band


class Option(Part, frozen=True, kw_only=True):
    """One answer to choose, and what it counts; ``loinc`` is empty where no code is known."""

    value: int
    text: str
    source: str
    loinc: str = ""


class Question(Part, frozen=True, kw_only=True):
    """One question. ``answers`` are its own; without any, it has those of all questions."""

    key: ClassVar[str | None] = "id"

    id: str
    text: str
    loinc: str
    source: str
    answers: tuple[Option, ...] = ()


class Form(Part, frozen=True, kw_only=True):
    """One questionnaire: its questions in their order, and one more that does not count."""

    key: ClassVar[str | None] = "name"

    name: QuestionnaireName
    source: str
    loinc: str
    total_loinc: str
    questions: tuple[Question, ...]
    unscored: Question | None = None

    @property
    def asked(self) -> tuple[Question, ...]:
        """Every question, the one that does not count at the end."""
        return self.questions if self.unscored is None else (*self.questions, self.unscored)


class QuestionnaireWords(Part, frozen=True, kw_only=True):
    """Both questionnaires, and the words around them."""

    stem: Sentence
    notice: Sentence
    answers: tuple[Option, ...]
    forms: tuple[Form, ...]
    bands: tuple[Sentence, ...]
    sentences: tuple[Sentence, ...]

    def form(self, name: QuestionnaireName) -> Form:
        """Return the questionnaire *name*."""
        return next(form for form in self.forms if form.name is name)

    def question(self, name: QuestionnaireName, question_id: str) -> Question | None:
        """Return the question with this id, or nothing where the questionnaire has none such."""
        return next((one for one in self.form(name).asked if one.id == question_id), None)

    def options(self, question: Question) -> tuple[Option, ...]:
        """Return the answers to choose from for *question*."""
        return question.answers or self.answers

    def band(self, band: Band) -> str:
        """Return what *band* is called."""
        return next(one.text for one in self.bands if one.id == band.value)

    def sentence(self, sentence_id: str) -> str:
        """Return one of the words around the questionnaires."""
        return next(one.text for one in self.sentences if one.id == sentence_id)
