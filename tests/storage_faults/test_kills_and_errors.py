"""Killed, or failed by the system, at any call of a save: the old words are there or the new."""

import pytest

from tests.storage_faults.drivers import DRIVERS
from tests.storage_faults.injection import Fault, errors, kills
from tests.storage_faults.workshop import Workshop, broken, some_of, summary

WHOLE = ("save", "merge")
"""Drivers that meet every fault in an ordinary run."""

SOME = ("first save", "edit", pytest.param("migrate", marks=pytest.mark.fault(19)))
"""Drivers that meet a seeded part of them, and all with ./dev test --all."""

KILLED = ("backup", "first backup", "restore", "move", "delete")
"""Drivers of whole folders, killed at a seeded part of their calls, and at all with --all."""

FAILED = ("backup", "first backup", "restore", "move", "delete")
"""Those of them that meet errors too, in the same way."""

MOST = 150


def meet(workshop: Workshop, driver: str, faults: list[Fault], most: int) -> None:
    """Run *driver* with at most *most* of *faults*, and expect every promise to be kept."""
    results = workshop.sweep(driver, some_of(faults, most))

    print(f"{driver}: {len(faults)} faults; {summary(results)}")
    assert all(result.reached for result in results)
    assert not broken(results), "\n".join(broken(results))


@pytest.mark.fault(2)
@pytest.mark.parametrize("driver", WHOLE)
def test_a_kill_before_any_call_leaves_the_old_words_or_the_new(
    workshop: Workshop, driver: str
) -> None:
    """The next start finds them whole, lists nothing damaged, and can save."""
    calls = workshop.calls(driver)

    meet(workshop, driver, kills(calls), len(calls))


@pytest.mark.fault(3, 4, 5, 6)
@pytest.mark.parametrize("driver", WHOLE)
def test_an_error_from_any_call_leaves_the_old_words_or_the_new(
    workshop: Workshop, driver: str
) -> None:
    """Whatever fails, once or for good, "saved" is told only of words that are there."""
    faults = errors(workshop.calls(driver))

    meet(workshop, driver, faults, len(faults))


@pytest.mark.fault(2, 3, 4, 5)
@pytest.mark.parametrize("driver", SOME)
def test_a_part_of_the_kills_and_errors_leaves_the_old_words_or_the_new(
    workshop: Workshop, driver: str
) -> None:
    """Seeded: the same faults each time."""
    calls = workshop.calls(driver)

    meet(workshop, driver, kills(calls), MOST)
    meet(workshop, driver, errors(calls), MOST)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.fault(2, 3, 4, 5)
@pytest.mark.parametrize("driver", SOME)
def test_all_kills_and_errors_leave_the_old_words_or_the_new(
    workshop: Workshop, driver: str
) -> None:
    """Every fault of the drivers that otherwise meet a part of them."""
    calls = workshop.calls(driver)
    faults = kills(calls) + errors(calls)

    meet(workshop, driver, faults, len(faults))


@pytest.mark.fault(2)
@pytest.mark.parametrize("driver", KILLED)
def test_a_part_of_the_kills_leaves_a_whole_folder(workshop: Workshop, driver: str) -> None:
    """Nothing is lost, nothing is mixed, and the next start finishes what was begun."""
    meet(workshop, driver, kills(workshop.calls(driver)), MOST)


@pytest.mark.fault(3, 4, 5, 6)
@pytest.mark.parametrize("driver", FAILED)
def test_a_part_of_the_errors_leaves_a_whole_folder(workshop: Workshop, driver: str) -> None:
    """And "done" is told only of what is done."""
    meet(workshop, driver, errors(workshop.calls(driver)), MOST)


@pytest.mark.fault(4)
@pytest.mark.parametrize("driver", ["restore", "move", "delete"])
@pytest.mark.parametrize("name", ["close", "read"])
def test_an_error_of_a_file_that_is_only_read_is_said(
    workshop: Workshop, driver: str, name: str
) -> None:
    """It does not end in an error that nobody expected."""
    calls = [call for call in workshop.calls(driver) if call.name == name]
    faults = [fault for fault in errors(calls) if "EIO" in fault.injections[0]]

    meet(workshop, driver, faults, len(faults))


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.fault(2)
@pytest.mark.parametrize("driver", KILLED)
def test_all_kills_leave_a_whole_folder(workshop: Workshop, driver: str) -> None:
    """A kill before every call."""
    faults = kills(workshop.calls(driver))

    meet(workshop, driver, faults, len(faults))


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.fault(3, 4, 5, 6)
@pytest.mark.parametrize("driver", FAILED)
def test_all_errors_leave_a_whole_folder(workshop: Workshop, driver: str) -> None:
    """Every error of every call."""
    faults = errors(workshop.calls(driver))

    meet(workshop, driver, faults, len(faults))


@pytest.mark.fault(5)
@pytest.mark.parametrize("driver", [*WHOLE, *SOME, *KILLED])
def test_writes_that_end_early_are_gone_on_with(workshop: Workshop, driver: str) -> None:
    """A disk that takes seven bytes at a time gets all of them, in the right order."""
    result = workshop.run(driver, plant="short writes")

    assert (result.told, result.verdict) == (DRIVERS[driver].done, "")


@pytest.mark.fault(2)
@pytest.mark.parametrize("driver", WHOLE)
def test_a_removal_before_the_rename_would_be_found(workshop: Workshop, driver: str) -> None:
    """The harness is red when the old file is taken away first."""
    plant = "remove before rename"

    results = workshop.sweep(driver, kills(workshop.calls(driver, plant)), plant)

    assert any("found" in one for one in broken(results))


@pytest.mark.fault(32)
@pytest.mark.parametrize("error", ["EINVAL", "EOPNOTSUPP", "ENOLCK"])
def test_a_file_system_that_can_do_little_is_written_all_the_same(
    workshop: Workshop, error: str
) -> None:
    """One that has no locks, or cannot confirm names: then there is nothing more to do."""
    calls = workshop.calls("save")
    (lock,) = (call for call in calls if call.name == "flock")
    faults = [Fault(lock.thread, (f"flock:error={error}:when=1+",))]
    if error != "ENOLCK":
        _of_the_file, of_the_folder = (call for call in calls if call.name == "fsync")
        what = f"fsync:error={error}:when={of_the_folder.ordinal}"
        faults.append(Fault(of_the_folder.thread, (what,)))

    results = workshop.sweep("save", faults)

    assert not broken(results)
    assert {result.told for result in results} == {"saved"}


@pytest.mark.fault(2)
@pytest.mark.parametrize("driver", [*WHOLE, *SOME])
def test_no_temporary_file_outlives_the_next_start(workshop: Workshop, driver: str) -> None:
    """What a kill leaves behind is gone once the next program has saved and closed."""
    results = workshop.sweep(driver, kills(workshop.calls(driver)))

    assert {name for result in results for name in result.left} == set()
