"""Which questionnaires can be filled in, and those that were."""

from PySide6.QtCore import QObject, Slot

from app.domain.questionnaire import Questionnaire
from app.services.changes import Changes, Kind
from app.services.journal import Journal
from app.services.questionnaires import LOOK_BACK_DAYS, YEAR, Questionnaires, Standing
from app.ui.following import Following
from app.ui.undo import UndoStack


class QuestionnairesModel(Following):
    """Reads as far back as is shown, and no further."""

    FOLLOWED = frozenset({Kind.JOURNAL, Kind.PROFILE})

    def __init__(
        self,
        questionnaires: Questionnaires,
        journal: Journal,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(changes, parent)
        self._questionnaires = questionnaires
        self._journal = journal
        self._undo = undo
        self._back = LOOK_BACK_DAYS
        self.standings: tuple[Standing, ...] = ()
        self.earlier: tuple[Questionnaire, ...] = ()
        self.has_older = False

    @property
    def may_be_filled_in(self) -> bool:
        """Whether the patient can fill them in."""
        return self._questionnaires.may_be_filled_in

    @property
    def is_offered(self) -> bool:
        """Whether the patient is told of them without asking."""
        return self._questionnaires.is_offered

    def start(self) -> None:
        """Look at what is stored as far back as at first, and follow its changes."""
        self._back = LOOK_BACK_DAYS
        self.follow()

    def show_older(self) -> None:
        """Look a year further back."""
        self._back += YEAR
        self._look()

    @Slot(object)
    def delete(self, questionnaire: Questionnaire) -> None:
        """Remove *questionnaire*, with a way back."""
        self._undo.push(*self._journal.delete(questionnaire))

    def _look(self) -> None:
        self.standings = self._questionnaires.standings()
        self.earlier = self._questionnaires.earlier(self._back)
        self.has_older = self._questionnaires.has_older(self._back)
        self.changed.emit()
