"""Files that are damaged, newer, half wrong or changed by others: no word is lost."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.infusion import Infusion
from app.domain.preferences import ClinicPhones, Profile, Settings
from app.storage import yaml_file
from app.storage.codec import encode
from app.storage.document_repository import DocumentRepository
from app.storage.errors import ErrorCode, YamlError
from app.storage.jobs import Job, SaveOutcome, performed
from app.storage.layouts import JOURNAL, PROFILE, SETTINGS
from app.storage.paths import Paths
from app.storage.yaml_door import dump
from tests.support.crashing_folder import CrashingFolder
from tests.support.data_folders import (
    MORNING,
    TODAY,
    OpenFolder,
    calm_session,
    check_in,
    infusion,
)

DAY = "journal/2026/2026-11-30.yaml"
SECOND = "journal/2026/2026-11-30-2.yaml"
THIRD = "journal/2026/2026-11-30-3.yaml"
DAMAGED = "schema: 1\ncheck_ins:\n\t- id: abcd2345\n"


def words(opened: OpenFolder) -> list[str]:
    """Return the words of today's check-ins."""
    return [entry.words for entry in opened.journal.day(TODAY).check_ins]


def write(opened: OpenFolder, name: str, text: str) -> None:
    """Let somebody else write the file *name*."""
    opened.file(name).parent.mkdir(parents=True, exist_ok=True)
    opened.file(name).write_text(text, "utf-8")


def day_with(text: str, entry_id: str) -> bytes:
    """Return the file of a day with one check-in."""
    entry = encode(check_in(text, entry_id=entry_id))
    return dump({"schema": 1, "check_ins": [entry]}, JOURNAL.comment)


def test_a_damaged_day_is_listed_and_never_written(opened: OpenFolder) -> None:
    """What is new goes beside it, and is read from there."""
    write(opened, DAY, DAMAGED)

    assert words(opened) == []
    opened.journal.put(check_in("new"))
    opened.settle()

    (problem,) = opened.folder.noted.all()
    assert (problem.path, problem.code, problem.line) == (DAY, ErrorCode.TAB, 3)
    assert opened.file(DAY).read_text() == DAMAGED
    assert "new" in opened.file(SECOND).read_text()
    assert words(opened) == ["new"]


def test_a_repaired_day_becomes_one_file_again(opened: OpenFolder) -> None:
    """Both files are read together at once, and joined with the next entry."""
    write(opened, DAY, DAMAGED)
    opened.journal.put(check_in("written beside"))
    opened.settle()

    opened.file(DAY).write_bytes(day_with("repaired", "old"))
    assert words(opened) == ["repaired", "written beside"]
    assert opened.folder.noted.all() == ()
    opened.journal.put(check_in("third", entry_id="third"))
    opened.settle()

    assert words(opened) == ["repaired", "written beside", "third"]
    assert not opened.file(SECOND).exists()
    assert "written beside" in opened.file(DAY).read_text()


def test_a_day_damaged_while_open_loses_nothing_that_was_known(opened: OpenFolder) -> None:
    """The words in memory are written beside the damaged file, with the new ones."""
    opened.journal.put(check_in("known"))
    opened.settle()
    opened.file(DAY).write_bytes(bytes(100))

    opened.journal.put(check_in("new", entry_id="new"))
    assert words(opened) == ["known", "new"]
    opened.settle()

    assert opened.file(DAY).read_bytes() == bytes(100)
    assert "known" in opened.file(SECOND).read_text()
    assert words(opened) == ["known", "new"]


def test_a_second_file_that_is_damaged_too_leads_to_a_third(opened: OpenFolder) -> None:
    """There is always one more, and all of them are read."""
    write(opened, DAY, DAMAGED)
    write(opened, SECOND, "[]")

    opened.journal.put(check_in("new"))
    opened.settle()

    assert "new" in opened.file(THIRD).read_text()
    assert words(opened) == ["new"]
    assert [problem.path for problem in opened.folder.noted.all()] == [SECOND, DAY]


def test_a_third_file_is_read_though_there_is_no_second(opened: OpenFolder) -> None:
    """Somebody removed the broken one by hand; the next change puts the others together."""
    write(opened, DAY, day_with("first", "first").decode())
    write(opened, THIRD, day_with("third", "third").decode())

    assert words(opened) == ["first", "third"]
    opened.journal.put(check_in("new"))
    opened.settle()

    assert words(opened) == ["first", "third", "new"]
    assert "third" in opened.file(DAY).read_text()
    assert not opened.file(THIRD).exists()


def test_a_file_that_comes_later_is_read_beside_the_first(opened: OpenFolder) -> None:
    """A sync program brings the second one, with others after it, while the day is open."""
    write(opened, DAY, day_with("first", "first").decode())
    assert words(opened) == ["first"]

    write(opened, SECOND, day_with("second", "second").decode())
    write(opened, "journal/2026/2026-11-30-9.yaml", day_with("ninth", "ninth").decode())

    assert words(opened) == ["first", "second", "ninth"]


def test_an_entry_deleted_from_two_files_is_gone_from_both(opened: OpenFolder) -> None:
    """Joining the files comes before the deletion."""
    opened.journal.put(check_in("old"))
    opened.settle()
    opened.file(SECOND).write_bytes(day_with("same", "abcd2345"))

    opened.journal.delete(check_in())
    opened.settle()

    assert words(opened) == []
    assert not opened.file(SECOND).exists()
    assert not opened.file(DAY).exists()


def test_a_file_of_a_newer_version_is_shown_and_never_written(opened: OpenFolder) -> None:
    """What can be read of it is; a save says why it fails, and what was put stays in memory."""
    newer = day_with("from tomorrow", "abcd2345").replace(b"schema: 1", b"schema: 2")
    write(opened, DAY, newer.decode())
    write(opened, SECOND, day_with("beside", "beside").decode())

    assert words(opened) == ["from tomorrow", "beside"]
    opened.journal.put(check_in("mine", entry_id="mine"))
    opened.settle()

    assert [(report.outcome, report.error) for report in opened.reports] == [
        (SaveOutcome.FAILED, ErrorCode.NEWER_SCHEMA)
    ]
    assert opened.file(DAY).read_bytes() == newer
    assert opened.file(SECOND).exists()
    assert words(opened) == ["from tomorrow", "beside", "mine"]
    assert [(one.code, one.line) for one in opened.folder.noted.all()] == [
        (ErrorCode.NEWER_SCHEMA, 2)
    ]
    assert not opened.close()


def test_an_entry_is_not_taken_out_of_its_day_when_the_other_day_refuses_it(
    opened: OpenFolder,
) -> None:
    """Moving is copying first."""
    opened.journal.put(check_in("here"))
    opened.settle()
    opened.journal.day(TODAY)
    write(opened, "journal/2026/2026-11-29.yaml", "schema: 9\n")

    opened.journal.put(check_in("there", at=MORNING.replace(day=29), minutes=1500))
    opened.settle()

    assert "here" in opened.file(DAY).read_text()


def test_a_wrong_record_is_listed_with_its_line_and_kept(opened: OpenFolder) -> None:
    """A typing error in one record costs that record only, until it is put right."""
    opened.journal.put(check_in("good"))
    opened.journal.put(calm_session())
    opened.settle()
    text = opened.file(DAY).read_text().replace("planned_minutes: 5", "planned_minutes: five")
    write(opened, DAY, text)

    day = opened.journal.day(TODAY)
    assert day.calm_sessions == ()
    line = text.splitlines().index("    planned_minutes: five") + 1
    (problem,) = opened.folder.noted.all()
    assert (problem.code, problem.line, problem.record_id) == (
        ErrorCode.WRONG_TYPE,
        line,
        "calm2345",
    )
    assert problem.field == "planned_minutes"
    opened.journal.put(check_in("better", minutes=1))
    opened.settle()
    assert "planned_minutes: five" in opened.file(DAY).read_text()
    assert len(opened.folder.noted.all()) == 1
    write(opened, DAY, opened.file(DAY).read_text().replace("five", "5"))
    assert opened.journal.day(TODAY).calm_sessions == (calm_session(),)
    assert opened.folder.noted.all() == ()


def test_a_wrong_value_in_the_profile_costs_only_itself(opened: OpenFolder) -> None:
    """Help now needs the phones, whatever the country says."""
    write(opened, "profile.yaml", "country: Germany\nclinic:\n  day: 5551234\n")
    repository = DocumentRepository(opened.folder, PROFILE)

    profile = repository.get()
    assert profile.clinic.day == "5551234"
    assert profile.country == ""
    assert [(one.field, one.line) for one in opened.folder.noted.all()] == [("country", 1)]
    repository.put(Profile(name="Bo", clinic=profile.clinic))
    opened.settle()
    assert "country: Germany" in opened.file("profile.yaml").read_text()


@pytest.mark.parametrize(
    "text",
    ["", "a: [", "\x00" * 64, "- 1", "a: 1\na: 2", "schema: x"],
    ids=["empty", "open", "nul", "list", "double", "schema"],
)
def test_damaged_settings_are_defaults_and_stay(opened: OpenFolder, text: str) -> None:
    """The program opens with its defaults, and saves beside the damaged file."""
    write(opened, "settings.yaml", text)
    repository = DocumentRepository(opened.folder, SETTINGS)

    assert repository.get() == Settings()
    repository.put(Settings(language="de"))
    opened.settle()

    assert opened.file("settings.yaml").read_text() == text
    assert repository.get().language == "de"
    assert DocumentRepository(opened.folder, SETTINGS).get().language == "de"
    write(opened, "settings.yaml", "look: {text_percent: 150}\n")
    assert repository.get().look.text_percent == 150
    repository.put(repository.get())
    opened.settle()
    assert not opened.file("settings-2.yaml").exists()
    assert "language: de" in opened.file("settings.yaml").read_text()


def test_an_answer_that_gives_way_when_two_files_become_one_is_kept_beside_them(
    opened: OpenFolder,
) -> None:
    """Beside a damaged file one phone was typed, and the repaired file brings another."""
    profile = DocumentRepository(opened.folder, PROFILE)
    profile.put(Profile(name="Bo", clinic=ClinicPhones(day="1")))
    opened.settle()
    good = opened.file("profile.yaml").read_text()
    write(opened, "profile.yaml", "name: [")
    profile.put(Profile(name="Bo", clinic=ClinicPhones(day="2")))
    opened.settle()

    write(opened, "profile.yaml", good.replace("day: '1'", "day: '11'"))
    profile.put(replace(profile.get(), country="DE"))
    opened.settle()

    assert not opened.file("profile-2.yaml").exists()
    assert profile.get().clinic.day == "2"
    assert "day: '11'" in opened.file("profile.other-version.yaml").read_text()


def test_comments_made_by_hand_are_kept_in_the_backups(opened: OpenFolder) -> None:
    """Before the first rewriting, the file goes to the originals as it was, once."""
    text = day_with("words # not a comment", "a").decode() + "# my own comment\n"
    write(opened, DAY, text)

    opened.journal.put(check_in("new"))
    opened.journal.put(check_in("newer", minutes=1))
    opened.settle()
    opened.journal.put(check_in("newest", minutes=2))
    opened.settle()

    originals = opened.paths.originals / "journal" / "2026"
    assert [path.name for path in originals.iterdir()] == ["2026-11-30.yaml"]
    assert (originals / "2026-11-30.yaml").read_text() == text
    assert "my own" not in opened.file(DAY).read_text()


def test_a_file_with_another_first_line_counts_as_commented(opened: OpenFolder) -> None:
    """The first line is ours only if it is exactly ours."""
    write(opened, "profile.yaml", "# Bo's file\nname: Bo\n")

    DocumentRepository(opened.folder, PROFILE).put(Profile(name="Bob"))
    opened.settle()

    assert (opened.paths.originals / "profile.yaml").read_text() == "# Bo's file\nname: Bo\n"


def test_number_signs_in_words_are_no_comments(opened: OpenFolder) -> None:
    """Nothing is kept where nothing is lost."""
    opened.journal.put(check_in("# not a comment\n# nor this"))
    opened.settle()
    opened.journal.put(check_in("new", minutes=1))
    opened.settle()
    write(opened, "profile.yaml", "name: Bo\n")
    DocumentRepository(opened.folder, PROFILE).put(Profile(name="Bob"))
    opened.settle()

    assert not opened.paths.originals.exists()


class Race:
    """Lets somebody else write between our look at a file and our writing of it."""

    def __init__(self, opened: OpenFolder, monkeypatch: pytest.MonkeyPatch) -> None:
        self._opened = opened
        self._monkeypatch = monkeypatch

    def lose(self, name: str, data: bytes | None) -> None:
        """At the next submission, put *data* in the place of the file *name* first."""
        path = self._opened.file(name)
        submit = self._opened.folder.writer.submit
        raced = False

        def submit_late(*args: object) -> None:
            nonlocal raced
            if not raced:
                raced = True
                if data is None:
                    path.unlink()
                else:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(data)
            submit(*args)  # type: ignore[arg-type]

        self._monkeypatch.setattr(self._opened.folder.writer, "submit", submit_late)


@pytest.fixture
def race(opened: OpenFolder, monkeypatch: pytest.MonkeyPatch) -> Race:
    """Somebody else who writes at the wrong moment."""
    return Race(opened, monkeypatch)


def test_a_file_changed_at_the_same_moment_keeps_both(opened: OpenFolder, race: Race) -> None:
    """Ours goes into theirs; where all of theirs is in the file, no copy asks to be decided on."""
    opened.journal.put(check_in("ours before"))
    opened.settle()
    opened.journal.delete(check_in("ours before"))
    opened.journal.put(check_in("ours before"))
    opened.settle()
    theirs = day_with("theirs", "theirs")
    race.lose(DAY, theirs)

    opened.journal.put(check_in("ours", entry_id="ours"))
    opened.settle()

    assert [report.outcome for report in opened.reports][-2:] == [
        SaveOutcome.CHANGED_OUTSIDE,
        SaveOutcome.SAVED,
    ]
    assert sorted(words(opened)) == ["ours", "theirs"]
    assert not list(opened.file(DAY).parent.glob("*other-version*"))
    assert opened.journal.days() == [TODAY]


def test_an_entry_changed_by_both_at_the_same_moment_is_kept_twice(
    opened: OpenFolder, race: Race
) -> None:
    """Ours is newer and in the file; theirs is kept beside it as it was."""
    opened.journal.put(check_in("before"))
    opened.settle()
    theirs = day_with("theirs", "abcd2345")
    race.lose(DAY, theirs)

    opened.journal.put(check_in("ours", minutes=1))
    opened.settle()

    assert words(opened) == ["ours"]
    copy = opened.file("journal/2026/2026-11-30.other-version.yaml")
    assert copy.read_bytes() == theirs


def test_a_file_that_appears_at_the_same_moment_keeps_both(opened: OpenFolder, race: Race) -> None:
    """Two computers make the same day."""
    race.lose(DAY, day_with("theirs", "theirs"))

    opened.journal.put(check_in("ours"))
    opened.settle()

    assert sorted(words(opened)) == ["ours", "theirs"]


def test_a_file_damaged_at_the_same_moment_is_left_alone(opened: OpenFolder, race: Race) -> None:
    """Everything we know goes beside it."""
    opened.journal.put(check_in("known"))
    opened.settle()
    race.lose(DAY, DAMAGED.encode())

    opened.journal.put(check_in("new", entry_id="new"))
    opened.settle()

    assert opened.file(DAY).read_text() == DAMAGED
    assert "known" in opened.file(SECOND).read_text()
    assert words(opened) == ["known", "new"]
    assert opened.reports[-1].records == ("new",)
    assert not opened.folder.unsaved_slots()


def test_an_entry_leaves_its_day_only_when_it_is_beside_the_damaged_other_one(
    paths: Paths,
) -> None:
    """The day that it moves to is damaged at that moment, and nothing can be put beside it."""
    there = paths.data / "journal/2026/2026-11-29.yaml"

    def damage(_: Paths) -> None:
        if there.exists() and there.read_text() != DAMAGED:
            there.write_text(DAMAGED)
            there.with_name("2026-11-29-2.yaml").mkdir()

    opened = OpenFolder(paths, damage)
    opened.journal.put(check_in("the only words"))
    opened.settle()
    there.write_bytes(day_with("other", "other"))
    opened.journal.day(MORNING.replace(day=29).date())

    opened.journal.put(check_in("the only words", at=MORNING.replace(day=29), minutes=1500))
    opened.settle()

    assert "the only words" in opened.file(DAY).read_text()
    there.with_name("2026-11-29-2.yaml").rmdir()
    opened.folder.retry()
    opened.settle()
    assert "the only words" in there.with_name("2026-11-29-2.yaml").read_text()
    assert not opened.file(DAY).exists()
    opened.close()


@pytest.mark.parametrize("others", [[], ["another"]], ids=["alone", "with another"])
def test_an_entry_stays_on_its_day_if_the_day_it_moved_to_is_destroyed_at_once(
    paths: Paths, others: list[str]
) -> None:
    """Between the writing of the new day and the taking out of the old one."""
    opened = CrashingFolder(paths)
    there = paths.data / "journal/2026/2026-11-29.yaml"
    for one in ["the only words", *others]:
        opened.journal.put(check_in(one, entry_id=one.replace(" ", "-")))
    opened.write_out()
    moved = check_in("the only words", entry_id="the-only-words", at=MORNING.replace(day=29))
    opened.journal.put(moved.changed_at(MORNING + timedelta(hours=1)))
    opened.stand_still()
    assert "the only words" in there.read_text()
    there.write_text(DAMAGED)

    opened.write_out()

    assert "the only words" in opened.file(DAY).read_text()
    assert opened.says_saved
    opened.end()


def test_what_waits_for_a_file_that_was_left_as_it_was_is_left_too(tmp_path: Path) -> None:
    """Words that it was to take over are not in it; once they are, the other file may go."""
    taken, middle, last = (tmp_path / name for name in "abc")
    for path in (taken, middle, last):
        path.write_bytes(b"words: one\n")
    written: dict[Path, bytes | None] = {taken: b"words: one\n"}
    taken.write_bytes(b"words: [\n")

    def job(path: Path, data: bytes | None, after: Path) -> Job:
        base = path.read_bytes()
        return Job(path=path, root=tmp_path, data=data, base=base, after=frozenset({after}))

    into = job(middle, b"words: two\n", taken)
    away = job(last, None, middle)
    left = [performed(one, written).outcome for one in (into, away)]
    taken.write_bytes(b"words: one\n")
    done = [performed(one, written).outcome for one in (into, away)]

    assert left == [SaveOutcome.LEFT] * 2
    assert done == [SaveOutcome.SAVED] * 2
    assert not last.exists()


def test_a_version_to_be_kept_outlives_the_damage_of_its_file(
    opened: OpenFolder, race: Race
) -> None:
    """Somebody's words give way to ours, and then half a file arrives."""
    opened.infusions.put(infusion(notes="before"))
    opened.settle()
    name = "infusions/2026-11-30-a7k.yaml"
    by_hand = opened.file(name).read_text().replace("before", "theirs") + "# by hand\n"
    write(opened, name, by_hand)
    race.lose(name, b"notes: [")

    opened.infusions.put(infusion(notes="ours", minutes=1), keep_theirs=True)
    opened.settle()

    assert opened.infusions.get("2026-11-30-a7k") == infusion(notes="ours", minutes=1)
    copy = opened.file("infusions/2026-11-30-a7k-2.other-version.yaml")
    assert copy.read_text() == by_hand
    originals = opened.paths.originals / "infusions"
    assert [path.read_text() for path in originals.iterdir()] == [by_hand]


def test_a_file_from_a_newer_version_at_the_same_moment_is_not_written(
    opened: OpenFolder, race: Race
) -> None:
    """Ours stays in memory, with the reason."""
    newer = b"schema: 2\ncheck_ins: []\n"
    race.lose(DAY, newer)

    opened.journal.put(check_in("ours"))
    opened.settle()

    assert opened.file(DAY).read_bytes() == newer
    assert words(opened) == ["ours"]
    assert opened.reports[-1].error is ErrorCode.NEWER_SCHEMA


def test_a_file_gone_at_the_same_moment_is_written(opened: OpenFolder, race: Race) -> None:
    """A missing file is never taken for a deletion."""
    opened.journal.put(check_in("known"))
    opened.settle()
    race.lose(DAY, None)

    opened.journal.put(check_in("new", entry_id="new"))
    opened.settle()

    assert words(opened) == ["known", "new"]
    assert "known" in opened.file(DAY).read_text()


def test_a_file_that_is_gone_after_a_conflict_is_written_whole(
    opened: OpenFolder, race: Race, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Theirs was there when the writer looked, and is gone when we look."""
    opened.journal.put(check_in("known"))
    opened.settle()
    race.lose(DAY, day_with("theirs", "theirs"))
    opened.journal.put(check_in("new", entry_id="new"))
    opened.folder.writer.wait(20)
    opened.file(DAY).unlink()

    opened.settle()

    assert words(opened) == ["known", "new"]
    assert "known" in opened.file(DAY).read_text()


def test_an_infusion_edited_elsewhere_outlives_its_deletion(opened: OpenFolder, race: Race) -> None:
    """An edit beats a deletion."""
    name = "infusions/2026-11-30-a7k.yaml"
    opened.infusions.put(infusion())
    opened.settle()
    edited = opened.file(name).read_text().replace("12:00:00Z", "13:00:00Z")
    race.lose(name, edited.encode())

    opened.infusions.delete("2026-11-30-a7k")
    opened.settle()

    assert isinstance(opened.infusions.get("2026-11-30-a7k"), Infusion)
    assert opened.file(name).exists()


def test_an_infusion_damaged_while_open_goes_on_beside_it(opened: OpenFolder) -> None:
    """The name says which infusion it is."""
    opened.infusions.put(infusion())
    opened.settle()
    write(opened, "infusions/2026-11-30-a7k.yaml", "schema: [")

    opened.infusions.put(infusion(notes="new", minutes=5))
    opened.settle()

    assert opened.infusions.ids() == ["2026-11-30-a7k"]
    assert opened.infusions.get("2026-11-30-a7k") == infusion(notes="new", minutes=5)


def test_a_value_that_cannot_be_written_stays_in_memory(
    opened: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the text ever not read back, nothing is written and it is said."""

    def refuse(*_: object) -> bytes:
        raise YamlError(ErrorCode.NOT_REPRESENTABLE)

    monkeypatch.setattr(yaml_file, "dump", refuse)
    opened.journal.put(check_in("kept"))
    opened.settle()

    assert opened.reports[0].error is ErrorCode.NOT_REPRESENTABLE
    assert words(opened) == ["kept"]
    monkeypatch.undo()
    opened.journal.put(check_in("kept", minutes=1))
    assert opened.settle()[-1] is SaveOutcome.SAVED
