"""An infusion and its check-ins in words: what is known, and what is open."""

from app.domain.infusion import Infusion, Outcome
from app.domain.story import PointState, StoryPoint
from app.i18n import _
from app.ui.dates import day_name, day_with_year, minutes_name, wall_time_name


def plan_line(infusion: Infusion) -> str:
    """Return the plan in a line: day, time, how long, where."""
    time = wall_time_name(infusion.arrive) if infusion.arrive else ""
    parts = (
        day_with_year(infusion.date),
        _("be there at {time}").format(time=time) if time else "",
        minutes_name(infusion.minutes),
        infusion.place,
    )
    return " · ".join(part for part in parts if part)


def outcome_words(infusion: Infusion) -> str:
    """Return what became of *infusion*, as one sentence."""
    match infusion.outcome:
        case Outcome.WENT_AHEAD:
            return _("It went ahead.")
        case Outcome.STOPPED_EARLY:
            return _("It was stopped early.")
        case Outcome.CANCELLED:
            return _("It was cancelled.")
    return _("Not said yet whether it went ahead.")


def point_words(point: StoryPoint) -> str:
    """Return how the check-in of a time point stands."""
    match point.state:
        case PointState.OPEN:
            return _("Open. Fill it in, or leave it.")
        case PointState.TO_COME if point.first_day is not None:
            return _("Opens on {day}.").format(day=day_name(point.first_day))
        case PointState.PASSED:
            return _("Not filled in. That is all right.")
        case PointState.PUT_OFF:
            return _("You wanted to be asked again.")
    return _("Skipped.")
