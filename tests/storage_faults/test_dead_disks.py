"""The disk dies under the program: a stick is pulled, or the system makes it read-only."""

import pytest

from tests.storage_faults.injection import deaths
from tests.storage_faults.workshop import Workshop, broken, summary


@pytest.mark.fault(4, 9)
@pytest.mark.parametrize("driver", ["save", "merge"])
def test_a_disk_that_dies_under_the_writer_costs_no_word(workshop: Workshop, driver: str) -> None:
    """From any call on everything fails; it is told, and what was saved is there afterwards."""
    faults = [fault for fault in deaths(workshop.calls(driver)) if fault.thread]

    results = workshop.sweep(driver, faults)

    print(f"{driver}: {summary(results)}")
    assert not broken(results), "\n".join(broken(results))
