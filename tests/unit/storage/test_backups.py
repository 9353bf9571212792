"""Backups that are made by themselves, and never stand in the way of a save."""

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from pathlib import Path
from threading import Event
from zipfile import ZipInfo

import pytest

from app.domain.calm import start
from app.domain.calm_phases import as_begun, single
from app.domain.patterns import COHERENT
from app.storage import archive, atomic
from app.storage.archive_reading import Archive
from app.storage.backups import Backups
from app.storage.data_folder import DataFolder
from app.storage.errors import ErrorCode, StorageError
from app.storage.jobs import SaveOutcome
from app.storage.paths import Paths
from app.storage.running_repository import RunningRepository
from tests.support.clock import FixedClock
from tests.support.data_folders import TODAY, OpenFolder, check_in
from tests.support.unsure_disk import confirm_nothing_in
from tests.support.zips import DAY_NAME, contents, fill, small_journal


class Computer:
    """A data folder that is opened with backups, day after day."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.clock = FixedClock()
        self.backups = Backups(self.clock)

    def open(self) -> OpenFolder:
        """Start the program."""
        self.backups = Backups(self.clock)
        return OpenFolder(self.paths, self.backups.before_change)

    def names(self) -> list[str]:
        """Return the names of the backups, newest first."""
        return [one.path.name for one in self.backups.all(self.paths)]


@pytest.fixture
def computer(paths: Paths) -> Computer:
    """A computer with a small journal on it."""
    fill(paths.data, small_journal())
    return Computer(paths)


def words_in(path: Path) -> bytes:
    """Return the day's file in the backup at *path*."""
    with Archive(path) as opened:
        return opened.read(DAY_NAME)


def test_the_first_change_of_a_day_is_preceded_by_a_backup(computer: Computer) -> None:
    """It holds what was there before the change; later changes of the day make no other."""
    before = contents(computer.paths.data)
    opened = computer.open()
    opened.settle()
    assert computer.names() == ["soft-landing-2026-11-24-0900.zip"]  # the README was the change

    for minutes in range(3):
        computer.clock.advance(hours=1)
        opened.journal.put(check_in(f"words {minutes}", minutes=minutes))
        assert opened.settle()[-1] is SaveOutcome.SAVED
    opened.close()

    (backup,) = computer.backups.all(computer.paths)
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert backup.made == computer.clock.now() - timedelta(hours=3)
    with Archive(backup.path) as kept:
        assert {name: kept.read(name) for name in kept.entries} == before


def test_a_day_on_which_nothing_is_new_makes_no_backup(computer: Computer) -> None:
    """Restarts and days without a change since the last backup leave it at one."""
    computer.open().close()
    computer.clock.advance(hours=2)
    opened = computer.open()
    opened.journal.put(check_in("later that day"))
    opened.close()
    assert len(computer.names()) == 1

    for _ in range(2):
        computer.clock.advance(days=1)
        opened = computer.open()
        opened.infusions.delete("none")
        opened.journal.put(check_in("later that day"))
        opened.close()

    assert len(computer.names()) == 2
    assert b"later that day" in words_in(computer.backups.all(computer.paths)[0].path)


def test_a_program_left_open_backs_up_each_day(computer: Computer) -> None:
    """Midnight passes while it is open; the next change comes after a backup."""
    opened = computer.open()
    for day in range(4):
        opened.journal.put(check_in(f"day {day}", minutes=day))
        opened.settle()
        computer.clock.advance(days=1)
    opened.close()

    assert len(computer.names()) == 4


def test_a_new_folder_has_nothing_to_keep(paths: Paths) -> None:
    """The first start of all makes no backup of a README."""
    computer = Computer(paths)
    opened = computer.open()
    opened.journal.put(check_in("first words"))

    opened.close()

    assert computer.names() == []


def test_a_changed_file_of_the_same_size_is_something_new(computer: Computer) -> None:
    """And so is a backup that cannot be read any more."""
    computer.open().close()
    computer.clock.advance(days=1)
    path = computer.paths.data / "profile.yaml"
    path.write_text(path.read_text("utf-8").replace("Anna", "Bert"), "utf-8")
    computer.backups.before_change(computer.paths)
    assert len(computer.names()) == 2

    computer.clock.advance(days=1)
    computer.backups.all(computer.paths)[0].path.write_bytes(b"garbled")
    computer.backups.before_change(computer.paths)

    assert len(computer.names()) == 3


def test_a_backup_from_the_future_stops_none_of_today(computer: Computer) -> None:
    """A wrong clock once dated one years ahead; it stays, and today has its own."""
    fill(computer.paths.backups, {"soft-landing-2037-01-01-0000.zip": "x", "holiday.zip": "x"})
    fill(computer.paths.backups, {"soft-landing-2026-99-99-0000.zip": "no such day"})

    computer.open().close()

    assert computer.names() == [
        "soft-landing-2037-01-01-0000.zip",
        "soft-landing-2026-11-24-0900.zip",
    ]


def test_two_backups_of_one_minute_are_two(computer: Computer) -> None:
    """The second gets a number, and is the newer one."""
    for _ in range(3):
        computer.backups.make(computer.paths)

    assert computer.names() == [
        "soft-landing-2026-11-24-0900-3.zip",
        "soft-landing-2026-11-24-0900-2.zip",
        "soft-landing-2026-11-24-0900.zip",
    ]


def test_two_backups_at_the_same_moment_are_two(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One by hand while another is made by itself: neither takes the other for a leftover."""
    under_way, go_on, real = Event(), Event(), archive._entry

    def slow(name: str, modified_ns: int) -> ZipInfo:
        if not under_way.is_set():
            under_way.set()
            assert go_on.wait(10)
        return real(name, modified_ns)

    monkeypatch.setattr(archive, "_entry", slow)
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(computer.backups.make, computer.paths)
        assert under_way.wait(10)
        second = threads.submit(computer.backups.make, computer.paths)
        wait([second], 0.2)
        go_on.set()

    made = [first.result().path.name, second.result().path.name]
    assert made == ["soft-landing-2026-11-24-0900.zip", "soft-landing-2026-11-24-0900-2.zip"]
    assert set(contents(computer.paths.backups)) == set(made)


def test_a_backup_that_another_program_is_making_is_left_to_it(computer: Computer) -> None:
    """A second window, or the command line: its half of a zip is no leftover."""
    fill(computer.paths.backups, {".sl-0123.tmp": "half a backup"})
    moment = (computer.clock.now() - timedelta(minutes=59)).timestamp()
    os.utime(computer.paths.backups / ".sl-0123.tmp", (moment, moment))

    computer.backups.make(computer.paths)

    assert (computer.paths.backups / ".sl-0123.tmp").exists()


def test_a_change_that_comes_while_one_is_made_by_hand_makes_no_second(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits, and finds that today has its backup."""
    under_way, go_on, real = Event(), Event(), archive._entry

    def slow(name: str, modified_ns: int) -> ZipInfo:
        under_way.set()
        assert go_on.wait(10)
        return real(name, modified_ns)

    monkeypatch.setattr(archive, "_entry", slow)
    with ThreadPoolExecutor(2) as threads:
        by_hand = threads.submit(computer.backups.make, computer.paths)
        assert under_way.wait(10)
        change = threads.submit(computer.backups.before_change, computer.paths)
        wait([change], 0.2)
        go_on.set()

    assert by_hand.result().path.exists()
    assert change.result() == ()
    assert computer.names() == ["soft-landing-2026-11-24-0900.zip"]


def test_old_backups_are_let_go_and_other_files_are_not(computer: Computer) -> None:
    """Thinned after each backup; what a kill left behind is cleared, originals stay."""
    fill(
        computer.paths.backups,
        {
            **{f"soft-landing-2026-{m:02}-{d:02}-0900.zip": "x" for m in (3, 4) for d in (1, 9)},
            **{f"soft-landing-2026-10-1{d}-0{h}00.zip": "x" for d in range(9) for h in range(9)},
            ".sl-0123.tmp": "half a backup",
            "originals/profile.yaml": "mine",
            "holiday.zip": "x",
        },
    )

    unfinished = computer.paths.backups / ".sl-0123.tmp"
    moment = (computer.clock.now() - timedelta(hours=2)).timestamp()
    os.utime(unfinished, (moment, moment))

    computer.backups.make(computer.paths)

    names = {path.name for path in computer.paths.backups.iterdir()}
    assert names >= {"originals", "holiday.zip", "soft-landing-2026-11-24-0900.zip"}
    assert ".sl-0123.tmp" not in names
    assert "soft-landing-2026-10-18-0800.zip" in names
    assert "soft-landing-2026-10-18-0600.zip" not in names
    assert len(names) < 30


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_failed_backup_never_stops_a_save(
    computer: Computer, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words are saved, the failure is listed, and an hour later it is tried again."""
    computer.open().close()
    computer.clock.advance(days=1)
    opened = computer.open()

    def full(*_: object) -> None:
        raise OSError(code, "no")

    with monkeypatch.context() as patched:
        patched.setattr(archive, "_entry", full)
        opened.journal.put(check_in("words"))
        assert opened.settle() == [SaveOutcome.SAVED]
        computer.clock.advance(minutes=10)
        opened.journal.put(check_in("more words", minutes=1))
        opened.settle()

    (problem,) = [one for one in opened.folder.noted.all() if one.path == "backups"]
    assert problem.code is ErrorCode.NO_BACKUP
    assert problem.field == ("disk_full" if code == errno.ENOSPC else "disk_error")
    assert [entry.words for entry in opened.journal.day(TODAY).check_ins] == ["more words"]
    assert len(computer.names()) == 1
    assert not list(computer.paths.backups.glob(".sl-*"))

    computer.clock.advance(hours=1)
    opened.journal.put(check_in("even more words", minutes=2))
    opened.settle()
    opened.close()

    assert len(computer.names()) == 2
    assert opened.folder.noted.all() == ()


def test_a_bug_or_no_memory_in_a_backup_never_stops_a_save(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anything at all may go wrong there."""

    def no_memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(archive, "_entry", no_memory)
    opened = computer.open()
    opened.journal.put(check_in("words"))

    assert opened.settle() == [SaveOutcome.SAVED]
    opened.close()


def test_a_backup_the_disk_did_not_confirm_is_kept(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in place; nothing is reported, and the change is written."""
    real = atomic._flush

    def unsure(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "no")
        real(descriptor)

    computer.paths.backups.mkdir(parents=True)
    with monkeypatch.context() as patched:
        patched.setattr(atomic, "_flush", unsure)
        problems = computer.backups.before_change(computer.paths)

    assert problems == ()
    assert len(computer.names()) == 1


@pytest.mark.parametrize("folder", ["backups", ""])
def test_beside_a_backup_that_is_not_confirmed_old_ones_stay(
    computer: Computer, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own name, or that of the folder for all of them, which is made with the first."""
    old = {f"soft-landing-2026-03-{day:02}-0900.zip": "x" for day in range(1, 20)}
    fill(computer.paths.state, {"errors.log": "x"})
    if folder:
        fill(computer.paths.backups, old)
    confirm_nothing_in(computer.paths.state / folder, monkeypatch)

    made = computer.backups.make(computer.paths)

    assert made.unconfirmed is ErrorCode.DISK_ERROR
    assert contents(computer.paths.backups).keys() == {made.path.name, *(old if folder else ())}


def test_a_place_for_backups_that_is_a_file_is_said(computer: Computer) -> None:
    """Nothing is made, and nothing is removed."""
    fill(computer.paths.state, {"backups": "a file"})

    with pytest.raises(StorageError) as caught:
        computer.backups.make(computer.paths)

    assert caught.value.code is ErrorCode.NOT_A_FOLDER
    assert computer.names() == []


def test_a_place_for_backups_that_cannot_be_listed_is_said(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails when its names are read."""
    computer.backups.make(computer.paths)

    def broken(_: Path) -> list[str]:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(os, "listdir", broken)
    with pytest.raises(StorageError) as caught:
        computer.backups.make(computer.paths)

    assert caught.value.code is ErrorCode.DISK_ERROR


def test_what_lies_in_the_state_folder_needs_no_backup(computer: Computer) -> None:
    """Only a change of the data folder is preceded by one."""
    folder = DataFolder(computer.paths, lambda _: None, computer.backups.before_change)
    fill(computer.paths.data, {"README.txt": "there"})
    folder.open()
    RunningRepository(folder).put(
        start("abcd2345", as_begun(single(5)), COHERENT.id, computer.clock.reading())
    )
    folder.close(10)

    assert computer.paths.running_session.exists()
    assert computer.names() == []
