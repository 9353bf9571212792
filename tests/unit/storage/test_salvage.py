"""Damaged files: what is certain is kept, what is not is told, and the bytes survive."""

import errno
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.storage import migrations
from app.storage.codec import encode
from app.storage.errors import ErrorCode, StorageError
from app.storage.layouts import CHECKLIST, CONSULTATION, INFUSION, JOURNAL, PROFILE, Layout
from app.storage.paths import Paths
from app.storage.problems import look_at, parse
from app.storage.salvage import LeftOut, Salvage, put_back, repair, salvage
from app.storage.yaml_door import dump, load
from tests.storage_faults.migrate_once import text_becomes_words
from tests.support.data_folders import MORNING, calm_session, check_in, infusion, paths_in

DAY = "journal/2026/2026-11-30.yaml"
GOLDEN = Path(__file__).parents[2] / "data"


def day_of(*words: str) -> bytes:
    """Return a day with check-ins of these words, a calm session and an unknown key."""
    entries: list[Any] = [encode(check_in(one, entry_id=f"id{at}")) for at, one in enumerate(words)]
    document: Any = {"schema": 1, "weather": "rain", "check_ins": entries}
    return dump({**document, "calm_sessions": [encode(calm_session())]}, JOURNAL.comment)


def found_in(
    paths: Paths, data: bytes, name: str = DAY, layout: Layout[Any] = JOURNAL
) -> Salvage | None:
    """Return what can be kept of a file with these bytes."""
    (paths.data / name).parent.mkdir(parents=True, exist_ok=True)
    (paths.data / name).write_bytes(data)
    return salvage(paths, name, layout)


def kept_words(found: Salvage | None) -> list[str]:
    """Return the words of the check-ins that are kept."""
    assert found is not None
    return [one.get("words", "") for one in load(found.data).get("check_ins", [])]  # type: ignore[union-attr, misc]


THREE = day_of("one\nand more", "two", "three")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"    words: two", b"\twords: two"),
        (b"    words: two", b"    words: tw\x00o"),
        (b"    words: two", b"    words: tw\xffo"),
        (b"    words: two", b"    words: 'two"),
        (b"    words: two", b"    words"),
        (b"    words: two", b"  words: two"),
        (b"  - id: id1", b"  - id: [id1"),
    ],
)
def test_damage_in_one_record_costs_that_record(paths: Paths, before: bytes, after: bytes) -> None:
    """Those before and after it are kept, and so is what else stands in the file."""
    found = found_in(paths, THREE.replace(before, after))

    assert kept_words(found) == ["one\nand more", "three"]
    assert found is not None
    assert (found.kept, found.has_records) == (3, True)
    document = load(found.data)
    assert (document["schema"], document["weather"]) == (1, "rain")
    assert document["calm_sessions"] == load(THREE)["calm_sessions"]
    (left,) = found.left_out
    assert left.text.splitlines()[0].endswith("id1")
    assert (left.first, left.last) == (19, 30)
    assert left.text.count("\n") == 12


def test_a_file_that_breaks_off_keeps_the_records_before(paths: Paths) -> None:
    """The one it breaks off in is left out, whole."""
    found = found_in(paths, THREE[: THREE.index(b"three") - 4])

    assert kept_words(found) == ["one\nand more", "two"]
    assert found is not None
    assert found.left_out[0].text.endswith("    wor")


def test_a_tail_of_nothing_costs_the_record_it_stands_in(paths: Paths) -> None:
    """As a power cut leaves it: the length is right, the end is zeros."""
    cut = THREE.index(b"  - id: id2") + 40
    found = found_in(paths, THREE[:cut] + bytes(len(THREE) - cut))

    assert kept_words(found) == ["one\nand more", "two"]


def test_damage_between_two_records_leaves_the_one_before_in_doubt(paths: Paths) -> None:
    """It could have been cut in two: it is not kept."""
    found = found_in(
        paths, THREE.replace(b"    words: two", b"nonsense: x\ny: z\n      : {\n    w: two")
    )

    assert kept_words(found) == ["one\nand more"]


def test_a_list_of_the_patients_own_is_salvaged_too(paths: Paths) -> None:
    """Records of any kind."""
    data = (GOLDEN / "checklist/schema_1/checklist.yaml").read_bytes()
    found = found_in(paths, data + b"\t", "checklist.yaml", CHECKLIST)
    other = found_in(paths, data.replace(b"title: My", b"title: 'My"), "checklist.yaml", CHECKLIST)

    assert found is None or found.kept == 3
    assert other is not None
    assert other.kept == 2


def test_of_a_document_that_is_one_record_the_names_before_are_kept(paths: Paths) -> None:
    """What stands behind the damage is left out: it is listed with its lines."""
    data = dump({"schema": 1, **encode(infusion(notes="Some\nnotes"))}, INFUSION.comment)
    name = "infusions/2026-11-30-a7k.yaml"
    found = found_in(paths, data.replace(b"route: iv", b"\troute: iv"), name, INFUSION)

    assert found is not None
    assert not found.has_records
    assert load(found.data) == {
        "schema": 1,
        **{key: load(data)[key] for key in ("id", "created", "changed", "date", "arrive", "zone")},
    }
    assert found.kept == 6
    assert "Some" in found.left_out[0].text
    assert found.left_out[0].last == data.count(b"\n")


@pytest.mark.parametrize(
    ("data", "layout"),
    [
        (b"", JOURNAL),
        (b"schema: 1\n", JOURNAL),
        (b"schema: 1\ncheck_ins: []\n\tx\n", JOURNAL),
        (b"schema: 2\ncheck_ins:\n  - id: a\n  - id: 'b\n", JOURNAL),
        (b"schema: one\ncheck_ins:\n  - id: a\n  - id: 'b\n", JOURNAL),
        (b"check_ins:\n  - id: a\n  - id: 'b\n", JOURNAL),
        (b"\tschema: 1\ncheck_ins:\n  - id: a\n", JOURNAL),
        (b"# a\x00b\nschema: 1\nname: Bo\n", PROFILE),
        (b"schema: 1\ncheck_ins:\n  - id: a\ncheck_ins:\n  - id: b\n", JOURNAL),
        (b"schema: 1\nid: 2026-11-30-a7k\nroute: 'iv\n", INFUSION),
        (b"schema: 1\ncheck_ins:\n  - id: a\n--- x\n", JOURNAL),
        (b"schema: 1\nname: &x Bo\nname: Bo\n", PROFILE),
        ("schema: 1\nname: Bo\n".encode("utf-16"), PROFILE),
        (b"schema: 1\ncheck_ins:\n  junk: 1\n  - id: a\n  - id: 'b\n", JOURNAL),
    ],
)
def test_where_it_is_not_certain_nothing_is_offered(
    paths: Paths, data: bytes, layout: Layout[Any]
) -> None:
    """Empty, newer, undamaged and hopeless files are left to people."""
    assert found_in(paths, data, DAY, layout) is None


def test_a_file_that_is_not_there_is_no_matter(paths: Paths) -> None:
    """Nothing is offered, nothing raises."""
    assert salvage(paths, DAY, JOURNAL) is None


def test_an_old_file_is_salvaged_into_the_form_of_today(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one whose steps fail is left alone."""
    old = THREE.replace(b"words: two", b"words: 'two").replace(b"words: three", b"text: three")
    monkeypatch.setitem(migrations.STEPS, "journal", (text_becomes_words,))
    found = found_in(paths, old)
    monkeypatch.setitem(migrations.STEPS, "journal", (lambda _day: {"check_ins": 1},))

    assert kept_words(found) == ["one\nand more", "three"]
    assert found is not None
    assert load(found.data)["schema"] == 2
    assert found_in(paths, old) is None


def test_a_repair_keeps_the_original_first_and_can_be_taken_back(paths: Paths) -> None:
    """The file can be read afterwards; its path is told; undo restores every byte."""
    damaged = THREE.replace(b"words: two", b"words: 'two")
    found = found_in(paths, damaged)
    assert found is not None
    assert (paths.data / DAY).read_bytes() == damaged

    done = repair(found, paths)

    assert look_at(paths.data / DAY, DAY, JOURNAL)[1] == ()
    assert done.original == paths.originals / DAY
    assert done.original.read_bytes() == damaged
    put_back(done, paths)
    assert (paths.data / DAY).read_bytes() == damaged
    assert repair(found, paths).original == done.original


def test_another_original_of_that_name_is_not_written_over(paths: Paths) -> None:
    """Each damaged form has its own file."""
    first = found_in(paths, THREE.replace(b"words: two", b"words: 'two"))
    assert first is not None
    one = repair(first, paths)
    second = found_in(paths, THREE.replace(b"words: three", b"words: 'three"))
    assert second is not None
    other = repair(second, paths)

    assert one.original.read_bytes() == first.examined
    assert other.original.name == "2026-11-30-2.yaml"
    assert other.original.read_bytes() == second.examined


def test_a_file_that_changed_since_is_not_repaired(paths: Paths) -> None:
    """Nor put back: what somebody wrote meanwhile stays."""
    found = found_in(paths, THREE.replace(b"words: two", b"words: 'two"))
    assert found is not None
    done = repair(found, paths)
    (paths.data / DAY).write_bytes(THREE)

    for act in (lambda: repair(found, paths), lambda: put_back(done, paths)):
        with pytest.raises(StorageError) as caught:
            act()
        assert caught.value.code is ErrorCode.CHANGED_OUTSIDE

    assert (paths.data / DAY).read_bytes() == THREE


def test_a_disk_that_does_not_confirm_is_told(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The repaired file is in place, and whoever asked knows that it may not stay."""
    found = found_in(paths, THREE.replace(b"words: two", b"words: 'two"))
    assert found is not None
    repair(found, paths)
    (paths.data / DAY).write_bytes(found.examined)

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EIO, "planted")

    real = os.replace
    monkeypatch.setattr(
        os, "replace", lambda *names: (real(*names), monkeypatch.setattr(os, "fsync", refuse))
    )
    done = repair(found, paths)

    assert not done.confirmed
    assert (paths.data / DAY).read_bytes() == found.data


def test_what_is_left_out_is_told_line_by_line(paths: Paths) -> None:
    """Runs of lines, with their text as far as it is text."""
    data = THREE.replace(b"words: two", b"words: tw\xffo").replace(
        b"words: three", b"words: 'three"
    )
    found = found_in(paths, data)

    assert found is not None
    assert kept_words(found) == ["one\nand more"]
    assert isinstance(found.left_out[0], LeftOut)
    assert "tw\ufffdo" in found.left_out[0].text
    assert found.left_out[0].last == 42


FILES: list[tuple[str, Layout[Any], bytes]] = [
    (DAY, JOURNAL, THREE),
    (DAY, JOURNAL, (GOLDEN / "journal/schema_1/2026-11-30.yaml").read_bytes()),
    ("checklist.yaml", CHECKLIST, (GOLDEN / "checklist/schema_1/checklist.yaml").read_bytes()),
    (
        "consultation.yaml",
        CONSULTATION,
        (GOLDEN / "consultation/schema_1/consultation.yaml").read_bytes(),
    ),
    ("profile.yaml", PROFILE, (GOLDEN / "profile/schema_1/profile.yaml").read_bytes()),
    (
        "infusions/2026-11-30-a7k.yaml",
        INFUSION,
        (GOLDEN / "infusion/schema_1/2026-11-30-a7k.yaml").read_bytes(),
    ),
]
NASTY = (
    "\t",
    "\0",
    "\n",
    "\r",
    "\n- ",
    "\n  - ",
    "'",
    '"',
    "{",
    "[",
    "---\n",
    "\n...\n",
    "%",
    "&",
    "*",
)
GARBAGE = st.one_of(
    st.sampled_from(NASTY).map(str.encode),
    st.lists(st.sampled_from((*NASTY, "a: b", "x", " ", "#")), max_size=6)
    .map("".join)
    .map(str.encode),
    st.binary(max_size=12),
)
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=40
)


@st.composite
def damaged_files(draw: st.DrawFn) -> tuple[str, Layout[Any], bytes, bytes]:
    """Return a name, a layout, a valid file and the same file with one damage."""
    name, layout, whole = draw(st.sampled_from(FILES))
    if draw(st.booleans()):
        name, layout = DAY, JOURNAL
        whole = day_of(*draw(st.lists(WORDS, min_size=1, max_size=4)))
    at = draw(st.integers(0, len(whole) - 1))
    kind = draw(st.sampled_from(["truncate", "flip", "insert", "zeros"]))
    length = draw(st.integers(1, 8))
    match kind:
        case "truncate":
            data = whole[:at]
        case "flip":
            data = (
                whole[:at]
                + draw(st.binary(min_size=length, max_size=length))
                + whole[at + length :]
            )
        case "insert":
            data = whole[:at] + draw(GARBAGE) + whole[at:]
        case _:
            data = whole[:at] + bytes(len(whole) - at)
    return name, layout, whole, data


@settings(max_examples=400, deadline=None)
@given(damaged_files())
def test_whatever_is_kept_was_there_before(case: tuple[str, Layout[Any], bytes, bytes]) -> None:
    """One damage anywhere: nothing raises, nothing is invented, and every byte survives."""
    name, layout, whole, data = case
    before: Any = parse(whole, layout)

    with TemporaryDirectory() as home:
        paths = paths_in(Path(home))
        found = found_in(paths, data, name, layout)
        assert (paths.data / name).read_bytes() == data
        if found is None:
            return
        done = repair(found, paths)

        assert done.original.read_bytes() == data
        assert (paths.data / name).read_bytes() == found.data
        after: Any = parse(found.data, layout)

    for key, value in after.items():
        if key in layout.lists:
            assert all(item in before[key] for item in value)
        else:
            assert value == before[key]
    assert sum(len(after.get(key, ())) for key in layout.lists) == (
        found.kept if found.has_records else 0
    )


def test_most_damage_leaves_something_to_keep(paths: Paths) -> None:
    """Cut off anywhere behind its first record, a day keeps every record before the cut."""
    starts = [THREE.index(f"  - id: id{at}".encode()) for at in range(3)]
    starts += [THREE.index(b"calm_sessions")]
    offered = 0

    for cut in range(starts[1], len(THREE)):
        found = found_in(paths, THREE[:cut])
        whole = sum(start < cut - 20 for start in starts[1:3])
        if found is not None:
            offered += 1
            assert len(kept_words(found)) >= whole

    assert offered > 50
    assert MORNING.year == 2026
