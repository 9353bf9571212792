"""Devices have decent names, whatever the system calls them."""

import pytest

from app.ui.calm.output_names import LONGEST_NAME, output_names
from app.ui.sound.wire import Output


def names(*called: tuple[str, str]) -> list[str]:
    """Return what devices are called of which the ids and names are these."""
    return list(output_names(Output(id=one, name=name) for one, name in called).values())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Headphones", "Headphones"),
        ("  Built-in \t Audio\n", "Built-in Audio"),
        ("", "the id"),
        (" \x00\u202e ", "the id"),
        ("Left\u202eright\x07", "Left right"),
        ("<b>Bold</b> & 100 %", "<b>Bold</b> & 100 %"),
        ("مكبر الصوت", "مكبر الصوت"),
        ("a" * 99 + "b" * 99, "a" * 39 + "…" + "b" * (LONGEST_NAME - 40)),
    ],
)
def test_a_name_is_one_line_or_else_the_id(name: str, shown: str) -> None:
    """Without what cannot be seen, and not longer than a line."""
    assert names(("the id", name)) == [shown]


def test_those_called_the_same_are_told_apart() -> None:
    """By numbers that go by their ids, and never make a name that is there already."""
    assert names(("c", "USB"), ("a", "USB"), ("b", "USB (1)"), ("d", "HDMI")) == [
        "USB (3)",
        "USB (2)",
        "USB (1)",
        "HDMI",
    ]
    assert len(set(names(*((str(number), "x" * 100) for number in range(12))))) == 12


def test_what_cannot_be_chosen_has_no_name() -> None:
    """The empty id stands for the usual one; of one id there is one device."""
    assert names(("", "Ghost"), ("a", "A"), ("a", "A again")) == ["A again"]
    assert names(("\x07", "")) == ["\x07"]
