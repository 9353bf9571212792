"""Days in all the zones of the world, those beside a clock change more often than others."""

from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

WALL_TIMES: Final = st.times().map(lambda time: f"{time:%H:%M}")
SMALL_HOURS: Final = st.builds(
    "{:02}:{:02}".format, st.integers(0, 3), st.sampled_from([0, 1, 29, 30, 59])
)
"""The hours in which clocks are changed."""

_ZONES: Final = cache(lambda: sorted(available_timezones()))
"""The names of all zones: looking for them opens six hundred files, once."""

_YEARS: Final = (2007, 2011, 2024, 2026, 2027, 2037)


@cache
def changes(zone: str, year: int) -> tuple[date, ...]:
    """Return the days of *year* between whose two midnights the clocks of *zone* are changed."""
    where = ZoneInfo(zone)
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    return tuple(
        day for day, after in pairwise(days) if _offset(day, where) != _offset(after, where)
    )


@st.composite
def places_and_days(draw: st.DrawFn) -> tuple[str, date]:
    """Draw the name of a zone and a day: half of them at most two days from a clock change."""
    zone = draw(st.sampled_from(_ZONES()))
    near = changes(zone, draw(st.sampled_from(_YEARS)))
    beside_a_change = draw(st.booleans())
    if near and beside_a_change:
        return zone, draw(st.sampled_from(near)) + timedelta(days=draw(st.integers(-2, 2)))
    return zone, draw(st.dates(date(1990, 1, 1), date(2060, 12, 31)))


def _offset(day: date, where: ZoneInfo) -> timedelta | None:
    return datetime.combine(day, time(), tzinfo=where).utcoffset()
