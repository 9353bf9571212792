"""The focus, read back as it goes: Tab comes to everything, stays nowhere, and returns."""

import pytest

from tests.a11y.conftest import Seat
from tests.support.atspi import Thing
from tests.support.atspi_lint import PLACES, group_of

FARTHEST = 150
"""More presses of Tab than any page has controls."""
PATIENCE_SECONDS = 10.0
LAST_ROW = "PHQ-9 is open, 9 questions about the last 2 weeks. Fill it in, or leave it."
"""What Today finds only after it has painted."""
ROVING = {"page tab", "radio button"}
"""Tab stops at one of these in a group; the arrow keys go on."""


def press_and_hear(seat: Seat, key: str) -> Thing:
    """Press *key* and return what a screen reader says then."""
    seat.eyes.forget()
    seat.press(key)
    heard = seat.eyes.heard(PATIENCE_SECONDS)
    assert heard is not None, f"{key} led nowhere"
    return heard


def walk(seat: Seat, key: str = "Tab") -> list[Thing]:
    """Press *key* until the focus is where it began, and return where it was."""
    first = press_and_hear(seat, key)
    stops = [first]
    while (here := press_and_hear(seat, key)).key != first.key:
        assert here.key != stops[-1].key, f"{here} is a trap"
        assert len(stops) < FARTHEST, "Tab never came back"
        stops.append(here)
    return stops


@pytest.mark.parametrize(
    ("place", "way"),
    [("Today", ""), ("Prepare", ""), ("Help now", ""), ("Journal", "New check-in")],
)
def test_tab_comes_to_every_control_and_returns(seat: Seat, place: str, way: str) -> None:
    """Each stop has a name; of a group of radio buttons or page tabs there is one."""
    seat.eyes.go_to(place)
    if way:
        seat.eyes.press(seat.eyes.wait_for("push button", way))
        seat.eyes.wait_for("text", "In your own words")
    if place == "Today":
        seat.eyes.wait_for("push button", LAST_ROW)

    stops = walk(seat)

    print(f"{place}: {len(stops)} stops")
    things = seat.eyes.look()
    reached = {stop.key for stop in stops}
    groups = {_group(thing, things) for thing in things if thing.key in reached}
    missed = [
        str(thing)
        for thing in things
        if thing.takes_focus
        and thing.key not in reached
        and not (thing.role in ROVING and _group(thing, things) in groups)
    ]
    assert missed == []
    assert [stop.key for stop in stops if not stop.said] == []
    assert sum(stop.role == "page tab" for stop in stops) == 1


def test_back_tab_takes_the_same_way_back(seat: Seat) -> None:
    """Shift and Tab on Today."""
    seat.eyes.wait_for("push button", LAST_ROW)
    there = [stop.key for stop in walk(seat)]

    back = [stop.key for stop in walk(seat, "shift+Tab")]

    turn = back.index(there[0])
    assert [*back[turn:], *back[:turn]] == [there[0], *reversed(there[1:])]


def test_the_arrow_keys_walk_the_pages(seat: Seat) -> None:
    """From the page tab that Tab comes to, down to the last."""
    stops = walk(seat)
    tab = next(stop for stop in stops if stop.role == "page tab" and stop.name == PLACES[0])
    seat.eyes.focus_on(tab)

    heard = [press_and_hear(seat, "Down").name for _ in PLACES[1:]]

    assert tuple(heard) == PLACES[1:]


def _group(thing: Thing, things: list[Thing]) -> str:
    """Return what stands for the group of *thing*: the sidebar, or the group around it."""
    if thing.role == "page tab":
        return "page tab"
    group = group_of(thing, things)
    return f"{thing.role} {group.key if group is not None else 0}"
