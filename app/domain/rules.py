"""The clinical rules around an infusion: general ones, and the clinic's in their place."""

from collections.abc import Iterable
from datetime import timedelta
from enum import Enum
from typing import Annotated, Final

from msgspec import Meta
from msgspec.structs import replace

from app.domain.help import Sentence
from app.domain.pack_text import PackText
from app.domain.records import Part

Hours = Annotated[float, Meta(ge=0, le=168)]
"""From none to a week."""

RuleMinutes = Annotated[int, Meta(ge=0, le=600)]


class RuleId(Enum):
    """What a rule is about. The names stand in content files and in clinic packs."""

    BEFORE_FASTING = "before_fasting"
    FOOD = "food"
    DRINK = "drink"
    ALCOHOL_BEFORE = "alcohol_before"
    MEDICINES = "medicines"
    LENGTH = "length"
    RECOVERY = "recovery"
    RIDE_HOME = "ride_home"
    COMPANY = "company"
    DRIVING = "driving"
    ALCOHOL_AFTER = "alcohol_after"
    DECISIONS = "decisions"
    CARE_OF_OTHERS = "care_of_others"
    DROWSINESS = "drowsiness"


BEFORE: Final = frozenset({RuleId.FOOD, RuleId.DRINK, RuleId.ALCOHOL_BEFORE})
"""Counted back from the arrival, in hours."""

AFTER: Final = frozenset({RuleId.DRIVING, RuleId.ALCOHOL_AFTER, RuleId.DECISIONS})
"""Counted from the end of the infusion, in hours."""

ALWAYS_SAID: Final = frozenset({RuleId.BEFORE_FASTING})
"""What is said whatever the clinic: whom fasting can harm must read it."""

IN_HOURS: Final = BEFORE | AFTER
IN_MINUTES: Final = frozenset({RuleId.LENGTH, RuleId.RECOVERY})


class Rule(Part, frozen=True, kw_only=True):
    """One rule: its number where it has one, its words, and whose rule it is.

    The first of ``sentences`` says the rule, with ``{duration}`` where the number belongs; the
    others go with it whoever set the number. ``next_day``: not before the next day either,
    after a night's sleep. ``clinic`` is the name of the clinic that set the rule (it may be
    empty), or nothing for a general one.
    """

    id: RuleId
    sentences: Annotated[tuple[Sentence, ...], Meta(min_length=1)]
    hours: Hours | None = None
    minutes: RuleMinutes | None = None
    next_day: bool = False
    clinic: str | None = None

    def __post_init__(self) -> None:
        """Refuse a number that is missing, or that the rule cannot have."""
        _check_number(self.id, self.hours, self.minutes)
        if self.next_day and self.id not in AFTER:
            raise ValueError("Only a rule for afterwards can wait for the next day")

    @property
    def is_general(self) -> bool:
        """Whether no clinic has set it; then the screen says "ask your clinic"."""
        return self.clinic is None

    @property
    def duration(self) -> timedelta:
        """The hours or minutes as a length of time; none at all for a rule without a number."""
        return timedelta(hours=self.hours or 0, minutes=self.minutes or 0)


class Rules(Part, frozen=True, kw_only=True):
    """All rules, each there once, in the order in which they matter to the patient."""

    rules: tuple[Rule, ...]

    def __post_init__(self) -> None:
        """Refuse a list in which a rule is missing or there twice."""
        if sorted(rule.id.value for rule in self.rules) != sorted(one.value for one in RuleId):
            raise ValueError("Each rule stands in the list once")

    def of(self, rule_id: RuleId) -> Rule:
        """Return the rule about *rule_id*."""
        return next(rule for rule in self.rules if rule.id is rule_id)


class ClinicRule(Part, frozen=True, kw_only=True):
    """What a clinic says on one rule, in its pack.

    A rule with a number needs the clinic's number, so that its words can never part from what
    is counted; a rule without one needs words. The clinic's words take the place of the
    rule's first sentence. ``next_day`` goes with words, because the general ones speak of it.
    """

    id: RuleId
    hours: Hours | None = None
    minutes: RuleMinutes | None = None
    next_day: bool | None = None
    words: PackText = ""

    def __post_init__(self) -> None:
        """Refuse what would leave the rule half said, and to say otherwise what is said always."""
        if self.id in ALWAYS_SAID:
            raise ValueError("This stands as it is, whatever the clinic")
        _check_number(self.id, self.hours, self.minutes)
        if self.id not in IN_HOURS | IN_MINUTES and not self.words.strip():
            raise ValueError("A rule without a number needs words")
        if self.next_day is not None and (self.id not in AFTER or not self.words.strip()):
            raise ValueError("The next day goes with a rule for afterwards, and with words")


def overridden(rules: Rules, clinic_rules: Iterable[ClinicRule], clinic: str) -> Rules:
    """Return *rules* with those of *clinic* in their place, which carry its name.

    Of two on the same rule the later counts. Sentences beside the rule stay: that stopping
    alcohol suddenly can be dangerous is true whatever the number of hours.
    """
    said = {one.id: one for one in clinic_rules}
    return Rules(
        rules=tuple(
            _as_said(rule, said[rule.id], clinic) if rule.id in said else rule
            for rule in rules.rules
        )
    )


def _as_said(rule: Rule, said: ClinicRule, clinic: str) -> Rule:
    first = rule.sentences[0]
    if said.words.strip():
        first = Sentence(id=first.id, text=said.words, source="")
    return replace(
        rule,
        sentences=(first, *rule.sentences[1:]),
        hours=said.hours,
        minutes=said.minutes,
        next_day=rule.next_day if said.next_day is None else said.next_day,
        clinic=clinic,
    )


def _check_number(rule_id: RuleId, hours: float | None, minutes: int | None) -> None:
    if (hours is not None) is not (rule_id in IN_HOURS):
        raise ValueError("A rule counted in hours has hours, and no other has")
    if (minutes is not None) is not (rule_id in IN_MINUTES):
        raise ValueError("A rule counted in minutes has minutes, and no other has")
