"""The dark, locked screen in a real window, with keys that a real screen repeats."""

import pytest

from tests.a11y.conftest import Seat


@pytest.mark.timeout(120)
def test_escape_that_is_held_leaves_and_a_short_one_does_not(seat: Seat) -> None:
    """Three times over: a repetition can be told from letting go now and then only."""
    seat.eyes.go_to("Calm")
    seat.eyes.press(seat.eyes.wait_for("push button", "Start 5 minutes"))
    for _time in range(3):
        seat.eyes.press(seat.eyes.wait_for("push button", "Close my eyes"))
        seat.eyes.wait_for("push button", "I need someone")
        seat.hold("Escape", 1.2)
        assert seat.eyes.find("push button", "I need someone") is not None

        seat.hold("Escape", 2.6)

        seat.eyes.wait_for("push button", "Pause")
