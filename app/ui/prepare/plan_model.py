"""One plan while it is written."""

from datetime import UTC, date, timedelta

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from app.domain.clock import Clock
from app.domain.infusion import Infusion, Outcome
from app.domain.series import Spacing, days
from app.domain.wall_time import Occurs, occurs, zone_called
from app.i18n import _
from app.services.infusions import Infusions
from app.ui.pause import TypingPause
from app.ui.undo import UndoStack


class PlanModel(QObject):
    """Holds a plan that is new or being changed.

    A stored plan is saved as it is typed. A new one is stored when the patient says so, or
    leaves with something typed; that can be undone.
    """

    shown = Signal(Infusion)

    def __init__(
        self,
        infusions: Infusions,
        clock: Clock,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._infusions = infusions
        self._clock = clock
        self._undo = undo
        self._pause = TypingPause(self)
        self._pause.due.connect(self._save)
        undo.asked.connect(self._pause.flush)
        self._touched = False
        self._over: Infusion | None = None
        self._count = 1
        self._spacing: Spacing | None = None
        self.is_new = True
        self.plan = infusions.draft(self._tomorrow())

    @property
    def was(self) -> bool:
        """Whether the stored plan is of an infusion that has been, to look back on."""
        return not self.is_new and self.plan.took_place

    @property
    def can_cancel(self) -> bool:
        """Whether the stored plan is still open."""
        return not self.is_new and self.plan.outcome is None

    @property
    def day_hint(self) -> str:
        """What is odd about the day; most often nothing."""
        is_past = self.plan.date < self._clock.now().date()
        return _("This day is past.") if is_past and self.plan.outcome is None else ""

    @property
    def time_hint(self) -> str:
        """What is odd about the time on that day; most often nothing."""
        if self.plan.arrive is None:
            return ""
        zone = zone_called(self.plan.zone, self._clock.now().tzinfo or UTC)
        return {
            Occurs.ONCE: "",
            Occurs.NEVER: _("The clocks are changed that night and skip this time."),
            Occurs.TWICE: _("The clocks show this time twice that night. The first is meant."),
        }[occurs(self.plan.date, self.plan.arrive, zone)]

    @property
    def lacks_spacing(self) -> bool:
        """Whether several are wanted, and it was not said how far apart."""
        return self.is_new and self._count > 1 and self._spacing is None

    @property
    def last_day(self) -> date | None:
        """The day of the last of several; nothing for one, or while it is not clear."""
        if not self.is_new or self._count == 1 or self._spacing is None:
            return None
        return days(self.plan.date, self._spacing, self._count)[-1]

    def plan_series(self, count: int, spacing: Spacing | None) -> None:
        """Plan *count* infusions at once, *spacing* apart."""
        self._count, self._spacing = count, spacing
        self._touched = self._touched or count > 1

    def arrive(self, infusion_id: str) -> None:
        """Show the stored plan with this id, or a new one; leaving kept what was half written."""
        infusion = self._infusions.get(infusion_id) if infusion_id else None
        if infusion is not None:
            self.is_new, self.plan = False, infusion
        else:
            self.is_new, self.plan = True, self._infusions.draft(self._tomorrow())
        self._touched = False
        self._count, self._spacing = 1, None
        self._over = self.plan
        self.shown.emit(self.plan)

    def write(self, plan: Infusion) -> None:
        """Take *plan* as it is being typed."""
        if plan != self.plan:
            self.plan = plan
            self._touched = True
            self._pause.touch()

    def keep(self) -> None:
        """Store the plan."""
        self._pause.flush()
        if self.is_new:
            self.is_new = False
            self._touched = False
            if self._count > 1 and self._spacing is not None:
                self.plan, step = self._infusions.keep_series(self.plan, self._count, self._spacing)
            else:
                self.plan, step = self._infusions.keep_new(self.plan)
            self._over = self.plan
            self._undo.push(*step)

    def cancel(self) -> None:
        """Note that it is cancelled."""
        self._pause.flush()
        self._undo.push(*self._infusions.answer(self.plan, Outcome.CANCELLED))

    def remove(self) -> None:
        """Remove the stored plan."""
        self._pause.flush()
        self._undo.push(*self._infusions.delete(self.plan))
        self._touched = False
        self.is_new = True

    def leave(self) -> None:
        """Lose nothing: store what is half written."""
        self._pause.flush()
        if self.is_new and self._touched:
            self.keep()

    def _tomorrow(self) -> date:
        return self._clock.now().date() + timedelta(days=1)

    @Slot()
    def _save(self) -> None:
        if self.is_new:
            self._infusions.hold(self.plan)
        elif self._over is not None:
            self._save_over(self._over)

    def _save_over(self, over: Infusion) -> None:
        kept = self._infusions.keep(self.plan, over=over)
        typed, self.plan, self._over = self.plan, kept, kept
        shown = replace(
            typed,
            ticks=kept.ticks,
            ride=kept.ride,
            music=kept.music,
            outcome=kept.outcome,
            ended=kept.ended,
        )
        if not kept.says_the_same(shown):
            self.shown.emit(kept)
