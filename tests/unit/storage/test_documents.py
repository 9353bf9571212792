"""Whole documents: records one by one, changes that can be made again, and merging."""

from datetime import timedelta
from typing import Any

import pytest

from app.domain.checklist import OwnItem, OwnList, Stage
from app.domain.preferences import Profile
from app.storage.codec import FieldError, encode
from app.storage.documents import (
    check_shape,
    merged,
    put_record,
    put_whole,
    read,
    remove_record,
    remove_whole,
    with_schema,
)
from app.storage.errors import ErrorCode
from app.storage.layouts import (
    CHECKLIST,
    CONSULTATION,
    INFUSION,
    JOURNAL,
    PROFILE,
    SETTINGS,
    Layout,
)
from app.storage.merge import gives_way
from tests.support.data_folders import MORNING, calm_session, check_in, infusion


def day_of(*records: Any) -> Any:
    """Return a raw day with these raw check-ins."""
    return {"schema": 1, "check_ins": list(records)}


def test_a_document_of_another_shape_is_refused() -> None:
    """A list that is none is not guessed at."""
    with pytest.raises(FieldError) as caught:
        check_shape({"check_ins": "no"}, JOURNAL)

    assert caught.value.field == "check_ins"


def test_a_list_with_nothing_after_it_is_empty() -> None:
    """``check_ins:`` left empty by hand is a day without check-ins."""
    check_shape({"check_ins": None}, JOURNAL)

    assert read({"check_ins": None}, JOURNAL)[1] == []


def test_an_invalid_record_costs_only_itself() -> None:
    """The others are read; the invalid one is listed with its id and field."""
    good, bad = encode(check_in("a")), encode(check_in("b", entry_id="bad"))
    bad["effects"] = [{"effect": "dizzy", "severity": "hugely"}]

    value, faults = read(day_of(bad, good, "odd", {"id": 5}), JOURNAL)

    assert value is not None
    assert value.check_ins == (check_in("a"),)
    assert [(fault.code, fault.place[:2], fault.field, fault.record_id) for fault in faults] == [
        (ErrorCode.BAD_VALUE, ("check_ins", 0), "effects[0].severity", "bad"),
        (ErrorCode.WRONG_TYPE, ("check_ins", 2), None, None),
        (ErrorCode.MISSING_FIELD, ("check_ins", 3), "created", None),
    ]


def test_an_invalid_record_is_rewritten_unchanged() -> None:
    """Putting another record leaves it where it is."""
    bad: Any = {"id": "bad", "words": "still here"}

    document = put_record("check_ins", check_in("a"))(day_of(bad))

    assert document["check_ins"] == [encode(check_in("a")), bad]


def test_records_are_sorted_by_time_and_replaced_in_place() -> None:
    """A new record goes where its time is; a changed one stays, or moves with its time."""
    early = check_in("early", entry_id="early", at=MORNING - timedelta(hours=2))
    late = check_in("late", entry_id="late", at=MORNING + timedelta(hours=2))
    document: Any = {}

    for record in (late, check_in("now"), early, check_in("again", minutes=1)):
        document = put_record("check_ins", record)(document)

    assert [item["words"] for item in document["check_ins"]] == ["early", "again", "late"]
    moved = check_in("early", entry_id="early", at=MORNING + timedelta(hours=1))
    document = put_record("check_ins", moved)(document)
    assert [item["words"] for item in document["check_ins"]] == ["again", "early", "late"]


def test_of_two_records_with_one_id_the_newest_is_shown_and_both_are_kept() -> None:
    """A record copied by hand without a new id is listed, never dropped."""
    old, new = encode(check_in("old")), encode(check_in("new", minutes=5))
    raw = day_of(new, old)

    value, faults = read(raw, JOURNAL)
    edited = put_record("check_ins", check_in("newer", minutes=6))(raw)

    assert value is not None
    assert [entry.words for entry in value.check_ins] == ["new"]
    assert [(fault.code, fault.place) for fault in faults] == [
        (ErrorCode.DUPLICATE_ID, ("check_ins", 1))
    ]
    assert edited["check_ins"] == [encode(check_in("newer", minutes=6)), old]


def test_a_removed_record_is_gone_unless_it_was_changed_since() -> None:
    """An edit beats a deletion; a list without records is not written."""
    raw = day_of(encode(check_in("a", minutes=5)))

    assert remove_record("check_ins", check_in(minutes=5))(raw) == {"schema": 1}
    assert remove_record("check_ins", check_in(minutes=4))(raw) == raw
    assert remove_record("check_ins", check_in(entry_id="other"))(raw) == raw
    assert remove_record("calm_sessions", calm_session())(raw) == raw
    assert remove_whole(infusion(minutes=1))(encode(infusion())) == {}
    assert remove_whole(infusion())(encode(infusion(minutes=1))) == encode(infusion(minutes=1))


def test_a_whole_value_keeps_what_could_not_be_read() -> None:
    """Wrong values, odd items and the older of two same ids stay in the file."""
    socks = OwnItem(id="own1", created=MORNING, changed=MORNING, title="Socks", stage=Stage.MORNING)
    older = {**encode(socks), "title": "Shoes", "changed": "2026-01-01T00:00:00Z"}
    raw: Any = {"items": [older, encode(socks), {"id": "bad"}], "later": 1}

    value, _faults = read(raw, CHECKLIST)
    document = put_whole(OwnList(items=(socks,)), CHECKLIST)(raw)

    assert value == OwnList(items=(socks,))
    assert document == {"items": [encode(socks), older, {"id": "bad"}], "later": 1}
    assert put_whole(OwnList(items=(socks,)), CHECKLIST)(document) == document


def test_a_person_who_cannot_be_read_stays_in_the_file() -> None:
    """Parts of lists that could not be read are kept as they stand."""
    raw: Any = {"country": "Germany", "people": [{"name": ["Ann"]}]}

    assert put_whole(Profile(name="Bo"), PROFILE)(raw) == {"name": "Bo", **raw}


def test_an_unreadable_infusion_has_no_value() -> None:
    """Without a date there is no infusion to show, and the fault says so."""
    raw = encode(infusion())
    del raw["date"]

    value, faults = read(raw, INFUSION)

    assert value is None
    assert [(fault.field, fault.record_id) for fault in faults] == [("date", "2026-11-30-a7k")]


def test_merging_takes_each_record_as_it_was_changed_last() -> None:
    """Two files of one day become one, without a double."""
    one, two = check_in("one"), check_in("two", minutes=5)
    other = check_in("other", entry_id="other")
    first = day_of(encode(one), {"no": "id"}, encode(other))
    second = {**day_of({"no": "id"}, {"new": 1}, encode(two)), "note": "x"}

    assert merged([first, second], JOURNAL) == {
        "schema": 1,
        "check_ins": [encode(two), {"no": "id"}, encode(other), {"new": 1}],
        "note": "x",
    }
    assert merged([second, first], JOURNAL)["check_ins"][2] == encode(two)  # type: ignore[index]


def test_merging_records_takes_the_one_changed_last_and_documents_the_later_keys() -> None:
    """An infusion is one record; a profile is made of its answers."""
    old, new = encode(infusion(notes="old")), encode(infusion(minutes=1))

    assert merged([new, old], INFUSION) == new
    assert merged([old, {**new, "changed": "nonsense"}], INFUSION) == old
    assert merged([{"name": "Bo", "country": "DE"}, {"name": "Bob"}], PROFILE) == {
        "name": "Bob",
        "country": "DE",
    }
    look: Any = {"look": {"theme": "dark", "text_percent": 150}}
    later: Any = {"look": {"theme": "system", "text_percent": 120, "x": 1}, "language": "de"}
    assert merged([look, later], SETTINGS) == {
        "look": {"theme": "dark", "text_percent": 120, "x": 1},
        "language": "de",
    }
    assert merged([{"place": "a"}, encode(infusion())], INFUSION)["place"] == "a"


def test_the_schema_stands_first() -> None:
    """Whoever opens the file sees the version first."""
    assert list(with_schema({"a": 1, "schema": 1}, 2)) == ["schema", "a"]


@pytest.mark.parametrize(
    ("raw", "whole", "layout", "gives"),
    [
        (
            day_of({"id": "a", "words": "x", "changed": 1}),
            day_of({"id": "a", "words": "x", "changed": 2}),
            JOURNAL,
            False,
        ),
        (day_of({"id": "a", "words": "x"}), day_of({"id": "a", "words": "y"}), JOURNAL, True),
        (day_of({"id": "b", "words": "x"}), day_of({"id": "a", "words": "y"}), JOURNAL, False),
        (day_of("not a record"), day_of({"id": "a"}), JOURNAL, False),
        ({"changed": 1, "place": "x"}, {"changed": 2, "place": "y"}, INFUSION, True),
        ({"changed": 1, "place": "x"}, {"changed": 2, "place": "x"}, INFUSION, False),
        ({"changed": 1, "ticks": [{"item": "a"}]}, {"ticks": [{"item": "b"}]}, INFUSION, True),
        ({"changed": 1, "ticks": ["a"]}, {"changed": 2, "ticks": ["b", "a"]}, INFUSION, False),
        ({"ticks": ["a"]}, {"ticks": "none"}, INFUSION, True),
        ({"name": "x"}, {"name": "y"}, PROFILE, True),
        ({"name": "x"}, {}, PROFILE, True),
        ({"name": "Ann"}, {"name": "Anna", "country": "DE"}, PROFILE, False),
        ({"schema": 1, "name": ""}, {"schema": 2, "name": "Anna"}, PROFILE, False),
        ({"clinic": {"day": "1", "name": "x"}}, {"clinic": {"day": "2"}}, PROFILE, True),
        ({"clinic": {"day": "1", "name": ""}}, {"clinic": {"day": "1"}}, PROFILE, False),
        ({"clinic": {"day": "1"}}, {"clinic": "none"}, PROFILE, True),
        ({"mine": {"day": "1"}}, {"mine": {"day": "2"}}, PROFILE, True),
        ({"look": {"text_percent": 100}}, {"look": {"text_percent": 150}}, SETTINGS, False),
        ({"other": "x"}, {"other": "y"}, CONSULTATION, True),
    ],
)
def test_what_gives_way_to_another_version_is_seen(
    raw: Any, whole: Any, layout: Layout[Any], *, gives: bool
) -> None:
    """By what it says, not by when it was changed; a default is no answer to be missed."""
    assert gives_way(raw, whole, layout) is gives
