"""The clinic pack: what it can say, what it never can, and how several become one."""

from datetime import date
from typing import Any

import pytest

from app.domain.clinic import ALWAYS_LISTED, LogoName, Pack, merged, phones_of
from app.domain.preferences import ClinicPhones
from app.domain.questionnaire import QuestionnaireName
from app.domain.rules import RuleId
from app.storage.codec import FieldError, decode
from app.storage.yaml_values import Document

LEAST: Document = {
    "name": "Riverside",
    "author": "Dr. Lee",
    "version": 3,
    "date": "2026-11-01",
    "expires": "2027-11-01",
}


def pack(**said: Any) -> Pack:
    """Return the pack that says *said* besides what each has to say."""
    return decode({**LEAST, **said}, Pack)


def test_name_author_version_and_dates_are_enough() -> None:
    """Everything else stays as it is without a pack."""
    least = pack()

    assert (least.name, least.version) == ("Riverside", 3)
    assert [*least.rules, *least.after_care, *least.checklist.hide, *least.check_ins] == []
    assert least.logo is None


@pytest.mark.parametrize("name", list(LEAST))
def test_none_of_these_can_be_missing(name: str) -> None:
    """Who says it, and until when, is always told."""
    with pytest.raises(FieldError) as caught:
        decode({key: value for key, value in LEAST.items() if key != name}, Pack)

    assert caught.value.place == (name,)


def test_a_pack_expires_after_its_last_day() -> None:
    """On the day itself it still holds."""
    assert not pack().is_expired(date(2027, 11, 1))
    assert pack().is_expired(date(2027, 11, 2))


@pytest.mark.parametrize(
    "words",
    [
        "See https://example.org",
        "www.example.org",
        "Write to mailto:a@b.org",
        "<b>Stop</b>",
        "[here](file)",
        "a\u202eb",
        "a\u200bb",
        "a\x07b",
        "a\u2028b",
        "a\uffffb",
        "",
        " \n",
        "x" * 601,
    ],
)
def test_words_are_nothing_but_words(words: str) -> None:
    """No links, no markup, no signs that nobody sees, and not too many."""
    with pytest.raises(FieldError):
        pack(after_care=[words])
    with pytest.raises(FieldError):
        pack(name=words)


@pytest.mark.parametrize("words", ["Drink, rest & sleep (2 < 3).", "Zwölf Uhr: schlafen", "שלום"])
def test_plain_words_of_any_language_are_fine(words: str) -> None:
    """A sign of its own is no markup."""
    assert pack(after_care=[words]).after_care == (words,)


def test_a_line_stays_a_line() -> None:
    """Not even its last break is one too many."""
    for name in ("a\nb", "ab\n"):
        with pytest.raises(FieldError):
            pack(name=name)
    assert pack(address="1 River Street\nSpringfield").address.count("\n") == 1


@pytest.mark.parametrize("number", ["call me <now>", "1" * 41, "+1 555\n", "tel:555;x"])
def test_a_phone_number_is_one(number: str) -> None:
    """What cannot be dialed is no number."""
    with pytest.raises(FieldError):
        pack(phones={"day": number})


@pytest.mark.parametrize(
    "said",
    [
        {"expires": "2026-10-01"},
        {"rules": [{"id": "food", "hours": 3}, {"id": "food", "hours": 4}]},
        {"rules": [{"id": "before_fasting", "words": "Fast."}]},
        {"checklist": {"hide": sorted(ALWAYS_LISTED)}},
        {"checklist": {"reword": [{"id": "food_and_drink", "why": "Nothing."}]}},
        {"checklist": {"reword": [{"id": "eye_mask"}]}},
        {"checklist": {"add": [{"id": "a", "title": "A", "stage": "morning"}] * 2}},
        {"checklist": {"reword": [{"id": "eye_mask", "why": "A"}] * 2}},
        {"check_ins": [{"point": "day_3", "first_day": 3, "last_day": 4}] * 2},
        {"questionnaires": [{"name": "phq_9", "every_days": 14}] * 2},
        {"questionnaires": [{"name": "phq_9", "every_days": 6}]},
        {"crisis_lines": [{"number": "111", "name": "NHS"}] * 2},
        {"crisis_lines": [{"number": "", "name": "NHS"}]},
        {"crisis_lines": [{"number": " - ", "name": "NHS"}]},
        {"crisis_lines": [{"number": "111", "name": "\u00a0"}]},
        {"logo": "../secret.png"},
        {"version": 0},
        {"version": "3"},
        {"checklist": {"add": [{"id": "Über", "title": "A", "stage": "morning"}]}},
    ],
)
def test_what_contradicts_itself_or_the_program_is_refused(said: dict[str, Any]) -> None:
    """Among it everything that would take away what always stands."""
    with pytest.raises(FieldError):
        pack(**said)


def test_of_several_packs_the_later_wins_key_by_key() -> None:
    """What it does not say stays as the earlier one has it."""
    first = pack(
        logo="clinic-logo.png",
        phones={"day": "1", "out_of_hours": "2"},
        address="Old Street",
        rules=[{"id": "food", "hours": 3}, {"id": "drink", "hours": 1}],
        checklist={
            "add": [{"id": "scan", "title": "Scan", "stage": "morning"}],
            "hide": ["cpap", "journal"],
            "reword": [{"id": "eye_mask", "why": "Ours."}],
        },
        check_ins=[{"point": "day_3", "first_day": 2, "last_day": 4}],
        questionnaires=[{"name": "phq_9", "every_days": 14}],
        crisis_lines=[{"number": "111", "name": "NHS"}],
        after_care=["Rest."],
    )
    later = pack(
        name="Riverside West",
        version=4,
        phones={"out_of_hours": "3"},
        rules=[{"id": "food", "hours": 4}],
        checklist={
            "add": [{"id": "scan", "title": "A scan", "stage": "morning"}],
            "hide": ["journal", "clothes"],
        },
        monthly_check_in=False,
    )

    whole = merged([first, later])

    assert whole is not None
    assert (whole.name, whole.version, whole.logo) == ("Riverside West", 4, LogoName.PNG)
    assert (whole.phones.day, whole.phones.out_of_hours) == ("1", "3")
    assert (whole.address, whole.after_care, whole.monthly_check_in) == (
        "Old Street",
        ("Rest.",),
        False,
    )
    assert [(one.id, one.hours) for one in whole.rules] == [(RuleId.FOOD, 4), (RuleId.DRINK, 1)]
    assert [one.title for one in whole.checklist.add] == ["A scan"]
    assert whole.checklist.hide == ("cpap", "journal", "clothes")
    assert [one.id for one in whole.checklist.reword] == ["eye_mask"]
    assert [one.name for one in whole.questionnaires] == [QuestionnaireName.PHQ_9]
    assert len(whole.check_ins) == len(whole.crisis_lines) == 1
    assert merged([]) is None


def test_a_phone_of_the_packs_is_shown_before_one_the_patient_typed() -> None:
    """Theirs stays where the clinic names none."""
    own = ClinicPhones(name="My clinic", day="5", out_of_hours="6")

    assert phones_of(None, own) == own
    assert phones_of(pack(phones={"day": "1"}), own) == ClinicPhones(
        name="Riverside", day="1", out_of_hours="6"
    )
