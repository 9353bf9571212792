"""What has to wait after an infusion, in words: until when, how long, and whose rule it is."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from app.domain.clock import Clock
from app.domain.infusion import Infusion, expected_end
from app.domain.not_yet import WAITING, Waiting, not_yet
from app.domain.rules import RuleId
from app.domain.wall_time import zone_here
from app.i18n import _
from app.services.content import Content
from app.services.rule_words import time_left
from app.services.whose_rule import waiting_time_passed, whole_rule

_DAYS_WITHOUT_AN_END: Final = 1
_HOUR: Final = timedelta(hours=1)
_TONIGHT: Final = (RuleId.COMPANY, RuleId.CARE_OF_OTHERS, RuleId.DROWSINESS)


class WaitLine(Struct, frozen=True, kw_only=True):
    """One waiting time. ``part`` is how much of it has passed, from 0 to 1.

    ``left`` is how long it still takes; once it is over ``passed`` says so, and permits nothing.
    Without a known end there is no ``until``, and the rule stands alone.
    """

    kind: RuleId
    title: str
    rule: str
    until: datetime | None = None
    part: float = 0.0
    left: str = ""
    passed: str = ""


class Waits(Struct, frozen=True, kw_only=True):
    """What waits after an infusion, counted from its ``end``, which may be only the planned one.

    ``tonight`` is what holds on its day besides, a rule each.
    """

    infusion: Infusion
    lines: tuple[WaitLine, ...]
    end: datetime | None
    tonight: tuple[str, ...] = ()

    @property
    def is_planned(self) -> bool:
        """Whether it is counted from the planned end, because nobody has said the real one."""
        return self.end is not None and self.infusion.ended is None

    @property
    def is_over(self) -> bool:
        """Whether every waiting time has passed."""
        return all(line.passed for line in self.lines)


def waits(infusion: Infusion, content: Content, clock: Clock) -> Waits | None:
    """Return what waits after *infusion*; what has passed is said until the end of that day.

    Nothing before it is over, and nothing after a cancelled one.
    """
    now = clock.now()
    here = zone_here(clock)
    end = infusion.ended or expected_end(infusion, here)
    rows = not_yet(infusion, content.rules, now, here)
    if rows and _is_worth_saying(rows, now):
        lines = [_line(one, end or now, content, now) for one in rows]
    elif end is None and _took_place_lately(infusion, now):
        lines = list(_rules_alone(content))
    else:
        return None
    tonight = _TONIGHT if infusion.date == now.date() else ()
    return Waits(
        infusion=infusion,
        lines=tuple(lines),
        end=end,
        tonight=tuple(whole_rule(content.rules.of(one), content) for one in tonight),
    )


def _is_worth_saying(rows: tuple[Waiting, ...], now: datetime) -> bool:
    last = max(row.until for row in rows)
    return last.date() >= now.astimezone(last.tzinfo).date()


def _took_place_lately(infusion: Infusion, now: datetime) -> bool:
    days = (now.date() - infusion.date).days
    return infusion.took_place and days <= _DAYS_WITHOUT_AN_END


def _rules_alone(content: Content) -> Iterator[WaitLine]:
    for kind in WAITING:
        rule = content.rules.of(kind)
        yield WaitLine(kind=kind, title=_title(kind, content), rule=whole_rule(rule, content))


def _line(one: Waiting, end: datetime, content: Content, now: datetime) -> WaitLine:
    whole = max(one.until - end, _HOUR)
    passed = min(max((now - end) / whole, 0.0), 1.0)
    left = _("{duration} to go").format(duration=time_left(one.until, now))
    return WaitLine(
        kind=one.kind,
        title=_title(one.kind, content),
        rule=whole_rule(one.rule, content),
        until=one.until,
        part=1.0 if one.is_over else passed,
        left="" if one.is_over else left,
        passed=waiting_time_passed(one.rule, content) if one.is_over else "",
    )


def _title(kind: RuleId, content: Content) -> str:
    return content.rule_sentences[f"waits_{kind.value}"]
