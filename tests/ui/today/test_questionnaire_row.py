"""A questionnaire on Today: looked for once the window has painted."""

from pytestqt.qtbot import QtBot

from app.domain.preferences import Profile, Purpose
from tests.support.seat import Seat


def test_a_questionnaire_is_a_row_that_comes_after_the_first_look(seat: Seat, qtbot: QtBot) -> None:
    """It leads to its first question, and goes when the patient comes for pain."""
    seat.plan(3)
    seat.go("today")
    assert not seat.shows("today:questionnaire")

    qtbot.waitUntil(seat.sees("today:questionnaire"))
    seat.click("today:questionnaire")
    assert seat.here == "questionnaire"
    seat.go("today")
    assert seat.shows("today:questionnaire")
    seat.desktop.program.preferences.keep_profile(Profile(purpose=Purpose.PAIN))
    seat.settle()

    assert not seat.shows("today:questionnaire")
