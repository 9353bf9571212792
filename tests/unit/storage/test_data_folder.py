"""Opening a folder in any condition, and closing it."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.calm import start
from app.domain.calm_phases import as_begun, single
from app.domain.clock import Reading
from app.domain.preferences import Profile
from app.storage.data_folder import DataFolder
from app.storage.document_repository import DocumentRepository
from app.storage.errors import ErrorCode
from app.storage.folder_probe import Access
from app.storage.jobs import SaveOutcome, SaveReport
from app.storage.layouts import PROFILE
from app.storage.paths import Paths
from app.storage.problems import relative
from app.storage.readme import README
from app.storage.running_repository import RunningRepository
from tests.support.data_folders import MORNING, TODAY, Inbox, OpenFolder, check_in

NOBODY = 65534


@contextmanager
def as_nobody(tmp_path: Path) -> Iterator[None]:
    """Go without the rights of root, whom no mode stops."""
    if os.geteuid() != 0:
        yield
        return
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    for path in tmp_path.rglob("*"):
        os.chown(path, NOBODY, NOBODY)
    os.chown(tmp_path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def in_memory_only(opened: OpenFolder, code: ErrorCode) -> None:
    """Expect a put to stay in memory, with a report that says why."""
    opened.journal.put(check_in("kept"))
    opened.settle()

    (report,) = opened.reports
    assert (report.outcome, report.error) == (SaveOutcome.FAILED, code)
    assert report.records == ("abcd2345",)
    assert [entry.words for entry in opened.journal.day(TODAY).check_ins] == ["kept"]
    assert opened.journal.days() == [TODAY]


def test_a_first_start_makes_the_folder_for_its_owner_only(paths: Paths) -> None:
    """The folder, and a text that says what it is."""
    opened = OpenFolder(paths)

    assert opened.folder.access is Access.WRITABLE
    assert opened.folder.noted.all() == ()
    assert opened.close()
    assert stat.S_IMODE(paths.data.stat().st_mode) == 0o700
    assert opened.file("README.txt").read_text("utf-8") == README
    assert [path.name for path in paths.data.iterdir()] == ["README.txt"]
    again = OpenFolder(paths)
    assert again.close()


def test_the_usual_folder_is_made_with_the_folders_above_it(paths: Paths) -> None:
    """On a new account not even the place for data exists."""
    usual = replace(paths, data=paths.data / "share" / "soft-landing", chosen=False)

    opened = OpenFolder(usual)

    assert opened.folder.access is Access.WRITABLE
    opened.close()


def test_a_chosen_folder_on_a_missing_stick_is_missing(paths: Paths) -> None:
    """It is not made on the disk below; what is put stays in memory until it is back."""
    stick = paths.data / "stick"
    opened = OpenFolder(replace(paths, data=stick / "journal"))

    assert opened.folder.access is Access.MISSING
    assert [(one.path, one.code) for one in opened.folder.noted.all()] == [(".", ErrorCode.MISSING)]
    in_memory_only(opened, ErrorCode.MISSING)
    assert opened.journal.day(MORNING.date().replace(day=1)).is_empty
    opened.folder.retry()
    opened.settle()
    assert opened.folder.access is Access.MISSING
    stick.mkdir(parents=True)
    opened.folder.retry()
    assert opened.settle()[-1] is SaveOutcome.SAVED
    assert opened.folder.noted.all() == ()
    assert "kept" in opened.file("journal/2026/2026-11-30.yaml").read_text()
    assert opened.close()


def test_a_file_in_the_place_of_the_folder_makes_it_unusable(paths: Paths) -> None:
    """For a chosen folder and for the usual one."""
    for place in (paths, replace(paths, chosen=False)):
        paths.data.parent.mkdir(exist_ok=True)
        paths.data.write_text("a file")
        opened = OpenFolder(place)

        assert opened.folder.access is Access.UNUSABLE
        in_memory_only(opened, ErrorCode.NOT_A_FOLDER)
        assert not opened.close()
        paths.data.unlink()


def test_a_second_program_only_reads(paths: Paths) -> None:
    """It sees everything, writes nothing, and leaves the running session alone."""
    first = OpenFolder(paths)
    first.journal.put(check_in("first"))
    first.settle()

    second = OpenFolder(paths)

    assert second.folder.access is Access.READ_ONLY_LOCKED
    assert [one.code for one in second.folder.noted.all()] == [ErrorCode.LOCKED]
    assert [entry.words for entry in second.journal.day(TODAY).check_ins] == ["first"]
    reading = Reading(wall=MORNING, boot_seconds=1, boot_id="b")
    RunningRepository(second.folder).put(start("s", as_begun(single(5)), "coherent", reading))
    in_memory_only(second, ErrorCode.LOCKED)
    assert not paths.running_session.exists()
    assert first.close()
    second.folder.retry()
    assert second.settle()[-1] is SaveOutcome.SAVED
    assert second.close()


def test_a_read_only_folder_is_read(paths: Paths, tmp_path: Path) -> None:
    """A disk or a mode that allows no writing is no reason not to open."""
    first = OpenFolder(paths)
    first.journal.put(check_in("before"))
    first.close()
    with as_nobody(tmp_path):
        paths.data.chmod(0o500)

        opened = OpenFolder(paths)

        assert opened.folder.access is Access.READ_ONLY_DISK
        assert [entry.words for entry in opened.journal.day(TODAY).check_ins] == ["before"]
        opened.journal.put(check_in("kept", minutes=1))
        opened.settle()
        assert opened.reports[0].error is ErrorCode.NO_PERMISSION
        paths.data.chmod(0o700)
        opened.folder.retry()
        assert opened.settle()[-1] is SaveOutcome.SAVED
        assert opened.close()


def test_a_folder_that_may_not_be_looked_into_is_unusable(paths: Paths, tmp_path: Path) -> None:
    """Everything is empty and in memory."""
    paths.data.mkdir(parents=True)
    with as_nobody(tmp_path):
        paths.data.chmod(0o000)

        opened = OpenFolder(paths)

        assert opened.folder.access is Access.UNUSABLE
        assert opened.infusions.ids() == []
        in_memory_only(opened, ErrorCode.NO_PERMISSION)
        assert ErrorCode.NO_PERMISSION in {one.code for one in opened.folder.noted.all()}
        opened.close()
        paths.data.chmod(0o700)


def test_an_unreadable_file_is_listed_and_left_alone(paths: Paths, tmp_path: Path) -> None:
    """It may hold words; what is new goes beside it."""
    first = OpenFolder(paths)
    first.journal.put(check_in("before"))
    first.close()
    with as_nobody(tmp_path):
        path = first.file("journal/2026/2026-11-30.yaml")
        path.chmod(0o000)
        opened = OpenFolder(paths)

        opened.journal.put(check_in("new"))
        opened.settle()

        assert [entry.words for entry in opened.journal.day(TODAY).check_ins] == ["new"]
        assert [(one.path, one.code) for one in opened.folder.noted.all()] == [
            ("journal/2026/2026-11-30.yaml", ErrorCode.NO_PERMISSION)
        ]
        assert opened.close()


def test_a_full_disk_is_no_reason_not_to_open(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a folder there is hope for space; without one there is memory."""
    real = os.open

    def full(path: object, flags: int, *rest: int) -> int:
        if flags & os.O_CREAT and str(paths.data) in str(path):
            raise OSError(errno.ENOSPC, "full")
        return real(path, flags, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", full)
    opened = OpenFolder(paths)

    assert opened.folder.access is Access.WRITABLE
    assert [one.code for one in opened.folder.noted.all()] == [ErrorCode.DISK_FULL]
    in_memory_only(opened, ErrorCode.DISK_FULL)
    assert not opened.folder.close(0.1)
    monkeypatch.undo()


def test_a_folder_that_cannot_be_made_for_want_of_space_is_unusable(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is in the report."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    OpenFolder(replace(paths, data=paths.data.parent / "other")).close()
    monkeypatch.setattr(os, "mkdir", full)

    opened = OpenFolder(paths)

    assert opened.folder.access is Access.UNUSABLE
    in_memory_only(opened, ErrorCode.DISK_FULL)
    opened.close()


def test_a_place_without_locks_is_written_all_the_same(paths: Paths) -> None:
    """Without a state folder there is no lock, which is listed."""
    paths.state.parent.mkdir(exist_ok=True)
    paths.state.write_text("a file")

    opened = OpenFolder(paths)

    assert opened.folder.access is Access.WRITABLE
    assert [one.code for one in opened.folder.noted.all()] == [ErrorCode.NOT_A_FOLDER]
    opened.journal.put(check_in())
    assert opened.settle() == [SaveOutcome.SAVED]
    assert opened.close()


def test_a_folder_that_vanishes_keeps_its_words_in_memory(
    opened: OpenFolder, tmp_path: Path
) -> None:
    """It is not made anew; when it is back, everything is written."""
    opened.journal.put(check_in("one"))
    opened.settle()
    away = tmp_path / "away"
    opened.paths.data.rename(away)

    opened.journal.put(check_in("two", minutes=1))
    opened.settle()

    assert opened.reports[-1].error is ErrorCode.MISSING
    assert not opened.paths.data.exists()
    assert [entry.words for entry in opened.journal.day(TODAY).check_ins] == ["two"]
    away.rename(opened.paths.data)
    opened.folder.retry()
    assert opened.settle()[-1] is SaveOutcome.SAVED
    assert "two" in opened.file("journal/2026/2026-11-30.yaml").read_text()


def test_closing_a_folder_that_hangs_says_that_not_everything_is_saved(
    opened: OpenFolder,
) -> None:
    """What cannot be written is not called saved."""
    opened.file("journal").write_text("in the way")
    opened.journal.put(check_in())

    assert not opened.close()


def test_problems_and_saves_are_announced(paths: Paths) -> None:
    """Listeners hear of both, and of the same problems only once."""
    folder = DataFolder(paths, inbox := Inbox())
    problems, saves = [], list[SaveReport]()
    folder.noted.listeners.append(lambda: problems.append(folder.noted.all()))
    folder.on_save.append(saves.append)
    folder.open()
    opened = OpenFolder.__new__(OpenFolder)
    opened.folder, opened.inbox, opened.paths, opened.reports = folder, inbox, paths, saves
    opened.file("journal").write_text("a file where a folder should be")

    assert folder.names("journal") == []
    assert folder.names("journal") == []

    assert [[one.code for one in seen] for seen in problems] == [[ErrorCode.NOT_A_FOLDER]]
    opened.file("journal").unlink()
    assert folder.names("journal") == []
    assert folder.noted.all() == ()
    folder.close(5)


def test_a_file_is_named_from_the_folder_on(paths: Paths) -> None:
    """People know their files by the place in the folder."""
    assert relative(paths.data / "journal" / "a.yaml", paths.data) == "journal/a.yaml"
    assert relative(paths.running_session, paths.data) == "running-session.yaml"


def test_closing_before_an_outside_change_was_heard_of_does_not_claim_to_have_saved(
    opened: OpenFolder,
) -> None:
    """The writer gave way to somebody else's file, and the words wait to be merged with it."""
    opened.journal.put(check_in("first"))
    opened.settle()
    file = opened.file(f"journal/{TODAY.year}/{TODAY}.yaml")
    opened.journal.put(check_in("second", minutes=1))
    opened.folder.writer.wait(20)  # written, and the report not heard
    file.write_text("schema: 1\ncheck_ins: []\n")
    opened.journal.put(check_in("third", minutes=2))  # on what was known before

    saved = opened.folder.close(20)
    waiting = opened.folder.writer.unsaved
    opened.inbox.run()

    assert not saved
    assert waiting == (file,)
    assert "third" not in file.read_text()


def test_what_is_put_while_the_files_are_replaced_goes_into_the_new_ones(
    opened: OpenFolder,
) -> None:
    """Only what was typed is put into them: the rest is as it was put back."""
    profile = DocumentRepository(opened.folder, PROFILE)
    profile.put(Profile(name="then"))
    opened.settle()
    put_back = opened.file("profile.yaml").read_text()
    profile.put(Profile(name="now"))
    opened.settle()

    assert opened.folder.hold(5)
    profile.put(Profile(name="now", country="DE"))
    opened.file("profile.yaml").write_text(put_back)
    opened.folder.let_go()
    opened.settle()

    assert profile.get() == Profile(name="then", country="DE")
    assert not list(opened.paths.data.glob("*other-version*"))


def test_of_what_was_put_back_and_typed_meanwhile_neither_is_lost(opened: OpenFolder) -> None:
    """The same field: what was typed is in the file, what was put back beside it."""
    profile = DocumentRepository(opened.folder, PROFILE)
    profile.put(Profile(name="now"))
    opened.settle()
    put_back = opened.file("profile.yaml").read_text().replace("now", "then")

    assert opened.folder.hold(5)
    profile.put(Profile(name="typed"))
    opened.file("profile.yaml").write_text(put_back)
    opened.folder.let_go()
    opened.settle()

    assert profile.get().name == "typed"
    assert opened.file("profile.other-version.yaml").read_text() == put_back


def test_a_version_to_be_kept_outlives_the_holding_of_the_files(opened: OpenFolder) -> None:
    """Somebody's words give way while nothing can be written."""
    profile = DocumentRepository(opened.folder, PROFILE)
    profile.put(Profile(name="before"))
    opened.settle()
    assert opened.folder.hold(5)
    theirs = opened.file("profile.yaml").read_text().replace("before", "theirs")
    opened.file("profile.yaml").write_text(theirs)

    profile.put(Profile(name="ours"), keep_theirs=True)
    opened.folder.let_go()
    opened.settle()

    assert profile.get().name == "ours"
    assert opened.file("profile.other-version.yaml").read_text() == theirs
