"""What is worth a quiet word while the program is open: from which moment, and until when.

Few: the evening before, a time of the plan, leaving home, a check-in. Each is a moment, not a
wall time, and is told once. What came due while nobody could see it is not made up for.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, datetime, timedelta, tzinfo
from enum import Enum
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from app.domain.check_in import CheckIn
from app.domain.count_back import Mark, count_back
from app.domain.evening import NIGHT_ENDS
from app.domain.follow_up import USUAL, Ladder, Rung, due
from app.domain.infusion import Infusion, Outcome, expected_end
from app.domain.records import Moment, Part
from app.domain.rules import Rules
from app.domain.today import latest_past
from app.domain.wall_time import moment, seen_in, zone_called

EVENING: Final = "18:00"
"""When the evening before begins: early enough to pack a bag."""

WITHOUT_A_WAY: Final = timedelta(hours=1)
"""How long before the arrival it reminds, where nobody said how long the way is."""

SOON: Final = timedelta(minutes=15)
"""How long before leaving home: shoes, bag, keys."""

BEFORE_A_TIME: Final = timedelta(minutes=30)
"""How long before the last food and the last drink: enough for a small meal."""

MORNING: Final = "09:00"
"""When a check-in of a later day is spoken of. It is open from four on, when nobody wants to be."""

_QUIET_FROM: Final = 22
_QUIET_UNTIL: Final = 7
"""Hours between which only leaving and the appointment itself are worth a word."""

STILL_USEFUL: Final = timedelta(minutes=30)
"""How long after its moment something can still be told, to a computer that slept or was busy."""


class About(Enum):
    """What a reminder is about."""

    TOMORROW = "tomorrow"
    A_TIME = "a_time"
    LEAVING = "leaving"
    APPOINTMENT = "appointment"
    SOMETHING_OPEN = "something_open"


class Name(NamedTuple):
    """What tells a reminder from all others: told once is told for good."""

    about: About
    infusion: str
    at: datetime


class Reminder(Part, frozen=True, kw_only=True):
    """Something to tell at ``at``. From ``until`` on it is no longer true, or of no use.

    ``time`` is what it names, as the clocks at the clinic show it, where there is a time.
    """

    about: About
    infusion: str
    at: Moment
    until: Moment
    time: Moment | None = None

    @property
    def name(self) -> Name:
        """What tells it from all others."""
        return Name(self.about, self.infusion, self.at)


class Watch(Struct, frozen=True, kw_only=True):
    """What a watch has seen: when it looked last, and what it told."""

    looked: datetime
    told: frozenset[Name] = frozenset()


def evening_before(infusion: Infusion, here: tzinfo) -> datetime | None:
    """Return when the evening before *infusion* begins, on the clocks of its place.

    The first and the last year of the calendar have none. *here* is the computer's own zone.
    """
    if not _is_countable(infusion):
        return None
    day = infusion.date - timedelta(days=1)
    return moment(day, EVENING, zone_called(infusion.zone, here))


def reminders(
    infusions: Sequence[Infusion],
    check_ins: Iterable[CheckIn],
    rules: Rules,
    *,
    now: datetime,
    here: tzinfo,
    ladder: Ladder = USUAL,
) -> tuple[Reminder, ...]:
    """Return every reminder that is to come, or still true *now*, by their moments.

    *check_ins* are those of the last days. *here* is the computer's own zone.
    """
    kept = [one for one in infusions if one.outcome is not Outcome.CANCELLED]
    made = tuple(check_ins)
    found: dict[Name, Reminder] = {}
    for infusion in kept:
        before = infusion.outcome is None
        for one in _before(infusion, rules, here) if before else _after(infusion, here, ladder):
            is_alive = one.at < one.until and now < one.until
            if is_alive and (before or _is_open(one, kept, made, here, ladder)):
                found.setdefault(one.name, one)
    return tuple(sorted(found.values(), key=_moment))


def look(
    watch: Watch, found: Iterable[Reminder], now: datetime, *, may_tell: bool = True
) -> tuple[Watch, Reminder | None]:
    """Return what to tell *now*, at most one of *found*, and the watch for the next look.

    Told is what came due since the last look, if that is not long ago and it is still true. Of
    several the newest is told, and the others are done with. While *may_tell* is false all of
    it waits. A clock set back repeats nothing, and what it has yet to reach once more comes.
    """
    if not may_tell:
        return replace(watch, looked=min(watch.looked, now)), None
    fresh = [one for one in found if _is_fresh(one, watch, now)]
    seen = Watch(looked=now, told=watch.told | {one.name for one in fresh})
    return seen, max(fresh, key=_moment, default=None)


def next_look(found: Iterable[Reminder], now: datetime) -> datetime | None:
    """Return when the next of *found* comes due or has had its time; nothing if none does."""
    moments = (at for one in found for at in (one.at, one.until) if at > now)
    return min(moments, default=None)


def _is_fresh(one: Reminder, watch: Watch, now: datetime) -> bool:
    is_new = watch.looked < one.at <= now and one.name not in watch.told
    return is_new and now - one.at <= STILL_USEFUL and now < one.until


def _before(infusion: Infusion, rules: Rules, here: tzinfo) -> Iterator[Reminder]:
    """Yield what leads up to *infusion*.

    "Tomorrow" ends when it is no longer true, on the clinic's calendar or on the computer's.
    """
    evening = evening_before(infusion, here)
    if evening is None:
        return
    zone = zone_called(infusion.zone, here)
    midnight = min(moment(infusion.date, "00:00", one) for one in (zone, here))
    plan = count_back(infusion, rules, here)
    arrive = plan.at(Mark.ARRIVE) if plan is not None else None
    yield _of(infusion, About.TOMORROW, evening, midnight, arrive)
    if plan is None or arrive is None:
        return
    for last in (plan.at(Mark.LAST_FOOD), plan.at(Mark.LAST_DRINK)):
        if last is not None and last < arrive and not _is_quiet(last - BEFORE_A_TIME, here):
            yield _of(infusion, About.A_TIME, last - BEFORE_A_TIME, last, last)
    leave = plan.at(Mark.LEAVE_HOME)
    if leave is None:
        yield _of(infusion, About.APPOINTMENT, arrive - WITHOUT_A_WAY, arrive, arrive)
    else:
        yield _of(infusion, About.LEAVING, leave - SOON, arrive, leave)


def _after(infusion: Infusion, here: tzinfo, ladder: Ladder) -> Iterator[Reminder]:
    """Yield a moment for each check-in that may be open after *infusion*, until that night ends."""
    if not _is_countable(infusion):
        return
    for rung in ladder.rungs:
        at = _opens(rung, infusion, here)
        if at is not None and not _is_quiet(at, here):
            night = moment(at.date() + timedelta(days=1), "00:00", here) + NIGHT_ENDS
            yield _of(infusion, About.SOMETHING_OPEN, at, night)


def _is_open(
    one: Reminder,
    kept: Sequence[Infusion],
    made: Sequence[CheckIn],
    here: tzinfo,
    ladder: Ladder,
) -> bool:
    """Return whether a check-in is due at that moment, after the infusion that is then the last."""
    at = seen_in(here, one.at)
    past = latest_past(kept, at)
    if past is None or past.id != one.infusion:
        return False
    return due(past, made, at, ladder) is not None


def _opens(rung: Rung, infusion: Infusion, here: tzinfo) -> datetime | None:
    """Return when *rung* is worth a word; nothing for the one that is due at once."""
    moments = []
    if rung.first_day:
        day = infusion.date + timedelta(days=rung.first_day)
        moments.append(moment(day, MORNING, here))
    end = infusion.ended or expected_end(infusion, here)
    if rung.hours and end is not None:
        moments.append(seen_in(here, end + timedelta(hours=rung.hours)))
    return max(moments, default=None)


def _is_quiet(at: datetime, here: tzinfo) -> bool:
    """Return whether it is night where the computer is."""
    hour = seen_in(here, at).hour
    return hour >= _QUIET_FROM or hour < _QUIET_UNTIL


def _is_countable(infusion: Infusion) -> bool:
    return MINYEAR < infusion.date.year < MAXYEAR


def _of(
    infusion: Infusion,
    about: About,
    at: datetime,
    until: datetime,
    time: datetime | None = None,
) -> Reminder:
    return Reminder(about=about, infusion=infusion.id, at=at, until=until, time=time)


def _moment(one: Reminder) -> datetime:
    return one.at
