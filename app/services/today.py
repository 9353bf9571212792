"""Today's view, put together from what is stored."""

from app.domain.clock import Clock
from app.domain.follow_up import USUAL, Ladder
from app.domain.today import Today, today
from app.services.checklist import Checklist
from app.services.infusions import Infusions
from app.services.journal import Journal


def look_at_today(
    infusions: Infusions,
    checklist: Checklist,
    journal: Journal,
    clock: Clock,
    ladder: Ladder = USUAL,
) -> Today:
    """Return what matters now, from the newest infusions and the check-ins of the last days."""
    now = clock.now()
    check_ins = journal.recent_check_ins(now)
    return today(infusions.recent(), check_ins, checklist.items(), now, ladder)
