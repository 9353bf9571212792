"""The pages of the journal."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.shell.navigation import Place
from app.shell.program import Program
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.page import Page

if TYPE_CHECKING:
    from app.services.stories import Stories
    from app.ui.questionnaire.model import QuestionnaireModel


class JournalPlaces:
    """Builds each page on its first visit; its modules are loaded then too."""

    def __init__(self, program: Program, theme: Theme, undo: UndoStack) -> None:
        self._program = program
        self._theme = theme
        self._undo = undo

    def all(self) -> list[Place]:
        """Return the places."""
        return [
            Place(name="journal", build=self._journal, under="journal"),
            Place(name="check_in", build=self._check_in, under="journal"),
            Place(name="questionnaires", build=self._questionnaires, under="journal"),
            Place(name="questionnaire", build=self._questionnaire, under="journal"),
            Place(name="questionnaire_answers", build=self._answers, under="journal"),
            Place(name="crisis", build=self._crisis, under="journal"),
            Place(name="reflection", build=self._reflection, under="journal"),
            Place(name="versions", build=self._versions, under="journal"),
            Place(name="foggy", build=self._foggy, under="journal", is_alone=True),
            Place(name="by_infusion", build=self._by_infusion, under="journal"),
            Place(name="infusion_story", build=self._infusion_story, under="journal"),
        ]

    def _journal(self) -> Page:
        from app.services.infusion_days import InfusionDays
        from app.ui.journal.history_model import HistoryModel
        from app.ui.journal.page import JournalPage
        from app.ui.journal.search_model import SearchModel

        program = self._program
        history = HistoryModel(
            journal=program.journal,
            infusion_days=InfusionDays(program.infusions, program.search),
            clock=program.clock,
            changes=program.changes,
            undo=self._undo,
        )
        search = SearchModel(
            search=program.search,
            journal=program.journal,
            infusions=program.infusions,
            changes=program.changes,
            undo=self._undo,
        )
        return JournalPage(
            self._theme,
            history=history,
            search=search,
            content=program.content,
            saving=program.saving,
            clock=program.clock,
        )

    @cached_property
    def _stories(self) -> "Stories":
        from app.services.stories import Stories

        program = self._program
        return Stories(
            program.infusions, program.journal, program.search, program.content, program.clock
        )

    def _by_infusion(self) -> Page:
        from app.ui.story.list_page import StoriesPage
        from app.ui.story.model import StoriesModel

        return StoriesPage(self._theme, StoriesModel(self._stories, self._program.changes))

    def _infusion_story(self) -> Page:
        from app.ui.journal.entry_words import EntryTeller
        from app.ui.story.model import StoryModel
        from app.ui.story.page import StoryPage

        program = self._program
        model = StoryModel(self._stories, program.journal, program.changes, self._undo)
        return StoryPage(self._theme, model, EntryTeller(program.content).tell)

    def _check_in(self) -> Page:
        from app.ui.journal.check_in_page import CheckInPage
        from app.ui.journal.model import CheckInModel

        program = self._program
        model = CheckInModel(
            journal=program.journal,
            infusions=program.infusions,
            saving=program.saving,
            changes=program.changes,
            clock=program.clock,
            undo=self._undo,
        )
        return CheckInPage(self._theme, model, program.content, program.preferences)

    def _questionnaires(self) -> Page:
        from app.ui.questionnaire.list_model import QuestionnairesModel
        from app.ui.questionnaire.list_page import QuestionnairesPage

        program = self._program
        model = QuestionnairesModel(
            program.questionnaires, program.journal, program.changes, self._undo
        )
        return QuestionnairesPage(self._theme, model, program.content)

    @cached_property
    def _questionnaire_model(self) -> "QuestionnaireModel":
        from app.ui.questionnaire.model import QuestionnaireModel

        program = self._program
        return QuestionnaireModel(
            questionnaires=program.questionnaires,
            journal=program.journal,
            content=program.content,
            clock=program.clock,
            changes=program.changes,
            undo=self._undo,
        )

    def _questionnaire(self) -> Page:
        from app.ui.questionnaire.question_page import QuestionPage

        return QuestionPage(self._theme, self._questionnaire_model, self._program.clock)

    def _answers(self) -> Page:
        from app.ui.questionnaire.answers_page import AnswersPage

        return AnswersPage(self._theme, self._questionnaire_model, self._program.content)

    def _crisis(self) -> Page:
        from app.ui.questionnaire.crisis_page import CrisisPage

        program = self._program
        return CrisisPage(
            self._theme,
            content=program.content,
            preferences=program.preferences,
            saving=program.saving,
        )

    def _reflection(self) -> Page:
        from app.ui.reflection.model import ReflectionModel
        from app.ui.reflection.page import ReflectionPage

        program = self._program
        model = ReflectionModel(
            reflections=program.reflections,
            journal=program.journal,
            infusions=program.infusions,
            saving=program.saving,
            changes=program.changes,
            undo=self._undo,
        )
        return ReflectionPage(self._theme, model, program.content)

    def _versions(self) -> Page:
        from app.ui.versions.answers import wording_of
        from app.ui.versions.model import VersionsModel
        from app.ui.versions.page import VersionsPage

        program = self._program
        model = VersionsModel(program.journal, program.changes, self._undo)
        return VersionsPage(self._theme, model, wording_of(program.content))

    def _foggy(self) -> Page:
        from app.ui.foggy.model import FoggyModel
        from app.ui.foggy.page import FoggyPage

        program = self._program
        model = FoggyModel(
            journal=program.journal,
            infusions=program.infusions,
            content=program.content,
            saving=program.saving,
            changes=program.changes,
            clock=program.clock,
            undo=self._undo,
        )
        return FoggyPage(
            self._theme,
            model,
            content=program.content,
            preferences=program.preferences,
            clock=program.clock,
        )
