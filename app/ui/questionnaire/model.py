"""One questionnaire while it is answered."""

import contextlib
from enum import Enum

from PySide6.QtCore import QObject, Signal

from app.domain.clock import Clock
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.questionnaire_words import Form, Option, Question, QuestionnaireWords
from app.domain.scoring import SELF_HARM, answered
from app.services.changes import Changes, Kind
from app.services.content import Content
from app.services.entry_address import entry_at
from app.services.journal import Journal
from app.services.open_entry import OpenEntry
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
        self._open: OpenEntry[Questionnaire] | None = None
        self._place = 0
        changes.listen(self, self._hear)

    @property
    def record(self) -> Questionnaire | None:
        """The questionnaire as it is answered so far, or nothing."""
        return None if self._open is None else self._open.entry

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
        return 0 if self._open is None else self._open.versions

    @property
    def may_be_changed(self) -> bool:
        """Whether answers can be given and changed; not by those under 18."""
        return self._questionnaires.may_be_filled_in

    def arrive(self, argument: str) -> bool:
        """Go on or begin (``go:phq_9``), change (``change:`` and an address), or stay: "".

        Returns whether there is a question to ask.
        """
        match argument.split(":", 1):
            case ["go", name]:
                self._begin(name)
            case ["change", address]:
                self.open(address)
        return self.question is not None and self.may_be_changed

    def open(self, address: str) -> None:
        """Take the one at *address*, at its first question; nothing where there is none."""
        entry = entry_at(address, self._journal)
        self._take(entry if isinstance(entry, Questionnaire) else None, is_stored=True)

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
        step = None if self._open is None else self._open.delete()
        if step is not None:
            self._undo.push(*step)
        self._take(None, is_stored=False)

    def _take(self, record: Questionnaire | None, *, is_stored: bool) -> None:
        self._place = 0
        self._open = None
        if record is not None:
            self._open = OpenEntry(self._journal, self, record, is_stored=is_stored)

    def _begin(self, name: str) -> None:
        record = None
        with contextlib.suppress(ValueError):
            record = self._questionnaires.begin(QuestionnaireName(name))
        is_under_way = record is not None and bool(record.answers)
        self._take(record, is_stored=is_under_way)
        if is_under_way:
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
        if self._open is not None:
            self._open.keep(record)

    def _hear(self, kind: Kind) -> None:
        if kind is Kind.JOURNAL and self._open is not None and self._open.look_again():
            self.changed.emit()
