"""The check of a clinic's pack: all that is wrong, where, and what may stand there."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.clinic import Pack
from app.services.clinic_check import MOST_FOUND, Checked, check_data, check_pack
from app.storage.codec import decode
from app.storage.errors import ErrorCode, StorageError
from app.storage.yaml_door import dump, load
from tests.support import packs
from tests.unit.storage.test_pictures import HEAD, png

ITEMS = ("ride_home", "eye_mask", "food_and_drink")
TODAY = date(2026, 11, 29)
ONE_LINE = "It should be text of at most 120 characters, on one line, without links."
PHONE = "It should be a phone number of at most 40 signs: digits, letters and + ( ) / . , -."

HEADER = """\
name: Riverside
author: Dr. Lee
version: 3
date: 2026-11-01
expires: 2027-11-01
"""


def checked(**said: Any) -> Checked:
    """Return what is found in a pack that says *said*."""
    return check_data(dump(packs.document(**said), "Riverside"), ITEMS, TODAY)


def told(checked_pack: Checked) -> list[str]:
    """Return field and sentence of all that was found."""
    return [f"{one.field}: {one.what}" for one in checked_pack.found]


def test_a_pack_in_order_is_fine(tmp_path: Path) -> None:
    """It comes back as a value, and nothing is said of it."""
    path = packs.write(tmp_path, rules=[{"id": "food", "hours": 3}], schema=1)

    found = check_pack(path, ITEMS, TODAY)

    assert found.is_fine
    assert found.notes == ()
    assert found.pack is not None
    assert found.pack.name == "Riverside Clinic"


def test_everything_is_found_at_once_with_its_line() -> None:
    """A clinic that puts one thing right after the other gives up."""
    text = HEADER.replace("3", "0", 1) + 'phones:\n  day: 5550100\nlogoo: ""\nafter_care:\n'

    found = check_data(text.encode(), ITEMS, TODAY)

    assert [one.sentence for one in found.found] == [
        "Line 3, version: It should be a whole number from 1 to 1000000.",
        f"Line 7, phones.day: Put it in quotes. {PHONE}",
        "Line 8, logoo: The program does not know logoo. Did you mean logo?",
        (
            "Line 9, after_care: It should be a list of at most 12 items, each on a line that"
            " begins with a dash."
        ),
    ]
    assert found.pack is None


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"name": ""}, f"name: Nothing is said here. {ONE_LINE}"),
        ({"name": "a\nb"}, f"name: {ONE_LINE}"),
        ({"name": None}, f"name: {ONE_LINE}"),
        ({"name": True}, f"name: {ONE_LINE}"),
        ({"name": "x" * 121}, f"name: {ONE_LINE}"),
        ({"name": "a \u202e b"}, f"name: There are hidden signs in it. {ONE_LINE}"),
        ({"name": "www.example.org"}, f"name: There is a link or markup in it. {ONE_LINE}"),
        (
            {"address": "[here](x)"},
            (
                "address: There is a link or markup in it. It should be text of at most 600"
                " characters, without links."
            ),
        ),
        ({"date": "soon"}, "date: It should be a date, such as 2026-11-30."),
        ({"logo": "me.gif"}, "logo: It should be one of: clinic-logo.png, clinic-logo.svg."),
        ({"monthly_check_in": "no"}, "monthly_check_in: It should be true or false."),
        ({"phones": "soon"}, "phones: It should be a group of lines further in, of: day, {}."),
        ({"phones": None}, "phones: It should be a group of lines further in, of: day, {}."),
        (
            {"rules": [{"id": "food", "hours": 169}]},
            "rules[0].hours: It should be a number from 0 to 168.",
        ),
        (
            {"checklist": {"add": [{"id": "B", "title": "Bring it", "stage": "morning"}]}},
            (
                "checklist.add[0].id: It should be a name of at most 40 small letters, digits and"
                " underscores, a letter first."
            ),
        ),
        (
            {"languages": ["English"] * 21},
            (
                "languages: It should be a list of at most 20 items, each on a line that"
                " begins with a dash."
            ),
        ),
        ({"colour": "red"}, "colour: The program does not know colour. It knows: name, {}."),
    ],
)
def test_each_value_is_told_what_may_stand_there(said: dict[str, Any], what: str) -> None:
    """The sentences come from the types, so that they never part from what is held."""
    (line,) = told(checked(**said))

    before, _, after = what.partition("{}")
    assert line.startswith(before)
    assert line.endswith(after)


def test_what_is_needed_and_missing_is_named() -> None:
    """With what belongs there."""
    found = check_data(HEADER.replace("version: 3\n", "").encode(), ITEMS, TODAY)

    assert told(found) == [
        "version: version is needed. It should be a whole number from 1 to 1000000."
    ]


def test_words_that_cannot_stand_there_are_not_said_to_be_missing() -> None:
    """One thing is wrong with them, and one thing is told."""
    found = checked(checklist={"reword": [{"id": "eye_mask", "why": "www.example.org"}]})

    assert [one.field for one in found.found] == ["checklist.reword[0].why"]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"expires": "2026-10-31"}, "expires: It should not lie before the pack's date."),
        (
            {"rules": [{"id": "food", "hours": 3}, {"id": "food", "hours": 4}]},
            "rules[1].id: The same stands further up in this list already.",
        ),
        (
            {"rules": [{"id": "food"}]},
            "rules[0].hours: This rule needs its hours: a number from 0 to 168.",
        ),
        (
            {"rules": [{"id": "food", "hours": 3, "minutes": 3}]},
            "rules[0].minutes: This rule is not counted in minutes. Take them out.",
        ),
        (
            {"rules": [{"id": "length"}]},
            "rules[0].minutes: This rule needs its minutes: a whole number from 0 to 600.",
        ),
        (
            {"rules": [{"id": "ride_home", "hours": 3, "words": "An adult."}]},
            "rules[0].hours: This rule is not counted in hours. Take them out.",
        ),
        (
            {"rules": [{"id": "ride_home"}]},
            "rules[0].words: This rule has no number, so it needs words.",
        ),
        (
            {"rules": [{"id": "before_fasting", "words": "Eat."}]},
            "rules[0].id: This rule stands as it is, whatever the clinic.",
        ),
        (
            {"rules": [{"id": "food", "hours": 3, "next_day": True, "words": "None."}]},
            "rules[0].next_day: The next day belongs to one of: alcohol_after, decisions, driving.",
        ),
        (
            {"rules": [{"id": "driving", "hours": 3, "next_day": True}]},
            "rules[0].next_day: Say the rule in words too, for the next day goes with them.",
        ),
        (
            {"checklist": {"hide": ["food_and_drink"]}},
            ("checklist.hide[0]: This item cannot be hidden: it says what matters before fasting."),
        ),
        (
            {"checklist": {"reword": [{"id": "food_and_drink", "why": "Eat."}]}},
            (
                "checklist.reword[0].id: This item stands as it is: it says what matters before"
                " fasting."
            ),
        ),
        (
            {"checklist": {"reword": [{"id": "eye_mask"}]}},
            "checklist.reword[0]: Say what it should read: a title, a why, or both.",
        ),
        (
            {"check_ins": [{"point": "monthly", "first_day": 1, "last_day": 2}]},
            (
                "check_ins[0].point: It should be one of: straight_after, two_hours, next_morning,"
                " day_3, day_7."
            ),
        ),
        (
            {"check_ins": [{"point": "day_3", "first_day": 3, "last_day": 2}]},
            "check_ins[0].last_day: The last day should not lie before the first.",
        ),
    ],
)
def test_what_does_not_fit_together_is_told(said: dict[str, Any], what: str) -> None:
    """Each of these is refused by the program, and each has a sentence of its own."""
    with pytest.raises(StorageError):
        decode(packs.document(**said), Pack)

    assert told(checked(**said)) == [what]


def test_a_wrong_id_hides_nothing_else_that_is_wrong_with_a_rule() -> None:
    """What depends on the id is left out, and nothing is said twice."""
    found = checked(rules=[{"id": "foods", "hours": -1}, {"words": 3}, "food"])

    assert [one.field for one in found.found] == [
        "rules[0].id",
        "rules[0].hours",
        "rules[1].id",
        "rules[1].words",
        "rules[2]",
    ]


def test_items_that_are_not_on_the_checklist_are_told() -> None:
    """The program would pass over them, and the clinic would wonder."""
    found = checked(
        checklist={
            "hide": ["eye_masks", "zzz"],
            "reword": [
                {"id": "ridehome", "why": "x"},
                {"id": "eye_mask", "why": "x"},
                {"why": "x"},
            ],
        }
    )

    assert "No item of the checklist has this id. Did you mean eye_mask?" in told(found)[0]
    assert told(found)[1] == "checklist.hide[1]: No item of the checklist has this id."
    assert told(found)[2].endswith("Did you mean ride_home?")
    assert [one.field for one in found.found][3:] == ["checklist.reword[2].id"]


def test_names_that_nobody_knows_do_not_fill_the_screen() -> None:
    """The first few are named, cut where they are endless, and never turn the writing around."""
    found = checked(
        **{f"{'x' * 90}{number}\u202e": 1 for number in range(30)}, phone={"\u202ea": 1}
    )

    assert len(found.found) == 11
    assert found.found[-1].what == "It does not know 21 more names here."
    assert all(len(one.what) < 400 and "\u202e" not in one.sentence for one in found.found)


def test_of_very_many_faults_the_rest_is_counted() -> None:
    """Nobody reads more of them at once."""
    rules = [{"id": "food", "hours": 3, f"a{at}": 1, "b": 2, "c": 3} for at in range(14)]
    added = [{"id": "A", "title": "", "stage": "x", "why": 1} for _at in range(40)]

    found = checked(rules=rules, checklist={"add": added})

    assert len(found.found) == MOST_FOUND + 1
    assert found.found[-1].sentence == "115 more things are wrong."


def test_a_file_that_is_no_pack_at_all_is_told_by_its_line(tmp_path: Path) -> None:
    """As for the patient's own files."""
    path = tmp_path / "clinic.yaml"
    path.write_text(HEADER + "a: &a [1]\n", "utf-8")

    found = check_pack(path, ITEMS, TODAY)

    assert [one.sentence for one in found.found] == [
        "Line 6: The signs & and * have a meaning here. Put the text in quotes."
    ]
    assert found.unread is None


def test_a_pack_of_a_later_program_says_so() -> None:
    """Nothing else of it is judged; a schema that is none is told too."""
    later = check_data(f"schema: 99\n{HEADER}".encode(), ITEMS, TODAY)
    none = check_data(f"schema: new\n{HEADER}".encode(), ITEMS, TODAY)

    assert "newer version" in later.found[0].what
    assert none.found[0].sentence.startswith("Line 1, schema: ")


def test_a_file_that_cannot_be_read_is_told_apart(tmp_path: Path) -> None:
    """It may be in order; nobody could look."""
    found = check_pack(tmp_path / "none.yaml", ITEMS, TODAY)

    assert found.unread is ErrorCode.MISSING
    assert found.found[0].sentence == "The file is gone."


def test_an_expired_pack_is_a_note(tmp_path: Path) -> None:
    """Nothing is wrong with it but its age."""
    found = check_pack(packs.write(tmp_path), ITEMS, date(2027, 11, 2))

    assert found.is_fine
    assert found.notes == ("It expired on 2027-11-01. Patients are told to ask for a newer one.",)


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("clinic-logo.png", None, "There is no file clinic-logo.png beside the pack."),
        (
            "clinic-logo.png",
            b"x" * (1024 * 1024 + 1),
            "The file clinic-logo.png is too big. A logo has at most 1024 kB.",
        ),
        (
            "clinic-logo.png",
            png(100_000, 100_000),
            "The file clinic-logo.png should be a PNG of at most 4096 pixels to a side.",
        ),
        (
            "clinic-logo.svg",
            f"{HEAD}<script/></svg>".encode(),
            (
                "The file clinic-logo.svg should be a plain drawing: no scripts, links, pictures,"
                " movement or copies of parts. Save it as plain SVG, or as a PNG."
            ),
        ),
    ],
)
def test_a_logo_that_cannot_be_shown_is_told(
    tmp_path: Path, name: str, data: bytes | None, what: str
) -> None:
    """The pack itself can be used."""
    path = packs.write(tmp_path, logo=name)
    if data is not None:
        (tmp_path / name).write_bytes(data)

    found = check_pack(path, ITEMS, TODAY)

    assert [one.what for one in found.found] == [what]
    assert found.found[0].field == "logo"
    assert found.found[0].line == 7
    assert found.pack is not None


def test_a_logo_that_can_be_shown_is_fine(tmp_path: Path) -> None:
    """And one that is a folder is told."""
    path = packs.write(tmp_path, logo="clinic-logo.png")
    logo = tmp_path / "clinic-logo.png"
    logo.write_bytes(png(8, 8))

    assert check_pack(path, ITEMS, TODAY).is_fine

    logo.unlink()
    logo.mkdir()
    assert check_pack(path, ITEMS, TODAY).found[0].what.startswith("What stands there is no file")


@pytest.mark.parametrize("value", [None, True, 0, -1, 1e9, "", "x" * 700, [], [[]], {}, [{}], [1]])
def test_the_check_finds_something_wherever_the_program_refuses(value: Any) -> None:
    """Whatever stands in whatever place; what it finds fine, the program uses."""
    fields = [*Pack.__struct_fields__, "rule", "item", "line", "rung"]
    lists = {"rule": "rules", "line": "crisis_lines", "rung": "check_ins"}
    for field in fields:
        said: dict[str, Any] = {field: value}
        if field == "item":
            said = {"checklist": {"add": value, "hide": value, "reword": value}}
        elif field in lists:
            said = {lists[field]: [{"id": value, "number": value, "point": value, "hours": value}]}
        document = load(dump(packs.document(**said), "Riverside"))
        try:
            decode(document, Pack)
            refused = False
        except StorageError:
            refused = True

        found = checked(**said)

        assert refused is (found.pack is None)
        assert found.found or not refused
        assert not any("not of the kind" in one.what for one in found.found)
