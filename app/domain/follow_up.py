"""Which check-in is due after an infusion."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from app.domain.infusion import Infusion, Outcome
from app.domain.journal import CheckIn, TimePoint

_OPENS_THE_LADDER: Final = (Outcome.WENT_AHEAD, Outcome.STOPPED_EARLY)

_BY_DAY: Final = {
    0: (TimePoint.STRAIGHT_AFTER, TimePoint.TWO_HOURS),
    1: (TimePoint.NEXT_MORNING,),
    2: (TimePoint.NEXT_MORNING,),
    3: (TimePoint.DAY_3,),
    4: (TimePoint.DAY_3,),
    7: (TimePoint.DAY_7,),
    8: (TimePoint.DAY_7,),
}
"""Days since the infusion, and what can be due then. What was not filled in expires silently."""


def due(infusion: Infusion, check_ins: Iterable[CheckIn], now: datetime) -> TimePoint | None:
    """Return the first time point of *infusion* that is due *now* and has no check-in yet.

    Only an infusion that went ahead or was stopped early has any. Source: clinical content.
    """
    points = _BY_DAY.get((now.date() - infusion.date).days, ())
    if infusion.outcome not in _OPENS_THE_LADDER or not points:
        return None
    made = {check_in.time_point for check_in in check_ins if check_in.infusion == infusion.id}
    return next((point for point in points if point not in made), None)
