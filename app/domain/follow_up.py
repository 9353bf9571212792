"""Which check-in is due after an infusion. What was not filled in expires silently."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Final

from msgspec import Meta

from app.domain.check_in import CheckIn, TimePoint
from app.domain.evening import evening_of
from app.domain.infusion import Infusion, expected_end
from app.domain.records import Part

ASKED_AGAIN_DAYS: Final = 2
"""How many days a check-in is asked for again that was put off."""

MONTHLY_FROM: Final = 28
MONTHLY_UNTIL: Final = 90
"""How many days after an infusion the monthly check-in begins, and is let go."""

_ON_THE_LADDER: Final = (
    TimePoint.STRAIGHT_AFTER,
    TimePoint.TWO_HOURS,
    TimePoint.NEXT_MORNING,
    TimePoint.DAY_3,
    TimePoint.DAY_7,
)

LadderDay = Annotated[int, Meta(ge=0, le=60)]
"""Days since the infusion; 0 is its own day."""


class Rung(Part, frozen=True, kw_only=True):
    """One time point: the days on which it can be due, both included.

    ``hours``: not before so many hours after the end, where that is known.
    """

    point: TimePoint
    first_day: LadderDay
    last_day: LadderDay
    hours: Annotated[float, Meta(ge=0, le=168)] = 0

    def __post_init__(self) -> None:
        """Refuse days that end before they begin, and a point that is no rung."""
        if self.last_day < self.first_day:
            raise ValueError("The last day is not before the first")
        if self.point not in _ON_THE_LADDER:
            raise ValueError("Only a time point after an infusion is on the ladder")


class Ladder(Part, frozen=True, kw_only=True):
    """When check-ins are due: the rungs in the order in which they are asked for.

    The monthly one is due on the first ``monthly_days`` days of a month; 0 leaves it out.
    """

    rungs: tuple[Rung, ...]
    monthly_days: Annotated[int, Meta(ge=0, le=9)] = 7


USUAL: Final = Ladder(
    rungs=(
        Rung(point=TimePoint.STRAIGHT_AFTER, first_day=0, last_day=0),
        Rung(point=TimePoint.TWO_HOURS, first_day=0, last_day=0, hours=1.5),
        Rung(point=TimePoint.NEXT_MORNING, first_day=1, last_day=2),
        Rung(point=TimePoint.DAY_3, first_day=3, last_day=4),
        Rung(point=TimePoint.DAY_7, first_day=7, last_day=8),
    )
)
"""The ladder of the clinical content, until a clinic sets its own days."""


def adapted(ladder: Ladder, rungs: Iterable[Rung]) -> Ladder:
    """Return *ladder* with *rungs* of a clinic in the place of those for the same time points."""
    by_point = {rung.point: rung for rung in (*ladder.rungs, *rungs)}
    return Ladder(
        rungs=tuple(by_point[point] for point in _ON_THE_LADDER if point in by_point),
        monthly_days=ladder.monthly_days,
    )


def due(
    infusion: Infusion, check_ins: Iterable[CheckIn], now: datetime, ladder: Ladder = USUAL
) -> TimePoint | None:
    """Return the first time point of *infusion* that is due *now* and has no check-in yet.

    Only an infusion that went ahead or was stopped early has any. Source: clinical content.
    """
    if not infusion.took_place:
        return None
    days = days_since(infusion, now)
    made = {check_in.time_point for check_in in check_ins if check_in.infusion == infusion.id}
    for rung in ladder.rungs:
        is_its_day = rung.first_day <= days <= rung.last_day
        if is_its_day and rung.point not in made and _has_come(rung, infusion, now):
            return rung.point
    return None


def put_off(infusion: Infusion, check_ins: Iterable[CheckIn], now: datetime) -> CheckIn | None:
    """Return the check-in of *infusion* that the patient wants to be asked for again by now.

    It is asked for on that day and the next, and then let go; the newest if there are several.
    """
    day = evening_of(now)
    waiting = (
        one
        for one in check_ins
        if one.infusion == infusion.id
        and one.ask_again_on is not None
        and 0 <= (day - one.ask_again_on).days < ASKED_AGAIN_DAYS
    )
    return max(waiting, key=_moment, default=None)


def tomorrow(now: datetime) -> date:
    """Return the day that somebody means who says "tomorrow": in the night, the coming one."""
    return evening_of(now) + timedelta(days=1)


def is_monthly_due(
    infusions: Iterable[Infusion],
    check_ins: Iterable[CheckIn],
    now: datetime,
    ladder: Ladder = USUAL,
) -> bool:
    """Return whether the monthly check-in is due: early in a month, for those in treatment.

    That is, some infusion went ahead or was stopped early MONTHLY_FROM to MONTHLY_UNTIL days
    ago, however many came since. The month's own check-ins are enough to know.
    """
    day = evening_of(now)
    if day.day > ladder.monthly_days:
        return False
    made = any(
        one.time_point is TimePoint.MONTHLY and evening_of(one.at) >= day.replace(day=1)
        for one in check_ins
    )
    return not made and any(
        infusion.took_place and MONTHLY_FROM <= (day - infusion.date).days <= MONTHLY_UNTIL
        for infusion in infusions
    )


def days_since(infusion: Infusion, now: datetime) -> int:
    """Return how many days ago *infusion* was, negative before its day.

    The night after its day belongs to it, and so does the one in which its day begins.
    """
    days = (evening_of(now) - infusion.date).days
    return max(days, 0) if now.date() >= infusion.date else days


def _has_come(rung: Rung, infusion: Infusion, now: datetime) -> bool:
    if not rung.hours:
        return True
    end = infusion.ended or expected_end(infusion, now.tzinfo or UTC)
    return end is None or end + timedelta(hours=rung.hours) <= now


def _moment(check_in: CheckIn) -> datetime:
    return check_in.at
