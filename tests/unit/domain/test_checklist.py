"""The checklist and its ticks."""

from datetime import UTC, date, datetime

import pytest

from app.domain.checklist import (
    Item,
    OwnItem,
    OwnList,
    Stage,
    Tick,
    hidden,
    items,
    lines,
    moved,
    open_in,
    originally,
)
from app.domain.infusion import Infusion

NOW = datetime(2026, 11, 29, 20, tzinfo=UTC)
MASK = Item(id="eye_mask", title="Eye mask packed", stage=Stage.DAY_BEFORE, why="Up to you.")
RIDE = Item(id="ride_home", title="Someone takes me home", stage=Stage.WEEK_BEFORE)


def own(item_id: str, title: str, *, hidden: bool = False) -> OwnItem:
    """Return an entry of the patient's own list."""
    return OwnItem(
        id=item_id, created=NOW, changed=NOW, title=title, stage=Stage.WEEK_BEFORE, hidden=hidden
    )


def infusion() -> Infusion:
    """Return a planned infusion."""
    return Infusion(id="2026-11-30-a7k", created=NOW, changed=NOW, date=date(2026, 11, 30))


def test_own_items_stand_at_the_end_of_their_stage() -> None:
    """The order of the days comes first."""
    listed = items([MASK, RIDE], OwnList(items=(own("cat", "Feed the cat"),)))

    assert [item.id for item in listed] == ["ride_home", "cat", "eye_mask"]
    assert [item.own for item in listed] == [False, True, False]


def test_a_built_in_item_can_be_put_in_own_words_or_hidden() -> None:
    """Its id stays, so that ticks stay with it."""
    own_list = OwnList(items=(own("eye_mask", "The blue mask"), own("ride_home", "x", hidden=True)))

    listed = items([MASK, RIDE], own_list)

    assert [(item.id, item.title, item.stage) for item in listed] == [
        ("eye_mask", "The blue mask", Stage.WEEK_BEFORE)
    ]


@pytest.mark.parametrize(
    ("item_id", "place", "order"),
    [
        ("a", 1, "b a c m"),
        ("a", 2, "b c a m"),
        ("c", 0, "c a b m"),
        ("b", -3, "b a c m"),
        ("b", 99, "a c b m"),
        ("m", 0, "a b c m"),
    ],
)
def test_an_item_moves_within_its_stage(item_id: str, place: int, order: str) -> None:
    """Never out of it; a place beyond its ends is the end."""
    listed = [
        Item(id="a", title="A", stage=Stage.WEEK_BEFORE),
        Item(id="b", title="B", stage=Stage.WEEK_BEFORE),
        Item(id="c", title="C", stage=Stage.WEEK_BEFORE),
        Item(id="m", title="M", stage=Stage.MORNING),
    ]

    names = moved(listed, item_id, place)

    assert " ".join(names) == order
    assert [item.id for item in items(listed, OwnList(order=names))] == list(names)


def test_what_the_order_does_not_name_follows() -> None:
    """An item that came later stands at the end of its stage, not in front of everything."""
    own_list = OwnList(items=(own("cat", "Feed the cat"),), order=("ride_home", "gone"))

    assert [item.id for item in items([MASK, RIDE], own_list)] == ["ride_home", "cat", "eye_mask"]


def test_hidden_items_are_named_in_the_words_they_had() -> None:
    """Own items that are hidden are nobody's to bring back."""
    own_list = OwnList(
        items=(own("eye_mask", "The blue mask", hidden=True), own("cat", "x", hidden=True))
    )

    assert [(item.id, item.title, item.reworded) for item in hidden([MASK, RIDE], own_list)] == [
        ("eye_mask", "The blue mask", True)
    ]


def test_the_original_list_keeps_own_items() -> None:
    """What the patient added is no change of what the program brought."""
    own_list = OwnList(
        items=(own("eye_mask", "The blue mask"), own("cat", "Feed the cat")), order=("cat",)
    )

    assert originally([MASK, RIDE], own_list) == OwnList(items=(own("cat", "Feed the cat"),))


def test_an_own_list_finds_replaces_and_removes() -> None:
    """Every change is a new list; the old one is what undo needs."""
    first = OwnList().with_item(own("cat", "Feed the cat")).with_item(own("dog", "Walk the dog"))

    changed = first.with_item(own("cat", "Feed both cats"))

    assert [item.title for item in changed.items] == ["Feed both cats", "Walk the dog"]
    assert changed.without_item("cat").find("cat") is None
    assert first.find("cat") == own("cat", "Feed the cat")


def test_a_tick_keeps_its_moment_and_its_words() -> None:
    """The file can be read by itself."""
    tick = Tick(item="eye_mask", title="Eye mask packed", ticked_at=NOW)

    ticked = infusion().marked("eye_mask", tick)

    assert ticked.ticks == (tick,)
    assert ticked.tick("eye_mask") is tick
    assert ticked.tick("ride_home") is None


def test_done_left_out_and_reopened_exclude_each_other() -> None:
    """One item has one state."""
    done = infusion().marked(MASK.id, Tick(item=MASK.id, title="", ticked_at=NOW))
    left_out = done.marked(MASK.id, Tick(item=MASK.id, title="", not_for_me_at=NOW))

    (row,) = lines([MASK], left_out.ticks)
    (reopened,) = lines([MASK], left_out.marked(MASK.id, None).ticks)

    assert (row.is_done, row.is_open, row.not_for_me_at) == (False, False, NOW)
    assert reopened.is_open


def test_what_is_open_is_found_by_stage() -> None:
    """Ticked items are not in the way."""
    rows = lines([RIDE, MASK], [Tick(item=RIDE.id, title="", ticked_at=NOW)])

    assert open_in(rows, Stage.WEEK_BEFORE) == ()
    assert [row.item.id for row in open_in(rows, Stage.DAY_BEFORE)] == ["eye_mask"]
    assert rows[0].is_done
