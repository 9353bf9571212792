"""Pages that follow what changes go on following it after a look at Help now."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.domain.check_in import TimePoint
from app.domain.infusion import Outcome
from tests.support.seat import Seat
from tests.ui.questionnaire.answering import filled

Change = Callable[[Seat, int], str]


def check_in(seat: Seat, number: int) -> str:
    """Keep a check-in of the newest infusion; return the name of its row."""
    journal = seat.desktop.program.journal
    (infusion,) = seat.desktop.program.infusions.newest(1)
    point = (TimePoint.STRAIGHT_AFTER, TimePoint.TWO_HOURS)[number]
    return f"entry:{journal.keep(journal.draft(point, infusion.id).saying('Here')).id}"


def questionnaire(seat: Seat, number: int) -> str:
    """Keep a questionnaire; return the name of its row."""
    return f"entry:{filled(seat, 1, days_ago=(20, 10)[number]).id}"


def plan(seat: Seat, number: int) -> str:
    """Plan another infusion; return the name of its row."""
    return f"infusion:{seat.plan(7 + number).id}"


@pytest.mark.parametrize(
    ("page", "change"),
    [
        ("journal", check_in),
        ("infusion_story", check_in),
        ("by_infusion", plan),
        ("questionnaires", questionnaire),
    ],
)
def test_a_page_shows_what_came_while_help_was_looked_at_and_after(
    seat: Seat, page: str, change: Change
) -> None:
    """A reminder, an editor or another computer changes things at any time."""
    infusion = seat.answered(0, Outcome.WENT_AHEAD)
    seat.go(page, infusion.id if page == "infusion_story" else "")
    seat.press(Qt.Key.Key_F1)
    assert seat.here == "help"

    meanwhile = change(seat, 0)
    seat.press(Qt.Key.Key_Escape)
    assert seat.here == page
    assert seat.shows(meanwhile)
    after = change(seat, 1)
    seat.settle()

    assert seat.shows(after)


def test_today_goes_on_with_the_time_after_help(seat: Seat) -> None:
    """What became of the infusion is asked when it is over, not as of the moment before Help."""
    seat.plan(0, "09:30")
    seat.go("today")
    assert not seat.shows("outcome:went_ahead")
    seat.press(Qt.Key.Key_F1)
    seat.clock.advance(hours=5)

    seat.press(Qt.Key.Key_Escape)

    assert seat.here == "today"
    assert seat.shows("outcome:went_ahead")


def test_looking_back_further_lasts_through_help(seat: Seat) -> None:
    """And the keyboard stays on the row where it was."""
    old = filled(seat, 1, days_ago=100)
    seat.go("questionnaires")
    seat.click("questionnaires:older")
    seat.find(f"entry:{old.id}").setFocus()

    seat.press(Qt.Key.Key_F1)
    seat.press(Qt.Key.Key_Escape)

    assert seat.focus == f"entry:{old.id}"
