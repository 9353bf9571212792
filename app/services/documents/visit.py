"""What documents are made from, besides the rules."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from msgspec import Struct

from app.domain.help import CountryHelp
from app.domain.infusion import Infusion, Ride
from app.domain.preferences import ClinicPhones
from app.services.content import Content
from app.services.names import infusion_name


class Visit(Struct, frozen=True, kw_only=True):
    """What others may read of an infusion. It cannot hold an intention, notes or scores."""

    name: str
    date: date
    arrive: str | None = None
    zone: str = ""
    place: str = ""
    minutes: int = 40
    travel_minutes: int | None = None
    ride: Ride = Ride()


def visit_of(infusion: Infusion) -> Visit:
    """Return what others may read of *infusion*."""
    return Visit(
        name=infusion_name(infusion),
        date=infusion.date,
        arrive=infusion.arrive,
        zone=infusion.zone,
        place=infusion.place.strip(),
        minutes=infusion.minutes,
        travel_minutes=infusion.travel_minutes,
        ride=infusion.ride,
    )


class Spelling(NamedTuple):
    """How days and times are written: numbers are not in the text language.

    ``day`` "Monday 30 November 2026", ``date_only`` "30 November 2026", ``short`` "30 Nov",
    ``weekday`` "Sun", ``month`` "November 2026", ``time`` "1:30 PM", ``wall_time`` the same for
    a stored "13:30".
    """

    day: Callable[[date], str]
    date_only: Callable[[date], str]
    short: Callable[[date], str]
    weekday: Callable[[date], str]
    month: Callable[[date], str]
    time: Callable[[datetime], str]
    wall_time: Callable[[str], str]


class Background(NamedTuple):
    """What all documents draw on: wording, numbers to call, who the patient is, today's date."""

    content: Content
    spelling: Spelling
    made: date
    name: str = ""
    clinic: ClinicPhones = ClinicPhones()
    help: CountryHelp | None = None
