"""To be asked tomorrow, or to skip: real answers to a check-in, each with its way back."""

from datetime import date

import pytest

from app.domain.check_in import CheckIn
from app.domain.infusion import Infusion, Outcome
from tests.support.seat import Seat

TOMORROW = date(2026, 11, 25)


def kept(seat: Seat) -> list[CheckIn]:
    """Return the check-ins of the first day."""
    return list(seat.desktop.program.journal.day(date(2026, 11, 24)).check_ins)


def only(seat: Seat) -> CheckIn:
    """Return the one check-in of the first day."""
    (check_in,) = kept(seat)
    return check_in


def row(seat: Seat) -> str:
    """Return what the journal says of the one check-in."""
    seat.go("journal")
    return seat.find(f"entry:{only(seat).id}").accessibleName()


@pytest.fixture
def infusion(seat: Seat) -> Infusion:
    """Return an infusion of today that went ahead."""
    return seat.answered(0, Outcome.WENT_AHEAD)


@pytest.fixture
def page(seat: Seat, infusion: Infusion) -> Seat:
    """Return a seat before the check-in that is due straight after the infusion."""
    seat.go("check_in", f"new:straight_after:{infusion.id}")
    return seat


def test_ask_me_tomorrow_is_an_answer(page: Seat) -> None:
    """It is kept with its day, says so in the journal, and leads back to where it was asked."""
    page.click("check_in:tomorrow")

    assert page.here == "today"
    assert only(page).ask_again_on == TOMORROW
    assert "ask_again_on: '2026-11-25'" in page.files()
    assert "Put off until Wednesday 25 November" in row(page)


def test_in_the_night_tomorrow_is_the_coming_day(seat: Seat) -> None:
    """At one in the morning somebody who says so means after sleeping."""
    infusion = seat.answered(0, Outcome.WENT_AHEAD)
    seat.clock.advance(hours=16)
    seat.go("check_in", f"new:straight_after:{infusion.id}")

    seat.click("check_in:tomorrow")

    (check_in,) = seat.desktop.program.journal.day(TOMORROW).check_ins
    assert check_in.ask_again_on == TOMORROW


def test_skip_is_an_answer(page: Seat) -> None:
    """Nothing is asked any more, and nothing else is said."""
    page.click("check_in:skip")

    assert page.here == "today"
    assert only(page).skipped
    assert not only(page).says_something
    assert "Skipped" in row(page)


@pytest.mark.parametrize("link", ["check_in:tomorrow", "check_in:skip"])
def test_either_is_taken_back_as_if_nothing_was_said(page: Seat, link: str) -> None:
    """What was made by it goes with it: the check-in is due again."""
    page.click(link)
    page.click("undo")

    assert kept(page) == []
    assert page.desktop.program.journal.days() == []


def test_what_was_said_stays_when_it_is_taken_back(page: Seat) -> None:
    """A few taps and then "Ask me tomorrow" keep the taps, and so does the way back."""
    page.click("effect:nausea")
    assert not page.shows("check_in:skip")

    page.click("check_in:tomorrow")
    assert only(page).effect("nausea") is not None
    page.click("undo")

    assert only(page).effect("nausea") is not None
    assert only(page).ask_again_on is None


def test_skip_after_ask_me_tomorrow_leads_back_to_it(page: Seat) -> None:
    """And the other way round."""
    page.click("check_in:tomorrow")
    page.go("check_in", f"open:2026-11-24:{only(page).id}")
    assert not page.shows("check_in:tomorrow")
    assert "You wanted to be asked again on Wednesday 25 November." in page.page_words

    page.click("check_in:skip")
    assert (only(page).skipped, only(page).ask_again_on) == (True, None)
    page.click("undo")
    assert (only(page).skipped, only(page).ask_again_on) == (False, TOMORROW)
    page.go("check_in", f"open:2026-11-24:{only(page).id}")
    page.click("check_in:skip")
    page.go("check_in", f"open:2026-11-24:{only(page).id}")
    page.click("check_in:tomorrow")
    page.click("undo")

    assert (only(page).skipped, only(page).ask_again_on) == (True, None)


def test_done_asks_for_it_no_more(page: Seat) -> None:
    """It was opened and finished: that is an answer, whatever was tapped."""
    page.click("check_in:tomorrow")
    page.clock.advance(days=1)
    page.go("check_in", f"open:2026-11-24:{only(page).id}")
    page.click("effect:nausea")
    assert only(page).ask_again_on == TOMORROW

    page.click("check_in:done")
    page.write_out()

    assert only(page).ask_again_on is None
    days = page.paths.data.glob("journal/*/*.yaml")
    assert "ask_again_on" not in "".join(day.read_text("utf-8") for day in days)


def test_once_more_tomorrow_is_an_answer_too(page: Seat) -> None:
    """The next day it can be put off again."""
    page.click("check_in:tomorrow")
    page.clock.advance(days=1)
    page.go("check_in", f"open:2026-11-24:{only(page).id}")

    page.click("check_in:tomorrow")

    assert only(page).ask_again_on == date(2026, 11, 26)


@pytest.mark.parametrize("way", ["tap", "words"])
def test_a_skipped_check_in_that_is_filled_in_is_not_skipped(page: Seat, way: str) -> None:
    """What is said counts."""
    page.click("check_in:skip")
    page.go("check_in", f"open:2026-11-24:{only(page).id}")
    assert "You skipped this one." in page.page_words

    if way == "tap":
        page.click("rating:mood:5")
        assert "You skipped this one." not in page.page_words
    else:
        page.find("check_in:words").setFocus()
        page.type("Tired.")
        page.wait_for("the pause", lambda: bool(only(page).words))

    assert not only(page).skipped
    assert "skipped" not in page.files()


def test_nobody_asked_for_a_check_in_at_any_time(seat: Seat, infusion: Infusion) -> None:
    """So there is nothing to put off; nor in one that belongs to no infusion."""
    for argument in ("new", f"new:any_time:{infusion.id}", "new:day_3:"):
        seat.go("check_in", argument)

        assert not seat.shows("check_in:tomorrow")
        assert not seat.shows("check_in:skip")


def test_what_was_filled_in_on_an_earlier_day_is_not_put_off_any_more(page: Seat) -> None:
    """On its own day it can be, and the next day too if it was put off."""
    page.click("effect:nausea")
    assert page.shows("check_in:tomorrow")
    page.clock.advance(days=1)

    page.go("check_in", f"open:2026-11-24:{only(page).id}")

    assert not page.shows("check_in:tomorrow")


def test_words_being_typed_are_kept_before_anything_is_taken_back(page: Seat) -> None:
    """Undo waits for nothing, and so do they."""
    page.click("check_in:tomorrow")
    page.go("check_in", f"open:2026-11-24:{only(page).id}")
    page.write("check_in:words", "Tired.")

    page.click("undo")

    assert (only(page).words, only(page).ask_again_on) == ("Tired.", None)
