"""What has to wait after an infusion, for the end of a session on that day."""

from typing import Final

from app.domain.calm_phases import PhaseKind
from app.domain.calm_session import CalmSession
from app.domain.clock import Clock
from app.services.content import Content
from app.services.infusions import Infusions
from app.ui.dates import not_before

_OF_THE_DAY: Final = (PhaseKind.INFUSION, PhaseKind.RECOVERY)


class After:
    """The not-yet clock of Today in a few words. It permits nothing."""

    def __init__(self, infusions: Infusions, content: Content, clock: Clock) -> None:
        self._infusions = infusions
        self._content = content
        self._clock = clock

    def lines(self, session: CalmSession) -> tuple[str, ...]:
        """Return a line for all that waits; nothing after a session of another kind or day."""
        if not any(run.kind in _OF_THE_DAY for run in session.phases):
            return ()
        from app.services.waiting import waits

        today = [one for one in self._infusions.recent() if one.date == session.day]
        found = (waits(one, self._content, self._clock) for one in today)
        return tuple(
            f"{line.title}: {not_before(line.until)}"
            for wait in found
            if wait is not None
            for line in wait.lines
            if line.until is not None and not line.passed
        )
