"""Every page over the real accessibility bus: what a screen reader is told."""

import pytest

from tests.a11y.conftest import Seat
from tests.support.atspi import Thing
from tests.support.atspi_lint import PLACES, faults, page_of
from tests.support.session import until


def next_page(seat: Seat, control: Thing) -> list[Thing]:
    """Press *control* and return what shows when another page has come."""
    before = page_of(seat.eyes.look())
    seat.eyes.press(control)
    until(lambda: page_of(seat.eyes.look()) not in (before, None), "another page")
    return seat.eyes.look()


def pressable(seat: Seat, name: str) -> Thing:
    """Return the first button or row whose name has *name* in it, as soon as it shows."""

    def found() -> Thing | None:
        buttons = (one for one in seat.eyes.look() if one.role == "push button")
        return next((one for one in buttons if name in one.name), None)

    return until(found, f"a button {name!r}")


def test_every_page_tells_names_roles_and_headings(seat: Seat) -> None:
    """All controls of all pages of the sidebar, reached by pressing its page tabs."""
    wrong, counts = {}, {}
    for place in PLACES:
        seat.eyes.go_to(place)
        things = seat.eyes.look()
        counts[place] = sum(thing.takes_focus for thing in things)
        wrong[place] = faults(things)

    print(f"controls: {counts}")
    assert {place: found for place, found in wrong.items() if found} == {}
    assert all(count > len(PLACES) for count in counts.values())


@pytest.mark.parametrize(
    ("place", "way"),
    [
        ("Today", "Plans changed"),
        ("Prepare", "Add an item"),
        ("Journal", "New check-in"),
        ("Calm", "Start 5 minutes"),
        ("Calm", "Read a script"),
    ],
)
def test_every_page_behind_a_page_does_too(seat: Seat, place: str, way: str) -> None:
    """The plan, an item, a check-in, the running timer and the scripts."""
    seat.eyes.go_to(place)

    things = next_page(seat, seat.eyes.wait_for("push button", way))

    assert faults(things) == []


@pytest.mark.parametrize(
    "ways",
    [
        ("Questionnaires", "Begin PHQ-9"),
        ("Write a reflection",),
        ("By infusion", "Infusion 1", "Page for my clinic"),
        ("New check-in", "One question at a time"),
        ("Check-in straight after", "Earlier version"),
    ],
    ids=["questionnaire", "reflection", "story", "foggy", "versions"],
)
def test_every_page_behind_the_journal_does_too(seat: Seat, ways: tuple[str, ...]) -> None:
    """Each page on the way, from the journal on."""
    seat.eyes.go_to("Journal")
    wrong = {}
    for way in ways:
        things = next_page(seat, pressable(seat, way))
        wrong[page_of(things)] = faults(things)

    assert {page: found for page, found in wrong.items() if found} == {}
    assert len(wrong) == len(ways)


def test_what_is_found_in_the_journal_is_told(seat: Seat) -> None:
    """The list has a name, and each row says when, what, and its words."""
    seat.eyes.go_to("Journal")
    seat.eyes.focus_on(seat.eyes.wait_for("text", "Search all years"))
    seat.press(*"music")
    seat.eyes.wait_for("label", "2 entries found")

    things = seat.eyes.look()

    rows = [thing.name for thing in things if thing.role == "table cell"]
    assert len(rows) == 2
    assert all("dizzy: mild" in row and "The music carried me" in row for row in rows)
    assert faults(things) == []


def test_each_step_of_a_script_is_told_with_the_button_that_leads_on(seat: Seat) -> None:
    """The keyboard stays on it, and what it is described by changes with the step."""
    seat.eyes.go_to("Calm")
    next_page(seat, seat.eyes.wait_for("push button", "Read a script"))
    row = next(thing for thing in seat.eyes.look() if thing.name.startswith("Five senses"))

    things = next_page(seat, row)
    assert faults(things) == []
    button = seat.eyes.wait_for("push button", "Next")
    assert "focused" in button.states
    assert button.description == "Look around you. Name five things you can see."
    seat.press("space")

    def is_next_step_told() -> bool:
        told = seat.eyes.find("push button", "Next")
        return (
            told is not None
            and "focused" in told.states
            and told.description.startswith("Name four things you can feel")
        )

    until(is_next_step_told, "the second step")


def test_the_first_screen_does_too(first_seat: Seat) -> None:
    """A new folder begins with the welcome, the sidebar beside it."""
    things = first_seat.eyes.look()

    assert page_of(things) == "Welcome to Soft Landing"
    assert faults(things) == []


def test_help_now_is_one_key_away(seat: Seat) -> None:
    """F1 on any page; the page is told and the numbers can be reached."""
    for place in ("Today", "Settings"):
        seat.eyes.go_to(place)
        tab = seat.eyes.wait_for("page tab", "Help now")
        assert (tab.description, "selected" in tab.states) == ("F1", False)

        seat.press("F1")

        seat.eyes.wait_until(tab, "selected")
        number = seat.eyes.wait_for("label", "Emergency number: 911")
        assert number.takes_focus


def test_what_is_ticked_and_chosen_is_told(seat: Seat) -> None:
    """A check box, a radio button and a fold say their state as it changes."""
    seat.eyes.go_to("Prepare")
    box = seat.eyes.wait_for("check box", "A list of my medicines")
    assert "checked" not in box.states
    fold = next(t for t in seat.eyes.look() if t.name.startswith("Done ("))

    seat.eyes.press(fold)
    seat.eyes.wait_until(fold, "expanded")
    seat.eyes.press(box)
    until(lambda: seat.eyes.find("push button", "Done (3)"), "the third tick")

    seat.eyes.go_to("Calm")
    ten = seat.eyes.wait_for("radio button", "10 minutes, Breathing")
    seat.eyes.press(ten)
    seat.eyes.wait_until(ten, "checked")
    seat.eyes.wait_for("push button", "Start 10 minutes")
