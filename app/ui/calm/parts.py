"""The parts of a session on the day of an infusion, and how long each is to be."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal

from app.domain.calm_phases import PhaseKind, PlannedPhase, plan_problem
from app.domain.clock import Clock
from app.domain.infusion import Infusion
from app.domain.rules import RuleId
from app.services.content import Content
from app.services.infusions import Infusions

SETTLE_MINUTES: Final = 5
"""How long to settle down before the infusion, until the patient chooses otherwise."""

KINDS: Final = (PhaseKind.SETTLE, PhaseKind.INFUSION, PhaseKind.RECOVERY)


class Parts(QObject):
    """Takes the lengths from the infusion of today and the rules, until others are chosen.

    A part of 0 minutes is left out.
    """

    changed = Signal()

    def __init__(
        self,
        infusions: Infusions,
        content: Content,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._infusions = infusions
        self._content = content
        self._clock = clock
        self._chosen: dict[PhaseKind, int] = {}

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
        return usual | self._chosen

    def choose(self, kind: PhaseKind, minutes: int) -> None:
        """Have the part *kind* take so many *minutes*; 0 leaves it out."""
        self._chosen[kind] = minutes
        self.changed.emit()

    @property
    def plan(self) -> tuple[PlannedPhase, ...]:
        """The parts of the session, those of 0 minutes left out."""
        minutes = self.minutes
        return tuple(PlannedPhase(kind=one, minutes=minutes[one]) for one in KINDS if minutes[one])

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

    def _of_rule(self, rule: RuleId) -> int:
        return self._content.rules.of(rule).duration // timedelta(minutes=1)
