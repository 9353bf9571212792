"""Values in, values out, over a real folder."""

from datetime import date, timedelta

import pytest

from app.domain.calm import RunningSession, start
from app.domain.calm_phases import as_begun, single
from app.domain.check_in import CheckIn
from app.domain.checklist import OwnItem, OwnList, Stage
from app.domain.clock import Reading
from app.domain.consultation import Consultation, Medicine
from app.domain.journal import Day
from app.domain.preferences import Look, Profile, Settings, ThemeName
from app.storage.check import check
from app.storage.data_folder import SLOTS_IN_MEMORY
from app.storage.document_repository import DocumentRepository
from app.storage.errors import ErrorCode
from app.storage.infusion_repository import InfusionRepository
from app.storage.jobs import SaveOutcome
from app.storage.journal_repository import JournalRepository
from app.storage.layouts import CHECKLIST, CONSULTATION, PROFILE, SETTINGS
from app.storage.paths import Paths
from app.storage.running_repository import RunningRepository
from tests.support.data_folders import (
    MORNING,
    TODAY,
    OpenFolder,
    calm_session,
    check_in,
    infusion,
)


def test_a_day_is_written_and_found_again(paths: Paths) -> None:
    """Both kinds of entries stand in the day's file, readable, and are there after reopening."""
    first = OpenFolder(paths)
    first.journal.put(check_in("One\ntwo"))
    first.journal.put(calm_session())
    assert first.journal.days() == [TODAY]

    assert first.settle() == [SaveOutcome.SAVED] * len(first.reports)
    assert first.close()

    again = OpenFolder(paths)
    assert again.journal.days() == [TODAY]
    assert again.journal.day(TODAY) == Day(
        check_ins=(check_in("One\ntwo"),), calm_sessions=(calm_session(),)
    )
    text = again.file("journal/2026/2026-11-30.yaml").read_text("utf-8")
    assert text.startswith("# Soft Landing: one day of your journal.")
    assert "words: |-\n      One\n      two\n" in text
    assert again.folder.noted.all() == ()
    again.close()


def test_what_was_put_is_there_before_it_is_written(opened: OpenFolder) -> None:
    """Reading answers from memory; the disk follows."""
    opened.journal.put(check_in("now"))
    opened.infusions.put(infusion())

    assert opened.journal.day(TODAY).check_ins == (check_in("now"),)
    assert opened.journal.days() == [TODAY]
    assert opened.infusions.ids() == ["2026-11-30-a7k"]
    assert opened.folder.unsaved_slots()
    opened.settle()
    assert opened.folder.unsaved_slots() == []


def test_a_deleted_entry_is_gone_and_an_empty_day_has_no_file(opened: OpenFolder) -> None:
    """Deleting what is not there changes nothing."""
    opened.journal.put(check_in())
    opened.settle()

    opened.journal.delete(check_in(entry_id="other"))
    opened.journal.delete(check_in())

    assert opened.journal.days() == []
    assert opened.journal.day(TODAY).is_empty
    opened.settle()
    assert not opened.file("journal/2026/2026-11-30.yaml").exists()
    assert opened.journal.days() == []
    opened.journal.put(check_in("back"))
    opened.settle()
    assert opened.journal.day(TODAY).check_ins == (check_in("back"),)


def test_an_entry_moves_to_another_day(opened: OpenFolder) -> None:
    """It is written there first, and then taken out of the old day."""
    yesterday = MORNING - timedelta(days=1)
    opened.journal.put(check_in("a"))
    opened.journal.put(check_in("b", entry_id="other"))
    opened.settle()
    opened.journal.day(TODAY)

    moved = check_in("a", at=yesterday, minutes=3000)
    opened.journal.put(moved)
    opened.settle()

    assert opened.journal.days() == [TODAY, yesterday.date()]
    assert opened.journal.day(yesterday.date()).check_ins == (moved,)
    assert opened.journal.day(TODAY).check_ins == (check_in("b", entry_id="other"),)
    assert [report.path.stem for report in opened.reports][-2:] == ["2026-11-29", "2026-11-30"]


def test_days_are_listed_by_their_names(opened: OpenFolder) -> None:
    """Only files that are days, in the folder of their year, and second files once."""
    for name in (
        "journal/2026/2026-11-30.yaml",
        "journal/2026/2026-11-30-2.yaml",
        "journal/2026/2026-11-28-2.yaml",
        "journal/2026/2025-11-30.yaml",
        "journal/2026/2026-13-30.yaml",
        "journal/2026/2026-11-29 (1).yaml",
        "journal/2026/notes.txt",
        "journal/old/2026-11-27.yaml",
        "journal/2025/2025-01-01.yaml",
    ):
        opened.file(name).parent.mkdir(parents=True, exist_ok=True)
        opened.file(name).write_text("broken: [")

    assert opened.journal.days() == [TODAY, date(2026, 11, 28), date(2025, 1, 1)]


def test_infusions_are_listed_newest_first_and_read_one_by_one(opened: OpenFolder) -> None:
    """An unreadable one is passed over; its name is listed."""
    for day in (1, 2, 3, 4):
        one = infusion(f"2026-12-0{day}-a7k", date(2026, 12, day))
        opened.infusions.put(one)
    opened.settle()
    opened.file("infusions/2026-12-03-a7k.yaml").write_text("schema: 1\nid: x\n")
    opened.file("infusions/notes.txt").write_text("mine")

    found = InfusionRepository(opened.folder)

    assert found.ids() == [f"2026-12-0{day}-a7k" for day in (4, 3, 2, 1)]
    assert [one.date.day for one in found.newest(2)] == [4, 2]
    assert [one.date.day for one in found.all()] == [4, 2, 1]
    assert found.get("2026-12-03-a7k") is None
    assert found.get("2026-12-09-a7k") is None


def test_an_infusion_keeps_its_name_and_can_be_removed(opened: OpenFolder) -> None:
    """Its id is its file's name, whatever is written in it; the date may move."""
    opened.infusions.put(infusion(day=date(2027, 1, 5)))
    opened.settle()
    path = opened.file("infusions/2026-11-30-a7k.yaml")
    path.write_text(path.read_text().replace("id: 2026-11-30-a7k", "id: other"))

    found = opened.infusions.get("2026-11-30-a7k")

    assert found == infusion(day=date(2027, 1, 5))
    opened.infusions.delete("2026-11-30-a7k")
    opened.infusions.delete("2026-12-24-a7k")
    assert opened.infusions.ids() == []
    opened.settle()
    assert not path.exists()
    assert opened.infusions.all() == []


def test_documents_start_with_defaults_and_keep_what_is_said(paths: Paths) -> None:
    """Profile, settings and the own list have a file each, once there is something in it."""
    first = OpenFolder(paths)
    socks = OwnItem(id="own1", created=MORNING, changed=MORNING, title="Socks", stage=Stage.AFTER)
    profile = DocumentRepository(first.folder, PROFILE)
    settings = DocumentRepository(first.folder, SETTINGS)
    checklist = DocumentRepository(first.folder, CHECKLIST)
    assert profile.get() == Profile()

    profile.put(Profile(name="Bo\r\nLee"))
    settings.put(Settings(look=Look(theme=ThemeName.DARK)))
    checklist.put(OwnList(items=(socks,)))
    assert profile.get() == Profile(name="Bo\nLee")
    first.settle()
    assert [report.records for report in first.reports] == [
        ("profile",),
        ("settings",),
        ("checklist",),
    ]
    assert first.close()

    again = OpenFolder(paths)
    assert DocumentRepository(again.folder, PROFILE).get() == Profile(name="Bo\nLee")
    assert DocumentRepository(again.folder, SETTINGS).get().look.theme is ThemeName.DARK
    assert DocumentRepository(again.folder, CHECKLIST).get() == OwnList(items=(socks,))
    again.close()


def test_notes_for_the_clinic_of_any_length_and_script_come_back(paths: Paths) -> None:
    """Three hundred entries, five thousand characters, emoji and words from right to left."""
    names = ["א" * 5_000, "💊 tablets", *(f"Medicine {number}" for number in range(298))]
    notes = Consultation(
        medicines=tuple(
            Medicine(id=f"id{number}", created=MORNING, changed=MORNING, name=name)
            for number, name in enumerate(names)
        ),
        life_changes="ساعة\n" * 1_000,
    )
    first = OpenFolder(paths)
    DocumentRepository(first.folder, CONSULTATION).put(notes)
    assert first.settle() == [SaveOutcome.SAVED]
    assert check(paths) == ()
    first.close()

    again = OpenFolder(paths)

    assert DocumentRepository(again.folder, CONSULTATION).get() == notes
    again.close()


def test_unknown_keys_outlive_a_save(opened: OpenFolder) -> None:
    """What a later version wrote is still there after this one saved."""
    path = opened.file("profile.yaml")
    path.write_text("schema: 1\nname: Bo\nshoe: {size: 40}\nclinic:\n  day: '1'\n  fax: '2'\n")
    repository = DocumentRepository(opened.folder, PROFILE)

    repository.put(Profile(name="Bob"))
    opened.settle()

    text = path.read_text()
    assert text.endswith("schema: 1\nname: Bob\nclinic:\n  fax: '2'\nshoe:\n  size: 40\n")


def test_the_running_session_is_kept_outside_the_data_folder(paths: Paths) -> None:
    """It outlives a restart, is forgotten when over, and a broken one is simply replaced."""
    first = OpenFolder(paths)
    reading = Reading(wall=MORNING, boot_seconds=12.5, boot_id="boot")
    session = start("calm2345", as_begun(single(20)), "coherent", reading)
    repository = RunningRepository(first.folder)
    assert repository.get() is None

    repository.put(session)
    first.close()

    again = OpenFolder(paths)
    repository = RunningRepository(again.folder)
    assert repository.get() == session
    assert again.reports == []
    repository.clear()
    again.settle()
    assert not paths.running_session.exists()
    paths.running_session.write_text("# broken\nid: [ # here")
    repository = RunningRepository(again.folder)
    assert repository.get() is None
    repository.put(session)
    again.settle()
    again.close()
    last = OpenFolder(paths)
    assert RunningRepository(last.folder).get() == session
    assert isinstance(session, RunningSession)
    last.close()


def test_many_days_are_not_all_remembered(opened: OpenFolder) -> None:
    """Memory stays small; what was forgotten is read again."""
    days = [TODAY - timedelta(days=number) for number in range(SLOTS_IN_MEMORY + 10)]

    for number, day in enumerate(days):
        opened.journal.put(check_in(at=MORNING - timedelta(days=number), entry_id=f"id{number}"))
        opened.settle()
        assert len(opened.journal.day(day).check_ins) == 1

    assert len(opened.folder._slots) <= SLOTS_IN_MEMORY
    assert len(opened.journal.days()) == len(days)
    assert all(len(opened.journal.day(day).check_ins) == 1 for day in days)


def test_a_file_changed_by_hand_is_read_again(opened: OpenFolder) -> None:
    """Between two looks, another program may have written."""
    opened.journal.put(check_in("before"))
    opened.settle()
    path = opened.file("journal/2026/2026-11-30.yaml")

    path.write_text(path.read_text().replace("before", "afterwards"))

    assert opened.journal.day(TODAY).check_ins[0].words == "afterwards"


@pytest.mark.parametrize("entry", [check_in(), check_in("x" * 1_000_000 + "\n\t\x00é😀")])
def test_an_entry_of_any_size_is_kept(opened: OpenFolder, entry: CheckIn) -> None:
    """A paste of a megabyte is as safe as no words at all."""
    opened.journal.put(entry)

    assert opened.settle() == [SaveOutcome.SAVED]
    assert len(opened.journal.day(TODAY).check_ins[0].words) == len(entry.words)
    assert check(opened.paths) == ()


def test_a_day_without_a_repository_of_days_is_found(opened: OpenFolder) -> None:
    """A second repository sees what the first one put."""
    opened.journal.put(check_in("a"))

    assert JournalRepository(opened.folder).day(TODAY).check_ins == (check_in("a"),)
    assert ErrorCode.MISSING.value == "missing"


def test_an_entry_moves_to_another_day_though_the_clock_was_set_back(opened: OpenFolder) -> None:
    """It is in one day only, whatever the moments of its changes say."""
    opened.journal.put(check_in("words", minutes=60))
    opened.settle()

    opened.journal.put(check_in("words", at=MORNING.replace(day=29), minutes=0))
    opened.settle()

    assert opened.journal.day(TODAY).check_ins == ()
    assert len(opened.journal.day(MORNING.replace(day=29).date()).check_ins) == 1


def test_an_entry_that_others_put_on_another_day_stays_there(opened: OpenFolder) -> None:
    """With their words: only what we moved ourselves is taken from where it was."""
    entry, tomorrow = check_in("ours"), MORNING.replace(day=29)
    opened.journal.put(entry)
    opened.settle()
    others = JournalRepository(opened.folder)
    others.day(entry.day)
    others.put(check_in("theirs", at=tomorrow))
    opened.settle()
    opened.journal.day(tomorrow.date())

    opened.journal.put(entry.saying("ours, and more"))
    opened.settle()

    (theirs,) = opened.journal.day(tomorrow.date()).check_ins
    (ours,) = opened.journal.day(TODAY).check_ins
    assert (theirs.words, ours.words) == ("theirs", "ours, and more")


def test_of_a_file_that_is_not_there_nothing_is_kept_beside(opened: OpenFolder) -> None:
    """There is nothing to give way; once it is there, it is kept as it was."""
    opened.journal.put(check_in("first"), keep_theirs=True)
    opened.settle()
    assert len(list(opened.file("journal/2026").iterdir())) == 1
    before = opened.file("journal/2026/2026-11-30.yaml").read_bytes()

    opened.journal.put(check_in("second"), keep_theirs=True)
    opened.settle()

    assert opened.file("journal/2026/2026-11-30.other-version.yaml").read_bytes() == before
