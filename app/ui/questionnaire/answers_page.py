"""What was answered: at the end of a questionnaire, and whenever it is looked at again."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questionnaire import Questionnaire
from app.domain.questionnaire_words import Form
from app.domain.scoring import answered, band, highest_total, total
from app.i18n import _
from app.services.content import Content
from app.services.entry_address import stored_at
from app.services.names import questionnaire_name
from app.ui.dates import day_and_year, time_name
from app.ui.questionnaire.model import QuestionnaireModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Caption, Heading, Prose
from app.ui.widgets.page import Page
from app.ui.widgets.versions_link import VersionsLink


class AnsweredRow(QWidget):
    """A question, and below it what was answered."""

    def __init__(
        self, theme: Theme, question: str, answer: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(Prose(theme, text=question))
        given = Heading(theme, 3, text=answer) if answer else Caption(theme)
        if not answer:
            given.setText(_("Not answered"))
        column.addWidget(given)


class AnswersPage(Page):
    """Counts, and the total where there is one. It says nothing of what a total means."""

    def __init__(
        self,
        theme: Theme,
        model: QuestionnaireModel,
        content: Content,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, column=640, parent=parent)
        self._model = model
        self._content = content
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show the one that was just answered, or the one at that address."""
        if argument:
            self._model.open(argument)
        if self._model.record is None:
            self.route_wanted.emit(Route("questionnaires"))
            return
        self._show()
        self.area.verticalScrollBar().setValue(0)

    def take_keyboard(self) -> None:
        """Begin at the button that is done with it."""
        self._done.setFocus()

    def _build(self) -> None:
        self._sum = Card(self.theme)
        self._count = Heading(self.theme, 2)
        self._count.setObjectName("answers:count")
        self._total = Heading(self.theme, 2)
        self._total.setObjectName("answers:total")
        self._about = Prose(self.theme)
        self._stays_here = Caption(self.theme)
        for widget in (self._count, self._total, self._about, self._stays_here):
            self._sum.add(widget)
        self._list = Card(self.theme)
        self._notice = Caption(self.theme)
        self._versions = VersionsLink(self.theme)
        self._remove = LinkButton(self.theme)
        self._remove.setObjectName("answers:remove")
        for below in (self._sum, self._list, self._notice, self._versions, self._remove):
            self.add(below)
        self._help = self.bar.add_link()
        self._help.setObjectName("answers:help")
        self._change = self.bar.set_secondary("pencil")
        self._change.setObjectName("answers:change")
        self._done = self.bar.set_primary("check")
        self._done.setObjectName("answers:done")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        self._versions.wanted.connect(self.route_wanted)
        self._remove.clicked.connect(self._remove_it)
        self._help.clicked.connect(self._open_help)
        self._change.clicked.connect(self._change_it)
        self._done.clicked.connect(self._finish)

    def _translate(self) -> None:
        self._stays_here.setText(self._content.about["stays_here"])
        self._remove.setText(_("Remove this questionnaire"))
        self._help.setText(_("When to call"))
        self.bar.set_secondary("pencil", _("Change"))
        self._change.setAccessibleName(_("Change the answers"))
        self.bar.set_primary("check", _("Done"))
        self._show()

    @Slot()
    def _show(self) -> None:
        record, form = self._model.record, self._model.form
        if record is None or form is None:
            return
        moment = _("{day}, {time}").format(day=day_and_year(record.day), time=time_name(record.at))
        self.header(questionnaire_name(record.name), "", moment)
        self._show_sum(record, form)
        self._show_answers(record, form)
        self._notice.setText(self._model.words.notice.text)
        self._versions.show_entry(record, self._model.versions)
        self._change.setVisible(self._model.may_be_changed)

    def _show_sum(self, record: Questionnaire, form: Form) -> None:
        words, score = self._model.words, total(record)
        self._count.setText(
            _("{answered} of {all} answered").format(
                answered=answered(record), all=len(form.questions)
            )
        )
        self._total.setVisible(score is not None)
        self._about.setText(words.sentence("no_total"))
        if score is not None:
            self._total.setText(
                _("Total: {score} of {highest}, {band}").format(
                    score=score,
                    highest=highest_total(record.name),
                    band=words.band(band(record.name, score)),
                )
            )
            self._about.setText(words.sentence("screening_score"))

    def _show_answers(self, record: Questionnaire, form: Form) -> None:
        """List every question of the form, and below them answers to any other, as they stand."""
        clear(self._list.body)
        words = self._model.words
        asked = {question.id for question in form.asked}
        rows = [
            (question.text, {one.value: one.text for one in words.options(question)}, question.id)
            for question in form.asked
        ]
        plain = {one.value: str(one.value) for one in words.answers}
        rows += [
            (one.question, plain, one.question)
            for one in record.answers
            if one.question not in asked
        ]
        for place, (text, options, question_id) in enumerate(rows):
            if place:
                self._list.add_rule()
            given = record.answer(question_id)
            answer = "" if given is None else options[given]
            self._list.add(AnsweredRow(self.theme, text, answer))

    @Slot()
    def _remove_it(self) -> None:
        self._model.delete()
        self.route_wanted.emit(Route("questionnaires"))

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help", "when_to_call"))

    @Slot()
    def _change_it(self) -> None:
        record = self._model.record
        if record is not None:
            argument = f"change:{stored_at(record.day, record.id)}"
            self.route_wanted.emit(Route("questionnaire", argument))

    @Slot()
    def _finish(self) -> None:
        self.route_wanted.emit(Route("questionnaires"))
