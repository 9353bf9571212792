"""The screen that tests of real windows stand on."""

from tests.support.screen import private_screen
from tests.support.session import xdotool


def test_a_screen_stays_as_it_is_when_its_last_client_leaves() -> None:
    """Xvfb would start afresh otherwise, with the pointer in the middle."""
    with private_screen(manager=False) as environment:
        xdotool(environment, "mousemove", "11", "22")
        found = [xdotool(environment, "getmouselocation") for _ in range(3)]

    assert [place.split()[:2] for place in found] == [["x:11", "y:22"]] * 3
