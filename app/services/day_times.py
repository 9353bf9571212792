"""The times of the day of one infusion in words."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from msgspec import Struct

from app.domain.clock import Clock
from app.domain.count_back import Mark, Plan, PlannedTime, count_back, times_today
from app.domain.infusion import Infusion
from app.domain.rules import RuleId
from app.domain.wall_time import moment, zone_called, zone_here
from app.i18n import _
from app.services.content import Content
from app.services.rule_words import duration_name, rule_words, time_left
from app.services.whose_rule import before_arrival, whole_rule


class TimeLine(Struct, frozen=True, kw_only=True):
    """One time of today. ``left`` is how long until it is there, of the next one only."""

    mark: Mark
    at: datetime
    title: str
    caption: str
    is_past: bool
    left: str = ""

    @property
    def is_next(self) -> bool:
        """Whether it is the one that comes next."""
        return bool(self.left)


class DayTimes(Struct, frozen=True, kw_only=True):
    """The times of the day; none when there is nothing to count from. It ``begins`` then."""

    begins: datetime | None
    times: tuple[TimeLine, ...]
    before_fasting: str

    @property
    def fasts(self) -> bool:
        """Whether eating or drinking ends today: for an early arrival that is the day before."""
        return any(one.mark in {Mark.LAST_FOOD, Mark.LAST_DRINK} for one in self.times)


def day_times(infusion: Infusion, content: Content, clock: Clock) -> DayTimes:
    """Return the times of *infusion* that are on the day of now."""
    now = clock.now()
    here = zone_here(clock)
    plan = count_back(infusion, content.rules, here)
    times = tuple(_lines(plan, infusion, content, now)) if plan is not None else ()
    return DayTimes(
        begins=plan.at(Mark.START) if plan is not None else None,
        times=times,
        before_fasting=" ".join(rule_words(content.rules.of(RuleId.BEFORE_FASTING))),
    )


def _lines(plan: Plan, infusion: Infusion, content: Content, now: datetime) -> Iterator[TimeLine]:
    shown = sorted(_worth_showing(plan, infusion, now), key=lambda one: one.at)
    ahead = next((one for one in shown if one.at > now), None)
    for one in shown:
        yield TimeLine(
            mark=one.mark,
            at=one.at,
            title=_title(one.mark, infusion, content),
            caption=_caption(one, infusion, content),
            is_past=one.at <= now,
            left=_("In {duration}").format(duration=time_left(one.at, now)) if one is ahead else "",
        )


def _worth_showing(plan: Plan, infusion: Infusion, now: datetime) -> Iterator[PlannedTime]:
    """Leave out what another line says: the end, and a start that is the arrival.

    Where a pick-up was agreed on, the ride stands at its time.
    """
    for one in times_today(plan, now):
        if one.mark is Mark.END or (one.mark is Mark.START and not infusion.early_minutes):
            continue
        if one.mark is Mark.RECOVERED and infusion.ride.pick_up is not None:
            zone: tzinfo = zone_called(infusion.zone, one.at.tzinfo or UTC)
            at = moment(infusion.date, infusion.ride.pick_up, zone)
            yield PlannedTime(mark=one.mark, at=at, rule=one.rule)
        else:
            yield one


def _title(mark: Mark, infusion: Infusion, content: Content) -> str:
    if mark is not Mark.RECOVERED:
        return content.documents[mark.value]
    who = infusion.ride.who
    return _("Ride home with {who}").format(who=who) if who else _("Ride home")


def _caption(one: PlannedTime, infusion: Infusion, content: Content) -> str:
    if one.rule is None:
        return _planned(one.mark, infusion, content)
    said = whole_rule if one.mark is Mark.RECOVERED else before_arrival
    return said(one.rule, content)


def _planned(mark: Mark, infusion: Infusion, content: Content) -> str:
    """Return what is known of a time that the patient planned."""
    length = duration_name(timedelta(minutes=infusion.minutes))
    travel = duration_name(timedelta(minutes=infusion.travel_minutes or 0))
    return {
        Mark.LEAVE_HOME: _("{duration} on the way, as you planned").format(duration=travel),
        Mark.START: content.documents["about_so_long"].replace("{duration}", length),
    }.get(mark, infusion.place)
