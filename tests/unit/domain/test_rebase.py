"""Changes made again on what somebody else wrote meanwhile: nothing of either is passed over."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.infusion import Infusion, Ride
from app.domain.rebase import rebased

NOW = datetime(2026, 11, 29, 20, tzinfo=UTC)
BASE = Infusion(
    id="2026-11-30-a7k",
    created=NOW,
    changed=NOW,
    date=date(2026, 11, 30),
    place="Riverside Clinic",
    ride=Ride(who="Sam", phone="555-0136"),
)


def test_what_each_side_changed_is_in_it() -> None:
    """A plan that is moved has not packed the mask in vain."""
    ours = replace(BASE, date=date(2026, 12, 4), minutes=60)
    theirs = replace(BASE, music="Quiet piano", changed=datetime(2027, 1, 1, tzinfo=UTC))

    value, loses = rebased(BASE, ours, theirs)

    assert value == replace(theirs, date=date(2026, 12, 4), minutes=60)
    assert not loses


def test_the_same_field_is_ours_and_that_is_told() -> None:
    """So that the file with theirs can be kept."""
    ours, theirs = replace(BASE, place="Lakeside"), replace(BASE, place="Hillside")

    assert rebased(BASE, ours, theirs) == (ours, True)
    assert rebased(BASE, ours, ours) == (ours, False)


@pytest.mark.parametrize(("theirs", "loses"), [("Jo", True), ("Sam", False)])
def test_fields_of_a_part_are_taken_one_by_one(theirs: str, *, loses: bool) -> None:
    """Who drives, and when, may come from two computers."""
    ours = replace(BASE, ride=Ride(who="Sam Rivera", phone="555-0136"))
    other = replace(BASE, ride=Ride(who=theirs, phone="555-0199"))

    value, gave_way = rebased(BASE, ours, other)

    assert value.ride == Ride(who="Sam Rivera", phone="555-0199")
    assert gave_way is loses


def test_a_part_that_is_new_on_both_sides_is_ours() -> None:
    """There is nothing before to compare it with."""
    ours, theirs = replace(BASE, ended=NOW), replace(BASE, ended=datetime(2027, 1, 1, tzinfo=UTC))

    assert rebased(BASE, ours, theirs) == (ours, True)


def infusions() -> st.SearchStrategy[Infusion]:
    """Return infusions that differ in three places."""
    texts = st.sampled_from(["", "one", "two"])
    return st.builds(
        lambda place, music, who: replace(BASE, place=place, music=music, ride=Ride(who=who)),
        texts,
        texts,
        texts,
    )


@given(base=infusions(), ours=infusions(), theirs=infusions())
def test_nothing_is_lost_that_is_not_told(base: Infusion, ours: Infusion, theirs: Infusion) -> None:
    """Each field is ours if we changed it, else theirs; only one that both changed is lost."""
    value, loses = rebased(base, ours, theirs)

    fields = list(
        zip(
            *[(one.place, one.music, one.ride.who) for one in (base, ours, theirs, value)],
            strict=True,
        )
    )
    assert all(got == (mine if mine != was else other) for was, mine, other, got in fields)
    assert loses == any(mine not in (was, other) and other != was for was, mine, other, _ in fields)
