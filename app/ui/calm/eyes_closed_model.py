"""A session with closed eyes: how long each part is to be, and the little that is to be seen."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal

from app.domain.calm_phases import PhaseKind, PlannedPhase, plan_problem
from app.domain.clock import Clock
from app.domain.infusion import Infusion
from app.domain.rules import RuleId
from app.services.content import Content
from app.services.infusions import Infusions
from app.ui.calm.model import CalmModel
from app.ui.calm.words import breath_words

SETTLE_MINUTES: Final = 5
"""How long to settle down before the infusion, until the patient chooses otherwise."""

KINDS: Final = (PhaseKind.SETTLE, PhaseKind.INFUSION, PhaseKind.RECOVERY)


class EyesClosedModel(QObject):
    """Plans the session from the coming infusion, and follows it while it runs.

    A part of 0 minutes is left out. The intention is that of the infusion; it is shown, and the
    breath is said in words, only if that is wanted.
    """

    changed = Signal()
    ended = Signal()

    def __init__(
        self,
        calm: CalmModel,
        *,
        infusions: Infusions,
        content: Content,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calm = calm
        self._infusions = infusions
        self._content = content
        self._clock = clock
        self._minutes: dict[PhaseKind, int] = {}
        self.shows_intention = False
        self.says_breath = False
        calm.changed.connect(self.changed)
        calm.ended.connect(self.ended)

    @property
    def minutes(self) -> dict[PhaseKind, int]:
        """How long each part is to be: as chosen, else as the infusion and the rules have it."""
        infusion = self.infusion
        length = self._of_rule(RuleId.LENGTH) if infusion is None else infusion.minutes
        usual = {
            PhaseKind.SETTLE: SETTLE_MINUTES,
            PhaseKind.INFUSION: length,
            PhaseKind.RECOVERY: self._of_rule(RuleId.RECOVERY),
        }
        return usual | self._minutes

    def choose_minutes(self, kind: PhaseKind, minutes: int) -> None:
        """Have the part *kind* take so many *minutes*; 0 leaves it out."""
        self._minutes[kind] = minutes
        self.changed.emit()

    @property
    def plan(self) -> tuple[PlannedPhase, ...]:
        """The parts of the session, those of 0 minutes left out."""
        chosen = self.minutes
        return tuple(PlannedPhase(kind=one, minutes=chosen[one]) for one in KINDS if chosen[one])

    @property
    def can_start(self) -> bool:
        """Whether a session can be had like this."""
        return plan_problem(self.plan) is None

    @property
    def infusion(self) -> Infusion | None:
        """The infusion of today, if there is one."""
        coming = self._infusions.coming()
        today = self._clock.now().date()
        return coming if coming is not None and coming.date == today else None

    @property
    def intention(self) -> str:
        """The line to be shown; empty if there is none, or it is not wanted."""
        return self.words if self.shows_intention else ""

    @property
    def words(self) -> str:
        """The intention of the coming infusion, on one line."""
        coming = self._infusions.coming()
        return "" if coming is None else " ".join(coming.intention.split())

    @property
    def infusion_id(self) -> str | None:
        """The id of the coming infusion, whose plan holds the intention."""
        coming = self._infusions.coming()
        return None if coming is None else coming.id

    @property
    def breathing_note(self) -> str:
        """When paced breathing is for."""
        return self._content.breathing.sentence("before_only")

    @property
    def breath_word(self) -> str:
        """What to do with the breath now; empty while it is not wanted or nothing runs."""
        running = self._calm.running
        if not self.says_breath or running is None or running.paused:
            return ""
        return breath_words().get(self._calm.breath().phase, "")

    @property
    def is_over(self) -> bool:
        """Whether no session runs."""
        return self._calm.running is None

    def look(self) -> None:
        """Look at the clock."""
        self._calm.look()

    def start(self) -> None:
        """Begin."""
        self._calm.start_phases(self.plan)

    def _of_rule(self, rule: RuleId) -> int:
        return self._content.rules.of(rule).duration // timedelta(minutes=1)
