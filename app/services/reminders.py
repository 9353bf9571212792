"""Reminding while the program is open: what is to be shown now, and when to look again."""

from datetime import datetime, timedelta

from msgspec import Struct

from app.domain.clock import Clock
from app.domain.reminders import Reminder, Watch, look, next_look, reminders
from app.domain.wall_time import zone_here
from app.services.calm import CalmSessions
from app.services.content import Content
from app.services.infusions import Infusions
from app.services.journal import Journal


class Seen(Struct, frozen=True, kw_only=True):
    """What a look found: the reminder to show, whether it is told just now, when to look again.

    Without a ``wait`` nothing is to come, until something changes.
    """

    shown: Reminder | None
    is_new: bool
    wait: timedelta | None


class Reminders:
    """Keeps watch from the moment it is made. What came due before, it never tells.

    What it has told stays until it is dismissed or has had its time. A calm session is not
    disturbed: meanwhile nothing is shown.
    """

    def __init__(
        self,
        *,
        infusions: Infusions,
        journal: Journal,
        calm: CalmSessions,
        content: Content,
        clock: Clock,
    ) -> None:
        self._infusions = infusions
        self._journal = journal
        self._calm = calm
        self._content = content
        self._clock = clock
        self._watch = Watch(looked=clock.now())
        self._told: Reminder | None = None

    def look(self) -> Seen:
        """Look at the clock and at what is planned."""
        now = self._clock.now()
        found = self._found(now)
        is_calm = self._calm.running is not None
        self._watch, told = look(self._watch, found, now, may_tell=not is_calm)
        self._told = told or self._still_told(found)
        then = next_look(found, now)
        return Seen(
            shown=None if is_calm else self._told,
            is_new=told is not None,
            wait=None if then is None else then - now,
        )

    def dismiss(self) -> None:
        """Let go of what is shown."""
        self._told = None

    def _found(self, now: datetime) -> tuple[Reminder, ...]:
        return reminders(
            self._infusions.recent(),
            self._journal.recent_check_ins(now),
            self._content.rules,
            now=now,
            here=zone_here(self._clock),
            ladder=self._content.ladder,
        )

    def _still_told(self, found: tuple[Reminder, ...]) -> Reminder | None:
        """Return what was told as it is now; nothing once it has gone or was moved."""
        if self._told is None:
            return None
        name = self._told.name
        return next((one for one in found if one.name == name), None)
