"""What matters now, looked at again when something changes and when time goes by."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

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
from app.services.open_things import OpenThing, Scene, open_things
from app.services.preferences import Preferences
from app.services.today import look_at_today
from app.ui.following import Following
from app.ui.today.pack_today import PackToday
from app.ui.undo import UndoStack

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.clinic import Clinic
    from app.services.day_times import DayTimes
    from app.services.questionnaires import OpenQuestionnaire
    from app.services.waiting import Waits

LOOK_EVERY_MS: Final = 30_000
LOOK_FURTHER_MS: Final = 400
"""How long after Today is shown first it looks at what takes time to find: it has painted then."""

LONGEST_WAIT_DAYS: Final = 3
"""How many days after an infusion anything can wait by the general rules, in any zone.

Later the rules are not loaded, which would take time at every start.
"""


class TodayModel(Following):
    """Joins infusions, checklist and journal with the time; looks at the clock while shown."""

    FOLLOWED = frozenset(
        {
            *(Kind.INFUSIONS, Kind.CHECKLIST, Kind.JOURNAL),
            *(Kind.PROFILE, Kind.CLINIC, Kind.PROBLEMS),
        }
    )

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
        questionnaires: "Callable[[], tuple[OpenQuestionnaire, ...]]",
        clinic: "Callable[[], Clinic]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(changes, parent)
        self._infusions = infusions
        self._checklist = checklist
        self._journal = journal
        self._content = content
        self._preferences = preferences
        self._clock = clock
        self._undo = undo
        self._questionnaires = questionnaires
        self._looks_further = False
        self.pack = PackToday(content, clinic)
        """What is told of the clinic's pack."""
        self._later = QTimer(self, singleShot=True, interval=LOOK_FURTHER_MS)
        self._later.timeout.connect(self._look_further)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self.now = clock.now()
        self.today = Today(situation=Situation.NOTHING_PLANNED)
        self.open_things: tuple[OpenThing, ...] = ()
        """What is open beside what Today is about, in the order of the screen."""
        self.day: DayTimes | None = None
        """The times of the infusion, on its day and the day before."""
        self.waits: Waits | None = None
        """What waits after the last infusion, as long as anything does."""

    def follow(self) -> None:
        """Look now, at every change, and from time to time."""
        super().follow()
        self._timer.start()
        if not self._looks_further:
            self._later.start()

    def stop(self) -> None:
        """Look no more until ``follow``."""
        super().stop()
        self._timer.stop()
        self._later.stop()

    @Slot()
    def _look(self) -> None:
        """Look at the clock and at what is stored."""
        self.now = self._clock.now()
        self.today = look_at_today(
            self._infusions, self._checklist, self._journal, self._clock, self._content.ladder
        )
        self.open_things = self._look_at_open()
        self.day = self._look_at_times()
        self.waits = self._look_at_waits()
        if self._looks_further or self.pack.name:
            self.pack.look_further()  # with a pack at once: what comes later moves the page
        self.changed.emit()

    @property
    def has_begun(self) -> bool:
        """Whether the infusion of today has begun by its plan; paced breathing is for before."""
        begins = self.day.begins if self.day is not None else None
        return begins is not None and begins <= self.now

    @property
    def ate_words(self) -> str:
        """The answer to "I ate or drank something"."""
        return self._content.rule_sentences["ate_or_drank"]

    @property
    def clinic(self) -> ClinicPhones:
        """How the clinic is called."""
        return self._preferences.clinic

    def tick(self, item: Item) -> None:
        """Mark *item* of the coming infusion as done."""
        if self.today.coming is not None:
            self._undo.push(*self._checklist.tick(self.today.coming, item))

    @Slot()
    def read_news(self) -> None:
        """Remember that the patient has read what the clinic changed."""
        self._undo.push(*self.pack.read_news())

    def answer(self, infusion: Infusion, outcome: Outcome) -> None:
        """Keep what became of *infusion*."""
        self._undo.push(*self._infusions.answer(infusion, outcome))

    def tell_end(self, wall_time: str) -> bool:
        """Keep when the infusion ended; return whether that time has been yet."""
        step = None
        if self.waits is not None:
            step = self._infusions.tell_end(self.waits.infusion, wall_time)
        if step is not None:
            self._undo.push(*step)
        return step is not None

    def _look_at_open(self) -> tuple[OpenThing, ...]:
        scene = Scene(
            self.today,
            self.now,
            self._infusions,
            self._journal,
            self._preferences,
            self._questionnaires,
            self._content.ladder,
        )
        return open_things(scene, further=self._looks_further)

    @Slot()
    def _look_further(self) -> None:
        """From now on look at what takes time to find, too."""
        self._looks_further = True
        self._look()

    def _look_at_times(self) -> "DayTimes | None":
        """Look at the times where they matter: what they need is loaded on such a day only."""
        infusion, days = self.today.infusion, self.today.days
        is_eve = self.today.situation is Situation.DAYS_BEFORE and days == 1
        if infusion is None or not (is_eve or self.today.situation is Situation.THE_DAY):
            return None
        from app.services.day_times import day_times

        return day_times(infusion, self._content, self._clock)

    def _look_at_waits(self) -> "Waits | None":
        past = self.today.past
        if past is None or (self.now.date() - past.date).days > LONGEST_WAIT_DAYS:
            return None
        from app.services.waiting import waits

        return waits(past, self._content, self._clock)
