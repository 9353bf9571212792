"""Rules in words."""

from datetime import timedelta

import pytest

from app.domain.rules import ClinicRule, RuleId, overridden
from app.services.content import Content
from app.services.rule_words import duration_name, rule_words
from app.services.whose_rule import provenance, waiting_time_passed
from tests.support.rules import GENERAL

CONTENT = Content()


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (6, "6 hours"),
        (1, "1 hour"),
        (2.5, "2 hours 30 minutes"),
        (0.5, "30 minutes"),
        (1 / 60, "1 minute"),
        (0, "0 minutes"),
        (168, "168 hours"),
    ],
)
def test_a_length_of_time_is_said_in_hours_and_minutes(hours: float, words: str) -> None:
    """As people say it."""
    assert duration_name(timedelta(hours=hours)) == words


def test_a_rule_says_its_number() -> None:
    """The general one and a clinic's alike."""
    four = overridden(GENERAL, [ClinicRule(id=RuleId.FOOD, hours=4)], "Riverside")

    assert rule_words(GENERAL.of(RuleId.FOOD)) == (
        "Nothing solid and no milk for 6 hours before you arrive.",
    )
    assert rule_words(four.of(RuleId.FOOD)) == (
        "Nothing solid and no milk for 4 hours before you arrive.",
    )


@pytest.mark.parametrize("rule_id", RuleId, ids=lambda rule_id: rule_id.value)
def test_no_place_for_a_number_is_left_open(rule_id: RuleId) -> None:
    """What the patient reads has no braces in it."""
    assert not any("{" in words for words in rule_words(GENERAL.of(rule_id)))


def test_a_clinics_braces_are_just_braces() -> None:
    """Only the room for the number is filled."""
    said = [
        ClinicRule(id=RuleId.DRINK, hours=3, words="{Water} for {duration}, {0} {x.y}"),
        ClinicRule(id=RuleId.COMPANY, words="Stay {duration}."),
    ]
    rules = overridden(GENERAL, said, "Riverside")

    assert rule_words(rules.of(RuleId.DRINK)) == ("{Water} for 3 hours, {0} {x.y}",)
    assert rule_words(rules.of(RuleId.COMPANY)) == ("Stay {duration}.",)


@pytest.mark.parametrize(
    ("clinic", "whose", "passed"),
    [
        (None, "General rule, ask your clinic.", "from the general rule has"),
        ("Riverside", "From Riverside.", "from Riverside has"),
        ("", "From your clinic.", "from your clinic has"),
    ],
)
def test_a_rule_says_whose_it_is(clinic: str | None, whose: str, passed: str) -> None:
    """A time that has passed permits nothing."""
    said = [] if clinic is None else [ClinicRule(id=RuleId.DECISIONS, hours=24)]
    rule = overridden(GENERAL, said, clinic or "").of(RuleId.DECISIONS)

    words = waiting_time_passed(rule, CONTENT)

    assert provenance(rule, CONTENT) == whose
    assert passed in words
    assert words.endswith("Wait, and ask. Staff decide when you leave.")
