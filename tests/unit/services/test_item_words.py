"""Whose words an item of the checklist is in is said beside them."""

import pytest
from msgspec.structs import replace

from app.domain.checklist import Item, Stage
from app.services.item_words import item_why

ITEM = Item(id="clinic_scarf", title="Bring a scarf", stage=Stage.MORNING)


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("", "From Riverside Clinic."),
        ("The room is cool.", "The room is cool. From Riverside Clinic."),
        ("The room is cool", "The room is cool · From Riverside Clinic."),
        ("Cold? ", "Cold? From Riverside Clinic."),
        ("No food. From Riverside Clinic.", "No food. From Riverside Clinic."),
    ],
)
def test_a_clinic_is_named_once(why: str, said: str) -> None:
    """After what it says, however that ends."""
    item = replace(ITEM, why=why, clinic="Riverside Clinic")

    assert item_why(item) == said


def test_nobody_else_is_named() -> None:
    """An item of the program, and one that the patient put in their own words."""
    general = replace(ITEM, why="The room is cool.")
    own = replace(general, clinic="Riverside Clinic", reworded=True)

    assert item_why(general) == item_why(own) == "The room is cool."
