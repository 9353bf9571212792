"""The quieter of the two buttons of Today, and where it leads."""

from app.domain.records import Part
from app.i18n import _
from app.ui.route import Route
from app.ui.today.words import CALM, TodayWords


class SecondWay(Part, frozen=True, kw_only=True):
    """Words, icon and where they lead; without words nothing is offered."""

    icon: str = ""
    text: str = ""
    route: Route = CALM


def second_way(words: TodayWords, *, is_before: bool, rests: bool) -> SecondWay:
    """Return what is offered beside the primary button of *words*.

    Who *rests* after an infusion may answer the check-in that is due one question at a time.
    *is_before*: there are five calm minutes, unless the primary button leads there.
    """
    if rests and words.route is not None:
        route = Route("foggy", words.route.argument)
        return SecondWay(icon="hand", text=_("One question at a time"), route=route)
    if is_before and not rests and words.route != CALM:
        return SecondWay(icon="wind", text=_("5 calm minutes"), route=CALM)
    return SecondWay()
