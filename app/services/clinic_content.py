"""What ships with the program, as a clinic sets it: rules, checklist, check-ins, questionnaires."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from app.domain.checklist import Item
from app.domain.clinic import Pack, RewordedItem
from app.domain.follow_up import USUAL, Ladder, adapted
from app.domain.questionnaire import QuestionnaireName
from app.domain.questionnaire_schedule import PREFERRED_DAYS
from app.domain.rules import ALWAYS_SAID, RuleId, Rules
from app.services.rule_words import from_clinic, rule_words

_ABOUT: Final[Mapping[str, tuple[RuleId, ...]]] = {
    "ride_home": (RuleId.RIDE_HOME, RuleId.DRIVING),
    "company_tonight": (RuleId.COMPANY,),
    "care_of_others": (RuleId.CARE_OF_OTHERS,),
    "no_alcohol": (RuleId.ALCOHOL_BEFORE, RuleId.ALCOHOL_AFTER),
    "food_and_drink": (RuleId.FOOD, RuleId.DRINK, RuleId.BEFORE_FASTING),
    "medicines_today": (RuleId.MEDICINES,),
    "ride_is_here": (RuleId.RIDE_HOME,),
    "company_is_here": (RuleId.COMPANY,),
    "no_driving_after": (RuleId.DRIVING, RuleId.ALCOHOL_AFTER, RuleId.DECISIONS),
}
"""Which rules the built-in items tell of."""

OF_THE_CLINIC: Final = "clinic_"
"""How the ids of items begin that a clinic added: they never meet one that ships later."""


def checklist_of(
    general: Iterable[Item], pack: Pack, rules: Rules, ask_your_clinic: str
) -> tuple[Item, ...]:
    """Return the *general* items as *pack* has them, its own at the end of their stage.

    An item that tells of rules tells of *rules* wherever one of those is the clinic's.
    """
    said = {one.id: one for one in pack.checklist.reword}
    kept = [
        _reworded(_by_rules(item, rules, ask_your_clinic), said.get(item.id), pack.name)
        for item in general
        if item.id not in pack.checklist.hide
    ]
    added = [
        Item(
            id=f"{OF_THE_CLINIC}{one.id}",
            title=one.title,
            stage=one.stage,
            why=one.why,
            clinic=pack.name,
        )
        for one in pack.checklist.add
    ]
    return (*kept, *added)


def ladder_of(pack: Pack) -> Ladder:
    """Return when check-ins are due, by the days of *pack* where it has any."""
    ladder = adapted(USUAL, pack.check_ins)
    return replace(ladder, monthly_days=0) if pack.monthly_check_in is False else ladder


def days_apart(pack: Pack | None, name: QuestionnaireName) -> int:
    """Return how many days after the last one the patient is told that *name* is open."""
    said = pack.questionnaires if pack is not None else ()
    return next((one.every_days for one in said if one.name is name), PREFERRED_DAYS)


def _by_rules(item: Item, rules: Rules, ask_your_clinic: str) -> Item:
    about = [rules.of(one) for one in _ABOUT.get(item.id, ())]
    if all(rule.is_general for rule in about):
        return item

    def sentences() -> Iterator[str]:
        for rule in about:
            yield from rule_words(rule)
            if rule.id not in ALWAYS_SAID:
                yield ask_your_clinic if rule.is_general else from_clinic(rule.clinic or "")

    said = list(sentences())
    once = [one for at, one in enumerate(said) if one not in said[at + 1 :]]
    return replace(item, why=" ".join(once))


def _reworded(item: Item, said: RewordedItem | None, clinic: str) -> Item:
    if said is None:
        return item
    return replace(item, title=said.title or item.title, why=said.why or item.why, clinic=clinic)
