"""Copies beside our files: recognized, read side by side, settled, and never simply gone."""

from collections.abc import Callable
from typing import Any

import pytest

from app.domain.preferences import Profile
from app.storage.check import LAYOUTS, layout_of
from app.storage.codec import encode
from app.storage.conflicts import Conflict, Conflicts, is_our_own, original_of
from app.storage.document_repository import DocumentRepository
from app.storage.layouts import INFUSION, JOURNAL, PROFILE
from app.storage.merge import both
from app.storage.yaml_door import dump
from app.storage.yaml_file import OTHER_VERSION
from app.storage.yaml_values import Document
from tests.support.data_folders import TODAY, OpenFolder, check_in, infusion

FOLDER = "journal/2026"
DAY = f"{FOLDER}/2026-11-30.yaml"
COPY = f"{FOLDER}/2026-11-30.sync-conflict-20261130-093000-ABCDEFG.yaml"


def day_with(*entries: Any) -> bytes:
    """Return the file of a day."""
    return dump({"schema": 1, "check_ins": [encode(one) for one in entries]}, JOURNAL.comment)


def words(opened: OpenFolder) -> list[str]:
    """Return the words of today's check-ins."""
    return [entry.words for entry in opened.journal.day(TODAY).check_ins]


@pytest.fixture
def conflict(opened: OpenFolder) -> Conflict:
    """Ours has one entry changed and one of its own; so has theirs."""
    opened.journal.put(check_in("ours"))
    opened.journal.put(check_in("only here", entry_id="here"))
    opened.settle()
    theirs = (check_in("theirs", minutes=5), check_in("only there", entry_id="there"))
    opened.file(COPY).write_bytes(day_with(*theirs))
    read = Conflicts(opened.folder).read(COPY)
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("name", "original"),
    [
        (COPY, DAY),
        (f"{FOLDER}/2026-11-30 (Bo's conflicted copy 2026-11-30).yaml", DAY),
        (f"{FOLDER}/2026-11-30 (1).yaml", DAY),
        (f"{FOLDER}/2026-11-30-DESKTOP-7K2.yaml", DAY),
        (f"{FOLDER}/2026-11-30.yaml~", DAY),
        (f"{FOLDER}/2026-11-30.other-version-2.yaml", DAY),
        ("infusions/2026-11-30-a7k (2).yaml", "infusions/2026-11-30-a7k.yaml"),
        ("profile (conflicted copy).yaml", "profile.yaml"),
        ("infusions/2026-11-30-ab12.other-version.yaml", "infusions/2026-11-30-ab12.yaml"),
        ("infusions/2026-11-30-Ab12-DESKTOP-7K2.yaml", "infusions/2026-11-30-Ab12.yaml"),
        ("consultation.other-version.yaml", "consultation.yaml"),
        ("consultations (1).yaml", None),
        (f"{FOLDER}/2026-99-99 (1).yaml", None),
        (DAY, None),
        (f"{FOLDER}/2026-11-30-2.yaml", None),
        ("letter (1).yaml", None),
        ("infusions/profile (1).yaml", None),
        (f"{FOLDER}/2026-11-30 and so on.yaml", None),
    ],
)
def test_a_copy_is_led_back_to_its_file(name: str, original: str | None) -> None:
    """By the habits of sync tools and editors; nothing else is taken for one."""
    assert original_of(name) == original


@pytest.mark.parametrize("name", [*LAYOUTS, DAY, "infusions/2026-11-30-ab12.yaml"])
def test_a_copy_of_every_file_of_ours_is_offered(name: str) -> None:
    """What was kept beside a file is of no use where nobody hears of it."""
    assert layout_of(name) is not None
    assert original_of(name.replace(".yaml", f".{OTHER_VERSION}.yaml")) == name


def test_both_sides_are_read(conflict: Conflict) -> None:
    """As they are on the disk."""
    assert conflict.original == DAY
    assert [one["words"] for one in conflict.ours["check_ins"]] == ["ours", "only here"]  # type: ignore[union-attr,index,call-overload]
    assert [one["words"] for one in conflict.theirs["check_ins"]] == ["theirs", "only there"]  # type: ignore[union-attr,index,call-overload]
    assert not conflict.is_settled
    assert not is_our_own(conflict.name)


def test_keeping_both_loses_no_word(opened: OpenFolder, conflict: Conflict) -> None:
    """The older form of an entry that both changed lies beside the newer one."""
    Conflicts(opened.folder).keep_both(conflict)
    opened.settle()

    assert sorted(words(opened)) == ["only here", "only there", "ours", "theirs"]
    assert not opened.file(COPY).exists()
    assert (opened.paths.originals / COPY).read_bytes() == conflict.data


def test_keeping_ours_takes_the_copy_away(opened: OpenFolder, conflict: Conflict) -> None:
    """Into the originals."""
    Conflicts(opened.folder).keep_ours(conflict)
    opened.settle()

    assert words(opened) == ["ours", "only here"]
    assert not opened.file(COPY).exists()
    assert (opened.paths.originals / COPY).exists()


def test_keeping_theirs_and_thinking_better_of_it(opened: OpenFolder, conflict: Conflict) -> None:
    """Undo brings back both files."""
    conflicts = Conflicts(opened.folder)
    settled = conflicts.keep_theirs(conflict)
    opened.settle()
    assert words(opened) == ["theirs", "only there"]

    conflicts.put_back(conflict, settled, lambda _report: None)
    opened.settle()

    assert words(opened) == ["ours", "only here"]
    assert opened.file(COPY).read_bytes() == conflict.data


@pytest.mark.parametrize(
    "settle", [Conflicts.keep_both, Conflicts.keep_ours, Conflicts.keep_theirs]
)
def test_what_comes_while_the_choice_is_on_the_screen_stays(
    opened: OpenFolder, conflict: Conflict, settle: Callable[[Conflicts, Conflict], Document]
) -> None:
    """Whichever is chosen: it was not there to be chosen between."""
    arrived = check_in("arrived since", entry_id="late")
    ours = [check_in("ours"), check_in("only here", entry_id="here")]
    opened.file(DAY).write_bytes(day_with(*ours, arrived))

    settle(Conflicts(opened.folder), conflict)
    opened.settle()

    assert "arrived since" in words(opened)
    assert ("only here" in words(opened)) == (settle is not Conflicts.keep_theirs)


@pytest.mark.parametrize("settle", [Conflicts.keep_both, Conflicts.keep_theirs])
def test_words_typed_meanwhile_lie_beside_those_that_were_chosen(
    opened: OpenFolder, conflict: Conflict, settle: Callable[[Conflicts, Conflict], Document]
) -> None:
    """Also where the choice is about the very entry that was typed into."""
    opened.journal.put(check_in("ours, and more", minutes=1))

    settle(Conflicts(opened.folder), conflict)
    opened.settle()

    assert {"theirs", "ours, and more"} <= set(words(opened))


def test_words_that_came_and_cannot_lie_beside_the_chosen_ones_are_offered(
    opened: OpenFolder,
) -> None:
    """A plan has one place for notes: what nobody has seen yet becomes a copy of its own."""
    opened.infusions.put(infusion(notes="ours"))
    opened.settle()
    name = "infusions/2026-11-30-a7k"
    copy = opened.file(f"{name} (1).yaml")
    copy.write_bytes(opened.file(f"{name}.yaml").read_bytes().replace(b"ours", b"theirs"))
    conflict = Conflicts(opened.folder).read(f"{name} (1).yaml")
    assert conflict is not None
    opened.infusions.put(infusion(notes="arrived since", minutes=-5))
    opened.settle()

    Conflicts(opened.folder).keep_theirs(conflict)
    opened.settle()

    assert "theirs" in opened.file(f"{name}.yaml").read_text("utf-8")
    assert "arrived since" in opened.file(f"{name}.other-version.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "settle", [Conflicts.keep_both, Conflicts.keep_ours, Conflicts.keep_theirs]
)
@pytest.mark.parametrize("minutes", [-9, 9])
def test_thinking_better_of_it_keeps_what_was_typed_since(
    opened: OpenFolder,
    conflict: Conflict,
    settle: Callable[[Conflicts, Conflict], Document],
    minutes: int,
) -> None:
    """And still brings back what was there before the choice, whatever the clock said."""
    conflicts = Conflicts(opened.folder)
    settled = settle(conflicts, conflict)
    opened.settle()
    opened.journal.put(check_in("typed since", minutes=minutes))
    opened.settle()

    conflicts.put_back(conflict, settled, lambda _report: None)
    opened.settle()

    assert {"typed since", "only here"} <= set(words(opened))
    assert "only there" not in words(opened)
    assert opened.file(COPY).read_bytes() == conflict.data
    assert ("ours" in words(opened)) == (settle is not Conflicts.keep_ours)


def test_what_a_choice_replaces_is_kept_in_the_originals(
    opened: OpenFolder, conflict: Conflict
) -> None:
    """Like the copy itself: who thinks better of it tomorrow finds both there."""
    before = opened.file(DAY).read_bytes()

    Conflicts(opened.folder).keep_theirs(conflict)
    opened.settle()

    assert (opened.paths.originals / DAY).read_bytes() == before
    assert (opened.paths.originals / COPY).read_bytes() == conflict.data


def test_an_empty_copy_never_replaces_anything(opened: OpenFolder) -> None:
    """Nothing is no version."""
    opened.journal.put(check_in("ours"))
    opened.settle()
    opened.file(COPY).write_text("schema: 1\n")
    conflicts = Conflicts(opened.folder)
    empty = conflicts.read(COPY)
    assert empty is not None

    conflicts.keep_theirs(empty)
    opened.settle()

    assert words(opened) == ["ours"]
    assert opened.file(COPY).exists()


def test_a_copy_that_says_nothing_new_is_settled(opened: OpenFolder) -> None:
    """In whatever order it says it, and however long ago it was saved."""
    opened.journal.put(check_in("one"))
    opened.journal.put(check_in("two", entry_id="two"))
    opened.settle()
    opened.file(COPY).write_bytes(day_with(check_in("two", entry_id="two"), check_in("one")))

    settled = Conflicts(opened.folder).read(COPY)

    assert settled is not None
    assert settled.is_settled


@pytest.mark.parametrize(
    ("ours", "theirs", "is_settled"),
    [
        ("name: Ada\ncountry: US\n", "name: Ada\n", True),
        ("name: Ada\n", "name: Bo\n", False),
        ("clinic: {name: A, day: '1'}\n", "clinic: {name: A}\n", True),
        ("clinic: {name: A, day: '1'}\n", "clinic: {day: '2'}\n", False),
        ("people: [{name: Jo}, {name: Al}]\n", "people: [{name: Al}]\n", True),
        ("people: [{name: Jo}]\n", "people: [{name: Jo, phone: '1'}]\n", False),
    ],
)
def test_another_answer_is_something_new(
    opened: OpenFolder, ours: str, theirs: str, is_settled: bool
) -> None:
    """Of two answers to one question only one can be in the file."""
    opened.file("profile.yaml").write_text(ours)
    opened.file("profile (1).yaml").write_text(theirs)

    conflict = Conflicts(opened.folder).read("profile (1).yaml")

    assert conflict is not None
    assert conflict.is_settled is is_settled


def test_what_cannot_be_read_is_no_conflict(opened: OpenFolder) -> None:
    """A damaged copy, one that is gone, a file of somebody else."""
    opened.file(FOLDER).mkdir(parents=True)
    opened.file(COPY).write_text("\t")

    conflicts = Conflicts(opened.folder)

    assert conflicts.read(COPY) is None
    assert conflicts.read(f"{FOLDER}/2026-11-30 (1).yaml") is None
    assert conflicts.read("letter.txt") is None


def test_a_folder_that_can_only_be_read_keeps_the_copy(
    opened: OpenFolder, conflict: Conflict
) -> None:
    """What cannot be written is not removed elsewhere either."""
    second = OpenFolder(opened.paths)
    conflicts = Conflicts(second.folder)
    again = conflicts.read(COPY)
    assert again is not None

    conflicts.keep_both(again)
    conflicts.keep_ours(again)
    second.settle()

    assert opened.file(COPY).exists()
    second.close()


def test_two_profiles_become_one() -> None:
    """A file that is one record is put together field by field; without a moment ours decides."""
    ours: Document = {"name": "Ada", "people": [{"name": "Jo"}]}
    theirs: Document = {"name": "Bo", "country": "US"}

    whole = both(ours, theirs, PROFILE)

    assert whole == {"name": "Ada", "country": "US", "people": [{"name": "Jo"}]}
    older, newer = encode(infusion(notes="a")), encode(infusion(notes="b", minutes=5))
    assert both(older, newer, INFUSION)["notes"] == "b"


def test_a_profile_with_a_copy(opened: OpenFolder) -> None:
    """The name of the file decides what it is read as."""
    DocumentRepository(opened.folder, PROFILE).put(Profile(name="Ada"))
    opened.settle()
    opened.file("profile (1).yaml").write_text("name: Ada\ncountry: US\n")

    conflict = Conflicts(opened.folder).read("profile (1).yaml")
    assert conflict is not None
    Conflicts(opened.folder).keep_both(conflict)
    opened.settle()

    assert DocumentRepository(opened.folder, PROFILE).get() == Profile(name="Ada", country="US")


def test_a_copy_may_be_all_there_is(opened: OpenFolder) -> None:
    """Its file was removed: nothing is replaced, and nothing but the copy is an original."""
    opened.file("profile (1).yaml").write_text("name: Ada\n")
    conflict = Conflicts(opened.folder).read("profile (1).yaml")
    assert conflict is not None

    Conflicts(opened.folder).keep_theirs(conflict)
    opened.settle()

    assert DocumentRepository(opened.folder, PROFILE).get() == Profile(name="Ada")
    assert [one.name for one in opened.paths.originals.iterdir()] == ["profile (1).yaml"]
