"""What Today says, for each situation."""

from typing import Final

from msgspec.structs import replace

from app.domain.check_in import TimePoint
from app.domain.infusion import Infusion
from app.domain.records import Part
from app.domain.today import Situation, Today
from app.i18n import _, ngettext
from app.services.entry_address import new_at
from app.services.names import check_in_name
from app.ui.dates import day_name, wall_time_name
from app.ui.route import Route

CALM: Final = Route("calm")


class TodayWords(Part, frozen=True, kw_only=True):
    """Heading, lead, and the one primary button: its words, its icon and where it leads."""

    title: str
    lead: str
    primary: str = ""
    icon: str = ""
    route: Route | None = None


def words_for(
    today: Today, *, is_out_of_reach: bool = False, has_begun: bool = False
) -> TodayWords:
    """Return what Today says in its situation; of plans that cannot be read, just that.

    Once the infusion *has begun* by its plan, no paced breathing is offered.
    """
    infusion = today.infusion
    if infusion is None and is_out_of_reach:
        return TodayWords(
            title=_("Your plans are out of reach"),
            lead=_("They show again as soon as the folder with your files can be read."),
        )
    if infusion is None:
        return TodayWords(
            title=_("Nothing is planned yet"),
            lead=_("When you have a date, put it in. Everything else follows from it."),
            primary=_("Plan an infusion"),
            icon="calendar",
            route=Route("plan"),
        )
    match today.situation:
        case Situation.DAYS_BEFORE:
            return _days_before(today, infusion)
        case Situation.THE_DAY:
            words = TodayWords(
                title=_("Today is {infusion}").format(infusion=_name_in_text(infusion)),
                lead=_arrival(infusion) or _("There is no hurry."),
            )
            if has_begun:
                return words
            return replace(words, primary=_("5 calm minutes"), icon="wind", route=CALM)
        case Situation.DID_IT_GO_AHEAD:
            return TodayWords(
                title=_("Did {infusion} go ahead?").format(infusion=_name_in_text(infusion)),
                lead=_("It was planned for {day}.").format(day=day_name(infusion.date)),
            )
        case Situation.AFTERWARDS:
            return _afterwards(today, infusion)
        case _:
            return TodayWords(
                title=_("Between infusions"),
                lead=_("The last one was on {day}.").format(day=day_name(infusion.date)),
                primary=_("Plan the next one"),
                icon="calendar",
                route=Route("plan"),
            )


def _days_before(today: Today, infusion: Infusion) -> TodayWords:
    name = _name_in_text(infusion)
    if today.days == 1:
        title = _("Tomorrow is {infusion}").format(infusion=name)
    else:
        title = ngettext(
            "{count} day until {infusion}", "{count} days until {infusion}", today.days
        ).format(count=today.days, infusion=name)
    when = [day_name(infusion.date)]
    if infusion.arrive is not None:
        when.append(_("arrive {time}").format(time=wall_time_name(infusion.arrive)))
    lead = ", ".join(when)
    if infusion.place:
        lead = _("{when} at {place}").format(when=lead, place=infusion.place)
    if not today.open_count:
        return TodayWords(
            title=title,
            lead=_("{when}. Everything on your list is done.").format(when=lead),
            primary=_("5 calm minutes"),
            icon="wind",
            route=CALM,
        )
    return TodayWords(
        title=title,
        lead=_("{when}.").format(when=lead),
        primary=_("Go on preparing"),
        icon="list-checks",
        route=Route("prepare"),
    )


def _afterwards(today: Today, infusion: Infusion) -> TodayWords:
    route = None if today.due is None else check_in_route(today.due, infusion)
    if not today.days:
        return TodayWords(
            title=_("Rest now. Nothing else to do."),
            lead=_("Staff decide when you leave."),
            primary=_("Check in, if you like") if route else "",
            icon="notebook-pen",
            route=route,
        )
    return TodayWords(
        title=_("How are you now?"),
        lead=_("{check_in} is open, after {infusion}. Fill it in, or leave it.").format(
            check_in=check_in_name(today.due or TimePoint.ANY_TIME),
            infusion=_name_in_text(infusion),
        ),
        primary=_("Open the check-in"),
        icon="notebook-pen",
        route=route,
    )


def check_in_route(point: TimePoint, infusion: Infusion) -> Route:
    """Return the way to a new check-in at *point* after *infusion*."""
    return Route("check_in", new_at(point, infusion.id))


def _name_in_text(infusion: Infusion) -> str:
    """Return "infusion 3 of 6" as it stands inside a sentence."""
    if infusion.number is None:
        return _("your infusion")
    if infusion.total is None:
        return _("infusion {number}").format(number=infusion.number)
    return _("infusion {number} of {total}").format(number=infusion.number, total=infusion.total)


def _arrival(infusion: Infusion) -> str:
    if infusion.arrive is None:
        return ""
    time = wall_time_name(infusion.arrive)
    if infusion.place:
        return _("Arrive at {place} by {time}.").format(place=infusion.place, time=time)
    return _("Arrive by {time}.").format(time=time)
