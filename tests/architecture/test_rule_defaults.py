"""The general rules, one by one: what holds until a clinic says otherwise."""

import re

import pytest

from app.domain.rules import IN_HOURS, IN_MINUTES, RuleId
from app.services.content import Content

FILE = Content()


@pytest.mark.parametrize(
    ("rule_id", "hours", "next_day"),
    [
        (RuleId.FOOD, 6, False),
        (RuleId.DRINK, 2, False),
        (RuleId.ALCOHOL_BEFORE, 24, False),
        (RuleId.ALCOHOL_AFTER, 24, False),
        (RuleId.DRIVING, 24, True),
        (RuleId.DECISIONS, 24, False),
    ],
)
def test_a_waiting_time_is_the_strictest_common_one(
    rule_id: RuleId, hours: int, next_day: bool
) -> None:
    """Where clinics differ, nobody is told too little."""
    rule = FILE.rules.of(rule_id)

    assert (rule.hours, rule.minutes, rule.next_day) == (hours, None, next_day)
    assert rule.is_general


@pytest.mark.parametrize(("rule_id", "minutes"), [(RuleId.LENGTH, 40), (RuleId.RECOVERY, 30)])
def test_a_usual_length_is_the_one_of_the_article(rule_id: RuleId, minutes: int) -> None:
    """About so long; staff decide."""
    rule = FILE.rules.of(rule_id)

    assert (rule.minutes, rule.hours, rule.next_day) == (minutes, None, False)


@pytest.mark.parametrize(
    ("rule_id", "sentences"),
    [
        (RuleId.BEFORE_FASTING, ["before_fasting"]),
        (RuleId.FOOD, ["food"]),
        (RuleId.DRINK, ["drink"]),
        (
            RuleId.ALCOHOL_BEFORE,
            ["alcohol_before", "not_prescribed_medicines", "daily_drinking"],
        ),
        (RuleId.MEDICINES, ["medicines", "medicines_not_sure"]),
        (RuleId.LENGTH, ["length"]),
        (RuleId.RECOVERY, ["recovery", "staff_decide"]),
        (RuleId.RIDE_HOME, ["ride_home"]),
        (RuleId.COMPANY, ["company"]),
        (RuleId.DRIVING, ["driving"]),
        (
            RuleId.ALCOHOL_AFTER,
            ["alcohol_after", "not_prescribed_medicines_after", "daily_drinking_after"],
        ),
        (RuleId.DECISIONS, ["decisions"]),
        (RuleId.CARE_OF_OTHERS, ["care_of_others"]),
        (RuleId.DROWSINESS, ["drowsiness"]),
    ],
)
def test_a_rule_has_its_sentences(rule_id: RuleId, sentences: list[str]) -> None:
    """Each by its name, so that none goes missing."""
    assert [one.id for one in FILE.rules.of(rule_id).sentences] == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "ask_your_clinic",
        "the_general_rule",
        "from_arrival",
        "waiting_time_passed",
        "ate_or_drank",
    ],
)
def test_a_sentence_beside_the_rules_is_there(sentence: str) -> None:
    """Each by its name here as well."""
    assert FILE.rule_sentences[sentence]


@pytest.mark.parametrize(
    ("rule_id", "named"),
    [
        (RuleId.BEFORE_FASTING, ["diabetes", "eating disorder", "pregnant"]),
        (RuleId.BEFORE_FASTING, ["sugar or weight-loss injections", "Call your clinic before"]),
        (RuleId.FOOD, ["solid", "milk", "before you arrive"]),
        (RuleId.DRINK, ["Clear drinks", "before you arrive"]),
        (RuleId.ALCOHOL_BEFORE, ["alcohol", "cannabis", "street drugs", "before you arrive"]),
        (RuleId.ALCOHOL_BEFORE, ["not about prescribed medicines", "drink every day, call first"]),
        (RuleId.ALCOHOL_AFTER, ["alcohol", "cannabis", "street drugs", "after"]),
        (RuleId.ALCOHOL_AFTER, ["not about prescribed medicines", "drink every day, call first"]),
        (RuleId.MEDICINES, ["Ask your clinic", "Not sure now? Call. Do not stop one on your own."]),
        (RuleId.DRIVING, ["driving", "cycling", "machines", "next day", "night's sleep"]),
        (RuleId.DECISIONS, ["legal decisions"]),
        (RuleId.CARE_OF_OTHERS, ["another adult", "children and others", "until the next day"]),
        (
            RuleId.DROWSINESS,
            ["Sleeping tablets, opioids and alcohol", "Ask which are fine tonight"],
        ),
        (RuleId.RIDE_HOME, ["An adult takes you home"]),
        (RuleId.COMPANY, ["company that night"]),
    ],
)
def test_a_rule_names_everything_that_it_is_about(rule_id: RuleId, named: list[str]) -> None:
    """A shorter sentence never costs somebody's danger its name."""
    words = " ".join(one.text for one in FILE.rules.of(rule_id).sentences)

    assert [one for one in named if one not in words] == []


def test_a_waiting_time_that_has_passed_is_no_permission() -> None:
    """Word for word, and so is the answer to having eaten."""
    assert FILE.rule_sentences["waiting_time_passed"] == (
        "The waiting time from {source} has passed. Still sleepy, dizzy or unlike yourself? "
        "Wait, and ask. Staff decide when you leave."
    )
    assert FILE.rule_sentences["ate_or_drank"] == (
        "That happens. Call your clinic. They will tell you what to do."
    )


def test_no_sentence_of_the_rules_has_the_name_of_another() -> None:
    """A name leads to one sentence."""
    names = [one.id for rule in FILE.rules.rules for one in rule.sentences]
    names += FILE.rule_sentences

    assert len(names) == len(set(names))


def test_the_rules_stand_in_the_order_of_the_program() -> None:
    """Before fasting comes first: for some, not eating is the danger."""
    assert [rule.id for rule in FILE.rules.rules] == list(RuleId)
    assert FILE.rules.rules[0].id is RuleId.BEFORE_FASTING


@pytest.mark.parametrize("rule_id", RuleId, ids=lambda rule_id: rule_id.value)
def test_a_number_is_filled_in_and_never_written_out(rule_id: RuleId) -> None:
    """A clinic may set its own number, and the sentence must go on being true."""
    first, *others = FILE.rules.of(rule_id).sentences

    assert ("{duration}" in first.text) is (rule_id in IN_HOURS | IN_MINUTES)
    texts = [first.text.replace("{duration}", ""), *(one.text for one in others)]
    assert not any(re.search(r"[0-9{}]", text) for text in texts)
