"""Three versions of a file become one, and no word of either side is lost on the way."""

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage import merge as merging
from app.storage.layouts import CONSULTATION, INFUSION, JOURNAL, PROFILE, Layout
from tests.support.data_folders import OpenFolder, check_in

EARLY, LATE, LATEST = (f"2026-11-30T{hour}:00:00+01:00" for hour in ("09", "10", "11"))


class Merge(NamedTuple):
    """What came of a merge, as plain as a file."""

    document: Any
    keeps_ours: bool
    keeps_theirs: bool


def three_way(base: Any, ours: Any, theirs: Any, layout: Layout[Any]) -> Merge:
    """Return the three versions as one."""
    merge = merging.three_way(base, ours, theirs, layout)
    return Merge(merge.document, merge.keeps_ours, merge.keeps_theirs)


def entry(entry_id: str, words: str = "", changed: str = EARLY) -> dict[str, Any]:
    """Return a check-in as it stands in a file."""
    return {
        "id": entry_id,
        "created": EARLY,
        "changed": changed,
        "at": EARLY,
        "time_point": "any_time",
        "words": words,
    }


def day(*entries: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return the file of a day."""
    return {"schema": 1, "check_ins": list(entries), **more}


def test_new_entries_of_both_sides_are_kept() -> None:
    """Each wrote one of its own."""
    base = day(entry("a"))

    merge = three_way(base, day(entry("a"), entry("b")), day(entry("a"), entry("c")), JOURNAL)

    assert [one["id"] for one in merge.document["check_ins"]] == ["a", "c", "b"]
    assert merge.keeps_ours


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [(LATEST, LATE, "ours"), (LATE, LATEST, "theirs"), (LATE, LATE, "ours")],
)
def test_of_one_entry_changed_by_both_the_newest_wins(ours: str, theirs: str, words: str) -> None:
    """And whoever asked is told which side gave way, so that it can be kept beside the file."""
    merge = three_way(
        day(entry("a", "base")),
        day(entry("a", "ours", ours)),
        day(entry("a", "theirs", theirs)),
        JOURNAL,
    )

    assert merge.document["check_ins"][0]["words"] == words
    assert merge.keeps_ours is (words == "ours")
    assert merge.keeps_theirs is (words == "theirs")


def test_words_that_the_newer_entry_goes_on_from_do_not_give_way() -> None:
    """Nor does an entry of which only the moment of its change is another."""
    shorter, longer = day(entry("a", "The sea", LATE)), day(entry("a", "The sea was", LATEST))

    for ours, theirs in ((shorter, longer), (longer, shorter)):
        merge = three_way(day(entry("a", "T")), ours, theirs, JOURNAL)

        assert merge == Merge(longer, keeps_ours=True, keeps_theirs=True)


def test_notes_for_the_clinic_are_merged_entry_by_entry() -> None:
    """Each side changed one entry of a list and added another; the words are each by themselves."""

    def medicine(entry_id: str, name: str, changed: str = EARLY) -> dict[str, Any]:
        return {"id": entry_id, "created": EARLY, "changed": changed, "name": name}

    base = {"medicines": [medicine("a", "one"), medicine("b", "two")], "other": "needles"}
    ours = {
        "medicines": [medicine("a", "one, mornings", LATE), medicine("b", "two")],
        "other": "needles",
        "questions": [{"id": "q", "created": EARLY, "changed": EARLY, "text": "How long?"}],
    }
    theirs = {
        "medicines": [medicine("a", "one"), medicine("b", "2", LATE), medicine("c", "three")],
        "other": "needles, heights",
    }

    merge = three_way(base, ours, theirs, CONSULTATION)

    assert [one["name"] for one in merge.document["medicines"]] == ["one, mornings", "2", "three"]
    assert [one["text"] for one in merge.document["questions"]] == ["How long?"]
    assert merge.document["other"] == "needles, heights"
    assert merge.keeps_ours


def test_an_edit_beats_a_deletion_on_either_side() -> None:
    """Whoever deleted did not know what was written since."""
    base = day(entry("a", "first"), entry("b", "second"))
    ours = day(entry("a", "first, and more", LATE))
    theirs = day(entry("b", "second, and more", LATE))

    merge = three_way(base, ours, theirs, JOURNAL)

    words = {one["words"] for one in merge.document["check_ins"]}
    assert words == {"first, and more", "second, and more"}


def test_a_deletion_of_what_nobody_changed_is_a_deletion() -> None:
    """On either side."""
    base = day(entry("a"), entry("b"), entry("c"))

    merge = three_way(base, day(entry("b"), entry("c")), day(entry("a"), entry("c")), JOURNAL)

    assert [one["id"] for one in merge.document["check_ins"]] == ["c"]


def test_fields_changed_by_different_hands_are_all_kept() -> None:
    """The name by hand, the phone by the program."""
    base = {"name": "Ada", "clinic": {"name": "Lake", "day": "1"}, "mine": [1]}
    ours = {"name": "Ada", "clinic": {"name": "Lake", "day": "2"}, "mine": [1]}
    theirs = {"name": "Ada L.", "clinic": {"name": "Lakeside", "day": "1"}, "mine": [1, 2]}

    merge = three_way(base, ours, theirs, PROFILE)

    assert merge.document == {
        "name": "Ada L.",
        "clinic": {"name": "Lakeside", "day": "2"},
        "mine": [1, 2],
    }


def test_ticks_of_two_computers_are_both_kept() -> None:
    """One ticked the mask, the other the music, a third opened the ride again."""
    base = {"changed": EARLY, "ticks": [{"item": "ride", "title": "Ride"}]}
    ours = {"changed": LATE, "ticks": [*base["ticks"], {"item": "mask", "title": "Mask"}]}
    theirs = {"changed": LATEST, "ticks": [{"item": "music", "title": "Music"}]}

    merge = three_way(base, ours, theirs, INFUSION)

    assert [tick["item"] for tick in merge.document["ticks"]] == ["music", "mask"]
    assert merge.document["changed"] == LATEST


def test_the_newer_document_decides_a_field_both_changed() -> None:
    """Of two places for one infusion, the one said last."""
    base = {"changed": EARLY, "place": "A"}
    ours, theirs = {"changed": LATE, "place": "B"}, {"changed": LATEST, "place": "C"}

    merge = three_way(base, ours, theirs, INFUSION)

    assert merge.document["place"] == "C"
    assert not merge.keeps_ours


def test_a_deleted_document_stays_deleted_unless_it_was_changed() -> None:
    """Whole records as files."""
    base = {"changed": EARLY, "place": "A"}

    assert three_way(base, {}, base, INFUSION).document == {}
    edited = {"changed": LATE, "place": "B"}
    assert three_way(base, {}, edited, INFUSION).document == edited


def test_a_field_that_one_side_emptied_and_the_other_changed_is_kept() -> None:
    """An edit beats a deletion in a field too; one that nobody touched goes."""
    base = {"name": "Ada", "country": "US", "zone": "x"}

    merge = three_way(base, {"country": "US"}, {"name": "Bo", "zone": "x"}, PROFILE)

    assert merge.document == {"name": "Bo"}


def test_a_list_that_says_something_twice_is_one_value() -> None:
    """There is no telling which of the two was meant."""
    merge = three_way({"x": [1]}, {"x": [1, 1], "y": 1}, {"x": [1, 2]}, PROFILE)

    assert merge.document == {"x": [1, 1], "y": 1}


records = st.dictionaries(
    st.sampled_from("abcd"), st.tuples(st.text(max_size=3), st.sampled_from([EARLY, LATE, LATEST]))
)


def made(content: dict[str, tuple[str, str]]) -> dict[str, Any]:
    """Return a day with these entries."""
    return day(*(entry(key, words, changed) for key, (words, changed) in sorted(content.items())))


@given(records, records)
def test_one_side_that_changed_nothing_has_no_say(
    base: dict[str, tuple[str, str]], other: dict[str, tuple[str, str]]
) -> None:
    """Whichever side it is."""
    before, after = made(base), made(other)

    assert made_of(three_way(before, before, after, JOURNAL).document) == other
    assert made_of(three_way(before, after, before, JOURNAL).document) == other


@given(records, records, records)
def test_whatever_is_not_in_the_result_was_older_or_deleted_or_is_told(
    base: dict[str, tuple[str, str]],
    ours: dict[str, tuple[str, str]],
    theirs: dict[str, tuple[str, str]],
) -> None:
    """No entry goes that somebody changed, except by a newer one; and then it is told."""
    merge = three_way(made(base), made(ours), made(theirs), JOURNAL)
    result = made_of(merge.document)

    for key, value in ours.items():
        if value != base.get(key) and result.get(key) != value:
            assert not merge.keeps_ours or result[key][0].startswith(value[0])
            assert result[key] == theirs[key]
    for key, value in theirs.items():
        if value != base.get(key) and result.get(key) != value:
            assert not merge.keeps_theirs or result[key][0].startswith(value[0])
            assert result[key] == ours[key]


def made_of(document: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Return the entries of a day as ``made`` takes them."""
    return {one["id"]: (one["words"], one["changed"]) for one in document["check_ins"]}


def test_our_older_version_is_kept_beside_the_file(
    opened: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another computer wrote the same entry later: its words win, ours are in a copy."""
    opened.journal.put(check_in("before"))
    opened.settle()
    path = opened.file("journal/2026/2026-11-30.yaml")
    text = path.read_text().replace("words: before", "words: theirs")
    text = text.replace("changed: '2026-11-30T09:30", "changed: '2026-11-30T19:30")
    submit = opened.folder.writer.submit

    def submit_late(*args: Any) -> None:
        path.write_text(text)
        monkeypatch.setattr(opened.folder.writer, "submit", submit)
        submit(*args)

    monkeypatch.setattr(opened.folder.writer, "submit", submit_late)
    opened.journal.put(check_in("ours", minutes=5))
    opened.settle()

    assert "words: theirs" in path.read_text()
    (copy,) = path.parent.glob("*other-version*")
    assert "words: ours" in copy.read_text()


def test_people_added_on_both_sides_are_all_kept() -> None:
    """They have no ids: what they say tells them apart."""
    base = {"people": [{"name": "Jo"}]}
    ours = {"people": [{"name": "Jo"}, {"name": "Max"}]}
    theirs = {"people": [{"name": "Jo"}, {"name": "Al"}]}

    merge = three_way(base, ours, theirs, PROFILE)

    assert [one["name"] for one in merge.document["people"]] == ["Jo", "Al", "Max"]
