"""One questionnaire while it is answered."""

import contextlib
from datetime import date
from enum import Enum

from PySide6.QtCore import QObject, Signal

from app.domain.clock import Clock
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.questionnaire_words import Form, Option, Question, QuestionnaireWords
from app.domain.scoring import SELF_HARM, answered
from app.services.changes import Changes, Kind
from app.services.content import Content
from app.services.journal import Journal
from app.services.questionnaires import Questionnaires
from app.ui.undo import UndoStack


class Next(Enum):
    """What comes after a question: another one, the end, or before all else whom to call."""

    QUESTION = "question"
    CARD = "card"
    END = "end"


class QuestionnaireModel(QObject):
    """Holds one questionnaire, and which question is asked; every answer is kept at once.

    Nothing is stored until something was answered or the end was reached, and nothing is
    filled in. ``changed`` tells that somebody else changed it.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        questionnaires: Questionnaires,
        journal: Journal,
        content: Content,
        clock: Clock,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._questionnaires = questionnaires
        self._journal = journal
        self._content = content
        self._clock = clock
        self._undo = undo
        self._over: Questionnaire | None = None
        """The stored version that what is shown was made from; nothing while none is stored."""
        self._place = 0
        self.record: Questionnaire | None = None
        changes.listen(self, self._hear)

    @property
    def words(self) -> QuestionnaireWords:
        """Both questionnaires word for word, and the words around them."""
        return self._content.questionnaires

    @property
    def form(self) -> Form | None:
        """The questionnaire that is answered."""
        return None if self.record is None else self.words.form(self.record.name)

    @property
    def question(self) -> Question | None:
        """The question that is asked; nothing past the last one."""
        asked = () if self.form is None else self.form.asked
        return asked[self._place] if self._place < len(asked) else None

    @property
    def place(self) -> int:
        """The place of the question that is asked, from 0."""
        return self._place

    @property
    def options(self) -> tuple[Option, ...]:
        """The answers to choose from."""
        return () if self.question is None else self.words.options(self.question)

    @property
    def answer_given(self) -> int | None:
        """What the question that is asked is answered with, or nothing."""
        record, question = self.record, self.question
        return None if record is None or question is None else record.answer(question.id)

    @property
    def answered(self) -> int:
        """How many of the questions that count are answered."""
        return 0 if self.record is None else answered(self.record)

    @property
    def versions(self) -> int:
        """How many earlier versions it has that say something else than now."""
        return len(self._journal.versions_of(self._over))

    @property
    def may_be_changed(self) -> bool:
        """Whether answers can be given and changed; not by those under 18."""
        return self._questionnaires.may_be_filled_in

    def arrive(self, argument: str) -> bool:
        """Go on or begin (``go:phq_9``), change (``change:day:id``), or stay: "".

        Returns whether there is a question to ask.
        """
        match argument.split(":", 2):
            case ["go", name]:
                self._begin(name)
            case ["change", day, entry_id]:
                self.open(day, entry_id)
        return self.question is not None and self.may_be_changed

    def open(self, day: str, entry_id: str) -> None:
        """Take the one with this id, at its first question; nothing where there is none."""
        self.record = self._over = None
        self._place = 0
        with contextlib.suppress(ValueError):
            entry = self._journal.find(entry_id, date.fromisoformat(day))
            if isinstance(entry, Questionnaire):
                self.record = self._over = entry

    def give(self, answer: int) -> Next:
        """Keep *answer* to the question that is asked, and go on.

        One above 0 to question nine of the PHQ-9 leads to whom to call, every time.
        """
        question = self.question
        self._say(answer)
        self._go_on()
        if question is not None and question.id == SELF_HARM and answer > 0:
            return Next.CARD
        return self._next()

    def leave_out(self) -> Next:
        """Go on without an answer; one that was given is taken back."""
        if self.answer_given is not None:
            self._say(None)
        self._go_on()
        return self._next()

    def go_back(self) -> bool:
        """Go to the question before; return whether there is one."""
        self._place -= 1
        if self._place < 0:
            self._place = 0
            return False
        return True

    def delete(self) -> None:
        """Remove it; undo brings it back."""
        if self.record is not None and self._over is not None:
            self._undo.push(*self._journal.delete(self.record))
        self.record = self._over = None

    def _begin(self, name: str) -> None:
        self.record = self._over = None
        self._place = 0
        with contextlib.suppress(ValueError):
            self.record = self._questionnaires.begin(QuestionnaireName(name))
        if self.record is not None and self.record.answers:
            self._over = self.record
            self._place = self._after_the_last_answer()

    def _after_the_last_answer(self) -> int:
        """Return where somebody goes on: after what they answered, or at the last question."""
        record, asked = self.record, () if self.form is None else self.form.asked
        places = [
            place
            for place, question in enumerate(asked)
            if record is not None and record.answer(question.id) is not None
        ]
        return min(max(places, default=-1) + 1, len(asked) - 1)

    def _say(self, answer: int | None) -> None:
        if self.record is not None and self.question is not None:
            said = self.record.answered(self.question.id, answer)
            if said != self.record:
                self._keep(said)

    def _go_on(self) -> None:
        """Go to the next question; past the last one it is finished."""
        self._place += 1
        if self.record is not None and self.question is None:
            finished = self.record.finished_at(self._clock.now())
            if finished != self.record:
                self._keep(finished)

    def _next(self) -> Next:
        return Next.END if self.question is None else Next.QUESTION

    def _keep(self, record: Questionnaire) -> None:
        self.record = self._over = self._journal.keep(record, sender=self, over=self._over)

    def _hear(self, kind: Kind) -> None:
        """Show what others made of it, in an editor or on another computer."""
        if kind is not Kind.JOURNAL or self._over is None:
            return
        stored = self._journal.find(self._over.id, self._over.day)
        if isinstance(stored, Questionnaire) and not stored.says_the_same(self._over):
            self.record = self._over = stored
            self.changed.emit()
