"""The programs that faults are planted into, and what must hold after each of them.

A driver is a module with ``main()`` that reads ``sys.argv``, prints what became of its work, and
can be started with ``python -m`` too. To add one: a line in ``DRIVERS``, with how a folder is
prepared (once, then copied for each run) and a judge that looks at the folder afterwards, by a
fresh start with the real reader, and raises AssertionError.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from msgspec import Struct

from app.storage.atomic import TEMP_PREFIX
from app.storage.check import check
from app.storage.errors import ErrorCode
from app.storage.folder_probe import Access
from app.storage.jobs import SaveOutcome
from app.storage.paths import default_paths
from tests.storage_faults.merge_once import THEIR_PART, THEIRS
from tests.storage_faults.save_once import MOMENT
from tests.support.data_folders import OpenFolder, check_in

OLD: Final = "old"
NEW: Final = "new"
NEXT: Final = "next"
HARMLESS: Final = {ErrorCode.MISSING, ErrorCode.CONFLICT_COPY}


class Driver(Struct, frozen=True, kw_only=True):
    """One program: its module, its arguments, its folder before, and the judge of it afterwards.

    All three get the home folder of the run, with ``data`` in it; the judge gets what was told.
    """

    name: str
    module: str
    arguments: Callable[[Path], list[str]]
    prepare: Callable[[Path], None]
    judge: Callable[[Path, str], None]


def words_in(opened: OpenFolder) -> list[str]:
    """Return the words of the day, sorted."""
    return sorted(entry.words for entry in opened.journal.day(MOMENT.date()).check_ins)


def put(opened: OpenFolder, words: str, entry_id: str) -> None:
    """Save a check-in, and expect that to go well."""
    opened.journal.put(check_in(words, entry_id=entry_id, at=MOMENT))
    outcome = opened.settle()[-1]
    assert outcome is SaveOutcome.SAVED, f"the next save ended {outcome}"


def nothing_damaged(home: Path) -> None:
    """Expect that "check my data" lists nothing but conflict copies."""
    found = [
        one
        for one in check(default_paths(home / "data"))
        if one.code not in HARMLESS and one.path != THEIR_PART
    ]
    assert not found, f"check found {found}"


def found_words(home: Path) -> list[str]:
    """Return what a fresh start finds, and expect it to be able to save, and the next to read."""
    nothing_damaged(home)
    opened = OpenFolder(default_paths(home / "data"))
    assert opened.folder.access is Access.WRITABLE, f"opened {opened.folder.access}"
    words = words_in(opened)
    put(opened, NEXT, "next2345")
    assert opened.close(), "the next start could not save everything"
    again = OpenFolder(default_paths(home / "data"))
    assert words_in(again) == sorted([*words, NEXT])
    again.close()
    nothing_damaged(home)
    return words


def temporary_files(home: Path) -> tuple[str, ...]:
    """Return the temporary files of ours that lie about below *home*."""
    return tuple(str(path.relative_to(home)) for path in sorted(home.rglob(f"{TEMP_PREFIX}*")))


def one_of(*states: list[str]) -> Callable[[Path, str], None]:
    """Return a judge: the words are in one of *states*, and in the last once "saved" was told."""

    def judge(home: Path, told: str) -> None:
        words = found_words(home)
        allowed = states[-1:] if told.startswith("saved") else states
        assert words in [sorted(state) for state in allowed], f"told {told!r}, found {words}"

    return judge


def _nothing(home: Path) -> None:
    """Leave everything to the first start."""


def _old_words(home: Path) -> None:
    opened = OpenFolder(default_paths(home / "data"))
    put(opened, OLD, "old23456")
    assert opened.close()


def _save(home: Path) -> list[str]:
    return [str(home / "data"), NEW]


DRIVERS: Final = {
    driver.name: driver
    for driver in (
        Driver(
            name="save",
            module="tests.storage_faults.save_once",
            arguments=_save,
            prepare=_old_words,
            judge=one_of([OLD], [OLD, NEW]),
        ),
        Driver(
            name="first save",
            module="tests.storage_faults.save_once",
            arguments=_save,
            prepare=_nothing,
            judge=one_of([], [NEW]),
        ),
        Driver(
            name="merge",
            module="tests.storage_faults.merge_once",
            arguments=_save,
            prepare=_old_words,
            judge=one_of([OLD], [OLD, THEIRS], [OLD, THEIRS, NEW]),
        ),
    )
}
