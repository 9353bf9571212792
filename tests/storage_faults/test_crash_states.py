"""The power fails at any moment of a save: every state that the disk may be in is read."""

from pathlib import Path

import pytest

from tests.storage_faults.drivers import DRIVERS
from tests.storage_faults.fresh_start import at
from tests.storage_faults.injection import Fault, errors
from tests.storage_faults.replay import crashes, put_down, tree_of
from tests.storage_faults.runner import copy_of
from tests.storage_faults.workshop import Workshop

FEWEST = 8
"""A harness that finds fewer states than this has not looked."""


def states_that_break_a_promise(
    workshop: Workshop, tmp_path: Path, driver: str, fault: Fault | None = None, plant: str = ""
) -> tuple[int, list[str]]:
    """Return how many states there are after a power cut, and what is wrong with which of them."""
    log = tmp_path / "calls.log"
    one = DRIVERS[driver]
    result = workshop.run(driver, fault, log=log, plant=plant)
    assert not result.verdict, result
    home = Path(result.order.home)
    copy_of(one, workshop.template(driver), home)
    found = crashes(log, home, one.below, tree_of(home, one.below))
    wrong = []
    for crash in found:
        put_down(crash.tree, home)
        try:
            with at(home):
                one.judge(home, crash.told)
        except (AssertionError, OSError) as error:
            wrong.append(f"{sorted(crash.tree)} after {crash.told!r}: {error}")
    return len(found), wrong


@pytest.mark.fault(1)
@pytest.mark.parametrize("driver", ["save", "first save", "merge", "migrate"])
def test_no_power_cut_costs_a_word(workshop: Workshop, tmp_path: Path, driver: str) -> None:
    """The old words are there or the new, and once "saved" was told, the new."""
    states, wrong = states_that_break_a_promise(workshop, tmp_path, driver)

    print(f"{driver}: {states} states after a power cut")
    assert states > FEWEST
    assert not wrong, "\n".join(wrong)


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
