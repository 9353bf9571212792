"""Items of the clinic on the checklist: its own, and those it put in its words."""

from pathlib import Path

import pytest

from app.ui.route import Route
from tests.support import packs
from tests.support.seat import Seat

CHECKLIST = {
    "add": [{"id": "scarf", "title": "Bring a scarf", "stage": "morning", "why": "It is cool."}],
    "reword": [{"id": "eye_mask", "title": "Our eye mask, or yours"}],
}


@pytest.fixture
def prepare(seat: Seat, tmp_path: Path) -> Seat:
    """Return a seat before the checklist of an infusion in three days, with a clinic's pack."""
    seat.desktop.program.clinic.open(packs.write(tmp_path / "out", checklist=CHECKLIST))
    seat.plan()
    seat.go("prepare")
    return seat


def test_items_of_the_clinic_say_whose_they_are(prepare: Seat) -> None:
    """Those it added and those in its words, and no others."""
    lines = prepare.page_words.splitlines()

    assert lines[lines.index("Bring a scarf") + 1] == "It is cool. From Riverside Clinic."
    after = lines[lines.index("Our eye mask, or yours") + 1]
    assert after.endswith("From Riverside Clinic.")
    assert sum("From Riverside Clinic." in line for line in lines) == 2
    box = prepare.find("tick:clinic_scarf")
    assert box.accessibleDescription() == "It is cool. From Riverside Clinic."


def test_they_are_worked_on_as_any_other(prepare: Seat) -> None:
    """Ticked, and put in the patient's own words, which are nobody else's."""
    checklist = prepare.desktop.program.checklist
    item = next(one for one in checklist.items() if one.id == "clinic_scarf")

    prepare.click("tick:clinic_scarf")
    assert "item: clinic_scarf" in prepare.files()
    prepare.click("undo")
    checklist.reword(item, "My red scarf", item.stage, "It is cool.")
    prepare.settle()

    lines = prepare.page_words.splitlines()
    assert lines[lines.index("My red scarf") + 1] == "It is cool."


def test_today_says_whose_an_open_item_is(prepare: Seat) -> None:
    """The same words as in Prepare."""
    program = prepare.desktop.program
    plan = program.infusions.coming()
    assert plan is not None
    for item in program.checklist.items():
        if item.id != "clinic_scarf":
            program.checklist.tick(prepare.stored(plan), item)

    prepare.desktop.window.navigation.go(Route("today"))
    prepare.settle()

    assert "It is cool. From Riverside Clinic." in prepare.page_words
