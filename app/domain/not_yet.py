"""The not-yet clock: how long driving, alcohol and decisions wait after an infusion.

A waiting time that is over permits nothing: it is said in the words of the content, and staff
decide.
"""

from datetime import datetime, timedelta, tzinfo
from typing import Final

from app.domain.infusion import Infusion, Outcome, expected_end
from app.domain.records import Moment, Part
from app.domain.rules import Rule, RuleId, Rules
from app.domain.wall_time import moment, seen_in, zone_called

WAITING: Final = (RuleId.DRIVING, RuleId.ALCOHOL_AFTER, RuleId.DECISIONS)
"""What waits, in the order of the screen."""

MORNING: Final = "08:00"
"""When a night's sleep is over, at the earliest. Labels say "the next day, after a restful
sleep" and name no hour; eight leaves a night even to an evening infusion."""


class Waiting(Part, frozen=True, kw_only=True):
    """One waiting time: the rule it follows, until when, and whether that has passed."""

    rule: Rule
    until: Moment
    is_over: bool

    @property
    def kind(self) -> RuleId:
        """What waits: driving, alcohol or decisions."""
        return self.rule.id


def not_yet(infusion: Infusion, rules: Rules, now: datetime, here: tzinfo) -> tuple[Waiting, ...]:
    """Return what waits after *infusion*, and until when, as the clocks at the clinic show it.

    Nothing waits before it is over, and nothing after a cancelled one. It counts from the real
    end where that is known, else from the planned one; without either there is no clock, and
    the rule's words stand alone. *here* is the computer's own zone.
    """
    end = infusion.ended or expected_end(infusion, here)
    if end is None or infusion.outcome is Outcome.CANCELLED:
        return ()
    if infusion.outcome is None and end > now:
        return ()
    zone = zone_called(infusion.zone, here)
    rows = ((rules.of(one), _until(rules.of(one), end, zone)) for one in WAITING)
    return tuple(Waiting(rule=rule, until=until, is_over=until <= now) for rule, until in rows)


def _until(rule: Rule, end: datetime, zone: tzinfo) -> datetime:
    waited = seen_in(zone, end + rule.duration)
    if not rule.next_day:
        return waited
    next_day = seen_in(zone, end).date() + timedelta(days=1)
    return max(waited, moment(next_day, MORNING, zone))
