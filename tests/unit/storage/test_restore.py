"""Putting a backup back: all of it or nothing, whatever happens, and never a foreign file."""

import errno
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from app.storage import atomic, swap
from app.storage.archive import Copied, write_archive
from app.storage.archive_reading import Archive
from app.storage.errors import ErrorCode, StorageError
from app.storage.folder_probe import Access
from app.storage.jobs import SaveOutcome
from app.storage.paths import Paths
from app.storage.problems import FileProblem
from app.storage.restore import look_inside, restore
from app.storage.swap import STAGE, Aside, Plan, decide, finish, is_pending, stage
from tests.support.data_folders import TODAY, OpenFolder, check_in
from tests.support.unsure_disk import confirm_nothing_in
from tests.support.zips import (
    DAY_NAME,
    EARLIER_DAY,
    INFUSION_NAME,
    contents,
    fill,
    make_zip,
    small_journal,
)
from tests.unit.storage.test_data_folder import as_nobody

MADE = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)
FOREIGN = {"notes.txt": "mine", "journal/2026/photo.jpg": "a photo", ".git/config": "x"}
LATER = "journal/2027/2027-01-02.yaml"


class Shelf:
    """A data folder, a backup of it, and changes made since."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.root = home / "data"
        self.zip = home / "backup.zip"
        fill(self.root, {**small_journal(), **FOREIGN})
        write_archive(self.zip, self.root, MADE)
        self.then = contents(self.root)
        fill(self.root, {**small_journal("as it is now"), LATER: "schema: 1\n", "new.txt": "x"})
        (self.root / EARLIER_DAY).unlink()
        (self.root / "notes.txt").write_text("mine, longer now", "utf-8")
        self.now = contents(self.root)

    def back_up(self) -> Copied:
        """Keep the present."""
        return write_archive(self.home / "before.zip", self.root, MADE)

    def restored(self) -> dict[str, bytes]:
        """Return what the folder is to hold afterwards."""
        kept = {name: self.now[name] for name in ("notes.txt", "new.txt")}
        return {**self.then, **kept}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Such a folder."""
    return Shelf(tmp_path)


def test_what_is_inside_is_shown_first(shelf: Shelf) -> None:
    """How much, from when to when, and what would be other than now; nothing is touched."""
    inside = look_inside(shelf.zip, shelf.root)

    assert inside.made == MADE
    assert inside.size == shelf.zip.stat().st_size
    assert (inside.infusions, inside.journal_days) == (1, 2)
    assert (inside.first_day, inside.last_day) == (date(2025, 1, 31), date(2026, 11, 30))
    assert set(inside.replaced) == {INFUSION_NAME, DAY_NAME}
    assert inside.added == (EARLIER_DAY,)
    assert inside.gone == (LATER,)
    assert inside.damaged == ()
    assert not inside.changes_nothing
    assert contents(shelf.root) == shelf.now


def test_damaged_files_in_a_backup_are_named(tmp_path: Path) -> None:
    """With their lines; a folder that is not there yet is no obstacle."""
    path = make_zip(tmp_path / "a.zip", {DAY_NAME: "schema: 1\nx: [\n", "profile.yaml": "a: 1\n"})

    inside = look_inside(path, tmp_path / "none")

    (damaged,) = inside.damaged
    assert (damaged.path, damaged.code) == (DAY_NAME, ErrorCode.SYNTAX)
    assert inside.made is None
    assert set(inside.added) == {DAY_NAME, "profile.yaml"}
    assert (inside.infusions, inside.first_day) == (0, date(2026, 11, 30))


def test_a_restored_folder_is_as_it_was_and_the_present_is_backed_up(shelf: Shelf) -> None:
    """Our files are those of then, foreign ones those of now, and no temporary file is left."""
    done = restore(shelf.zip, shelf.root, shelf.back_up)

    assert contents(shelf.root) == shelf.restored()
    assert (done.replaced, done.added, done.gone, done.kept_aside) == (2, 1, 1, ())
    assert done.backup is not None
    with Archive(done.backup.path) as before:
        assert before.read(DAY_NAME) == shelf.now[DAY_NAME]
        assert before.read(LATER) == shelf.now[LATER]
    assert not (shelf.root / "journal" / "2027").exists()
    assert look_inside(shelf.zip, shelf.root).changes_nothing
    restore(done.backup.path, shelf.root, shelf.back_up)
    assert contents(shelf.root) == shelf.now


def test_an_empty_folder_is_filled(shelf: Shelf, tmp_path: Path) -> None:
    """There is nothing to back up first."""
    empty = tmp_path / "empty"
    empty.mkdir()

    done = restore(shelf.zip, empty, shelf.back_up)

    assert done.backup is None
    assert contents(empty).keys() == {*small_journal(), "notes.txt", "journal/2026/photo.jpg"}


def test_an_empty_backup_empties_the_folder_of_what_is_ours(shelf: Shelf, tmp_path: Path) -> None:
    """Foreign files and the README stay."""
    (tmp_path / "nothing").mkdir()
    write_archive(tmp_path / "empty.zip", tmp_path / "nothing", MADE)
    fill(shelf.root, {"README.txt": "what this is"})

    restore(tmp_path / "empty.zip", shelf.root, shelf.back_up)

    assert contents(shelf.root).keys() == {*FOREIGN, "new.txt", "README.txt"}


def test_a_foreign_file_that_is_gone_comes_back(shelf: Shelf) -> None:
    """One that is there is never replaced."""
    (shelf.root / "notes.txt").unlink()

    restore(shelf.zip, shelf.root, shelf.back_up)

    assert (shelf.root / "notes.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("evil", "code"),
    [
        ({"../../outside.yaml": "x", "profile.yaml": "x"}, ErrorCode.UNSAFE_NAME),
        ({"notes.txt": "not a journal"}, ErrorCode.NOT_A_BACKUP),
    ],
)
def test_an_evil_zip_changes_nothing(
    shelf: Shelf, evil: dict[str, str | bytes], code: ErrorCode
) -> None:
    """It is refused before anything is backed up or laid ready."""
    path = make_zip(shelf.home / "evil.zip", evil)

    with pytest.raises(StorageError) as caught:
        restore(path, shelf.root, shelf.back_up)

    assert caught.value.code is code
    assert contents(shelf.root) == shelf.now
    assert not (shelf.home / "before.zip").exists()
    assert not is_pending(shelf.root)


def test_a_damaged_backup_changes_nothing(shelf: Shelf) -> None:
    """Every file in it is read before the first is put in place."""
    data = bytearray(shelf.zip.read_bytes())
    data[len(data) // 3] ^= 0xFF
    shelf.zip.write_bytes(data)

    with pytest.raises(StorageError) as caught:
        restore(shelf.zip, shelf.root, shelf.back_up)

    assert caught.value.code in {ErrorCode.DAMAGED, ErrorCode.NOT_A_BACKUP}
    assert contents(shelf.root) == shelf.now


def linked_file(shelf: Shelf) -> None:
    """The day's file is a link to elsewhere."""
    (shelf.root / DAY_NAME).rename(shelf.home / "elsewhere.yaml")
    (shelf.root / DAY_NAME).symlink_to(shelf.home / "elsewhere.yaml")


def linked_folder(shelf: Shelf) -> None:
    """The journal lies elsewhere."""
    (shelf.root / "journal").rename(shelf.home / "journal")
    (shelf.root / "journal").symlink_to(shelf.home / "journal")


def folder_for_a_file(shelf: Shelf) -> None:
    """A folder stands where the profile should be."""
    (shelf.root / "profile.yaml").unlink()
    (shelf.root / "profile.yaml").mkdir()


def file_for_a_folder(shelf: Shelf) -> None:
    """A file stands where the infusions should be."""
    (shelf.root / INFUSION_NAME).unlink()
    (shelf.root / "infusions").rmdir()
    (shelf.root / "infusions").write_text("no folder", "utf-8")


@pytest.mark.parametrize(
    ("obstacle", "code"),
    [
        (linked_file, ErrorCode.LEADS_OUTSIDE),
        (linked_folder, ErrorCode.LEADS_OUTSIDE),
        (folder_for_a_file, ErrorCode.NOT_A_FILE),
        (file_for_a_folder, ErrorCode.NOT_A_FOLDER),
    ],
)
def test_what_stands_in_the_way_is_named(
    shelf: Shelf, obstacle: Callable[[Shelf], None], code: ErrorCode
) -> None:
    """Nothing is written through a link or over a folder; nothing is changed."""
    obstacle(shelf)
    before, outside = contents(shelf.root), contents(shelf.home / "journal")

    with pytest.raises(StorageError) as caught:
        restore(shelf.zip, shelf.root, shelf.back_up)

    assert caught.value.code is code
    assert caught.value.field
    assert (contents(shelf.root), contents(shelf.home / "journal")) == (before, outside)


def test_a_file_that_could_not_be_backed_up_is_kept_aside(shelf: Shelf, tmp_path: Path) -> None:
    """It is not overwritten and not removed."""
    with as_nobody(tmp_path):
        for name in (DAY_NAME, LATER, "profile.yaml"):
            (shelf.root / name).chmod(0)
        done = restore(shelf.zip, shelf.root, shelf.back_up)

    kept = "journal/2026/2026-11-30.other-version.yaml"
    profile = "profile.other-version.yaml"
    assert set(done.kept_aside) == {kept, profile}
    assert done.gone == 0
    expected = shelf.restored() | {kept: shelf.now[DAY_NAME], LATER: shelf.now[LATER]}
    expected[profile] = shelf.now["profile.yaml"]
    assert contents(shelf.root) == expected


def test_a_folder_that_is_left_out_of_the_backup_is_not_touched(shelf: Shelf) -> None:
    """The disk refused to list it when the present was backed up: what is in it stays."""

    def without_the_journal() -> Copied:
        left_out = (FileProblem(path="journal/2026", code=ErrorCode.DISK_ERROR),)
        return msgspec.structs.replace(shelf.back_up(), left_out=left_out)

    done = restore(shelf.zip, shelf.root, without_the_journal)

    kept = "journal/2026/2026-11-30.other-version.yaml"
    assert done.kept_aside == (kept,)
    assert contents(shelf.root) == shelf.restored() | {kept: shelf.now[DAY_NAME]}


@pytest.mark.parametrize("name", ["journal/2026", "notes"])
def test_what_cannot_be_seen_is_not_mixed_with_what_is_put_back(
    shelf: Shelf, tmp_path: Path, name: str
) -> None:
    """A closed folder of ours, or one that files of the backup belong in, stops everything."""
    fill(shelf.root, {"notes/now.txt": "x"})
    backup = make_zip(tmp_path / "b.zip", {"profile.yaml": "schema: 1\n", "notes/a.txt": "x"})
    before = contents(shelf.root)

    with as_nobody(tmp_path):
        (shelf.root / name).chmod(0)
        with pytest.raises(StorageError) as caught:
            restore(backup, shelf.root, shelf.back_up)
        (shelf.root / name).chmod(0o700)

    assert (caught.value.code, caught.value.field) == (ErrorCode.NO_PERMISSION, name)
    assert contents(shelf.root) == before


def test_a_closed_folder_of_somebody_else_is_no_obstacle(shelf: Shelf, tmp_path: Path) -> None:
    """As "lost+found" is on a stick."""
    (shelf.root / "lost+found").mkdir()

    with as_nobody(tmp_path):
        (shelf.root / "lost+found").chmod(0)
        restore(shelf.zip, shelf.root, shelf.back_up)

    assert contents(shelf.root) == shelf.restored()


def test_a_failed_backup_of_the_present_stops_everything(shelf: Shelf) -> None:
    """Nothing is replaced that is not kept."""

    def full() -> Copied:
        raise StorageError(ErrorCode.DISK_FULL)

    with pytest.raises(StorageError):
        restore(shelf.zip, shelf.root, full)

    assert contents(shelf.root) == shelf.now


def test_a_backup_of_the_present_that_is_not_confirmed_stops_everything(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut could take it away, and what was replaced would be nowhere."""
    confirm_nothing_in(shelf.home, monkeypatch)

    with pytest.raises(StorageError) as caught:
        restore(shelf.zip, shelf.root, shelf.back_up)

    assert caught.value.code is ErrorCode.DISK_ERROR
    assert contents(shelf.root) == shelf.now


class Power:
    """Counts what changes the disk, and fails at one of these moments."""

    def __init__(self, fail_at: int) -> None:
        self.count = 0
        self.fail_at = fail_at

    def plant(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let every call that changes the disk pass by here."""
        for name in ("replace", "unlink", "mkdir", "rmdir", "fsync"):
            monkeypatch.setattr(os, name, self._counted(getattr(os, name)))

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **options: object) -> object:
            self.count += 1
            if self.count >= self.fail_at:
                raise OSError(errno.EIO, "gone")
            return call(*arguments, **options)

        return counted


def test_a_disk_that_fails_at_any_moment_leaves_all_of_old_or_new(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """From the n-th call on the disk is gone; what the next start finds is whole, for every n."""
    backup = shelf.back_up()
    seen = set[str]()
    for moment in range(1, 200):
        other = Shelf(tmp_path / str(moment))
        power = Power(moment)
        with monkeypatch.context() as patched:
            power.plant(patched)
            try:
                restore(other.zip, other.root, lambda: backup)
            except StorageError:
                seen.add("failed")

        finish(other.root)

        found = contents(other.root)
        assert found in (other.now, other.restored()), moment
        assert not is_pending(other.root)
        seen.add("old" if found == other.now else "new")
        if power.count < moment:
            break
    else:
        pytest.fail("it never came to an end")
    assert seen == {"failed", "old", "new"}


def test_finishing_fails_and_goes_on(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Interrupted again and again, each time a step further, it ends with the new content."""
    stage(shelf.root, DAY_NAME, b"new")
    stage(shelf.root, "profile.yaml", b"new")
    decide(
        shelf.root,
        Plan(aside=(Aside(name=DAY_NAME, kept_as="journal/kept.yaml"),), gone=(INFUSION_NAME,)),
    )
    for moment in range(1, 40):
        with monkeypatch.context() as patched:
            power = Power(moment)
            power.plant(patched)
            try:
                finish(shelf.root)
            except StorageError:
                continue
            break

    found = contents(shelf.root)
    assert (found[DAY_NAME], found["profile.yaml"]) == (b"new", b"new")
    assert found["journal/kept.yaml"] == shelf.now[DAY_NAME]
    assert INFUSION_NAME not in found
    assert not is_pending(shelf.root)


def test_what_was_not_decided_is_cleared_at_the_next_start(shelf: Shelf, paths: Paths) -> None:
    """Killed while files were laid ready: the old content holds, and the stage is cleared."""
    stage(paths.data.parent / "data", "profile.yaml", b"new")

    opened = OpenFolder(paths)

    assert opened.folder.access is Access.WRITABLE
    assert not is_pending(paths.data)
    assert opened.file("profile.yaml").read_bytes() == shelf.now["profile.yaml"]
    opened.close()


def test_what_was_decided_is_finished_at_the_next_start(shelf: Shelf, paths: Paths) -> None:
    """Killed after the decision: the new content is there before anything is read."""
    stage(paths.data, "profile.yaml", b"schema: 1\nname: New\n")
    decide(paths.data, Plan(gone=(LATER,)))

    opened = OpenFolder(paths)

    assert opened.folder.access is Access.WRITABLE
    assert opened.file("profile.yaml").read_bytes() == b"schema: 1\nname: New\n"
    assert not opened.file(LATER).exists()
    opened.close()


def test_a_plan_that_came_without_empty_folders_is_carried_out(shelf: Shelf) -> None:
    """Many sync tools leave them behind: nothing was to be put in place, one file removed."""
    decide(shelf.root, Plan(gone=(LATER,)))
    (shelf.root / STAGE / "new").rmdir()

    assert finish(shelf.root)

    assert shelf.now.keys() - contents(shelf.root).keys() == {LATER}


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_while_it_cannot_be_finished_nothing_else_is_written(
    shelf: Shelf, paths: Paths, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words stay in memory, and are written when trying again brings it to its end."""
    stage(paths.data, "profile.yaml", b"schema: 1\nname: New\n")
    decide(paths.data, Plan())

    def refused(*_: object) -> None:
        raise OSError(code, "no")

    with monkeypatch.context() as patched:
        patched.setattr(swap, "replace_patiently", refused)
        opened = OpenFolder(paths)
        opened.journal.put(check_in("kept"))
        assert opened.settle() == [SaveOutcome.FAILED]
        assert opened.folder.access is Access.READ_ONLY_DISK

    opened.folder.retry()

    assert opened.settle()[-1] is SaveOutcome.SAVED
    assert opened.file("profile.yaml").read_bytes() == b"schema: 1\nname: New\n"
    assert "kept" in [entry.words for entry in opened.journal.day(TODAY).check_ins]
    opened.close()


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        ("gone: [../../secret.yaml]\n", ErrorCode.UNSAFE_NAME),
        ("aside:\n- name: /etc/passwd\n  kept_as: x\n", ErrorCode.UNSAFE_NAME),
        ("gone: 7\n", ErrorCode.WRONG_TYPE),
        ("gone: [\n", ErrorCode.SYNTAX),
    ],
)
def test_a_plan_that_is_damaged_or_evil_is_not_carried_out(
    shelf: Shelf, plan: str, code: ErrorCode
) -> None:
    """It is not dropped either: somebody has to look."""
    fill(shelf.root, {f"{STAGE}/plan.yaml": plan, f"{STAGE}/new/profile.yaml": "x"})

    with pytest.raises(StorageError) as caught:
        finish(shelf.root)

    assert caught.value.code is code
    assert contents(shelf.root)["profile.yaml"] == shelf.now["profile.yaml"]


def test_a_link_or_a_file_in_place_of_the_stage_is_taken_away(shelf: Shelf, tmp_path: Path) -> None:
    """What it leads to is not touched."""
    fill(tmp_path / "other", {"plan.yaml": "gone: [profile.yaml]\n", "new/profile.yaml": "x"})
    (shelf.root / STAGE).symlink_to(tmp_path / "other")
    assert not finish(shelf.root)
    fill(shelf.root, {STAGE: "a file"})

    assert not finish(shelf.root)

    assert contents(shelf.root) == shelf.now
    assert len(contents(tmp_path / "other")) == 2
    swap.discard(shelf.root)


def test_a_stage_that_cannot_be_cleared_is_said(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening the folder then falls back to reading."""
    stage(shelf.root, "profile.yaml", b"new")

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "no")

    monkeypatch.setattr(os, "unlink", refused)
    with pytest.raises(StorageError) as caught:
        finish(shelf.root)

    assert caught.value.code is ErrorCode.READ_ONLY


def test_a_file_laid_ready_twice_is_refused(shelf: Shelf) -> None:
    """Nothing that was laid ready is overwritten."""
    stage(shelf.root, "profile.yaml", b"new")

    with pytest.raises(StorageError):
        atomic.write_new(shelf.root / STAGE / "new" / "profile.yaml", b"other")
