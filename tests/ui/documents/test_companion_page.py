"""The companion view: the card alone, to be handed over with the computer."""

from PySide6.QtCore import Qt

from app.domain.preferences import ClinicPhones, Profile
from tests.support import lint, papers
from tests.support.keyboard import Keyboard
from tests.support.seat import Seat


def plan(seat: Seat) -> None:
    """Plan Anna's infusion for today, with a ride and an intention, and go to Today."""
    program = seat.desktop.program
    clinic = ClinicPhones(name="Riverside Clinic", day="555-0142", out_of_hours="555-0199")
    program.preferences.keep_profile(Profile(name="Anna", country="US", clinic=clinic))
    program.infusions.keep_new(papers.infusion(date=seat.clock.now().date()))
    seat.go("today")


def test_the_view_shows_the_card_and_no_way_to_the_journal(seat: Seat) -> None:
    """Pick-up, phones, what is usual, when to call; no sidebar, no intention, no scores."""
    plan(seat)

    Keyboard(seat.desktop.window).use("today:companion")

    assert seat.here == "companion"
    for text in ("Pick-up", "555-0142", "911", "What is usual", "When to call", "Seizure"):
        assert text.lower() in seat.words.lower()
    assert papers.INTENTION not in seat.words
    assert not seat.desktop.window.sidebar.isVisible()
    assert "Journal" not in seat.words.splitlines()
    assert not lint.clipped(seat.desktop.window)


def test_the_way_back_leads_to_where_it_was_opened(seat: Seat) -> None:
    """To Today, or to the card that can be printed."""
    plan(seat)
    keys = Keyboard(seat.desktop.window)

    keys.use("today:companion")
    keys.use("companion:back")
    first = seat.here
    seat.go("paper", "companion")
    keys.use("paper:companion")
    keys.use("companion:back")

    assert (first, seat.here) == ("today", "paper")
    assert "Companion card" in seat.words
    assert seat.desktop.window.sidebar.isVisible()


def test_only_the_companion_card_can_be_shown_alone(seat: Seat) -> None:
    """The other pages are the patient's own."""
    plan(seat)

    seat.go("paper", "plan")

    assert not seat.shows("paper:companion")


def test_the_link_goes_to_when_to_call_and_the_keys_read_on(seat: Seat) -> None:
    """It is at the end of the card, and everything can be read without a mouse."""
    plan(seat)
    seat.go("companion", "today")
    bar = seat.desktop.window.navigation.page
    assert bar is not None

    Keyboard(seat.desktop.window).use("companion:when_to_call")
    seat.settle()
    down = bar.area.verticalScrollBar().value()
    Keyboard(seat.desktop.window).press(Qt.Key.Key_Home)

    assert down > 0
    assert bar.area.verticalScrollBar().value() == 0


def test_a_phone_that_is_put_in_meanwhile_is_there(seat: Seat) -> None:
    """The view is made from what is stored."""
    plan(seat)
    seat.go("companion", "today")

    seat.desktop.program.preferences.keep_profile(Profile(clinic=ClinicPhones(day="555-7777")))
    seat.settle()

    assert "555-7777" in seat.words


def test_without_a_ride_there_is_nothing_to_hand_over(seat: Seat) -> None:
    """Today offers it on the day, to somebody who is named."""
    seat.plan(days=0)
    seat.go("today")

    assert not seat.shows("today:companion")
