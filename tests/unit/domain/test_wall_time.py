"""Times of day as people type them."""

import pytest

from app.domain.wall_time import parse


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("13:30", "13:30"),
        (" 9:05 ", "09:05"),
        ("13.30", "13:30"),
        ("13h30", "13:30"),
        ("1330", "13:30"),
        ("1:30 PM", "13:30"),
        ("1:30pm", "13:30"),
        ("1 p.m.", "13:00"),
        ("12 am", "00:00"),
        ("12:15 PM", "12:15"),
        ("00:00", "00:00"),
    ],
)
def test_the_usual_ways_to_write_a_time_are_understood(typed: str, meant: str) -> None:
    """Nobody has to learn a format."""
    assert parse(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "soon", "1", "25:00", "13:60", "2460", "13:30 pm", "0 am", "1:3", "after lunch"]
)
def test_what_is_not_clear_is_not_guessed(typed: str) -> None:
    """A guess about a time can make somebody late."""
    assert parse(typed) is None
