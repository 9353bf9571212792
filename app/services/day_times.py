"""The times around one infusion in words: those of the day, and the waiting times after it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from msgspec import Struct

from app.domain.clock import Clock
from app.domain.count_back import Mark, Plan, PlannedTime, count_back, times_today
from app.domain.infusion import Infusion, expected_end
from app.domain.not_yet import Waiting, not_yet
from app.domain.rules import RuleId
from app.domain.wall_time import moment, zone_called
from app.i18n import _
from app.services.content import Content
from app.services.rule_words import duration_name, provenance, rule_words, waiting_time_passed

_HOUR: Final = timedelta(hours=1)


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


class WaitLine(Struct, frozen=True, kw_only=True):
    """One waiting time. ``part`` is how much of it has passed, from 0 to 1.

    ``left`` is how long it still takes; once it is over ``passed`` says so, and permits nothing.
    """

    kind: RuleId
    title: str
    until: datetime
    rule: str
    part: float
    left: str
    passed: str


class DayTimes(Struct, frozen=True, kw_only=True):
    """What is shown of the times of an infusion; both are empty when there is nothing to show."""

    times: tuple[TimeLine, ...]
    waiting: tuple[WaitLine, ...]
    before_fasting: str


def day_times(infusion: Infusion, content: Content, clock: Clock) -> DayTimes:
    """Return the times of *infusion* on the day of now, and what waits after it."""
    now = clock.now()
    here = zone_called(clock.zone(), now.tzinfo or UTC)
    plan = count_back(infusion, content.rules, here)
    times = tuple(_lines(plan, infusion, content, now)) if plan is not None else ()
    end = infusion.ended or expected_end(infusion, here) or now
    return DayTimes(
        times=times,
        waiting=tuple(
            _wait(one, end, content, now) for one in not_yet(infusion, content.rules, now, here)
        ),
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
            left=_("In {duration}").format(duration=_until(one.at, now)) if one is ahead else "",
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
    if one.mark is Mark.RECOVERED:
        return rule_words(one.rule)[-1]
    duration = duration_name(one.rule.duration)
    before = content.documents["before_arrival"].replace("{duration}", duration)
    whose = provenance(one.rule, content)
    return _("{what} {whose}").format(what=before, whose=whose)


def _planned(mark: Mark, infusion: Infusion, content: Content) -> str:
    """Return what is known of a time that the patient planned."""
    length = duration_name(timedelta(minutes=infusion.minutes))
    travel = duration_name(timedelta(minutes=infusion.travel_minutes or 0))
    return {
        Mark.LEAVE_HOME: _("{duration} on the way, as you planned").format(duration=travel),
        Mark.START: content.documents["about_so_long"].replace("{duration}", length),
    }.get(mark, infusion.place)


def _wait(one: Waiting, end: datetime, content: Content, now: datetime) -> WaitLine:
    whole = max(one.until - end, _HOUR)
    passed = min(max((now - end) / whole, 0.0), 1.0)
    words = " ".join((*rule_words(one.rule), provenance(one.rule, content)))
    left = _("{duration} to go").format(duration=_until(one.until, now))
    return WaitLine(
        kind=one.kind,
        title=content.rule_sentences[f"waits_{one.kind.value}"],
        until=one.until,
        rule=words,
        part=1.0 if one.is_over else passed,
        left="" if one.is_over else left,
        passed=waiting_time_passed(one.rule, content) if one.is_over else "",
    )


def _until(at: datetime, now: datetime) -> str:
    """Return how long until *at*, a begun minute counted whole: it is never said to be nothing."""
    minutes = -((now - at) // timedelta(minutes=1))
    return duration_name(timedelta(minutes=minutes))
