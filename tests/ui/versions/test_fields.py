"""An entry in rows: everything it says, in words, and nothing that it does not say."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from app.domain.check_in import Bothering, CheckIn, Rating, Told, Vitals
from app.domain.effects import Began, Bother, EffectNote, Lasted, Severity
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Holds, LookBack, Reflection
from app.domain.versions import Written
from app.services.content import Content
from app.services.names import bothering_name, told_name
from app.ui.versions.answers import (
    Wording,
    by_its_id,
    by_its_number,
    effect_words,
    holds_name,
    pressure_words,
    wording_of,
)
from app.ui.versions.fields import Kind, fields_of, pairs

NOW = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)
WORDING = Wording(str.title, by_its_id, by_its_number)

EMPTY = CheckIn(id="one23456", created=NOW, changed=NOW, at=NOW)
FULL = replace(
    EMPTY,
    bothering=Bothering.CANNOT_SAY,
    effects=(
        EffectNote(
            effect="dizziness",
            severity=Severity.SEVERE,
            bothered=Bother.A_LITTLE,
            began=Began.SOON_AFTER,
            lasted=Lasted.AN_HOUR,
            still_there=False,
            helped="Lying down",
        ),
    ),
    told_high_pressure=Told.DONT_KNOW,
    vitals=Vitals(systolic=120, diastolic=80, pulse=72, oxygen=97),
    words="Tired.",
    ask_again_on=date(2026, 12, 1),
    skipped=True,
).rated(Rating.MOOD, 0)


def texts(entry: Written) -> dict[str, str]:
    """Return what stands in each row."""
    return {field.label: field.text for field in fields_of(entry, WORDING)}


def test_a_check_in_says_everything_in_words() -> None:
    """In the order of the screen it is written on."""
    assert texts(FULL) == {
        "Is anything bothering you?": "I can't say",
        "Dizziness": "Severe\nBothered me a little\nBegan soon after\nLasted about an hour\n"
        "Gone again\nWhat helped: Lying down",
        "Were you told your blood pressure was high?": "I don't know",
        "Blood pressure": "120 over 80",
        "Pulse": "72 a minute",
        "Oxygen": "97 %",
        "Mood": "0 of 10",
        "In your own words": "Tired.",
        "Ask me again on": "Tuesday 1 December",
        "Skip this one": "Yes",
    }
    assert next(iter(texts(FULL))) == "Is anything bothering you?"
    assert texts(EMPTY.none_noticed(said=True)) == {"Effects": "None of the listed effects"}


def test_an_entry_that_says_nothing_has_no_rows() -> None:
    """Nothing is filled in."""
    reflection = Reflection(id="two23456", created=NOW, changed=NOW, at=NOW)

    assert texts(EMPTY) == texts(reflection) == {}


def test_a_reflection_says_everything_in_words() -> None:
    """What was said of it later too."""
    reflection = Reflection(
        id="two23456",
        created=NOW,
        changed=NOW,
        at=NOW,
        intention="Rest",
        during="A river",
        after="Less in a hurry",
        look_back=LookBack(at=NOW, holds=Holds.PARTLY, words="Mostly"),
    )
    silent = replace(reflection, look_back=LookBack(at=NOW))

    assert list(texts(reflection).values()) == [
        "Rest",
        "A river",
        "Less in a hurry",
        "Partly",
        "Mostly",
    ]
    assert list(texts(silent).values()) == ["Rest", "A river", "Less in a hurry"]


def test_a_questionnaire_says_everything_in_words() -> None:
    """Each question with its answer, and whether it came to its end."""
    one = Questionnaire(
        id="tri23456", created=NOW, changed=NOW, at=NOW, name=QuestionnaireName.GAD_7
    ).answered("feeling_nervous", 2)

    assert texts(one) == {"Feeling nervous": "2"}
    assert texts(replace(one, finished=NOW))["Finished"].startswith("Monday 30 November, ")


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (EffectNote(effect="x"), "Noticed"),
        (EffectNote(effect="x", still_there=True), "Noticed\nStill there"),
    ],
)
def test_an_effect_says_only_what_was_said_of_it(note: EffectNote, words: str) -> None:
    """One that was noticed and no more is only that."""
    assert effect_words(note) == words


def test_every_answer_has_words_of_its_own() -> None:
    """No two answers to one question read alike."""
    began = {effect_words(EffectNote(effect="x", began=one)) for one in Began}
    lasted = {effect_words(EffectNote(effect="x", lasted=one)) for one in Lasted}
    bothered = {effect_words(EffectNote(effect="x", bothered=one)) for one in Bother}

    assert (len(began), len(lasted), len(bothered)) == (len(Began), len(Lasted), len(Bother))
    assert len({holds_name(one) for one in Holds}) == len(Holds)
    assert len({told_name(one) for one in Told}) == len(Told)
    assert len({bothering_name(one) for one in Bothering}) == len(Bothering)


@pytest.mark.parametrize(
    ("vitals", "words"),
    [
        (Vitals(systolic=120), "120 over –"),
        (Vitals(diastolic=0), "– over 0"),
        (Vitals(pulse=72), ""),
    ],
)
def test_a_reading_that_is_missing_is_a_dash(vitals: Vitals, words: str) -> None:
    """A zero that was written is a zero."""
    assert pressure_words(vitals) == words


def test_pairs_stand_in_the_order_of_the_screen() -> None:
    """What only one side says stands where it stood there."""
    before = EMPTY.noticed("nausea").noticed("headache").rated(Rating.PAIN, 3).saying("Same.")
    now = EMPTY.noticed("headache").noticed("cold").rated(Rating.MOOD, 2).saying("Same.")

    found = pairs(now, before, WORDING)

    assert [(pair.key, pair.kind) for pair in found] == [
        ("effect:nausea", Kind.GONE),
        ("effect:headache", Kind.SAME),
        ("effect:cold", Kind.NEW),
        ("rating:mood", Kind.NEW),
        ("rating:pain", Kind.GONE),
        ("words", Kind.SAME),
    ]
    assert [pair.kind for pair in pairs(FULL, FULL.saying("Rested."), WORDING)].count(
        Kind.CHANGED
    ) == 1


def test_a_questionnaire_is_told_in_its_own_words() -> None:
    """A question or an answer that the content does not know is told by its id and its number."""
    wording = wording_of(Content())
    name = QuestionnaireName.PHQ_9

    assert wording.question(name, "little_interest").startswith("Little interest or pleasure")
    assert wording.answer(name, "little_interest", 2) == "More than half the days"
    assert wording.answer(name, "difficulty", 3) == "Extremely difficult"
    assert wording.question(name, "from_later") == "From later"
    assert wording.answer(name, "from_later", 2) == "2"
