"""One infusion: its plan, its ticks, the ride home, and whether it went ahead."""

from datetime import MAXYEAR, MINYEAR, datetime, timedelta, tzinfo
from datetime import date as calendar_date
from enum import Enum
from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from app.domain.checklist import Tick
from app.domain.records import Moment, Part, Record, WallTime
from app.domain.wall_time import moment, seen_in, zone_called

Minutes = Annotated[int, Meta(ge=5, le=240)]
"""How long an infusion is planned to run; 40 is usual, up to 240 for pain."""

TravelMinutes = Annotated[int, Meta(ge=0, le=1440)]
"""From door to door; the patient's own guess."""

EarlyMinutes = Annotated[int, Meta(ge=0, le=240)]
"""How long before the start the clinic wants the patient to be there."""

Count = Annotated[int, Meta(ge=1, le=999)]


class InfusionRoute(Enum):
    """How the medicine is given."""

    IV = "iv"
    OTHER = "other"


class Outcome(Enum):
    """What became of a planned infusion, once the patient has said so."""

    WENT_AHEAD = "went_ahead"
    STOPPED_EARLY = "stopped_early"
    CANCELLED = "cancelled"


class Ride(Part, frozen=True, kw_only=True):
    """Who takes the patient home."""

    who: str = ""
    phone: str = ""
    pick_up: WallTime | None = None
    confirmed: bool = False


class Infusion(Record, frozen=True, kw_only=True):
    """One infusion, planned or past. ``id`` is also the file's name and stays when the date moves.

    ``arrive`` is the wall-clock time the clinic gave, in ``zone``; the infusion starts
    ``early_minutes`` after it. ``series`` is shared by infusions that were planned together.
    ``ended`` is when it really ended, where that is known.
    """

    date: calendar_date
    arrive: WallTime | None = None
    zone: str = ""
    place: str = ""
    travel_minutes: TravelMinutes | None = None
    early_minutes: EarlyMinutes = 0
    minutes: Minutes = 40
    route: InfusionRoute = InfusionRoute.IV
    number: Count | None = None
    total: Count | None = None
    series: str = ""
    outcome: Outcome | None = None
    ended: Moment | None = None
    intention: str = ""
    notes: str = ""
    music: str = ""
    helped: str = ""
    hurt: str = ""
    ride: Ride = Ride()
    ticks: tuple[Tick, ...] = ()

    @property
    def took_place(self) -> bool:
        """Whether it went ahead, if only for a part."""
        return self.outcome in (Outcome.WENT_AHEAD, Outcome.STOPPED_EARLY)

    def tick(self, item_id: str) -> Tick | None:
        """Return what was said of an item, or nothing."""
        return next((tick for tick in self.ticks if tick.item == item_id), None)

    def marked(self, item_id: str, tick: Tick | None) -> "Infusion":
        """Return the infusion with *tick* said of an item; nothing makes it open again."""
        others = tuple(other for other in self.ticks if other.item != item_id)
        return replace(self, ticks=others if tick is None else (*others, tick))


def arrival_in(infusion: Infusion, zone: tzinfo) -> datetime | None:
    """Return the arrival as the clocks in *zone* show it; nothing without a time of day.

    The first and the last year of the calendar have none: nothing could be counted there.
    """
    if infusion.arrive is None or not MINYEAR < infusion.date.year < MAXYEAR:
        return None
    return moment(infusion.date, infusion.arrive, zone)


def expected_end(infusion: Infusion, here: tzinfo) -> datetime | None:
    """Return when *infusion* ends by its plan; nothing without a time of day."""
    zone = zone_called(infusion.zone, here)
    arrive = arrival_in(infusion, zone)
    if arrive is None:
        return None
    minutes = timedelta(minutes=infusion.early_minutes + infusion.minutes)
    return seen_in(zone, arrive + minutes)


def ended_at(infusion: Infusion, wall_time: str, here: tzinfo) -> datetime:
    """Return when *infusion* ended, if a clock there showed *wall_time*: never before it began.

    A time before the arrival is one past midnight.
    """
    zone = zone_called(infusion.zone, here)
    arrive = arrival_in(infusion, zone)
    at = moment(infusion.date, wall_time, zone)
    if arrive is not None and at < arrive:
        return moment(infusion.date + timedelta(days=1), wall_time, zone)
    return at
