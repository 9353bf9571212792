"""Backups: how an account lies there before one is made or put back, and what may be there then."""

import shutil
from pathlib import Path
from typing import Final

from app.storage.archive_reading import Archive
from app.storage.atomic import TEMP_PREFIX
from app.storage.folder_probe import Access
from app.storage.paths import Paths, default_paths
from app.storage.yaml_file import OTHER_VERSION
from tests.storage_faults.account import OLD, account, expected, next_backup, note, open_account
from tests.storage_faults.fresh_start import found_words, long_ago, put, temporary_files, usual
from tests.support.data_folders import OpenFolder
from tests.support.zips import contents, fill, make_zip

NEW: Final = "new"
PROFILE: Final = b"schema: 1\nname: Anna\n"


def to_back_up(home: Path) -> list[str]:
    """Return which folder to back up."""
    return [str(usual(home))]


def prepare_first_backup(home: Path) -> None:
    """Make an account without a backup."""
    open_account(home)


def prepare_backup(home: Path) -> None:
    """Make an account with one backup of an earlier day."""
    paths = open_account(home)
    next_backup(paths).rename(paths.backups / "soft-landing-2025-12-30-0900.zip")
    note(home, "backups", paths.backups)


def judge_backup(home: Path, told: str) -> None:
    """Expect the data folder as it was, older backups as they were, and no half backup."""
    paths, old, older = account(home), expected(home, "old"), expected(home, "backups")
    assert contents(paths.data) == old, "the data folder is not as it was"
    there = contents(paths.backups)
    assert {name: there.get(name) for name in older} == older, "an older backup is not as it was"
    zips = [name for name in there if name.endswith(".zip") and name not in older]
    for name in zips:
        inside = unpacked(paths.backups / name)
        in_part = bool(told) and not told.startswith(("done", "not confirmed"))
        assert inside == {name: old[name] for name in (inside if in_part else old)}, name
    assert zips or not told.startswith(("done", "not confirmed")), f"told {told!r}, found no backup"
    assert len(temporary_files(home)) <= 1, f"found {temporary_files(home)}"
    long_ago(home)
    assert unpacked(next_backup(paths)) == old
    assert not temporary_files(home), "a temporary file outlives the next backup"
    assert found_words(paths.data) == [OLD]


def to_put_back(home: Path) -> list[str]:
    """Return where to put what."""
    return [str(usual(home)), str(home / "expected" / "new.zip")]


def prepare_restore(home: Path) -> None:
    """Make an account, and a backup that changes, adds, takes away, and has notes in it too."""
    other = OpenFolder(default_paths(home / "other"))
    put(other, NEW, "new23456")
    assert other.close()
    files = contents(other.paths.data) | {"profile.yaml": PROFILE, "notes/more.txt": b"added"}
    for folder in (other.paths.data, other.paths.state):
        shutil.rmtree(folder)
    open_account(home)
    kept = {"notes/mine.txt": expected(home, "old")["notes/mine.txt"]}
    fill(home / "expected" / "new", files | kept)
    make_zip(home / "expected" / "new.zip", files | {"notes/mine.txt": b"another note"})


def judge_restore(home: Path, told: str) -> None:
    """Expect, once the next start has opened the folder, all of the old content or of the new."""
    paths, old, new = account(home), expected(home, "old"), expected(home, "new")
    now = contents(paths.data)
    if {name: data for name, data in now.items() if TEMP_PREFIX not in name} != old:
        assert _backup_of(paths, old), "something is replaced, and there is no backup"

    opened = OpenFolder(paths)
    assert opened.folder.access is Access.WRITABLE, f"opened {opened.folder.access}"
    assert opened.close()

    found = contents(paths.data)
    if found == old:
        assert not told.startswith("done"), "told 'done', found the old content"
    else:
        _expect_new(found, old, new, _backup_of(paths, old))
    assert found_words(paths.data) == ([OLD] if found == old else [NEW])
    long_ago(home)
    next_backup(paths)
    assert not temporary_files(home), f"{temporary_files(home)} outlive the next backup"


def _expect_new(
    found: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes], saved: dict[str, bytes]
) -> None:
    """Expect the new content, and of the old one only what could not be read for the backup."""
    assert {name: found.get(name) for name in new} == new, f"a mixture: {sorted(found)}"
    for name in found.keys() - new.keys():
        before = name.replace(f".{OTHER_VERSION}", "")
        assert before not in saved, f"{name} is from the old content, and in the backup"
        assert found[name] == old.get(before), f"{name} was not there before"
    lost = old.keys() - saved.keys() - new.keys() - found.keys()
    assert not lost, f"{lost} are neither in the backup nor in the folder"


def _backup_of(paths: Paths, old: dict[str, bytes]) -> dict[str, bytes]:
    """Return what the newest backup holds, which must be of *old*; nothing if there is none."""
    names = sorted(contents(paths.backups)) if paths.backups.exists() else []
    zips = [name for name in names if name.endswith(".zip")]
    if not zips:
        return {}
    inside = unpacked(paths.backups / zips[-1])
    assert inside == {name: old[name] for name in inside}
    return inside


def unpacked(path: Path) -> dict[str, bytes]:
    """Return the files in the zip *path*, read as the program reads a backup."""
    with Archive(path) as archive:
        return {name: archive.read(name) for name in archive.entries}
