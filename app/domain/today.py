"""What matters now: a pure function of the infusions, the journal, the checklist and the time."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import Enum
from typing import Final

from msgspec.structs import replace

from app.domain.check_in import CheckIn, TimePoint
from app.domain.checklist import Item, Line, Stage, lines
from app.domain.follow_up import USUAL, Ladder, days_since, due
from app.domain.infusion import Infusion, Outcome, expected_end
from app.domain.records import Part

SHOWN_AT_MOST: Final = 3
"""How many open items Today shows; one thing at a time."""

FIRST_DAYS: Final = 2
"""How many days after an infusion its check-in comes before the next one."""

_NEAR_DAYS: Final = 2
"""As far as two places on Earth can be apart in their calendars, and a long infusion more."""

ASKED_FOR_DAYS: Final = 14
"""How long "did it go ahead?" is asked; then it is let go."""


class Situation(Enum):
    """Where the patient stands between two infusions."""

    NOTHING_PLANNED = "nothing_planned"
    DAYS_BEFORE = "days_before"
    THE_DAY = "the_day"
    DID_IT_GO_AHEAD = "did_it_go_ahead"
    AFTERWARDS = "afterwards"
    BETWEEN = "between"


class Today(Part, frozen=True, kw_only=True):
    """What the first page shows.

    ``infusion`` is the one that the situation is about; ``coming`` the next one planned, which
    may be the same; ``days`` counts calendar days until ``infusion``, negative when past; in the
    days afterwards a night belongs to the evening before it.
    ``past`` is the last one that is behind, and ``due`` the check-in that is open after it.
    """

    situation: Situation
    infusion: Infusion | None = None
    coming: Infusion | None = None
    days: int = 0
    first_open: tuple[Line, ...] = ()
    open_count: int = 0
    done: tuple[Line, ...] = ()
    past: Infusion | None = None
    due: TimePoint | None = None


def today(
    infusions: Sequence[Infusion],
    check_ins: Iterable[CheckIn],
    list_items: Sequence[Item],
    now: datetime,
    ladder: Ladder = USUAL,
) -> Today:
    """Return what matters at *now*. *check_ins* are those of the last days, in any order.

    The day of an infusion comes before everything; then the question whether the last one went
    ahead, and its first days until the eve of the next. Later a check-in that is due stands
    beside what comes next.
    """
    kept = [infusion for infusion in infusions if infusion.outcome is not Outcome.CANCELLED]
    ahead = coming(kept, now)
    past = latest_past(kept, now)
    point = due(past, check_ins, now, ladder) if past is not None else None
    if ahead is not None and _days(ahead, now) <= 0:
        situation, infusion = Situation.THE_DAY, ahead
    elif past is not None and past.outcome is None and _days(past, now) >= -ASKED_FOR_DAYS:
        situation, infusion = Situation.DID_IT_GO_AHEAD, past
    elif past is not None and _leads(past, point, ahead, now):
        situation, infusion = Situation.AFTERWARDS, past
    elif ahead is not None:
        situation, infusion = Situation.DAYS_BEFORE, ahead
    elif past is not None:
        situation, infusion = Situation.BETWEEN, past
    else:
        return Today(situation=Situation.NOTHING_PLANNED)
    return replace(_view(situation, infusion, ahead, list_items, now), past=past, due=point)


def _leads(past: Infusion, point: TimePoint | None, ahead: Infusion | None, now: datetime) -> bool:
    """Return whether *past* matters more than what comes next.

    It does on its own day, and as long as a check-in of its first days is due; but on the eve of
    the next one that has rules of its own.
    """
    days = days_since(past, now)
    if days <= 0 or point is None:
        return days <= 0
    return ahead is None or (days <= FIRST_DAYS and _days(ahead, now) > 1)


def coming(infusions: Iterable[Infusion], now: datetime) -> Infusion | None:
    """Return the next planned infusion, the one of today included until its time has gone by."""
    ahead = (i for i in infusions if i.outcome is None and not _is_over(i, now))
    return min(ahead, key=_order, default=None)


def latest_past(infusions: Iterable[Infusion], now: datetime) -> Infusion | None:
    """Return the last infusion that is behind the patient, or whose time has gone by."""
    behind = (i for i in infusions if (i.outcome and i.date <= now.date()) or _is_over(i, now))
    return max(behind, key=_order, default=None)


def _is_over(infusion: Infusion, now: datetime) -> bool:
    """Return whether the planned time has gone by; a day without a time is over at its end.

    Zones are looked at near the day only: elsewhere they change nothing, and take time to load.
    """
    if infusion.arrive is None or abs(_days(infusion, now)) > _NEAR_DAYS:
        return infusion.date < now.date()
    end = infusion.ended or expected_end(infusion, now.tzinfo or UTC)
    return infusion.date < now.date() if end is None else end <= now


def _days(infusion: Infusion, now: datetime) -> int:
    return (infusion.date - now.date()).days


def _order(infusion: Infusion) -> tuple[str, str]:
    return infusion.date.isoformat(), infusion.arrive or ""


def _view(
    situation: Situation,
    infusion: Infusion,
    ahead: Infusion | None,
    list_items: Sequence[Item],
    now: datetime,
) -> Today:
    rows = lines(list_items, ahead.ticks if ahead else ())
    still_open = _by_day([row for row in rows if row.is_open], _days(ahead, now)) if ahead else ()
    is_after = situation is Situation.AFTERWARDS
    return Today(
        situation=situation,
        infusion=infusion,
        coming=ahead,
        days=min(-days_since(infusion, now), 0) if is_after else _days(infusion, now),
        first_open=still_open[:SHOWN_AT_MOST],
        open_count=len(still_open),
        done=tuple(row for row in rows if row.is_done),
    )


def _by_day(still_open: list[Line], days: int) -> tuple[Line, ...]:
    """Return what is open with the items of the day first: that of the eve, or of the morning."""
    first = {0: Stage.MORNING, 1: Stage.DAY_BEFORE}.get(days)
    return tuple(sorted(still_open, key=lambda row: row.item.stage is not first))
