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

from app.storage.paths import default_paths
from tests.storage_faults import copying, migrating, placing
from tests.storage_faults.account import FOLDERS
from tests.storage_faults.edit_once import OLD_ID
from tests.storage_faults.fresh_start import found_words, put
from tests.storage_faults.merge_once import THEIRS
from tests.storage_faults.save_once import MOMENT
from tests.support.data_folders import OpenFolder

OLD: Final = "old"
NEW: Final = "new"


def _nothing(home: Path) -> None:
    """Leave everything to the first start."""


class Driver(Struct, frozen=True, kw_only=True):
    """One program: its module, its arguments, its folder before, and the judge of it afterwards.

    All get the home folder of the run; the judge gets what was told, too. *done* is what is told
    of work that is complete. *below* are the folders of the home that a power cut may spoil.
    *arrive* does in each copy what must name the very home it is in.
    """

    name: str
    module: str
    arguments: Callable[[Path], list[str]]
    prepare: Callable[[Path], None]
    judge: Callable[[Path, str], None]
    done: str = "saved"
    below: tuple[str, ...] = ("data",)
    arrive: Callable[[Path], None] = _nothing


def one_of(*states: list[str]) -> Callable[[Path, str], None]:
    """Return a judge: the words are in one of *states*, and in the last once "saved" was told."""

    def judge(home: Path, told: str) -> None:
        words = found_words(home / "data")
        allowed = states[-1:] if told.startswith("saved") else states
        assert words in [sorted(state) for state in allowed], f"told {told!r}, found {words}"

    return judge


def _old_words(home: Path) -> None:
    opened = OpenFolder(default_paths(home / "data"))
    put(opened, OLD, OLD_ID)
    assert opened.close()


def _no_word_of_an_edit_is_lost(home: Path, told: str) -> None:
    """The old words stand where they stood, or are an earlier version of the new ones."""
    one_of([OLD], [NEW])(home, told)
    opened = OpenFolder(default_paths(home / "data"))
    (entry,) = (one for one in opened.journal.day(MOMENT.date()).check_ins if one.id == OLD_ID)
    versions = [one.check_in for one in opened.journal.versions(OLD_ID)]
    opened.close()
    earlier = [one.words for one in versions if one is not None]
    assert earlier == [OLD] or (entry.words, earlier) == (OLD, []), f"earlier versions {earlier}"


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
        Driver(
            name="edit",
            module="tests.storage_faults.edit_once",
            arguments=_save,
            prepare=_old_words,
            judge=_no_word_of_an_edit_is_lost,
        ),
        Driver(
            name="migrate",
            module="tests.storage_faults.migrate_once",
            arguments=migrating.arguments,
            prepare=migrating.prepare,
            judge=migrating.judge,
            below=("share", "state"),
        ),
        Driver(
            name="first migrate",
            module="tests.storage_faults.migrate_once",
            arguments=migrating.arguments,
            prepare=migrating.prepare_first,
            judge=migrating.judge,
            below=("share", "state"),
        ),
        Driver(
            name="backup",
            module="tests.storage_faults.backup_once",
            arguments=copying.to_back_up,
            prepare=copying.prepare_backup,
            judge=copying.judge_backup,
            done="done",
            below=FOLDERS,
        ),
        Driver(
            name="first backup",
            module="tests.storage_faults.backup_once",
            arguments=copying.to_back_up,
            prepare=copying.prepare_first_backup,
            judge=copying.judge_backup,
            done="done",
            below=FOLDERS,
        ),
        Driver(
            name="restore",
            module="tests.storage_faults.restore_once",
            arguments=copying.to_put_back,
            prepare=copying.prepare_restore,
            judge=copying.judge_restore,
            done="done",
            below=FOLDERS,
        ),
        Driver(
            name="move",
            module="tests.storage_faults.move_once",
            arguments=placing.to_move,
            prepare=placing.prepare_move,
            judge=placing.judge_move,
            done="done",
            below=(*FOLDERS, "stick"),
        ),
        Driver(
            name="delete",
            module="tests.storage_faults.delete_once",
            arguments=placing.to_delete,
            prepare=placing.prepare_delete,
            judge=placing.judge_delete,
            done="done",
            below=FOLDERS,
            arrive=placing.remember_the_folder,
        ),
    )
}
