"""What a patient wants to tell and ask, and the list of questions made of it."""

import pytest

from app.domain.consultation import (
    LONGEST_NAME,
    Ask,
    Condition,
    Consultation,
    Medicine,
    Question,
    Text,
    ask_list,
)
from app.services.content import Content
from tests.support.data_folders import MORNING

CONTENT = Content()
BY_NAME = [
    "benzodiazepines",
    "sleeping_tablets",
    "lamotrigine",
    "stimulants",
    "blood_pressure",
    "opioids",
    "sugar_and_weight_injections",
    "mao_inhibitors",
    "theophylline",
    "thyroid_tablets",
]


def medicine(name: str, entry_id: str = "", *, is_current: bool = True) -> Medicine:
    """Return a medicine called *name*."""
    return Medicine(
        id=entry_id or name, created=MORNING, changed=MORNING, name=name, is_current=is_current
    )


def question(text: str) -> Question:
    """Return a question that says *text*."""
    return Question(id=text, created=MORNING, changed=MORNING, text=text)


def condition(title: str) -> Condition:
    """Return a condition called *title*."""
    return Condition(id=title, created=MORNING, changed=MORNING, title=title)


def asked(*names: str) -> tuple[Ask, ...]:
    """Return what is asked of somebody who takes the medicines called *names*."""
    return ask_list(
        Consultation(medicines=tuple(medicine(name) for name in names)), CONTENT.ask_list
    )


def groups(*names: str) -> set[str]:
    """Return the groups that are asked about by name."""
    return {one.id.removeprefix("by_name:") for one in asked(*names) if "by_name:" in one.id}


def test_medicines_are_parted_into_those_taken_now_and_before() -> None:
    """In the order in which they stand."""
    now, before, also = medicine("a"), medicine("b", is_current=False), medicine("c")
    consultation = Consultation(medicines=(now, before, also))

    assert consultation.current == (now, also)
    assert consultation.tried == (before,)


def test_an_entry_is_added_replaced_moved_and_taken_out() -> None:
    """Each in its own list, and where it stood."""
    first, second, third = question("a"), question("b"), question("c")
    asks = Consultation().having(first).having(second).having(third)

    reworded = Question(id="b", created=MORNING, changed=MORNING, text="other words")

    assert asks.questions == (first, second, third)
    assert asks.having(reworded).questions == (first, reworded, third)
    assert asks.having(third, 0).questions == (third, first, second)
    assert asks.without(second).questions == (first, third)
    assert asks.without(second).having(second, 1) == asks
    assert asks.having(medicine("x")).without(medicine("x")) == asks
    assert asks.having(condition("y")).conditions == (condition("y"),)


def test_an_entry_is_found_by_its_id_with_its_place() -> None:
    """One that is not there would come last."""
    asks = Consultation(questions=(question("a"), question("b")))

    assert asks.find(question("b")) == question("b")
    assert asks.find(question("c")) is None
    assert asks.find(medicine("a")) is None
    assert asks.place(question("b")) == 1
    assert asks.place(question("c")) == 2


@pytest.mark.parametrize("part", list(Text))
def test_each_part_of_plain_words_is_kept_by_itself(part: Text) -> None:
    """Saying one leaves the others empty."""
    said = Consultation().saying(part, "Walks in the wood")

    assert {one: said.text(one) for one in Text if said.text(one)} == {part: "Walks in the wood"}


def test_every_medicine_taken_now_is_in_the_first_question() -> None:
    """Known or not, as the patient wrote it; what was tried before is not."""
    consultation = Consultation(
        medicines=(
            medicine("The blue one,\n after lunch"),
            medicine("Xanax 0.5 mg"),
            medicine("Prozac", is_current=False),
        )
    )

    first, by_name = ask_list(consultation, CONTENT.ask_list)

    assert first.text == (
        "Ask your clinic which of your medicines to take on the day:"
        " The blue one, after lunch, Xanax 0.5 mg"
    )
    assert by_name.text == "Ask by name about benzodiazepines: Xanax 0.5 mg"


def test_without_medicines_the_question_stands_all_the_same() -> None:
    """Nobody has to write a list to be told to ask."""
    (only,) = ask_list(Consultation(), CONTENT.ask_list)

    assert only.text == "Ask your clinic which of your medicines to take on the day."


def test_conditions_to_mention_come_last() -> None:
    """In one sentence, and only those that were ticked."""
    consultation = Consultation(conditions=(condition("Seizures"), condition("Sleep apnea")))

    last = ask_list(consultation, CONTENT.ask_list)[-1]

    assert (last.id, last.text) == ("mention", "Tell your clinic about: Seizures, Sleep apnea")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("LORAZEPAM", {"benzodiazepines"}),
        ("Lórazepam", {"benzodiazepines"}),
        ("xanax/ambien", {"benzodiazepines", "sleeping_tablets"}),
        ("my sleeping-tablets", {"sleeping_tablets"}),
        ("Temazepam 20mg at night", {"benzodiazepines", "sleeping_tablets"}),
        ("Lamictal 100", {"lamotrigine"}),
        ("Ritalin LA", {"stimulants"}),
        ("a beta-blocker", {"blood_pressure"}),
        ("Co-codamol", {"opioids"}),
        ("a GLP-1", {"sugar_and_weight_injections"}),
        ("Ozempic, weekly", {"sugar_and_weight_injections"}),
        ("an MAOI", {"mao_inhibitors"}),
        ("Theo-24", {"theophylline"}),
        ("Armour Thyroid 60", {"thyroid_tablets"}),
        ("Sertraline", set()),
        ("thyroid", set()),
        ("codeinelike", set()),
        ("theo", set()),
        ("", set()),
        ("💊 דיאזפאם", set()),
    ],
)
def test_a_medicine_is_known_by_whole_words(written: str, wanted: set[str]) -> None:
    """Whatever its case, accents and signs; a part of a word is no name."""
    assert groups(written) == wanted


def test_the_groups_are_those_that_clinics_ask_about() -> None:
    """All ten, each found by every one of its names, and each name short enough to be found."""
    found = {group.id: [groups(name) for name in group.names] for group in CONTENT.ask_list.groups}

    assert list(found) == BY_NAME
    for group_id, sets in found.items():
        assert all(group_id in one for one in sets)
    names = [name for group in CONTENT.ask_list.groups for name in group.names]
    assert max(len(name.replace("-", " ").split()) for name in names) <= LONGEST_NAME


def test_the_same_name_twice_is_asked_about_once() -> None:
    """However it is written the second time."""
    first, by_name = asked("Xanax", "XANAX ", "Xanax 2")

    assert first.names == ("Xanax", "Xanax 2")
    assert by_name.names == ("Xanax", "Xanax 2")


def test_words_of_any_length_and_with_braces_stand_as_they_were_written() -> None:
    """Nothing is cut, and nothing is taken for a place in our sentence."""
    name = "{about} " + "tramadol {names} " * 300

    first, by_name = asked(name)

    assert first.text.endswith(f": {name.strip()}")
    assert by_name.about == "opioids"
    assert by_name.names == (name.strip(),)


def test_three_hundred_medicines_are_all_asked_about() -> None:
    """A long list is a list."""
    first = asked(*(f"Medicine {number}" for number in range(300)))[0]

    assert len(first.names) == 300
