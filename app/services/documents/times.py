"""The times of the day in words, as a plan on paper shows them."""

from datetime import date, timedelta
from typing import Final

from app.domain.count_back import Mark, Plan, PlannedTime
from app.i18n import _
from app.services.documents.model import TimeRow, Times
from app.services.documents.visit import Background, Visit
from app.services.rule_words import duration_name
from app.services.whose_rule import before_arrival, whole_rule

_BEFORE: Final = (Mark.LAST_ALCOHOL, Mark.LAST_FOOD, Mark.LAST_DRINK)


def times(visit: Visit, plan: Plan, background: Background, *, on_the_day: bool = False) -> Times:
    """Return every time of *plan*, or those *on the day* itself, and the ride home after them."""
    rows = [
        TimeRow(
            time=_time(time, visit.date, background),
            title=background.content.documents[time.mark.value],
            note=_note(time, visit, background),
        )
        for time in plan.times
        if not on_the_day or time.at.date() == visit.date
    ]
    return Times(rows=(*rows, *_ride(visit, background)))


def pick_up(visit: Visit, plan: Plan | None, background: Background) -> str:
    """Return when the ride is expected: as it was arranged, else from when rest may be over."""
    if visit.ride.pick_up is not None:
        return background.spelling.wall_time(visit.ride.pick_up)
    at = plan.at(Mark.RECOVERED) if plan is not None else None
    return (
        _("From about {time}").format(time=background.spelling.time(at)) if at is not None else ""
    )


def _time(time: PlannedTime, day: date, background: Background) -> str:
    text = background.spelling.time(time.at)
    if time.at.date() == day:
        return text
    weekday = background.spelling.weekday(time.at.date())
    return _("{weekday} {time}").format(weekday=weekday, time=text)


def _note(time: PlannedTime, visit: Visit, background: Background) -> str:
    words = background.content.documents
    mark = time.mark
    if time.rule is not None:
        said = before_arrival if mark in _BEFORE else whole_rule
        return said(time.rule, background.content)
    if mark is Mark.START:
        length = duration_name(timedelta(minutes=visit.minutes))
        return words["about_so_long"].replace("{duration}", length)
    on_the_way = duration_name(timedelta(minutes=visit.travel_minutes or 0))
    return {
        Mark.LEAVE_HOME: _("{duration} on the way, as you planned").format(duration=on_the_way),
        Mark.ARRIVE: words["bring"],
        Mark.END: words["end_may_differ"],
    }[mark]


def _ride(visit: Visit, background: Background) -> tuple[TimeRow, ...]:
    ride = visit.ride
    if not (ride.who.strip() or ride.phone.strip() or ride.pick_up):
        return ()
    title = _("Ride home")
    if ride.who.strip():
        title = _("Ride home with {who}").format(who=ride.who.strip())
    time = background.spelling.wall_time(ride.pick_up) if ride.pick_up is not None else "–"
    return (TimeRow(time=time, title=title, note=ride.phone.strip()),)
