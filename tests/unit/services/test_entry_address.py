"""From one page to another with the same check-in: its address leads back to it, or begins anew."""

import pytest

from app.domain.check_in import TimePoint
from app.domain.reflection import Reflection
from app.services.entry_address import address_of, check_in_at
from tests.support.day import Day


def test_a_stored_check_in_is_found_at_its_address(day: Day) -> None:
    """With all it says."""
    journal = day.program.journal
    kept = journal.keep(journal.draft(TimePoint.DAY_3, None).saying("Tired."))

    found, is_stored = check_in_at(address_of(kept, is_stored=True), journal)

    assert found == kept
    assert is_stored


@pytest.mark.parametrize("infusion", [None, "2026-11-24-abc"])
def test_an_empty_check_in_takes_time_point_and_infusion_along(
    day: Day, infusion: str | None
) -> None:
    """Nothing is stored for it."""
    journal = day.program.journal
    empty = journal.draft(TimePoint.STRAIGHT_AFTER, infusion)

    found, is_stored = check_in_at(address_of(empty, is_stored=False), journal)

    assert (found.time_point, found.infusion) == (TimePoint.STRAIGHT_AFTER, infusion)
    assert found.is_empty
    assert not is_stored
    assert journal.days() == []


@pytest.mark.parametrize(
    "address",
    ["", "open:2026-11-24:gone2345", "open:not-a-day:x", "open:2026-11-24", "new:sometime:", "new"],
)
def test_a_broken_address_begins_anew(day: Day, address: str) -> None:
    """Deleted elsewhere, or written by hand: an empty check-in of any time, tied to nothing."""
    found, is_stored = check_in_at(address, day.program.journal)

    assert (found.time_point, found.infusion) == (TimePoint.ANY_TIME, None)
    assert found.is_empty
    assert not is_stored


def test_another_kind_of_entry_is_no_check_in(day: Day) -> None:
    """The address of a reflection opens nothing of it."""
    journal, now = day.program.journal, day.clock.now()
    other = journal.keep(Reflection(id="refl2345", created=now, changed=now, at=now, after="Calm."))

    found, is_stored = check_in_at(f"open:{other.day.isoformat()}:{other.id}", journal)

    assert found.id != other.id
    assert not is_stored
