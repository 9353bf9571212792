"""What is open now: small things that Today shows as rows, each with the way to it.

A new kind of thing is one function that takes a Scene and yields what is open of it, in SOURCES
at the place where it is to stand. It is asked at every start before the first paint, so it
reads nothing where it can know without, and loads inside itself what only it needs. What has to
read more is in FURTHER, and is asked once the window has painted.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from app.domain.check_in import TimePoint
from app.domain.evening import evening_of
from app.domain.follow_up import MONTHLY_UNTIL, USUAL, Ladder, is_monthly_due, put_off
from app.domain.infusion import Infusion
from app.domain.today import Situation, Today
from app.i18n import _
from app.services.entry_address import new_at, stored_at
from app.services.infusions import Infusions
from app.services.journal import Journal
from app.services.names import check_in_name, infusion_name
from app.services.preferences import Preferences

if TYPE_CHECKING:
    from app.services.questionnaires import OpenQuestionnaire


TOLD_DAYS: Final = 7
"""For how many days the patient is told of a questionnaire."""


class OpenThing(NamedTuple):
    """One thing that is open: its words, an icon, and the page and argument of the way to it.

    ``name`` tells it from the others; its row is called ``today:`` and this name.
    """

    name: str
    title: str
    caption: str
    page: str
    argument: str = ""
    icon: str = "notebook-pen"


class Scene(NamedTuple):
    """What is known when somebody looks at Today, and where more can be asked for."""

    today: Today
    now: datetime
    infusions: Infusions
    journal: Journal
    preferences: Preferences
    questionnaires: Callable[[], "tuple[OpenQuestionnaire, ...]"]
    """What the patient is told of now; asking reads the journal of many days."""

    ladder: Ladder = USUAL

    @property
    def is_for_rest(self) -> bool:
        """Whether it is the day of an infusion that is over: nothing is to be done then."""
        return self.today.situation is Situation.AFTERWARDS and not self.today.days

    @property
    def asks(self) -> bool:
        """Whether Today asks if the infusion went ahead, before everything else."""
        return self.today.situation is Situation.DID_IT_GO_AHEAD


Source: TypeAlias = Callable[[Scene], Iterable[OpenThing]]


def open_things(scene: Scene, *, further: bool) -> tuple[OpenThing, ...]:
    """Return what is open, in the order of the screen; *further*: also what takes time to find."""
    sources = (*SOURCES, *FURTHER) if further else SOURCES
    return tuple(thing for source in sources for thing in source(scene))


def _due(scene: Scene) -> Iterator[OpenThing]:
    """Yield the check-in that is due, unless Today itself is about it."""
    point, past = scene.today.due, scene.today.past
    leads = scene.asks or scene.today.situation is Situation.AFTERWARDS
    if point is not None and past is not None and not leads:
        yield OpenThing(
            name="due",
            title=_("{check_in} is open").format(check_in=check_in_name(point)),
            caption=_("{infusion}. Fill it in, or leave it.").format(infusion=infusion_name(past)),
            page="check_in",
            argument=new_at(point, past.id),
        )


def _asked_again(scene: Scene) -> Iterator[OpenThing]:
    """Yield the check-in that the patient wanted to be asked for again by now."""
    past = scene.today.past
    if past is None or past.outcome is None or scene.asks or scene.is_for_rest:
        return
    waiting = put_off(past, scene.journal.recent_check_ins(scene.now), scene.now)
    if waiting is not None:
        yield OpenThing(
            name="asked_again",
            title=_("{check_in} is open").format(check_in=check_in_name(waiting.time_point)),
            caption=_("You wanted to be asked again. Fill it in, or leave it."),
            page="check_in",
            argument=stored_at(waiting.day, waiting.id),
        )


def _monthly(scene: Scene) -> Iterator[OpenThing]:
    """Yield the monthly check-in early in a month, on a day on which no other is asked for."""
    past = scene.today.past
    is_quiet = scene.today.situation in (Situation.DAYS_BEFORE, Situation.BETWEEN)
    is_early = scene.now.day <= scene.ladder.monthly_days + 1  # the night after belongs to it
    if past is None or not (is_quiet and is_early) or scene.today.due is not None:
        return
    infusions = scene.infusions.recent(timedelta(days=MONTHLY_UNTIL + 1))
    taken = [one for one in infusions if one.took_place and one.date <= scene.now.date()]
    check_ins = scene.journal.recent_check_ins(scene.now)
    if is_monthly_due(taken, check_ins, scene.now, scene.ladder):
        last = max(taken, key=_planned_day)
        yield OpenThing(
            name="monthly",
            title=_("{check_in} is open").format(check_in=check_in_name(TimePoint.MONTHLY)),
            caption=_("Once a month, with a few more questions. Fill it in, or leave it."),
            page="check_in",
            argument=new_at(TimePoint.MONTHLY, last.id),
        )


def _reflection(scene: Scene) -> Iterator[OpenThing]:
    """Yield the reflection that asks whether it still holds; never on the day of an infusion."""
    if scene.asks or scene.is_for_rest or scene.today.situation is Situation.THE_DAY:
        return
    from app.services.looking_back import asked_reflection

    reflection = asked_reflection(scene.journal, scene.now)
    if reflection is not None:
        yield OpenThing(
            name="reflection",
            title=_("Does this still hold?"),
            caption=_("A look back on what you wrote. Fill it in, or leave it."),
            page="reflection",
            argument=stored_at(reflection.day, reflection.id),
            icon="pencil",
        )


def _questionnaire(scene: Scene) -> Iterator[OpenThing]:
    """Yield one questionnaire, on quiet days, for a week: then it is let go.

    The week is the one before an infusion, or the one from the day on which it is open again.
    """
    today = scene.today
    if today.situation not in (Situation.DAYS_BEFORE, Situation.BETWEEN):
        return
    today_is = evening_of(scene.now)
    is_near = today.coming is not None and (today.coming.date - today_is).days <= TOLD_DAYS
    for one in scene.questionnaires():
        is_new = one.since is not None and (today_is - one.since).days < TOLD_DAYS
        if is_near or is_new:
            yield OpenThing(
                name="questionnaire",
                title=one.title,
                caption=one.caption,
                page=one.page,
                argument=one.argument,
            )
            return


def _look_back(scene: Scene) -> Iterator[OpenThing]:
    """Yield the way to what helped and what was hard, while nothing is noted there."""
    infusion = scene.today.infusion
    if infusion is None or scene.today.situation is not Situation.AFTERWARDS:
        return
    if not (infusion.helped or infusion.hurt):
        yield OpenThing(
            name="look_back",
            title=_("What helped, what was hard?"),
            caption=_("You see it again before the next one."),
            page="plan",
            argument=infusion.id,
            icon="pencil",
        )


def _planned_day(infusion: Infusion) -> date:
    return infusion.date


SOURCES: Final[tuple[Source, ...]] = (_due, _asked_again, _monthly, _look_back)
"""Who is asked what is open, in the order of the screen."""

FURTHER: Final[tuple[Source, ...]] = (_reflection, _questionnaire)
"""Who is asked after those, once the window has painted."""
