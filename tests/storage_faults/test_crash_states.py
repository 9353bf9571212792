"""The power fails at any moment of a save: every state that the disk may be in is read."""

import sys
from pathlib import Path

import pytest

from app.storage.errors import StorageError
from tests.storage_faults.disk_model import Disk
from tests.storage_faults.drivers import DRIVERS
from tests.storage_faults.fresh_start import at
from tests.storage_faults.injection import Fault, errors
from tests.storage_faults.replay import crashes, put_down, tree_of
from tests.storage_faults.runner import copy_of
from tests.storage_faults.workshop import ENOUGH, Workshop, some_of

FOLDERS = ("backup", "first backup", "restore", "move")
SOME_STATES = 250
FIRST_MIGRATE = pytest.param("first migrate", marks=pytest.mark.fault(19))
MIGRATE = pytest.param("migrate", marks=pytest.mark.fault(19))
FEWEST = 8
"""A harness that finds fewer states than this has not looked."""


def states_that_break_a_promise(
    workshop: Workshop,
    tmp_path: Path,
    driver: str,
    fault: Fault | None = None,
    *,
    plant: str = "",
    whole_renames: bool = False,
    most: int = sys.maxsize,
) -> tuple[int, list[str]]:
    """Return how many states there are after a power cut, and what is wrong with which of them.

    At most *most* of them are looked at, always the same ones.
    """
    log = tmp_path / "calls.log"
    one = DRIVERS[driver]
    result = workshop.run(driver, fault, log=log, plant=plant)
    assert not result.verdict, result
    home = Path(result.order.home)
    copy_of(one, workshop.template(driver), home)
    disk = Disk(tree_of(home, one.below), whole_renames=whole_renames)
    found = crashes(log, home, one.below, disk)
    wrong = []
    for crash in some_of(found, most):
        put_down(crash.tree, home)
        try:
            with at(home):
                one.judge(home, crash.told)
        except (AssertionError, OSError, StorageError) as error:
            names = [name for name in sorted(crash.tree) if not name.startswith("expected")]
            wrong.append(f"{names} after {crash.told!r}: {error}")
    return len(found), wrong


@pytest.mark.fault(1)
@pytest.mark.parametrize("driver", ["save", "first save", "merge", "edit", MIGRATE, FIRST_MIGRATE])
def test_no_power_cut_costs_a_word(workshop: Workshop, tmp_path: Path, driver: str) -> None:
    """The old words are there or the new, and once "saved" was told, the new."""
    states, wrong = states_that_break_a_promise(workshop, tmp_path, driver)

    print(f"{driver}: {states} states after a power cut")
    assert states > FEWEST
    assert not wrong, "\n".join(wrong)


@pytest.mark.fault(1)
@pytest.mark.parametrize("driver", FOLDERS)
def test_no_power_cut_leaves_half_a_folder(workshop: Workshop, tmp_path: Path, driver: str) -> None:
    """A seeded part of the states, on a disk with a journal."""
    states, wrong = states_that_break_a_promise(
        workshop, tmp_path, driver, whole_renames=True, most=SOME_STATES
    )

    print(f"{driver}: {min(states, SOME_STATES)} of {states} states after a power cut")
    assert states > FEWEST
    assert not wrong, "\n".join(wrong[:ENOUGH])


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.fault(1)
@pytest.mark.parametrize("driver", FOLDERS)
def test_no_power_cut_at_all_leaves_half_a_folder(
    workshop: Workshop, tmp_path: Path, driver: str
) -> None:
    """Every state."""
    states, wrong = states_that_break_a_promise(workshop, tmp_path, driver, whole_renames=True)

    print(f"{driver}: {states} states after a power cut")
    assert not wrong, "\n".join(wrong[:ENOUGH])


@pytest.mark.timeout(180)
@pytest.mark.fault(1, 32)
@pytest.mark.parametrize("driver", ["restore", "move"])
def test_no_power_cut_on_a_disk_without_a_journal_leaves_half_a_folder(
    workshop: Workshop, tmp_path: Path, driver: str
) -> None:
    """A stick may keep one half of a rename into another folder: the new name, or the old gone."""
    states, wrong = states_that_break_a_promise(workshop, tmp_path, driver, most=SOME_STATES)

    print(f"{driver}, no journal: {min(states, SOME_STATES)} of {states} states after a power cut")
    assert not wrong, "\n".join(wrong[:ENOUGH])


@pytest.mark.fault(1, 4)
@pytest.mark.parametrize("driver", ["save", "merge"])
def test_no_power_cut_after_an_unconfirmed_write_costs_a_word(
    workshop: Workshop, tmp_path: Path, driver: str
) -> None:
    """When the disk confirms one of the writes not, "saved" is not told of what hangs on it."""
    syncs = [call for call in workshop.calls(driver) if call.name == "fsync"]
    faults = [one for one in errors(syncs) if "EIO" in one.injections[0]]

    for fault in faults:
        states, wrong = states_that_break_a_promise(workshop, tmp_path, driver, fault)

        print(f"{driver}, {fault.injections}: {states} states after a power cut")
        assert not wrong, f"{fault.injections}\n" + "\n".join(wrong)


@pytest.mark.fault(1)
@pytest.mark.parametrize(
    ("plant", "harm"),
    [
        ("no fsync of the file", "check found"),
        ("no fsync of the folder", "told 'saved', found ['old']"),
        ("remove before rename", "told '', found []"),
        ("QSaveFile", "told 'saved', found ['old']"),
    ],
)
def test_a_careless_save_would_be_found(
    workshop: Workshop, tmp_path: Path, plant: str, harm: str
) -> None:
    """The harness is red for each of the ways in which a save is got wrong most often."""
    states, wrong = states_that_break_a_promise(workshop, tmp_path, "save", plant=plant)

    print(f"{plant}: {len(wrong)} of {states} states are wrong")
    assert any(harm in one for one in wrong), wrong


@pytest.mark.fault(1, 4)
def test_saved_is_not_told_of_a_folder_that_is_not_confirmed(
    workshop: Workshop, tmp_path: Path
) -> None:
    """The data folder's own name may be gone after a power cut, with everything in it."""
    syncs = [call for call in workshop.calls("first save") if call.name == "fsync"]
    first = errors(syncs)[0]

    _states, wrong = states_that_break_a_promise(workshop, tmp_path, "first save", first)

    assert not wrong, "\n".join(wrong)


@pytest.mark.fault(1)
@pytest.mark.parametrize("driver", ["backup", MIGRATE])
def test_a_careless_copy_would_be_found(workshop: Workshop, tmp_path: Path, driver: str) -> None:
    """The harness is red for a backup, or an original, that is not waited for."""
    states, wrong = states_that_break_a_promise(
        workshop, tmp_path, driver, plant="no fsync of the file"
    )

    print(f"{driver}, no fsync of the file: {len(wrong)} of {states} states are wrong")
    assert wrong
