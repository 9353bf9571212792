"""A fortnight around infusions, told in lines: what happens in it, and what Today says then.

Stories are the files of ``tests/data/fortnights``. A line with ``>`` is something that happens:
a plan, an answer, a check-in. Every other line is what Today says from that minute on, until the
next one::

    It is answered in the afternoon.
    In 2026, by the clocks of Europe/Berlin.

    Mon 30 Nov 14:10   did it go ahead   today
    Mon 30 Nov 15:00 > went ahead
    Mon 30 Nov 15:00   afterwards        today       straight after

Where there are several infusions each has a name: ``> first: went ahead``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from app.domain.check_in import CheckIn, TimePoint
from app.domain.infusion import Infusion, Outcome
from app.domain.today import Situation, Today, today
from app.domain.wall_time import seen_in

MINUTES: Final = 14 * 24 * 60
_OUTCOMES: Final = {
    "went ahead": Outcome.WENT_AHEAD,
    "stopped early": Outcome.STOPPED_EARLY,
    "cancelled": Outcome.CANCELLED,
}
_CLOCKS: Final = re.compile(
    r"^In (\d{4}), by the clocks of ([\w/]+?)(?:; the clinic is in ([\w/]+))?\.$", re.MULTILINE
)
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = "JanFebMarAprMayJunJulAugSepOctNovDec"
_DAYS: Final = {0: "today", 1: "tomorrow", -1: "yesterday"}


@dataclass(frozen=True)
class Fortnight:
    """A story of fourteen days. *home* and *clinic* are the zones of their clocks."""

    year: int
    home: str
    clinic: str
    lines: tuple[str, ...]


def read(path: Path) -> Fortnight:
    """Return the story in the file *path*, without the spaces that only make columns."""
    head, _, told = path.read_text(encoding="utf-8").partition("\n\n")
    match = _CLOCKS.search(head)
    assert match is not None, f"{path.name} does not say when and where it is"
    year, home, clinic = match.groups()
    lines = tuple(" ".join(line.split()) for line in told.splitlines())
    return Fortnight(year=int(year), home=home, clinic=clinic or home, lines=lines)


class Minute(NamedTuple):
    """One minute: what is known in it, what has just happened, and what Today says."""

    now: datetime
    infusions: tuple[Infusion, ...]
    check_ins: tuple[CheckIn, ...]
    happened: tuple[str, ...]
    view: Today


def lived(story: Fortnight) -> Iterator[Minute]:
    """Yield every minute of *story*, from the moment of its first line."""
    home = ZoneInfo(story.home)
    events = [(_moment(line, story.year), line) for line in story.lines if ">" in line]
    start = events[0][0].replace(tzinfo=home).astimezone(UTC)
    infusions: dict[str, Infusion] = {}
    check_ins: list[CheckIn] = []
    known: tuple[Infusion, ...] = ()
    made: tuple[CheckIn, ...] = ()
    view: Today | None = None
    for now in _clock(start, home):
        wall = now.replace(tzinfo=None)
        happened: tuple[str, ...] = ()
        while events and events[0][0] == wall:
            happened = (*happened, events.pop(0)[1])
            _happen(happened[-1], story, now, infusions, check_ins)
            known, made = tuple(infusions.values()), tuple(check_ins)
        seen = today(known, made, (), now)
        view = view if view == seen else seen  # twenty thousand that are alike are one
        yield Minute(now, known, made, happened, view)


def _clock(start: datetime, home: ZoneInfo) -> Iterator[datetime]:
    """Yield the minutes from *start* on, as the clocks at *home* show them.

    Clocks are changed on the quarter hour, so each quarter has one offset.
    """
    for quarter in range(MINUTES // 15):
        first = seen_in(home, start + timedelta(minutes=quarter * 15))
        yield from (first + timedelta(minutes=minute) for minute in range(15))


def retold(story: Fortnight, minutes: Iterable[Minute]) -> list[str]:
    """Return what happened in *minutes* and what Today said, each line once, when it began."""
    told: list[str] = []
    view, last = None, ""
    for minute in minutes:
        told += minute.happened
        if minute.view != view:
            view, said = minute.view, _said(minute.view)
            if said != last:
                told.append(f"{_label(story, minute.now)} {said}")
                last = said
    return told


def _label(story: Fortnight, now: datetime) -> str:
    """Return the moment as a calendar and a clock show it; an hour shown twice says so."""
    again = " again" if now.astimezone(ZoneInfo(story.home)).fold else ""
    month = _MONTHS[now.month * 3 - 3 : now.month * 3]
    return f"{_WEEKDAYS[now.weekday()]} {now:%d} {month} {now:%H:%M}{again}"


def _said(view: Today) -> str:
    words = view.situation.value.replace("_", " ")
    if view.situation is Situation.NOTHING_PLANNED or view.infusion is None:
        return words
    days = _DAYS.get(view.days) or (
        f"in {view.days} days" if view.days > 0 else f"{-view.days} days ago"
    )
    said = [words, _named(view.infusion), days]
    if view.due is not None:
        said += [view.due.value.replace("_", " "), _named(view.past)]
    return " ".join(word for word in said if word)


def _named(infusion: Infusion | None) -> str:
    return f"({infusion.id})" if infusion is not None and infusion.id else ""


def _happen(
    line: str,
    story: Fortnight,
    now: datetime,
    infusions: dict[str, Infusion],
    check_ins: list[CheckIn],
) -> None:
    """Let what *line* tells happen."""
    words = line.split("> ", 1)[1]
    name, said = words.split(": ") if ": " in words else ("", words)
    match said.split(" ", 2):
        case ["planned", "for", when]:
            plan = Infusion(id=name, created=now, changed=now, date=now.date(), zone=story.clinic)
            infusions[name] = _planned_for(plan, when, story.year)
        case ["moved", "to", when]:
            infusions[name] = _planned_for(infusions[name], when, story.year)
        case ["filled", "in", what]:
            point = TimePoint(what.replace(" ", "_"))
            check_ins.append(
                CheckIn(id="", created=now, changed=now, at=now, time_point=point, infusion=name)
            )
        case _:
            infusions[name] = replace(infusions[name], outcome=_OUTCOMES[said])


def _planned_for(infusion: Infusion, when: str, year: int) -> Infusion:
    """Return *infusion* on the day and at the time of "Mon 30 Nov 13:30, 90 minutes"."""
    begins, _, minutes = when.partition(", ")
    day, arrive = begins[:10], begins[11:] or None
    return replace(
        infusion,
        date=_moment(f"{day} 00:00", year).date(),
        arrive=arrive,
        minutes=int(minutes.split()[0]) if minutes else infusion.minutes,
    )


def _moment(line: str, year: int) -> datetime:
    """Return what a calendar and a clock on the wall show at the beginning of *line*."""
    weekday, day, month, time = line.split()[:4]
    hours, minutes = time.split(":")
    number = _MONTHS.index(month) // 3 + 1
    date = datetime(year, number, int(day), int(hours), int(minutes))  # noqa: DTZ001 -- a wall has no zone
    assert weekday == _WEEKDAYS[date.weekday()], f"{line} is on a {_WEEKDAYS[date.weekday()]}"
    return date
