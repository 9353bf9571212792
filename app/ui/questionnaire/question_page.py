"""One question of a questionnaire: big answers, and always a way back, past it, or out."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.clock import Clock
from app.domain.questionnaire import Questionnaire
from app.domain.questionnaire_words import Form, Question
from app.i18n import _
from app.services.names import questionnaire_name
from app.ui.questionnaire.answers import AnswerGroup
from app.ui.questionnaire.model import Next, QuestionnaireModel
from app.ui.questionnaire.progress import ProgressBar
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.card import CardRow
from app.ui.widgets.discard import discard
from app.ui.widgets.gate import Gate
from app.ui.widgets.labels import Caption, Heading, Lead, Words
from app.ui.widgets.page import Page

LONG: Final = 60
"""A question longer than that, in characters, is set smaller: its answers stay in sight."""

GAP: Final = 12
LOW: Final = 680
"""Where the page is lower, in pixels at 100 % text, everything on it takes less height."""


class QuestionPage(Page):
    """A tap or Enter answers and goes on, and so do the keys 1 to 4. Every answer is kept.

    What is pressed just after another question came was meant for the one before: it does nothing.
    """

    def __init__(
        self,
        theme: Theme,
        model: QuestionnaireModel,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=640, parent=parent)
        self._model = model
        self._gate = Gate(clock)
        self._answers: AnswerGroup | None = None
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Ask: see ``QuestionnaireModel.arrive``; where there is nothing to ask, go elsewhere."""
        if self._model.arrive(argument):
            self._ask()
        elif self._model.record is not None and self._model.may_be_changed:
            self.route_wanted.emit(Route("questionnaire_answers"))
        else:
            self.route_wanted.emit(Route("questionnaires"))

    def come_back(self) -> None:
        """Go on at the question that was shown."""
        self._gate.shut()

    def take_keyboard(self) -> None:
        """Begin at the answers; the question is read with them."""
        if self._answers is not None:
            self._answers.begin()

    def _build(self) -> None:
        self._where = Words(self.theme, "caption", "text_muted")
        self._count = Words(self.theme, "caption", "text_muted", wraps=False)
        self._bar = ProgressBar(self.theme)
        self._bar.setObjectName("question:progress")
        self._stem = Lead(self.theme)
        self._question = Heading(self.theme, 1)
        self._question.setObjectName("question:text")
        self._hint = Caption(self.theme)
        place = QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._no_total = Caption(self.theme)
        self._notice = Caption(self.theme)
        self.add(self._head())
        self.add(self._stem, gap=24)
        self.add(self._question, gap=10)
        self.add(self._hint, gap=16)
        self.add(place, gap=10)
        self.add(self._no_total)
        self.add(CardRow(self.theme), gap=20)
        self.add(self._notice, gap=10)
        self._back = self.bar.set_back()
        self._back.setObjectName("question:back")
        self._leave_out = self.bar.add_link()
        self._leave_out.setObjectName("question:leave_out")
        self._later = self.bar.set_secondary()
        self._later.setObjectName("question:later")

    def _head(self) -> QWidget:
        head = QWidget()
        line = QHBoxLayout()
        line.addWidget(self._where, 1)
        line.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(8))
        column.addLayout(line)
        column.addWidget(self._bar)
        return head

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self.theme.changed.connect(self._fit_height)
        self._back.clicked.connect(self._go_back)
        self._leave_out.clicked.connect(self._leave_it_out)
        self._later.clicked.connect(self._finish_later)

    def _translate(self) -> None:
        self._hint.setText(_("A tap keeps your answer and moves you on. You can always go back."))
        self.bar.set_back(_("Back"))
        self._leave_out.setText(_("Leave this one out"))
        self.bar.set_secondary(text=_("Finish later"))
        self._show()

    def _ask(self) -> None:
        """Show another question."""
        self._gate.shut()
        self._show()

    @Slot()
    def _show(self) -> None:
        record, form, question = self._model.record, self._model.form, self._model.question
        if record is None or form is None or question is None:
            return
        words = self._model.words
        counts = question is not form.unscored
        self._show_progress(record, form)
        self._stem.setText(words.stem.text)
        self._stem.setVisible(counts)
        self._question.setText(question.text)
        self._no_total.setText(words.sentence("no_total"))
        self._no_total.setVisible(counts)
        self._notice.setText(words.notice.text)
        self._show_answers(question, f"{words.stem.text} {question.text}" if counts else "")
        self._fit_height()
        self._bring_into_sight()
        QTimer.singleShot(0, self._bring_into_sight)

    @Slot()
    def _bring_into_sight(self) -> None:
        """Scroll no further than the answers need, and never past the question.

        The first question is read from the top. A page arrives before it is laid out: then it
        scrolls a moment later.
        """
        answers = self._answers if isValid(self.area) else None
        if answers is not None:
            gap, inside = self.theme.px(GAP), self._frame_inside
            bottom = answers.mapTo(inside, answers.rect().bottomLeft()).y() + gap
            top = self._question.mapTo(inside, QPoint()).y() - gap
            needed = max(bottom - self.area.viewport().height(), 0)
            wanted = min(needed, top) if self._model.place else 0
            self.area.verticalScrollBar().setValue(wanted)

    @Slot()
    def _fit_height(self) -> None:
        """Let all answers be in sight where that can be, without having to scroll."""
        low = self.height() / self.theme.scale < LOW
        is_long = len(self._question.text()) > LONG
        self._question.set_role("h2" if is_long or low else "h1")
        self._hint.setVisible(not low)
        if self._answers is not None:
            self._answers.set_low(low=low)

    def _show_progress(self, record: Questionnaire, form: Form) -> None:
        place, count, done = self._model.place, len(form.questions), self._model.answered
        name = questionnaire_name(record.name)
        if place < count:
            number = place + 1
            where = _("{questionnaire} · question {number} of {all}")
            spoken = _("Question {number} of {all}, {answered} answered").format(
                number=number, all=count, answered=done
            )
            self._where.setText(where.format(questionnaire=name, number=number, all=count))
        else:
            where = _("{questionnaire} · one more question, outside the total")
            spoken = _("One more question, {answered} of {all} answered").format(
                answered=done, all=count
            )
            self._where.setText(where.format(questionnaire=name))
        self._count.setText(_("{answered} answered").format(answered=done))
        self.setAccessibleName(spoken)
        answered = [record.answer(one.id) is not None for one in form.questions]
        self._bar.show_progress(answered, place, spoken)

    def _show_answers(self, question: Question, name: str) -> None:
        """Put the answers in the place of those before, and the keyboard on them if it was here."""
        focused = QApplication.focusWidget()
        before, self._answers = (
            self._answers,
            AnswerGroup(self.theme, self._model.options, self._model.answer_given),
        )
        self._answers.setAccessibleName(name or question.text)
        self._answers.setAccessibleDescription(self._bar.accessibleName())
        self._answers.given.connect(self._give)
        self._place.addWidget(self._answers)
        self._answers.show()
        if focused is not None and self.isAncestorOf(focused):
            self._answers.begin()
        if before is not None:
            discard((before,))
        self._answers.begin_tab_before(self._back, self._leave_out, self._later)

    @Slot(int)
    def _give(self, answer: int) -> None:
        """Take an answer, unless it was meant for the question before."""
        if self._gate.is_open:
            self._follow(self._model.give(answer))
        elif self._answers is not None:
            self._answers.mark(self._model.answer_given)

    @Slot()
    def _leave_it_out(self) -> None:
        if self._gate.is_open:
            self._follow(self._model.leave_out())

    @Slot()
    def _go_back(self) -> None:
        if not self._gate.is_open:
            return
        if self._model.go_back():
            self._ask()
        else:
            self.route_wanted.emit(Route("questionnaires"))

    @Slot()
    def _finish_later(self) -> None:
        self.route_wanted.emit(Route("questionnaires"))

    def _follow(self, following: Next) -> None:
        match following:
            case Next.QUESTION:
                self._ask()
            case Next.CARD:
                self.route_wanted.emit(Route("crisis"))
            case Next.END:
                self.route_wanted.emit(Route("questionnaire_answers"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys 1 to 4 for the answers, wherever the keyboard is."""
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        is_press = event.modifiers() in plain and not event.isAutoRepeat()
        number = event.key() - Qt.Key.Key_0.value
        if self._answers is None or not is_press or not self._answers.press(number):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take no more height than there is, if that can be."""
        super().resizeEvent(event)
        self._fit_height()
