"""Everything that belongs to one infusion: its check-ins by time point, and what is around it."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum

from app.domain.calm_session import CalmSession
from app.domain.check_in import CheckIn, TimePoint
from app.domain.evening import days_later, evening_of
from app.domain.follow_up import USUAL, Ladder, days_since, put_off
from app.domain.infusion import Infusion
from app.domain.questionnaire import Questionnaire
from app.domain.records import Part
from app.domain.reflection import Reflection


class PointState(Enum):
    """How the check-in of a time point stands."""

    MADE = "made"
    SKIPPED = "skipped"
    PUT_OFF = "put_off"
    OPEN = "open"
    TO_COME = "to_come"
    PASSED = "passed"


class StoryPoint(Part, frozen=True, kw_only=True):
    """One time point: the check-ins made at it, and from which day on it is open."""

    point: TimePoint
    state: PointState
    check_ins: tuple[CheckIn, ...] = ()
    first_day: date | None = None


class Story(Part, frozen=True, kw_only=True):
    """An infusion with what belongs to it, each in the order of time.

    ``questionnaires`` are those of its days. They ask about two weeks, and never about it.
    """

    infusion: Infusion
    points: tuple[StoryPoint, ...] = ()
    sessions: tuple[CalmSession, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()


def story_points(
    infusion: Infusion, check_ins: Iterable[CheckIn], now: datetime, ladder: Ladder = USUAL
) -> tuple[StoryPoint, ...]:
    """Return the time points of *infusion*, those with check-ins and those asked for, in order.

    Only an infusion that went ahead or was stopped early asks for any.
    """
    made: dict[TimePoint, list[CheckIn]] = {}
    for one in sorted(check_ins, key=_moment):
        if one.infusion == infusion.id:
            made.setdefault(one.time_point, []).append(one)
    asked = {rung.point: rung for rung in ladder.rungs} if infusion.took_place else {}
    days = days_since(infusion, now)
    points = []
    for point in TimePoint:
        rung = asked.get(point)
        if point in made:
            state = _state_of(infusion, made[point], now)
            points.append(StoryPoint(point=point, state=state, check_ins=tuple(made[point])))
        elif rung is not None:
            state = PointState.OPEN
            if days < rung.first_day:
                state = PointState.TO_COME
            elif days > rung.last_day:
                state = PointState.PASSED
            first = days_later(infusion.date, rung.first_day)
            points.append(StoryPoint(point=point, state=state, first_day=first))
    return tuple(points)


def _state_of(infusion: Infusion, made: list[CheckIn], now: datetime) -> PointState:
    if any(one.says_something for one in made):
        return PointState.MADE
    if any(one.skipped for one in made):
        return PointState.SKIPPED
    waits = any(one.ask_again_on is not None and one.ask_again_on > evening_of(now) for one in made)
    return PointState.PUT_OFF if waits or put_off(infusion, made, now) else PointState.PASSED


def _moment(check_in: CheckIn) -> datetime:
    return check_in.at
