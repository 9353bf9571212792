"""The ways to foggy mode: the same check-in is gone on with, and nobody is pushed into it."""

from tests.support.foggy import Drowsy
from tests.support.seat import Seat


def test_the_check_in_page_leads_here_with_the_same_check_in(drowsy: Drowsy) -> None:
    """An empty one takes time point and infusion along; a begun one goes on, with its words."""
    drowsy.go("check_in", f"new:two_hours:{drowsy.infusion.id}")
    drowsy.click("check_in:foggy")
    drowsy.tap("no", "no")
    (first,) = drowsy.check_ins()
    assert (first["time_point"], first["infusion"]) == ("two_hours", drowsy.infusion.id)
    drowsy.go("check_in", f"open:2026-11-24:{first['id']}")
    drowsy.click("effect:else")
    drowsy.write("effect:own", "Itchy nose")
    drowsy.click("check_in:foggy")

    drowsy.tap("no", "yes", "tell_more", "more", "more")
    assert drowsy.is_checked("foggy:effect:Itchy nose")
    drowsy.tap("go_on")
    assert drowsy.question == "Itchy nose"
    drowsy.tap("mild")

    assert drowsy.answers == {
        "bothering": "yes",
        "effects": [{"effect": "Itchy nose", "severity": "mild"}],
    }


def test_words_typed_just_now_are_in_the_same_check_in(drowsy: Drowsy) -> None:
    """They are kept before the page is left, and the answers come beside them."""
    drowsy.go("check_in", f"new:straight_after:{drowsy.infusion.id}")
    drowsy.find("check_in:words").setFocus()
    drowsy.type("Tired.")
    drowsy.click("check_in:foggy")

    drowsy.tap("no", "no")

    assert drowsy.answers == {"bothering": "no", "words": "Tired."}


def test_today_offers_it_to_whoever_rests(drowsy: Drowsy) -> None:
    """A second, quiet way beside the check-in that is due, to the same check-in."""
    drowsy.go("today")
    drowsy.click("today:second")
    drowsy.tap("no", "no", "done")

    (check_in,) = drowsy.check_ins()
    assert (check_in["time_point"], check_in["infusion"]) == ("straight_after", drowsy.infusion.id)
    assert drowsy.here == "today"
    assert not drowsy.shows("today:second")


def test_today_offers_it_to_nobody_else(seat: Seat) -> None:
    """On other days there are five calm minutes in that place."""
    seat.plan(3)
    seat.go("today")

    assert "One question at a time" not in seat.words
    assert "5 calm minutes" in seat.words
