"""What ships, as a clinic sets it: and what always stands, whatever it says."""

from typing import Any, Final

import pytest
from msgspec.structs import replace

from app.domain.check_in import TimePoint
from app.domain.clinic import ALWAYS_LISTED, PackChecklist
from app.domain.follow_up import USUAL
from app.domain.preferences import ClinicPhones, Profile
from app.domain.questionnaire import QuestionnaireName
from app.domain.questionnaire_schedule import PREFERRED_DAYS
from app.domain.rules import ALWAYS_SAID, ClinicRule, RuleId
from app.services.clinic_content import days_apart
from app.services.clinic_news import news_of
from app.services.content import Content
from app.services.numbers_to_call import numbers_to_call
from app.services.rule_words import rule_words
from tests.support import packs

GENERAL: Final = Content()
PROFILE: Final = Profile(clinic=ClinicPhones(day="555-0001", name="Mine"))


def content(**said: Any) -> Content:
    """Return what ships, as a pack that says *said* sets it."""
    adapted = Content()
    adapted.adapt(packs.pack(**said))
    return adapted


def whole() -> Content:
    """Return what ships under a pack that sets, hides and rewords whatever it can."""
    hide = [one.id for one in GENERAL.checklist if one.id not in ALWAYS_LISTED]
    rules = [
        {
            "id": one.value,
            "words": "Our words.",
            **({"hours": 0} if GENERAL.rules.of(one).hours is not None else {}),
            **({"minutes": 0} if GENERAL.rules.of(one).minutes is not None else {}),
        }
        for one in RuleId
        if one not in ALWAYS_SAID
    ]
    return content(
        rules=rules,
        checklist={"hide": hide},
        crisis_lines=[{"number": "1", "name": "Ours"}],
        phones={"day": "2", "out_of_hours": "3"},
        after_care=["Rest."],
    )


def whole_rules() -> Content:
    """Return what ships under a pack that sets every rule it can."""
    pack = whole().pack
    assert pack is not None
    adapted = Content()
    adapted.adapt(replace(pack, checklist=PackChecklist()))
    return adapted


def item(adapted: Content, item_id: str) -> str:
    """Return what an item of the checklist says under its title."""
    return next(one.why for one in adapted.checklist if one.id == item_id)


def test_an_item_tells_of_the_clinics_rule() -> None:
    """Not of the general one beside it; what is said before fasting follows."""
    said = item(content(rules=[{"id": "food", "hours": 3}]), "food_and_drink")

    assert "3 hours before you arrive. From Riverside Clinic." in said
    assert "Clear drinks until 2 hours before you arrive, then stop. General rule" in said
    assert "6 hours" not in said
    assert said.endswith("Call your clinic before you fast.")


def test_every_item_that_tells_of_a_general_rule_is_known() -> None:
    """One that is added later cannot go on telling a number that is not the clinic's."""
    asks = GENERAL.rule_sentences["ask_your_clinic"]
    telling = {one.id for one in GENERAL.checklist if asks in one.why}

    said = {one.id: one.why for one in whole_rules().checklist}

    assert all(asks not in said[one] for one in telling)


def test_what_goes_for_two_rules_is_said_once() -> None:
    """Alcohol before and after."""
    said = item(content(rules=[{"id": "alcohol_after", "hours": 48}]), "no_alcohol")

    assert said.count("Stopping suddenly can be dangerous.") == 1
    assert "48 hours" in said


def test_an_item_of_general_rules_stays_as_it_is_written() -> None:
    """As long as the clinic says nothing of them."""
    adapted = content(rules=[{"id": "recovery", "minutes": 60}])

    assert item(adapted, "food_and_drink") == item(GENERAL, "food_and_drink")


def test_items_are_added_hidden_and_reworded() -> None:
    """In their stage, with whose they are."""
    adapted = content(
        checklist={
            "add": [{"id": "eye_mask", "title": "Our scan", "stage": "morning", "why": "For us."}],
            "hide": ["cpap"],
            "reword": [{"id": "toilet", "title": "Rest room"}, {"id": "papers", "why": "Ours."}],
        }
    )

    by_id = {one.id: one for one in adapted.checklist}

    assert (by_id["clinic_eye_mask"].title, by_id["clinic_eye_mask"].clinic) == (
        "Our scan",
        "Riverside Clinic",
    )
    assert "cpap" not in by_id
    assert (by_id["toilet"].title, by_id["toilet"].why) == ("Rest room", "Before you settle down.")
    assert by_id["papers"].title == "ID or insurance card, and the medicine list"
    assert by_id["eye_mask"].clinic == ""


def test_check_ins_come_on_the_clinics_days() -> None:
    """Other time points stay, and the monthly one can be left out."""
    adapted = content(
        check_ins=[{"point": "day_3", "first_day": 2, "last_day": 5}], monthly_check_in=False
    )

    rungs = {one.point: one for one in adapted.ladder.rungs}

    assert (rungs[TimePoint.DAY_3].first_day, rungs[TimePoint.DAY_3].last_day) == (2, 5)
    assert rungs[TimePoint.DAY_7] in USUAL.rungs
    assert adapted.ladder.monthly_days == 0
    assert content().ladder == GENERAL.ladder == USUAL


def test_questionnaires_come_as_often_as_the_clinic_wants() -> None:
    """Never sooner than they ask about."""
    pack = packs.pack(questionnaires=[{"name": "phq_9", "every_days": 28}])

    assert days_apart(pack, QuestionnaireName.PHQ_9) == 28
    assert days_apart(pack, QuestionnaireName.GAD_7) == PREFERRED_DAYS
    assert days_apart(None, QuestionnaireName.PHQ_9) == PREFERRED_DAYS


def test_numbers_to_call_are_added_and_none_is_lost() -> None:
    """Those of the country first; a number that the patient typed stays beside the clinic's."""
    before = numbers_to_call(GENERAL, PROFILE, "US")

    numbers = numbers_to_call(
        content(
            phones={"day": "555-0142"},
            crisis_lines=[{"number": "111", "name": "Night team", "hours": "20:00 to 8:00"}],
        ),
        PROFILE,
        "US",
    )

    assert [one.number for one in numbers] == [
        "911",
        "988",
        "741741",
        "111",
        "555-0142",
        "555-0001",
    ]
    assert {one.number for one in before} <= {one.number for one in numbers}
    assert numbers[3].how == "Crisis line · 20:00 to 8:00"
    assert numbers[5].how == "As you wrote it in Settings"


@pytest.mark.parametrize("country", ["US", "GB", ""])
def test_a_pack_never_takes_a_number_away(country: str) -> None:
    """Emergency numbers and crisis lines stand first, whatever it sets."""
    general = numbers_to_call(GENERAL, Profile(), country)

    assert numbers_to_call(whole(), Profile(), country)[: len(general)] == general


def test_a_pack_never_takes_away_when_to_call() -> None:
    """The lists are the same for everyone."""
    assert whole().when_to_call == GENERAL.when_to_call


def test_a_pack_never_takes_away_that_nothing_reaches_the_clinic() -> None:
    """The sentence is the program's own."""
    assert whole().about == GENERAL.about
    assert "does not reach your clinic" in " ".join(whole().about.values())


def test_a_pack_never_takes_away_what_is_said_before_fasting() -> None:
    """Neither as a rule nor on the checklist."""
    said = " ".join(rule_words(GENERAL.rules.of(RuleId.BEFORE_FASTING)))

    assert rule_words(whole().rules.of(RuleId.BEFORE_FASTING)) == (said,)
    assert said in item(whole(), "food_and_drink")
    with pytest.raises(ValueError, match="as it is"):
        ClinicRule(id=RuleId.BEFORE_FASTING, words="Fast.")


def test_a_pack_never_takes_away_that_stopping_alcohol_can_be_dangerous() -> None:
    """It stands beside the clinic's number of hours."""
    for rule in (RuleId.ALCOHOL_BEFORE, RuleId.ALCOHOL_AFTER):
        assert "Stopping suddenly can be dangerous." in " ".join(rule_words(whole().rules.of(rule)))


def test_everything_that_changed_is_told() -> None:
    """Each thing in a sentence of its own."""
    before = packs.pack(
        checklist={"add": [{"id": "scan", "title": "Scan", "stage": "morning"}]},
        phones={"day": "1"},
        after_care=["Rest."],
    )
    after = packs.pack(
        name="Harbor",
        phones={"day": "2", "out_of_hours": "3"},
        checklist={
            "add": [{"id": "card", "title": "Our card", "stage": "morning"}],
            "hide": ["cpap"],
            "reword": [{"id": "toilet", "title": "Rest room"}],
        },
        check_ins=[{"point": "day_3", "first_day": 2, "last_day": 5}],
        questionnaires=[{"name": "phq_9", "every_days": 28}],
        after_care=["Rest well."],
        address="1 River Street",
        crisis_lines=[{"number": "111", "name": "Night team"}],
    )

    assert news_of(before, after) == (
        "Harbor sets some things for you now.",
        "New wording on the checklist: Rest room",
        "New on the checklist: Our card",
        "Not on the checklist any more: My CPAP",
        "Not on the checklist any more: Scan",
        "Daytime phone: 2",
        "Phone out of hours: 3",
        "Night team: 111",
        "The days of the check-ins have changed.",
        "The days of the questionnaires have changed.",
        "What to do afterwards has new wording.",
        "The clinic's address or hours have changed.",
    )
    assert news_of(before, before) == ()


def test_a_number_that_is_gone_is_news() -> None:
    """Somebody may have written it down, or counts on it."""
    line = {"number": "111", "name": "Night team"}
    before = packs.pack(crisis_lines=[line], phones={"day": "1", "out_of_hours": "2"})

    assert news_of(before, packs.pack()) == (
        "Not given any more: the daytime phone",
        "Not given any more: the phone out of hours",
        "Not given any more: Night team, 111",
    )


def test_a_crisis_line_that_is_known_is_no_news() -> None:
    """Only what is new is told."""
    line = {"number": "111", "name": "Night team"}
    before = packs.pack(crisis_lines=[line])
    after = packs.pack(crisis_lines=[line], address="1 River Street")

    assert news_of(before, after) == ("The clinic's address or hours have changed.",)
