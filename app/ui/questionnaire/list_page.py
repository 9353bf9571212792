"""The questionnaires: which can be filled in now, when the others can, and the earlier ones."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.scoring import SCORED, answered
from app.i18n import _, ngettext
from app.services.content import Content
from app.services.names import questionnaire_name
from app.services.questionnaires import Standing
from app.ui.dates import day_and_year, day_name
from app.ui.entry_route import route_of
from app.ui.following import FollowingPage
from app.ui.questionnaire.list_model import QuestionnairesModel
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.card import Card, CardRow
from app.ui.widgets.discard import clear
from app.ui.widgets.entry_row import EntryRow, EntryWords
from app.ui.widgets.labels import Caption, Heading, Prose
from app.ui.widgets.rows import Row
from app.ui.widgets.tab_order import tab_through
from app.ui.widgets.way_back import KeyboardPlace


class FormRow(QWidget):
    """One questionnaire, how it stands with it, and a button where it can be filled in."""

    wanted = Signal(str)

    def __init__(
        self, theme: Theme, name: QuestionnaireName, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._begin = SecondaryButton(theme)
        self._begin.setObjectName(f"questionnaires:begin:{name.value}")
        self._row = Row(theme, title=questionnaire_name(name), trailing=self._begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._row)
        self._begin.clicked.connect(self._tell)

    @property
    def stop(self) -> QWidget:
        """Where Tab stops."""
        return self._begin

    def show_standing(self, standing: Standing) -> None:
        """Show how it stands with it."""
        title, begun = questionnaire_name(self._name), standing.under_way
        verb = _("Begin") if begun is None else _("Go on")
        spoken = _("Begin {questionnaire}") if begun is None else _("Go on with {questionnaire}")
        self._row.set_texts(title, _state(standing))
        self._begin.setText(verb)
        self._begin.setAccessibleName(spoken.format(questionnaire=title))
        self._begin.setVisible(begun is not None or standing.is_open)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(f"go:{self._name.value}")


class QuestionnairesPage(FollowingPage):
    """Nobody is hurried: what can be filled in can be left."""

    def __init__(
        self,
        theme: Theme,
        model: QuestionnairesModel,
        content: Content,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, model, column=680, parent=parent)
        self._model = model
        self._content = content
        self._earlier_rows: list[EntryRow] = []
        self._build()
        self._bind()
        self._translate()

    def arrive(self, argument: str) -> None:
        """Show what is stored."""
        self._model.start()

    def _build(self) -> None:
        self._forms = Card(self.theme)
        self._rows = {name: FormRow(self.theme, name) for name in QuestionnaireName}
        for place, row in enumerate(self._rows.values()):
            if place:
                self._forms.add_rule()
            self._forms.add(row)
        self._how_often = Caption(self.theme)
        self._adults = Prose(self.theme)
        self._earlier = Card(self.theme)
        self._earlier_title = Heading(self.theme, 2)
        entries = QWidget()
        self._entries = QVBoxLayout(entries)
        self._entries.setContentsMargins(0, 0, 0, 0)
        self._entries.setSpacing(self.theme.px(6))
        self._earlier.add(self._earlier_title)
        self._earlier.add(entries)
        self._older = LinkButton(self.theme)
        self._older.setObjectName("questionnaires:older")
        for widget in (self._forms, self._adults, self._how_often, self._earlier, self._older):
            self.add(widget)
        self._help = self.bar.add_link()
        self._help.setObjectName("questionnaires:help")
        self._journal = self.bar.set_secondary("notebook-pen")
        self._journal.setObjectName("questionnaires:journal")

    def _bind(self) -> None:
        self._model.changed.connect(self._show)
        for row in self._rows.values():
            row.wanted.connect(self._begin)
        self._older.clicked.connect(self._show_older)
        self._help.clicked.connect(self._open_help)
        self._journal.clicked.connect(self._open_journal)

    def _translate(self) -> None:
        words = self._content.questionnaires
        self._how_often.setText(words.sentence("how_often"))
        under_18 = self._content.about["under_18"]
        self._adults.setText(f"{words.sentence('for_adults')} {under_18}")
        self._earlier_title.setText(_("Filled in before"))
        self._older.setText(_("Look further back"))
        self._help.setText(_("When to call"))
        self.bar.set_secondary("notebook-pen", _("Journal"))
        self._show()

    @Slot()
    def _show(self) -> None:
        may, words = self._model.may_be_filled_in, self._content.questionnaires
        lead = _("Short forms about the last 2 weeks. Fill one in, or leave it.")
        if may and not self._model.is_offered:
            lead = words.sentence("only_if_asked")
        self.header(_("Questionnaires and answers"), lead if may else "")
        for standing in self._model.standings:
            self._rows[standing.name].show_standing(standing)
        self._forms.setVisible(may)
        self._how_often.setVisible(may)
        self._adults.setVisible(not may)
        self._show_earlier()
        self._older.setVisible(self._model.has_older)

    def _show_earlier(self) -> None:
        """List the earlier ones, and let Tab come to them where they are seen."""
        place = KeyboardPlace(self._earlier_rows)
        clear(self._entries)
        self._earlier_rows = []
        for number, questionnaire in enumerate(self._model.earlier):
            if number:
                self._entries.addWidget(CardRow(self.theme))
            row = EntryRow(self.theme, questionnaire, _words(questionnaire))
            row.opened.connect(self._open)
            row.removed.connect(self._model.delete)
            self._entries.addWidget(row)
            self._earlier_rows.append(row)
        forms = (row.stop for row in self._rows.values())
        tab_through((*forms, *self._earlier_rows, self._older, self._help, self._journal))
        self._earlier.setVisible(bool(self._model.earlier))
        place.bring_back(self._earlier_rows)

    @Slot(str)
    def _begin(self, argument: str) -> None:
        self.route_wanted.emit(Route("questionnaire", argument))

    @Slot(object)
    def _open(self, questionnaire: Questionnaire) -> None:
        self.route_wanted.emit(route_of(questionnaire))

    @Slot()
    def _show_older(self) -> None:
        self._model.show_older()

    @Slot()
    def _open_help(self) -> None:
        self.route_wanted.emit(Route("help", "when_to_call"))

    @Slot()
    def _open_journal(self) -> None:
        self.route_wanted.emit(Route("journal"))


def _words(questionnaire: Questionnaire) -> EntryWords:
    title = _("{questionnaire}, {day}").format(
        questionnaire=questionnaire_name(questionnaire.name), day=day_and_year(questionnaire.day)
    )
    return EntryWords(title, _counted(questionnaire))


def _counted(questionnaire: Questionnaire) -> str:
    return _("{answered} of {all} answered").format(
        answered=answered(questionnaire), all=len(SCORED[questionnaire.name])
    )


def _state(standing: Standing) -> str:
    """Return how many questions there are, how far it is, or when it is open again."""
    count = len(SCORED[standing.name])
    asks = ngettext("{count} question", "{count} questions", count).format(count=count)
    if standing.under_way is not None:
        return _("{counted} today").format(counted=_counted(standing.under_way))
    if standing.last is None:
        return asks
    last = _("Last time: {day}").format(day=day_name(standing.last.day))
    if standing.is_open or standing.opens_on is None:
        return f"{asks} · {last}"
    again = _("Open again from {day}").format(day=day_name(standing.opens_on))
    return f"{last} · {again}"
