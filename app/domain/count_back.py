"""The times of the day, counted back from the arrival and on from it.

Hours are hours that pass: counted on one clock for the whole world, and then shown as the
clocks at the clinic show them. So six hours are six hours in the night of a clock change too.
"""

from datetime import datetime, timedelta, tzinfo
from enum import Enum

from app.domain.infusion import Infusion, arrival_in
from app.domain.records import Moment, Part
from app.domain.rules import Rule, RuleId, Rules
from app.domain.wall_time import seen_in, zone_called


class Mark(Enum):
    """What a time of the plan is about."""

    LAST_ALCOHOL = "last_alcohol"
    LAST_FOOD = "last_food"
    LAST_DRINK = "last_drink"
    LEAVE_HOME = "leave_home"
    ARRIVE = "arrive"
    START = "start"
    END = "end"
    RECOVERED = "recovered"
    """The shortest usual rest is over; the ride can come when staff say so."""


class PlannedTime(Part, frozen=True, kw_only=True):
    """One time of the plan. ``rule`` is the rule it follows; what the patient planned has none."""

    mark: Mark
    at: Moment
    rule: Rule | None = None


class Plan(Part, frozen=True, kw_only=True):
    """The times of one infusion, in the order of the clock, as the clinic's clocks show them."""

    times: tuple[PlannedTime, ...]

    def at(self, mark: Mark) -> datetime | None:
        """Return when *mark* is; nothing for leaving home without a travel time."""
        return next((time.at for time in self.times if time.mark is mark), None)


def count_back(infusion: Infusion, rules: Rules, here: tzinfo) -> Plan | None:
    """Return the times of *infusion* by *rules*; nothing while it has no time of arrival.

    *here* is the computer's own zone, for an infusion without a known one. Food, drink and
    alcohol count back from the arrival, which is the strict reading of "before".
    """
    zone = zone_called(infusion.zone, here)
    arrive = arrival_in(infusion, zone)
    if arrive is None:
        return None
    food, drink = _food_and_drink(rules)
    alcohol, recovery = rules.of(RuleId.ALCOHOL_BEFORE), rules.of(RuleId.RECOVERY)
    start = arrive + timedelta(minutes=infusion.early_minutes)
    end = start + timedelta(minutes=infusion.minutes)
    times = [
        _time(Mark.LAST_ALCOHOL, arrive - alcohol.duration, zone, alcohol),
        _time(Mark.LAST_FOOD, arrive - food.duration, zone, food),
        _time(Mark.LAST_DRINK, arrive - drink.duration, zone, drink),
        _time(Mark.ARRIVE, arrive, zone),
        _time(Mark.START, start, zone),
        _time(Mark.END, end, zone),
        _time(Mark.RECOVERED, end + recovery.duration, zone, recovery),
    ]
    if infusion.travel_minutes is not None:
        leave = arrive - timedelta(minutes=infusion.travel_minutes)
        times.append(_time(Mark.LEAVE_HOME, leave, zone))
    order = list(Mark)
    return Plan(times=tuple(sorted(times, key=lambda one: (one.at, order.index(one.mark)))))


def times_today(plan: Plan, now: datetime) -> tuple[PlannedTime, ...]:
    """Return those times of *plan* that are on the day which the clinic's calendar shows *now*."""
    return tuple(
        time for time in plan.times if time.at.date() == now.astimezone(time.at.tzinfo).date()
    )


def _food_and_drink(rules: Rules) -> tuple[Rule, Rule]:
    """Return the rules for food and for clear drinks so that food never ends after drink.

    Who may eat may drink. Where the two numbers say otherwise the stricter holds for both,
    except that a general rule gives way to the clinic's.
    """
    food, drink = rules.of(RuleId.FOOD), rules.of(RuleId.DRINK)
    if drink.duration <= food.duration:
        return food, drink
    if drink.is_general and not food.is_general:
        return food, food
    return drink, drink


def _time(mark: Mark, at: datetime, zone: tzinfo, rule: Rule | None = None) -> PlannedTime:
    return PlannedTime(mark=mark, at=seen_in(zone, at), rule=rule)
