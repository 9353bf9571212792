"""What matters now, looked at again when something changes and when time goes by."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.checklist import Item
from app.domain.clock import Clock
from app.domain.infusion import Infusion, Outcome
from app.domain.preferences import ClinicPhones
from app.domain.today import Situation, Today
from app.services.changes import Changes, Kind
from app.services.checklist import Checklist
from app.services.content import Content
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.preferences import Preferences
from app.services.today import look_at_today
from app.ui.undo import UndoStack

if TYPE_CHECKING:
    from app.services.day_times import DayTimes

LOOK_EVERY_MS: Final = 30_000
_NEAR: Final = {Situation.THE_DAY, Situation.DID_IT_GO_AHEAD, Situation.AFTERWARDS}


class TodayModel(QObject):
    """Joins infusions, checklist and journal with the time; looks at the clock while shown.

    Nothing is looked at before ``start``.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        infusions: Infusions,
        checklist: Checklist,
        journal: Journal,
        content: Content,
        preferences: Preferences,
        clock: Clock,
        changes: Changes,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._infusions = infusions
        self._checklist = checklist
        self._journal = journal
        self._content = content
        self._preferences = preferences
        self._clock = clock
        self._undo = undo
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.now = clock.now()
        self.today = Today(situation=Situation.NOTHING_PLANNED)
        self.day: DayTimes | None = None
        """The times of the infusion, from the day before it to the day after."""
        changes.listen(self, self._hear)

    def start(self) -> None:
        """Look now, and from time to time."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Look no more until started again."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look at the clock and at what is stored."""
        self.now = self._clock.now()
        self.today = self._look()
        self.day = self._look_at_times()
        self.changed.emit()

    @property
    def ate_words(self) -> str:
        """The answer to "I ate or drank something"."""
        return self._content.rule_sentences["ate_or_drank"]

    @property
    def clinic(self) -> ClinicPhones:
        """How the clinic is called."""
        return self._preferences.profile.clinic

    def tick(self, item: Item) -> None:
        """Mark *item* of the coming infusion as done."""
        if self.today.coming is not None:
            self._undo.push(*self._checklist.tick(self.today.coming, item))

    def answer(self, infusion: Infusion, outcome: Outcome) -> None:
        """Keep what became of *infusion*."""
        self._undo.push(*self._infusions.answer(infusion, outcome))

    def _look(self) -> Today:
        return look_at_today(self._infusions, self._checklist, self._journal, self._clock)

    def _look_at_times(self) -> "DayTimes | None":
        """Look at the times where they matter: what they need is loaded on such a day only."""
        infusion, days = self.today.infusion, self.today.days
        is_eve = self.today.situation is Situation.DAYS_BEFORE and days == 1
        if infusion is None or not (is_eve or (self.today.situation in _NEAR and days >= -1)):
            return None
        from app.services.day_times import day_times

        return day_times(infusion, self._content, self._clock)

    def _hear(self, kind: Kind) -> None:
        if kind in (Kind.INFUSIONS, Kind.CHECKLIST, Kind.JOURNAL, Kind.PROBLEMS):
            self.look()
