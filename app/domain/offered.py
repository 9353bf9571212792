"""Which effects a check-in offers to tap: those of the first days, and later ones besides."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from app.domain.check_in import CheckIn, TimePoint
from app.domain.effects import EFFECTS, LATER_EFFECTS, MONTHLY_EFFECTS
from app.domain.follow_up import days_since
from app.domain.infusion import Infusion, Outcome

LATER_FROM: Final = 7
"""From how many days after an infusion on the later effects are offered too."""

_HAPPENED: Final = (Outcome.WENT_AHEAD, Outcome.STOPPED_EARLY)


def offered(check_in: CheckIn, infusions: Iterable[Infusion]) -> tuple[str, ...]:
    """Return the ids of the effects to offer, in the order of the screen.

    A check-in at no fixed time counts from the infusion it belongs to, one of *infusions*, or
    else from the last one before it. Which effects come late is clinical content; from which
    day on they are offered is our own choice.
    """
    match check_in.time_point:
        case TimePoint.MONTHLY:
            return (*EFFECTS, *LATER_EFFECTS, *MONTHLY_EFFECTS)
        case TimePoint.DAY_7:
            return (*EFFECTS, *LATER_EFFECTS)
        case TimePoint.ANY_TIME if _is_late(check_in, tuple(infusions)):
            return (*EFFECTS, *LATER_EFFECTS)
    return EFFECTS


def _is_late(check_in: CheckIn, infusions: tuple[Infusion, ...]) -> bool:
    own = (one for one in infusions if one.id == check_in.infusion)
    infusion = next(own, None) or _last_before(check_in.at, infusions)
    return infusion is not None and days_since(infusion, check_in.at) >= LATER_FROM


def _last_before(at: datetime, infusions: Iterable[Infusion]) -> Infusion | None:
    before = (one for one in infusions if one.outcome in _HAPPENED and days_since(one, at) >= 0)
    return max(before, key=_day, default=None)


def _day(infusion: Infusion) -> str:
    return infusion.date.isoformat()
