"""What a start after a fault finds, by the real reader, and whether it can go on from there."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.storage.atomic import TEMP_PREFIX
from app.storage.check import check
from app.storage.errors import ErrorCode
from app.storage.folder_probe import Access
from app.storage.jobs import SaveOutcome
from app.storage.paths import APPLICATION, default_paths
from tests.storage_faults.merge_once import THEIR_PART
from tests.storage_faults.save_once import MOMENT
from tests.support.data_folders import OpenFolder, check_in

NEXT: Final = "next"
NOT_OURS: Final = {THEIR_PART, "notes/mine.txt", "notes/more.txt"}
HARMLESS: Final = {ErrorCode.MISSING, ErrorCode.CONFLICT_COPY}
FOLDERS: Final = {"XDG_DATA_HOME": "share", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state"}


@contextlib.contextmanager
def at(home: Path) -> Iterator[None]:
    """Make *home* the place of everything that is not given by name."""
    before = dict(os.environ)
    os.environ.update({name: str(home / folder) for name, folder in FOLDERS.items()})
    os.environ["HOME"] = str(home)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def words_in(opened: OpenFolder) -> list[str]:
    """Return the words of the day, sorted."""
    return sorted(entry.words for entry in opened.journal.day(MOMENT.date()).check_ins)


def put(opened: OpenFolder, words: str, entry_id: str) -> None:
    """Save a check-in, and expect that to go well."""
    opened.journal.put(check_in(words, entry_id=entry_id, at=MOMENT))
    outcome = opened.settle()[-1]
    assert outcome is SaveOutcome.SAVED, f"the next save ended {outcome}"


def nothing_damaged(data: Path) -> None:
    """Expect that "check my data" lists nothing but conflict copies."""
    found = [
        one
        for one in check(default_paths(data))
        if one.code not in HARMLESS and one.path not in NOT_OURS
    ]
    assert not found, f"check found {found}"


def found_words(data: Path) -> list[str]:
    """Return what a fresh start finds, and expect it to be able to save, and the next to read."""
    nothing_damaged(data)
    opened = OpenFolder(default_paths(data))
    assert opened.folder.access is Access.WRITABLE, f"opened {opened.folder.access}"
    words = words_in(opened)
    put(opened, NEXT, "next2345")
    assert opened.close(), "the next start could not save everything"
    again = OpenFolder(default_paths(data))
    assert words_in(again) == sorted([*words, NEXT])
    again.close()
    nothing_damaged(data)
    return words


def usual(home: Path) -> Path:
    """Return the data folder of whoever never chose one; it goes with a copy of *home*."""
    return home / "share" / APPLICATION


def temporary_files(home: Path) -> tuple[str, ...]:
    """Return the temporary files of ours that lie about below *home*."""
    return tuple(str(path.relative_to(home)) for path in sorted(home.rglob(f"{TEMP_PREFIX}*")))


def long_ago(home: Path) -> None:
    """Let hours pass since anything was written to the temporary files of ours below *home*."""
    for name in temporary_files(home):
        if (home / name).is_file():
            os.utime(home / name, (0, 0))
