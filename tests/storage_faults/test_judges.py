"""The judges of the drivers are red: each is shown a folder in which its promise is broken."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from app.storage.errors import StorageError
from app.storage.move import remember
from app.storage.paths import default_paths
from tests.storage_faults.account import NOTE
from tests.storage_faults.drivers import DRIVERS
from tests.storage_faults.fresh_start import at, usual
from tests.storage_faults.migrate_once import DAY
from tests.storage_faults.placing import target
from tests.storage_faults.runner import copy_of
from tests.storage_faults.workshop import Workshop
from tests.support.zips import contents, fill

DAY_OF_NOW = f"share/soft-landing/{DAY}"
BACKUPS = "state/soft-landing/backups"
HALF = b"PK\x03\x04half a zip"


def nothing(home: Path) -> None:
    """Leave all as it was before the driver ran."""


def new_form_without_original(home: Path) -> None:
    """Bring the day up to date, and keep no original."""
    file = home / DAY_OF_NOW
    file.write_text(file.read_text("utf-8").replace("text: old", "words: old"), "utf-8")


def half_a_zip(home: Path) -> None:
    """Leave half a backup under its final name."""
    fill(home, {f"{BACKUPS}/soft-landing-2026-01-02-0900.zip": HALF})


def older_backup_gone(home: Path) -> None:
    """Take the older backup away."""
    (home / BACKUPS / "soft-landing-2025-12-30-0900.zip").unlink()


def two_unfinished_backups(home: Path) -> None:
    """Leave more than one temporary file."""
    fill(home, {f"{BACKUPS}/.sl-{number}.tmp": HALF for number in range(2)})


def data_changed(home: Path) -> None:
    """Touch the patient's own note."""
    (home / "share" / "soft-landing" / NOTE).write_text("changed")


def new_day_alone(home: Path) -> None:
    """Put back one file of several, with a backup of the present."""
    _new(home, DAY)


def new_content_without_backup(home: Path) -> None:
    """Put all of it back, and keep nothing of the present."""
    new = contents(home / "expected" / "new")
    for name in contents(usual(home)).keys() - new.keys():
        (usual(home) / name).unlink()
    _new(home, *new)


def new_folder_empty(home: Path) -> None:
    """Use the new folder, before anything is in it."""
    target(home).mkdir()
    remember(default_paths().config, target(home))


def moved_without_clearing(home: Path) -> None:
    """Use the new folder, whole, and leave everything in the old one too."""
    fill(target(home), contents(home / "expected" / "ours"))
    remember(default_paths().config, target(home))


def note_deleted(home: Path) -> None:
    """Take away what is not ours."""
    (usual(home) / NOTE).unlink()


def _new(home: Path, *names: str) -> None:
    new = contents(home / "expected" / "new")
    fill(usual(home), {name: new[name] for name in names})


class Case(NamedTuple):
    """A folder of *driver* that was harmed, what was told, and the verdict that is due."""

    driver: str
    told: str
    harm: Callable[[Path], None]
    verdict: str


CASES = [
    Case("migrate", "saved", nothing, "found the old day"),
    Case("migrate", "", new_form_without_original, "No such file"),
    Case("backup", "done", nothing, "found no backup"),
    Case("backup", "", half_a_zip, "not_a_backup"),
    Case("backup", "", older_backup_gone, "an older backup"),
    Case("backup", "", two_unfinished_backups, "found"),
    Case("backup", "", data_changed, "the data folder"),
    Case("restore", "done", nothing, "found the old content"),
    Case("restore", "", new_day_alone, "there is no backup"),
    Case("restore", "", new_content_without_backup, "there is no backup"),
    Case("restore", "", data_changed, "there is no backup"),
    Case("move", "done", nothing, "the old folder is in use"),
    Case("move", "", new_folder_empty, "not as they were"),
    Case("move", "done", moved_without_clearing, "left"),
    Case("delete", "done", nothing, "left"),
    Case("delete", "", note_deleted, "is gone"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.driver}, {case.harm.__name__}")
def test_a_broken_promise_is_seen(workshop: Workshop, tmp_path: Path, case: Case) -> None:
    """The verdict names what is wrong."""
    home, driver = tmp_path / "home", DRIVERS[case.driver]
    copy_of(driver, workshop.template(case.driver), home)

    with at(home):
        case.harm(home)
        with pytest.raises((AssertionError, OSError, StorageError)) as caught:
            driver.judge(home, case.told)

    assert case.verdict in str(caught.value)


@pytest.mark.parametrize("driver", ["migrate", "backup", "restore", "move", "delete"])
def test_what_was_not_begun_breaks_no_promise(
    workshop: Workshop, tmp_path: Path, driver: str
) -> None:
    """A kill before the first call leaves a folder that every judge is content with."""
    home = tmp_path / "home"
    copy_of(DRIVERS[driver], workshop.template(driver), home)

    with at(home):
        DRIVERS[driver].judge(home, "")
