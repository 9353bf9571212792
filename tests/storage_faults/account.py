"""A computer account with a small journal in the usual place, and in it somebody's own note."""

import shutil
from pathlib import Path
from typing import Final

from app.storage.backups import Backups
from app.storage.paths import Paths, default_paths
from tests.storage_faults.fresh_start import put, usual
from tests.storage_faults.save_once import FixedClock
from tests.support.data_folders import OpenFolder, infusion
from tests.support.zips import contents, fill

OLD: Final = "old"
NOTE: Final = "notes/mine.txt"
FOLDERS: Final = ("share", "state", "config", "expected")
"""All folders of the home: *expected* holds, for the judge, what may be found in the others."""


def account(home: Path) -> Paths:
    """Return the folders of the account *home*."""
    return default_paths(usual(home))


def expected(home: Path, name: str) -> dict[str, bytes]:
    """Return the files that were noted as *name*."""
    return contents(home / "expected" / name)


def note(home: Path, name: str, folder: Path) -> None:
    """Note what lies in *folder*."""
    shutil.copytree(folder, home / "expected" / name)


def open_account(home: Path, words: str = OLD) -> Paths:
    """Make the account, with one day, one infusion, a note, and as *old* what is in its folder."""
    paths = account(home)
    paths.data.parent.mkdir(parents=True)
    opened = OpenFolder(paths)
    put(opened, words, "old23456")
    opened.infusions.put(infusion(notes=words))
    assert opened.close()
    fill(paths.data, {NOTE: "not ours"})
    note(home, "old", paths.data)
    return paths


def next_backup(paths: Paths) -> Path:
    """Make a backup, as the next change would, and return it."""
    return Backups(FixedClock()).make(paths).path
