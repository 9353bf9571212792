"""Planning several infusions at once, and keeping their numbers right."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Annotated, Final

from msgspec import Meta
from msgspec.structs import replace

from app.domain.infusion import Infusion, Outcome, Ride
from app.domain.records import Part

USUAL_COUNT: Final = 6
"""How many infusions many clinics plan. Source: overview_article."""

MOST: Final = 60

_WEEK: Final = 7


class Spacing(Part, frozen=True, kw_only=True):
    """How far apart infusions are: so many days from one to the next, or on certain weekdays.

    ``gaps`` are taken in turn, over and over: 3 and 4 is twice a week. ``weekdays`` count from
    Monday, 0.
    """

    gaps: tuple[Annotated[int, Meta(ge=1, le=366)], ...] = ()
    weekdays: tuple[Annotated[int, Meta(ge=0, le=6)], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a spacing that says nothing, or two things."""
        if bool(self.gaps) is bool(self.weekdays):
            raise ValueError("A spacing has gaps or weekdays")

    def after(self, day: date, place: int) -> date:
        """Return the day that follows *day*, on which the infusion at *place* (from 0) is."""
        if self.gaps:
            return day + timedelta(days=self.gaps[place % len(self.gaps)])
        ahead = ((weekday - day.weekday() - 1) % _WEEK + 1 for weekday in self.weekdays)
        return day + timedelta(days=min(ahead))


def days(first: date, spacing: Spacing, count: int = USUAL_COUNT) -> tuple[date, ...]:
    """Return the days of *count* infusions, the first on *first* whatever weekday that is.

    Raises ValueError unless there are 1 to MOST of them, and OverflowError where the calendar
    ends.
    """
    if not 1 <= count <= MOST:
        raise ValueError(f"A series has 1 to {MOST} infusions")
    found = [first]
    for place in range(count - 1):
        found.append(spacing.after(found[-1], place))
    return tuple(found)


def planned(plan: Infusion, on: Sequence[date], ids: Sequence[str]) -> tuple[Infusion, ...]:
    """Return *plan* once for each day of *on*, under *ids*, numbered on from its own number.

    All have its time, place, minutes, route, travel and music, and a total with room for them.
    What belongs to one day alone, its intention, notes, ride and ticks, stays with the first.
    Raises ValueError unless there are as many ids as days.
    """
    start = plan.number or 1
    total = max(start + len(on) - 1, plan.total or 0)
    return tuple(
        replace(
            plan if place == 0 else _as_template(plan),
            id=one,
            date=day,
            number=start + place,
            total=total,
            series=plan.series or ids[0],
        )
        for place, (day, one) in enumerate(zip(on, ids, strict=True))
    )


def of_series(infusions: Iterable[Infusion], one: Infusion) -> tuple[Infusion, ...]:
    """Return those of *infusions* that were planned together with *one*, in order; at least it."""
    if not one.series:
        return (one,)
    return in_order(other for other in infusions if other.series == one.series)


def renumbered(series: Iterable[Infusion]) -> tuple[Infusion, ...]:
    """Return *series* in order, numbered by it from the lowest number on.

    To be used when one was cancelled, moved or brought back. A cancelled one keeps its old
    number and takes none from the others; one that has no number, because the patient took it
    away, gets none. The total is what was planned, or more if there are more.
    """
    ordered = in_order(series)
    start = min((one.number for one in ordered if one.number is not None), default=1)
    counted = [
        one for one in ordered if one.number is not None and one.outcome is not Outcome.CANCELLED
    ]
    numbers = {one.id: number for number, one in enumerate(counted, start)}
    last = start + len(counted) - 1
    total = max([last, *(one.total for one in counted if one.total is not None)])
    return tuple(
        replace(one, number=numbers[one.id], total=None if one.total is None else total)
        if one.id in numbers
        else one
        for one in ordered
    )


def in_order(infusions: Iterable[Infusion]) -> tuple[Infusion, ...]:
    """Return *infusions* by day and time; those of one day without a time come first."""
    return tuple(sorted(infusions, key=lambda one: (one.date, one.arrive or "", one.id)))


def _as_template(plan: Infusion) -> Infusion:
    return replace(
        plan,
        outcome=None,
        ended=None,
        intention="",
        notes="",
        helped="",
        hurt="",
        ride=Ride(),
        ticks=(),
    )
