"""Earlier versions: written once, found by the entry's id, and gone with the entry."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.check_in import CheckIn
from app.domain.questionnaire import Questionnaire, QuestionnaireName
from app.domain.reflection import Reflection
from app.domain.versions import Written, replaced
from app.storage.backups import Backups
from app.storage.check import check, layout_of
from app.storage.conflicts import original_of
from app.storage.data_folder import SLOTS_IN_MEMORY
from app.storage.errors import ErrorCode
from app.storage.history_repository import folder_of
from app.storage.jobs import SaveOutcome
from app.storage.layouts import HISTORY
from app.storage.loading import Loading
from app.storage.paths import Paths
from app.storage.salvage import salvage
from app.storage.yaml_door import load
from tests.support.clock import FixedClock
from tests.support.data_folders import MORNING, TODAY, OpenFolder, check_in
from tests.support.zips import fill

LATER = MORNING + timedelta(hours=2)
FIRST = "history/abcd2345/2026-11-30-v1aa.yaml"
DAY = "journal/2026/2026-11-30.yaml"


def change(opened: OpenFolder, words: str, version: str, hours: int = 2) -> CheckIn:
    """Let the check-in of today say *words*, and keep as *version* what it said."""
    (before,) = opened.journal.day(TODAY).check_ins
    at = MORNING + timedelta(hours=hours)
    after = before.saying(words).changed_at(at)
    opened.journal.put(after, replaced=replaced(before, version, at))
    return after


def said(opened: OpenFolder, entry_id: str = "abcd2345") -> list[str]:
    """Return the words of the earlier versions, the newest first."""
    entries = [one.entry for one in opened.journal.versions(entry_id)]
    return [entry.words for entry in entries if isinstance(entry, CheckIn)]


@pytest.fixture
def changed(opened: OpenFolder) -> OpenFolder:
    """Return a folder with a check-in of three versions, the newest in its day."""
    opened.journal.put(check_in("first"))
    opened.settle()
    change(opened, "second", "2026-11-30-v1aa")
    opened.settle()
    change(opened, "third", "2026-12-01-v2aa", hours=26)
    opened.settle()
    return opened


def test_versions_are_found_by_the_id_newest_first(changed: OpenFolder, paths: Paths) -> None:
    """At once, from the disk, and after starting again."""
    assert said(changed) == said(changed) == ["second", "first"]
    changed.close()

    again = OpenFolder(paths)

    assert said(again) == said(again) == ["second", "first"]
    assert said(again, "other") == []
    assert said(again) == ["second", "first"]
    assert check(paths) == ()
    again.close()


def test_of_two_that_were_replaced_in_one_second_the_one_written_later_is_newer(
    opened: OpenFolder,
) -> None:
    """Whatever they are called."""
    opened.journal.put(check_in("first"))
    change(opened, "second", "2026-11-30-zzzz", hours=2)
    (second,) = opened.journal.day(TODAY).check_ins
    third = second.saying("third")
    opened.journal.put(third, replaced=replaced(second, "2026-11-30-aaaa", LATER))

    assert said(opened) == ["second", "first"]


def test_a_version_is_there_before_it_is_written(opened: OpenFolder) -> None:
    """Reading answers from memory; the disk follows."""
    opened.journal.put(check_in("first"))

    change(opened, "second", "2026-11-30-v1aa")

    assert said(opened) == ["first"]
    assert said(opened, "abcd2346") == []
    opened.settle()
    assert opened.file(FIRST).stat().st_mode & 0o777 == 0o600
    assert opened.file(FIRST).parent.stat().st_mode & 0o777 == 0o700


def test_a_version_keeps_every_key_that_nobody_knows(opened: OpenFolder) -> None:
    """What a later program, or a hand, wrote into the entry is in its earlier version too."""
    opened.journal.put(check_in("first"))
    opened.settle()
    day = opened.file(DAY)
    day.write_text(
        day.read_text("utf-8").replace(
            "    words: first",
            "    words: first\n    weather:\n      wind: [north, 3]\n    pain: x",
        ),
        "utf-8",
    )

    change(opened, "second", "2026-11-30-v1aa")
    opened.settle()

    record = load(opened.file(FIRST).read_bytes())["check_in"]
    assert isinstance(record, dict)
    assert record["weather"] == {"wind": ["north", 3]}
    assert record["pain"] == "x"
    assert said(opened) == ["first"]


@pytest.mark.parametrize(
    "entry",
    [
        Reflection(id="refl2345", created=MORNING, changed=MORNING, at=MORNING, during="A river"),
        Questionnaire(
            id="ques2345",
            created=MORNING,
            changed=MORNING,
            at=MORNING,
            name=QuestionnaireName.GAD_7,
        ),
    ],
)
def test_every_kind_that_is_written_has_versions(opened: OpenFolder, entry: Written) -> None:
    """Reflections and questionnaires as well as check-ins."""
    opened.journal.put(entry)

    opened.journal.put(entry.changed_at(LATER), replaced=replaced(entry, "2026-11-30-v1aa", LATER))
    opened.settle()

    assert [one.entry for one in opened.journal.versions(entry.id)] == [entry]


def test_an_entry_that_moves_keeps_its_versions(changed: OpenFolder) -> None:
    """They lie under its id, not under its day."""
    (entry,) = changed.journal.day(TODAY).check_ins
    moved = entry.belonging(entry.at - timedelta(days=3), entry.time_point, entry.infusion)

    changed.journal.put(moved)
    changed.settle()

    assert said(changed) == ["second", "first"]
    assert changed.journal.stored(entry) == moved


def test_versions_go_with_their_entry_and_come_back_with_it(changed: OpenFolder) -> None:
    """Byte for byte, and other entries keep theirs."""
    files = sorted(changed.file("history").rglob("*.yaml"))
    before = [file.read_bytes() for file in files]
    (entry,) = changed.journal.day(TODAY).check_ins

    versions = changed.journal.delete(entry)
    at_once = said(changed)
    changed.settle()
    gone = [file for file in files if file.exists()]
    changed.journal.put_back(entry, versions)
    in_memory = said(changed)
    changed.settle()

    assert (at_once, gone) == ([], [])
    assert in_memory == said(changed) == ["second", "first"]
    assert [file.read_bytes() for file in files] == before
    assert changed.journal.delete(check_in(entry_id="other")) == ()


def test_an_entry_that_left_its_file_meanwhile_is_kept_as_it_was_known(
    opened: OpenFolder,
) -> None:
    """There is no record to take over, and its words are kept all the same."""
    known = check_in("known")

    opened.journal.put(known.saying("new"), replaced=replaced(known, "2026-11-30-v1aa", LATER))
    opened.settle()

    assert [one.entry for one in opened.journal.versions(known.id)] == [known]


def test_versions_removed_and_brought_back_before_anything_was_written(
    changed: OpenFolder,
) -> None:
    """Undo is quicker than the disk, and nobody waits for somebody who waits."""
    (entry,) = changed.journal.day(TODAY).check_ins

    for _round in range(3):
        versions = changed.journal.delete(entry)
        changed.journal.put_back(entry, versions)
        change(changed, "third", "2026-12-01-v3aa", hours=27)
    changed.settle()

    assert said(changed) == ["third", "second", "first"]
    assert changed.folder.unsaved_slots() == []


def test_an_entry_that_cannot_be_removed_keeps_its_versions(paths: Paths) -> None:
    """Its file comes from a later program: nothing is written there, and nothing is lost."""
    first = OpenFolder(paths)
    first.journal.put(check_in("first"))
    change(first, "second", "2026-11-30-v1aa")
    first.settle()
    first.close()
    day = paths.data / DAY
    day.write_text(day.read_text("utf-8").replace("schema: 1", "schema: 99"), "utf-8")
    opened = OpenFolder(paths)
    (entry,) = opened.journal.day(TODAY).check_ins

    assert opened.journal.delete(entry) == ()
    opened.settle()

    assert said(opened) == ["first"]
    opened.close()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("check_in: [\n", ErrorCode.SYNTAX),
        ("check_in:\n  id: abcd2345\n", ErrorCode.MISSING_FIELD),
    ],
)
def test_a_damaged_version_is_named_and_costs_no_other(
    changed: OpenFolder, text: str, code: ErrorCode
) -> None:
    """The others are shown; the file stays as it is, even when the entry is removed."""
    changed.close()
    changed.file(FIRST).write_text(text, "utf-8")
    again = OpenFolder(changed.paths)

    assert said(again) == ["second"]
    assert {(one.path, one.code) for one in again.folder.noted.all()} == {(FIRST, code)}
    assert {(one.path, one.code) for one in check(again.paths)} == {(FIRST, code)}
    assert salvage(again.paths, FIRST, HISTORY) is None
    again.journal.delete(again.journal.day(TODAY).check_ins[0])
    again.settle()

    assert [path.name for path in again.file("history").rglob("*.yaml")] == ["2026-11-30-v1aa.yaml"]
    assert again.file(FIRST).read_text("utf-8") == text
    again.close()


def test_a_version_that_was_repaired_is_read_again(changed: OpenFolder) -> None:
    """A file that is another one than before is no longer known."""
    changed.close()
    good = changed.file(FIRST).read_bytes()
    changed.file(FIRST).write_bytes(b"check_in: [\n")
    again = OpenFolder(changed.paths)
    assert said(again) == ["second"]

    changed.file(FIRST).write_bytes(good)

    assert said(again) == ["second", "first"]
    assert again.folder.noted.all() == ()
    again.close()


def test_a_version_in_the_folder_of_another_entry_is_not_shown_there(changed: OpenFolder) -> None:
    """Nor one in which there is no entry any more."""
    fill(changed.paths.data, {f"{folder_of('else2345')}/2026-11-30-v1aa.yaml": ""})
    other = changed.file(f"{folder_of('else2345')}/2026-11-30-v1aa.yaml")
    other.write_bytes(changed.file(FIRST).read_bytes())
    other.with_name("2026-11-30-v2aa.yaml").write_text(
        "id: 2026-11-30-v2aa\ncreated: '2026-11-30T09:30:00Z'\nchanged: '2026-11-30T09:30:00Z'\n",
        "utf-8",
    )

    assert said(changed, "else2345") == []
    assert check(changed.paths) == ()


def test_many_versions_push_nothing_out_of_memory(opened: OpenFolder) -> None:
    """Reading them is none of the business of the files in use."""
    opened.journal.put(check_in("first"))
    for number in range(SLOTS_IN_MEMORY + 9):
        change(opened, f"{number}", f"2026-11-30-v{number:03}", hours=number)
    opened.settle()
    opened.close()
    again = OpenFolder(opened.paths)
    again.journal.day(TODAY)

    assert len(said(again)) == SLOTS_IN_MEMORY + 9

    assert [slot.path.name for slot in again.folder.slots()] == ["2026-11-30.yaml"]
    again.close()


@pytest.mark.parametrize(
    "entry_id",
    ["../../x", "", "A", "a" * 400, "con", "com1", "a\nb", "-", "née", "a/b", "a.", "abcd2345-"],
)
def test_an_id_that_is_no_name_for_a_folder_has_one_that_stands_for_it(
    opened: OpenFolder, entry_id: str
) -> None:
    """A hand may have written any id: its versions lie where they belong, and are found."""
    opened.journal.put(check_in("first", entry_id=entry_id))

    change(opened, "second", "2026-11-30-v1aa")
    opened.settle()

    assert said(opened, entry_id) == ["first"]
    (file,) = opened.file("history").rglob("*.yaml")
    assert layout_of(file.relative_to(opened.paths.data).as_posix()) is HISTORY
    assert len(file.parent.name) == 40


def test_ids_that_a_merge_made_name_their_folder() -> None:
    """They can be found by a person."""
    assert folder_of("abcd2345-other") == "history/abcd2345-other"


def test_loading_passes_earlier_versions_by(changed: OpenFolder) -> None:
    """They are not what holds now: neither found nor read, and they do not hold up the start."""
    change(changed, "fourth", "2026-12-02-v3aa", hours=50)
    taken: list[str] = []
    loading = Loading(changed.folder)
    loading.on_value.append(lambda name, _layout, _value: taken.append(name))

    loading.start()
    while loading.step():
        pass
    loading.catch_up()
    changed.settle()
    loading.catch_up()

    assert set(taken) == {DAY}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("history/abcd2345/2026-11-30-v1aa (1).yaml", ErrorCode.CONFLICT_COPY),
        ("history/abcd2345/2026-11-30-v1aa.sync-conflict-2026.yaml", ErrorCode.CONFLICT_COPY),
        ("history/abcd2345/2026-11-30-v1aa.yml", ErrorCode.MISNAMED),
        ("history/abcd2345/notes.txt", ErrorCode.UNKNOWN_FILE),
        ("history/2026-11-30-v1aa.yaml", ErrorCode.UNKNOWN_FILE),
    ],
)
def test_what_else_lies_among_them_is_named_by_the_check(
    changed: OpenFolder, name: str, code: ErrorCode
) -> None:
    """A copy of a sync tool belongs to the version that it is a copy of."""
    changed.file(name).write_text("x", "utf-8")

    assert [(one.path, one.code) for one in check(changed.paths)] == [(name, code)]
    assert original_of(name) == (FIRST if code is ErrorCode.CONFLICT_COPY else None)


def test_earlier_versions_are_in_the_backups(changed: OpenFolder) -> None:
    """As everything else that is ours."""
    copied = Backups(FixedClock()).make(changed.paths)

    assert copied.files == len([one for one in changed.paths.data.rglob("*") if one.is_file()])
    assert copied.left_out == ()


def test_new_words_wait_for_the_old_ones(opened: OpenFolder, tmp_path: Path) -> None:
    """Where a version cannot be written, its entry is not written over: both stay in memory."""
    opened.journal.put(check_in("first"))
    opened.settle()
    opened.file("history").write_text("in the way", "utf-8")

    change(opened, "second", "2026-11-30-v1aa")
    opened.folder.writer.wait(10)
    opened.inbox.run()

    assert "first" in opened.file(DAY).read_text("utf-8")
    assert opened.reports[-1].outcome is SaveOutcome.FAILED
    assert said(opened) == ["first"]
    assert [one.words for one in opened.journal.day(TODAY).check_ins] == ["second"]
    opened.file("history").rename(tmp_path / "away")
    opened.folder.retry()
    opened.settle()
    assert "second" in opened.file(DAY).read_text("utf-8")
    assert "first" in opened.file(FIRST).read_text("utf-8")
