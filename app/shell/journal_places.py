"""The pages of the journal."""

from app.shell.navigation import Place
from app.shell.program import Program
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.page import Page


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
            Place(name="foggy", build=self._foggy, under="journal", is_alone=True),
        ]

    def _journal(self) -> Page:
        from app.ui.journal.history_model import HistoryModel
        from app.ui.journal.page import JournalPage

        program = self._program
        model = HistoryModel(
            journal=program.journal,
            infusions=program.infusions,
            changes=program.changes,
            undo=self._undo,
        )
        return JournalPage(self._theme, model, program.content)

    def _check_in(self) -> Page:
        from app.ui.journal.check_in_page import CheckInPage
        from app.ui.journal.model import CheckInModel

        program = self._program
        model = CheckInModel(
            journal=program.journal,
            infusions=program.infusions,
            saving=program.saving,
            changes=program.changes,
            undo=self._undo,
        )
        return CheckInPage(self._theme, model, program.content, program.preferences)

    def _foggy(self) -> Page:
        from app.ui.foggy.model import FoggyModel
        from app.ui.foggy.page import FoggyPage

        program = self._program
        model = FoggyModel(
            journal=program.journal,
            content=program.content,
            saving=program.saving,
            changes=program.changes,
            clock=program.clock,
        )
        return FoggyPage(
            self._theme,
            model,
            content=program.content,
            preferences=program.preferences,
            clock=program.clock,
        )
