"""Rules, and a clinic's in their place."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.help import Sentence
from app.domain.records import Part
from app.domain.rules import (
    AFTER,
    ALWAYS_SAID,
    IN_HOURS,
    IN_MINUTES,
    ClinicRule,
    Rule,
    RuleId,
    Rules,
    overridden,
)
from app.storage.codec import FieldError, decode, decode_what_can_be, encode
from app.storage.errors import ErrorCode
from app.storage.yaml_values import Document, Value
from tests.support.rules import GENERAL

WITHOUT_NUMBER = sorted(
    set(RuleId) - IN_HOURS - IN_MINUTES - ALWAYS_SAID, key=lambda one: one.value
)
WORDED = [one for one in RuleId if one not in ALWAYS_SAID]


class Pack(Part, frozen=True, kw_only=True):
    """As much of a clinic's pack as is about rules."""

    rules: tuple[ClinicRule, ...] = ()


def test_a_rule_tells_how_long_it_holds() -> None:
    """In hours, in minutes, or not at all."""
    assert GENERAL.of(RuleId.FOOD).duration == timedelta(hours=6)
    assert GENERAL.of(RuleId.RECOVERY).duration == timedelta(minutes=30)
    assert GENERAL.of(RuleId.COMPANY).duration == timedelta()


def test_a_clinics_rule_takes_the_place_of_the_general_one() -> None:
    """With its number, its words and its name; every other rule stays as it is."""
    said = ClinicRule(id=RuleId.FOOD, hours=4, words="A light breakfast is fine.")

    rules = overridden(GENERAL, [said], "Riverside")

    food = rules.of(RuleId.FOOD)
    assert (food.hours, food.sentences[0].text) == (4, "A light breakfast is fine.")
    assert (food.clinic, food.is_general) == ("Riverside", False)
    assert [rule for rule in rules.rules if rule.id is not RuleId.FOOD] == [
        rule for rule in GENERAL.rules if rule.id is not RuleId.FOOD
    ]


def test_a_clinic_that_only_gives_a_number_leaves_the_words() -> None:
    """The sentence has room for it. One without a name is a clinic all the same."""
    recovery = overridden(GENERAL, [ClinicRule(id=RuleId.RECOVERY, minutes=120)], "").of(
        RuleId.RECOVERY
    )

    assert recovery.minutes == 120
    assert recovery.sentences == GENERAL.of(RuleId.RECOVERY).sentences
    assert not recovery.is_general


def test_what_stands_beside_a_rule_stays_with_it() -> None:
    """That stopping suddenly can be dangerous is true whatever the number of hours."""
    said = ClinicRule(id=RuleId.ALCOHOL_BEFORE, hours=72, words="No alcohol for three days.")

    texts = overridden(GENERAL, [said], "Riverside").of(RuleId.ALCOHOL_BEFORE).sentences

    assert texts[0].text == "No alcohol for three days."
    assert texts[1:] == GENERAL.of(RuleId.ALCOHOL_BEFORE).sentences[1:]


@pytest.mark.parametrize(("said", "kept"), [(None, True), (True, True), (False, False)])
def test_the_night_before_driving_stays_unless_the_clinic_says_otherwise(
    said: bool | None, kept: bool
) -> None:
    """Twelve hours alone do not take it away."""
    clinic_rule = ClinicRule(id=RuleId.DRIVING, hours=12, next_day=said, words="Not for 12 hours.")

    driving = overridden(GENERAL, [clinic_rule], "Riverside").of(RuleId.DRIVING)

    assert (driving.hours, driving.next_day) == (12, kept)


def test_of_two_on_the_same_rule_the_later_counts() -> None:
    """As everywhere in a pack."""
    said = [ClinicRule(id=RuleId.DRINK, hours=hours) for hours in (6, 3)]

    assert overridden(GENERAL, said, "Riverside").of(RuleId.DRINK).hours == 3


@given(st.lists(st.sampled_from(WORDED), max_size=6), st.integers(0, 168), st.text(max_size=9))
def test_every_rule_is_there_once_whatever_a_clinic_sets(
    ids: list[RuleId], number: int, clinic: str
) -> None:
    """In the same order, with the clinic's name on what it set and on nothing else."""
    said = [
        ClinicRule(
            id=one,
            hours=number if one in IN_HOURS else None,
            minutes=number if one in IN_MINUTES else None,
            words="Our words.",
        )
        for one in ids
    ]

    rules = overridden(GENERAL, said, clinic)

    assert [rule.id for rule in rules.rules] == [rule.id for rule in GENERAL.rules]
    assert {rule.id for rule in rules.rules if rule.clinic is not None} == set(ids)


def test_no_clinic_rules_change_nothing() -> None:
    """A pack may be about phones only."""
    assert overridden(GENERAL, [], "Riverside") == GENERAL


@pytest.mark.parametrize(
    ("place", "raw"),
    [
        ("hours", {"id": "food", "hours": 169}),
        ("hours", {"id": "food", "hours": -1}),
        ("hours", {"id": "food", "hours": "six"}),
        ("minutes", {"id": "recovery", "minutes": 601}),
        ("minutes", {"id": "recovery", "minutes": 0.5}),
        ("id", {"id": "breakfast", "hours": 4}),
        ("id", {"hours": 4}),
        (None, {"id": "food"}),
        (None, {"id": "food", "words": "Nothing after midnight."}),
        (None, {"id": "food", "hours": 6, "minutes": 30}),
        (None, {"id": "recovery", "hours": 1}),
        (None, {"id": "company", "hours": 1, "words": "Stay together."}),
        (None, {"id": "company", "words": "  "}),
        (None, {"id": "driving", "hours": 12, "next_day": False}),
        (None, {"id": "driving", "hours": 12, "next_day": False, "words": " "}),
        (None, {"id": "food", "hours": 12, "next_day": True, "words": "Nothing."}),
    ],
)
def test_what_is_wrong_in_a_clinics_rule_is_named_by_its_place(
    place: str | None, raw: Document
) -> None:
    """Out of range, not a number, no such rule, or half said."""
    with pytest.raises(FieldError) as refused:
        decode(raw, ClinicRule)

    assert refused.value.field == place


def test_a_wrong_rule_in_a_pack_costs_only_itself() -> None:
    """It is named by its place, and the general one goes on holding."""
    pack: Document = {
        "rules": [
            {"id": "food", "hours": 4},
            {"id": "drink", "words": "A little water."},
            {"id": "decisions", "hours": 480},
        ]
    }

    read, wrong = decode_what_can_be(pack, Pack)
    rules = overridden(GENERAL, read.rules, "Riverside")

    assert [error.field for error in wrong] == ["rules[1]", "rules[2].hours", "rules[2]"]
    assert [rule.id for rule in rules.rules if not rule.is_general] == [RuleId.FOOD]
    assert encode(read) == {"rules": [{"id": "food", "hours": 4.0}]}


@pytest.mark.parametrize("hours", [0, 2.5, 168])
def test_hours_from_none_to_a_week_are_taken(hours: float) -> None:
    """Halves too."""
    assert decode({"id": "food", "hours": hours}, ClinicRule).hours == hours


@pytest.mark.parametrize("rule_id", WITHOUT_NUMBER)
def test_a_rule_without_a_number_takes_words(rule_id: RuleId) -> None:
    """That is all there is to say."""
    said = decode({"id": rule_id.value, "words": "Our words."}, ClinicRule)

    assert overridden(GENERAL, [said], "R").of(rule_id).sentences[0].text == "Our words."


def test_a_list_of_rules_is_whole() -> None:
    """None is missing and none is there twice, in a file as in the program."""
    raw: list[Value] = [{"id": "company", "sentences": [{"text": "Stay.", "source": "s"}]}]

    with pytest.raises(FieldError) as incomplete:
        decode({"rules": raw}, Rules)
    with pytest.raises(ValueError, match="once"):
        Rules(rules=(*GENERAL.rules, GENERAL.rules[0]))

    assert incomplete.value.code is ErrorCode.BAD_VALUE


def test_a_rule_needs_its_number_and_its_words() -> None:
    """A content file that lost one is refused when it is read."""
    words = (Sentence(text="Words.", source="s"),)

    with pytest.raises(ValueError, match="hours"):
        Rule(id=RuleId.FOOD, sentences=words)
    with pytest.raises(ValueError, match="minutes"):
        Rule(id=RuleId.LENGTH, sentences=words)
    with pytest.raises(ValueError, match="next day"):
        Rule(id=RuleId.FOOD, hours=6, next_day=True, sentences=words)
    with pytest.raises(FieldError):
        decode({"id": "company", "sentences": []}, Rule)
    assert all(replace(GENERAL.of(one), next_day=True).next_day for one in AFTER)


def test_no_clinic_words_anew_what_is_said_before_fasting() -> None:
    """People with diabetes, and others whom fasting can harm, read it whatever the clinic."""
    with pytest.raises(ValueError, match="as it is"):
        ClinicRule(id=RuleId.BEFORE_FASTING, words="Everybody fasts.")
