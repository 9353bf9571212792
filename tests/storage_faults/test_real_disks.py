"""Real disks, as root: the power is cut, there is no room left, and writing is taken away."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.storage.errors import ErrorCode
from app.storage.folder_probe import Access
from app.storage.jobs import SaveOutcome
from app.storage.paths import Paths, default_paths
from tests.storage_faults.fresh_start import found_words, temporary_files
from tests.storage_faults.mounts import (
    LOG_KEPT,
    LOG_LOST,
    LoopDisk,
    loop_disk,
    memory_disk,
    system,
)
from tests.storage_faults.plants import VARIABLE
from tests.support.data_folders import TODAY, OpenFolder, check_in
from tests.unit.storage.test_data_folder import as_nobody

PAGE = 4096


def save(data: Path, words: str, **environment: str) -> str:
    """Save *words* by a program of its own, and return what it told."""
    command = [sys.executable, "-m", "tests.storage_faults.save_once", str(data), words]
    done = subprocess.run(
        command,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    return done.stdout.strip() or done.stderr


def save_and_cut_the_power(disk: LoopDisk, words: str, how: int, **environment: str) -> str:
    """Save *words*, cut the power as soon as something is told, and start the disk again."""
    data = str(disk.place / "data")
    command = [sys.executable, "-m", "tests.storage_faults.save_once", data, words]
    program = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    told = program.stdout.readline().strip()
    disk.cut_the_power(how)
    program.kill()
    program.communicate()
    disk.unmount()
    why = disk.mount()
    assert not why, why
    return told


@pytest.mark.fault(1)
@pytest.mark.parametrize("how", [LOG_KEPT, LOG_LOST], ids=["log kept", "log lost"])
@pytest.mark.parametrize("kind", ["ext4", "xfs"])
def test_the_power_is_cut_straight_after_saved(tmp_path: Path, kind: str, how: int) -> None:
    """The words of the first save and of a later one are on the disk when it is back."""
    with loop_disk(tmp_path, kind) as disk:
        assert save_and_cut_the_power(disk, "first", how) == "saved"
        assert save_and_cut_the_power(disk, "second", how) == "saved"

        assert found_words(disk.place / "data") == ["first", "second"]


@pytest.mark.fault(1)
@pytest.mark.parametrize("plant", ["no fsync of the folder", "QSaveFile"])
def test_a_power_cut_would_find_a_careless_save(tmp_path: Path, plant: str) -> None:
    """The test above is red when the folder is not synced: the old file is back."""
    with loop_disk(tmp_path, "ext4") as disk:
        assert save_and_cut_the_power(disk, "first", LOG_LOST) == "saved"
        told = save_and_cut_the_power(disk, "second", LOG_LOST, **{VARIABLE: plant})

        assert told == "saved"
        assert found_words(disk.place / "data") == ["first"]


@pytest.mark.fault(3, 5)
def test_a_disk_that_fills_up_in_the_middle_of_a_file(tmp_path: Path) -> None:
    """A write ends early, the next finds no room; the old words stay, and room helps."""
    with memory_disk(tmp_path / "disk", "48k") as place:
        data = place / "data"
        assert save(data, "old") == "saved"
        filler = place / "filler"
        room = os.statvfs(place)
        filler.write_bytes(bytes((room.f_bfree - 2) * PAGE))

        told = save(data, "new " * PAGE)

        assert told == "not saved: disk_full"
        assert not temporary_files(place)
        filler.unlink()
        assert found_words(place / "data") == ["old"]


@pytest.mark.fault(3)
def test_a_disk_without_any_room_for_a_first_start(tmp_path: Path) -> None:
    """It is told, and once there is room the words are saved."""
    with memory_disk(tmp_path / "disk", "48k") as place:
        filler = place / "filler"
        filler.write_bytes(bytes(os.statvfs(place).f_bfree * PAGE))

        told = save(place / "data", "new")

        assert told == "not saved: disk_full"
        filler.unlink()
        assert save(place / "data", "new") == "saved"
        assert found_words(place / "data") == ["new"]


@pytest.mark.fault(6, 7)
def test_a_disk_that_becomes_read_only_and_writable_again(tmp_path: Path) -> None:
    """The words stay in memory, the reason is told, and trying again saves them."""
    with memory_disk(tmp_path / "disk", "1m") as place:
        opened = OpenFolder(default_paths(place / "data"))
        opened.journal.put(check_in("old", entry_id="old23456"))
        assert opened.settle() == [SaveOutcome.SAVED]

        assert not system("mount", "-o", "remount,ro", place)
        opened.journal.put(check_in("new"))
        opened.settle()

        assert opened.reports[-1].error is ErrorCode.READ_ONLY
        assert len(opened.journal.day(TODAY).check_ins) == 2
        assert not system("mount", "-o", "remount,rw", place)
        opened.folder.retry()
        assert opened.settle()[-1] is SaveOutcome.SAVED
        assert opened.close()


@pytest.mark.fault(7)
@pytest.mark.parametrize("name", ["", "journal", "journal/2026"])
def test_permissions_that_are_taken_away_while_running(tmp_path: Path, name: str) -> None:
    """A folder that may not be written any more costs no word, at whatever depth it is."""
    paths = Paths(data=tmp_path / "data", state=tmp_path / "state", config=tmp_path / "config")
    with as_nobody(tmp_path):
        opened = OpenFolder(paths)
        opened.journal.put(check_in("old", entry_id="old23456"))
        assert opened.settle() == [SaveOutcome.SAVED]
        folder = paths.data / name

        folder.chmod(0o500)
        opened.journal.put(check_in("new"))
        opened.settle()
        told = opened.reports[-1]
        folder.chmod(0o700)
        opened.folder.retry()

        if folder == opened.file("journal/2026"):
            assert (told.outcome, told.error) == (SaveOutcome.FAILED, ErrorCode.NO_PERMISSION)
        assert opened.settle()[-1] is SaveOutcome.SAVED
        assert opened.close()
        again = OpenFolder(paths)
        assert len(again.journal.day(TODAY).check_ins) == 2
        assert again.close()


@pytest.mark.fault(8)
def test_a_folder_that_is_renamed_while_running(tmp_path: Path) -> None:
    """Nothing is written to the wrong place, and with its name the folder gets its words."""
    paths = Paths(
        data=tmp_path / "data", state=tmp_path / "state", config=tmp_path / "config", chosen=True
    )
    opened = OpenFolder(paths)
    opened.journal.put(check_in("old", entry_id="old23456"))
    assert opened.settle() == [SaveOutcome.SAVED]

    elsewhere = paths.data.rename(tmp_path / "elsewhere")
    opened.journal.put(check_in("new"))
    opened.settle()

    assert opened.reports[-1].error is ErrorCode.MISSING
    assert not paths.data.exists()
    elsewhere.rename(paths.data)
    opened.folder.retry()
    assert opened.settle()[-1] is SaveOutcome.SAVED
    assert opened.folder.access is Access.WRITABLE
    assert opened.close()
    again = OpenFolder(paths)
    assert sorted(one.words for one in again.journal.day(TODAY).check_ins) == ["new", "old"]
    assert again.close()
