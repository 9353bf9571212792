"""Between raw documents and typed values: what is validated, kept, left out and cleaned."""

from datetime import UTC
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.check_in import CheckIn, Ratings
from app.domain.checklist import OwnItem, OwnList, Stage
from app.domain.consultation import AskContent
from app.domain.help import Sentence
from app.domain.infusion import Infusion, Ride
from app.domain.journal import Day
from app.domain.preferences import ClinicPhones, Look, Person, Profile, Settings, ThemeName
from app.domain.text import clean
from app.storage.codec import MOST_ERRORS, FieldError, decode, decode_what_can_be, encode
from app.storage.errors import ErrorCode
from app.storage.yaml_door import dump, load
from tests.support.data_folders import MORNING, calm_session, check_in, infusion

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("raw", "type_", "code", "field"),
    [
        ({"clinic": {"day": 5}}, Profile, ErrorCode.WRONG_TYPE, "clinic.day"),
        ({"groups": [{"id": "a"}]}, AskContent, ErrorCode.MISSING_FIELD, "groups[0].text"),
        ({"country": "Germany"}, Profile, ErrorCode.BAD_VALUE, "country"),
        ({"mood": 11}, Ratings, ErrorCode.BAD_VALUE, "mood"),
        ({"look": {"theme": "purple"}}, Settings, ErrorCode.BAD_VALUE, "look.theme"),
        ({"first_run_at": "2026-11-30T10:00"}, Settings, ErrorCode.BAD_VALUE, "first_run_at"),
        ([], Settings, ErrorCode.WRONG_TYPE, None),
    ],
)
def test_what_is_wrong_is_named_by_its_place(
    raw: Any, type_: type[object], code: ErrorCode, field: str | None
) -> None:
    """A wrong value raises a code and a path, never the value."""
    with pytest.raises(FieldError) as caught:
        decode(raw, type_)

    assert caught.value.code is code
    assert caught.value.field == field
    assert "purple" not in str(caught.value)
    assert "Germany" not in repr(caught.value)


def test_unknown_keys_are_no_fault() -> None:
    """A later version may know more."""
    assert decode({"name": "Bo", "shoe_size": 40}, Profile) == Profile(name="Bo")


def test_a_wrong_value_costs_only_itself() -> None:
    """Everything around a wrong value is read, and all that is wrong is listed."""
    raw = {
        "name": None,
        "country": "Germany",
        "clinic": {"day": 5551234, "out_of_hours": [1], "name": "Harbor"},
        "people": [{"name": "a"}, "b", {"name": "Ann", "phone": "1"}, {"name": [], "phone": "2"}],
    }

    value, errors = decode_what_can_be(raw, Profile)  # type: ignore[arg-type]

    assert value == Profile(
        clinic=ClinicPhones(name="Harbor", day="5551234"),
        people=(Person(name="a"), Person(name="Ann", phone="1"), Person(phone="2")),
    )
    assert [(error.field, error.code) for error in errors] == [
        ("country", ErrorCode.BAD_VALUE),
        ("clinic.out_of_hours", ErrorCode.WRONG_TYPE),
        ("people[1]", ErrorCode.WRONG_TYPE),
        ("people[3].name", ErrorCode.WRONG_TYPE),
    ]
    assert raw["name"] is None


def test_an_item_without_what_it_needs_is_left_out() -> None:
    """The others are read, and it is told where something is missing."""
    raw: Any = {"groups": [], "sentences": [{"text": "a"}, {"text": "b", "source": "c"}]}

    value, errors = decode_what_can_be(raw, AskContent)

    assert value == AskContent(groups=(), sentences=(Sentence(text="b", source="c"),))
    assert [(error.field, error.code) for error in errors] == [
        ("sentences[0].source", ErrorCode.MISSING_FIELD)
    ]


def test_an_item_that_needs_what_is_wrong_is_told_once() -> None:
    """Taking the wrong value out leaves it missing: that is one thing to mend, not two."""
    raw: Any = {"groups": [], "sentences": [{"text": "a", "source": ["b"]}]}

    value, errors = decode_what_can_be(raw, AskContent)

    assert value == AskContent(groups=(), sentences=())
    assert [(error.field, error.code) for error in errors] == [
        ("sentences[0].source", ErrorCode.WRONG_TYPE)
    ]


def test_a_record_without_what_it_needs_is_none() -> None:
    """Where nothing remains, it raises."""
    with pytest.raises(FieldError) as caught:
        decode_what_can_be({"id": "2026-11-30-a7k"}, Infusion)

    assert caught.value.code is ErrorCode.MISSING_FIELD


def test_a_document_with_too_much_wrong_is_not_ours() -> None:
    """Reading a hostile document is bounded."""
    with pytest.raises(FieldError):
        decode_what_can_be({"people": ["x"] * (MOST_ERRORS + 1)}, Profile)


def test_what_says_nothing_is_not_written() -> None:
    """Empty values are left out; defaults that say something are written, in the type's order."""
    document = encode(infusion())

    assert list(document) == [
        "id", "created", "changed", "date", "arrive", "zone", "minutes", "route", "ride", "ticks"
    ]  # fmt: skip
    assert document["minutes"] == 40
    assert document["ride"] == {"who": "Ann", "phone": "020 7946 0000", "pick_up": "16:00"}
    assert encode(Profile()) == {}


def test_unknown_keys_are_kept_at_every_depth() -> None:
    """What this version does not know goes back into the file with its part."""
    raw = encode(infusion())
    raw["blood_type"] = {"group": "0"}
    raw["ride"]["taxi"] = True  # type: ignore[call-overload, index]
    raw["ticks"][0]["by"] = "Ann"  # type: ignore[call-overload, index]
    changed = decode({**raw}, Infusion)

    document = encode(changed, raw)

    assert document == raw
    assert list(document)[-1] == "blood_type"


def test_an_unknown_key_stays_in_a_part_that_says_nothing_else_any_more() -> None:
    """A part at its default is written for the sake of what else is in it."""
    document = encode(Profile(), {"clinic": {"day": "1", "fax": "2"}})

    assert document == {"clinic": {"fax": "2"}}


def test_parts_without_a_key_find_their_earlier_form() -> None:
    """A person taken out of a list takes their unknown keys along, and nobody else's."""
    raw: Any = {
        "people": [
            {"name": "Ann", "phone": "1", "car": "red"},
            {"name": "Bo", "phone": "2", "car": "blue"},
            {"name": "Cy", "phone": "3", "car": "green"},
        ]
    }
    people = (Person(name="Bo", phone="2"), Person(name="Cy", phone="4"))

    document = encode(Profile(people=people), raw)

    assert document["people"] == [
        {"name": "Bo", "phone": "2", "car": "blue"},
        {"name": "Cy", "phone": "4", "car": "red"},
    ]


def test_a_wrong_value_stays_until_something_else_is_said() -> None:
    """What could not be read is not wiped by saving, and gives way to a new answer."""
    raw: Any = {
        "look": {"theme": "purple", "text_percent": 120},
        "language": 5,
    }
    faults = [("look", "theme"), ("language",)]

    same = encode(Settings(look=Look(text_percent=130)), raw, faults)
    other = encode(Settings(look=Look(theme=ThemeName.DARK), language="de"), raw, faults)

    assert same == {"look": {"theme": "purple", "text_percent": 130}, "language": 5}
    assert other == {"look": {"theme": "dark", "text_percent": 100}, "language": "de"}


def test_a_wrong_item_of_a_list_stays_in_it() -> None:
    """Items that could not be read go behind those that could."""
    good = OwnItem(id="own1", created=MORNING, changed=MORNING, title="Socks", stage=Stage.MORNING)
    raw: Any = {"items": [{"id": "bad"}, {**encode(good), "color": "red"}, "odd"]}
    faults = [("items", 0), ("items", 2)]

    document = encode(OwnList(items=(good,)), raw, faults)

    assert document["items"] == [raw["items"][1], {"id": "bad"}, "odd"]


def test_a_part_that_was_no_part_is_replaced() -> None:
    """Raw values of another shape are not mistaken for parts."""
    raw: Any = {"ride": "Ann", "ticks": "none"}

    document = encode(infusion(), raw)

    assert decode(document, Infusion) == infusion()


def test_text_is_cleaned_at_the_door() -> None:
    """Control characters become visible, line ends plain."""
    document = encode(Profile(name="Bo\r\n\x07\ud800"))

    assert document == {"name": "Bo\n\ufffd\ufffd"}


@settings(max_examples=100)
@given(
    st.builds(
        check_in,
        words,
        at=st.datetimes(timezones=st.just(UTC)),
    )
)
def test_every_check_in_survives_the_file(entry: CheckIn) -> None:
    """Value to bytes and back gives the same value, cleaned."""
    data = dump(encode(entry), "c")

    back = decode(load(data), CheckIn)

    assert back.words == clean(entry.words)
    assert encode(back) == encode(entry)
    assert back.at == entry.at


@settings(max_examples=50)
@given(words, words, st.lists(st.tuples(words, words), max_size=3))
def test_every_profile_survives_the_file(
    name: str, phone: str, people: list[tuple[str, str]]
) -> None:
    """The same for a document with parts in parts."""
    profile = Profile(
        name=clean(name),
        clinic=ClinicPhones(day=clean(phone)),
        people=tuple(Person(name=clean(one), phone=clean(two)) for one, two in people),
    )

    assert decode(load(dump({"schema": 1, **encode(profile)}, "c")), Profile) == profile


def test_a_day_and_an_infusion_survive_the_file() -> None:
    """Every kind of record goes there and back."""
    day = Day(check_ins=(check_in("Words"),), calm_sessions=(calm_session(),))

    assert decode(load(dump(encode(day), "c")), Day) == day
    assert decode(load(dump(encode(infusion()), "c")), Infusion) == infusion()
    assert encode(Ride(confirmed=True)) == {"confirmed": True}
