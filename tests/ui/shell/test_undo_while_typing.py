"""A way back that is taken in the middle of a sentence costs no word of it."""

from PySide6.QtTest import QTest

from tests.support.seat import Seat


def type_into(seat: Seat, name: str, text: str) -> None:
    """Type into the field *name*, and leave the window before it pauses."""
    field = seat.find(name)
    field.setFocus()
    QTest.keyClicks(field, text)


def test_words_typed_into_a_plan_come_back_with_it(seat: Seat) -> None:
    """Undoing "Plan kept." takes the plan; undoing that brings it, and the ride just typed."""
    seat.go("plan", "new")
    seat.click("plan:keep")
    seat.go("prepare")
    seat.click("details:ride_home")
    type_into(seat, "ride:who", "Sam")

    seat.click("undo")
    gone = seat.desktop.program.infusions.coming()
    seat.click("undo")

    assert gone is None
    back = seat.desktop.program.infusions.coming()
    assert back is not None
    assert back.ride is not None
    assert back.ride.who == "Sam"


def test_a_ride_typed_for_a_plan_that_others_remove_keeps_it(seat: Seat) -> None:
    """An edit outlives a deletion, as it does when files are put together."""
    plan = seat.plan()
    seat.write_out()
    seat.go("prepare")
    seat.click("details:ride_home")
    type_into(seat, "ride:who", "Sam")
    seat.desktop.program.infusions._repository.delete(plan.id)

    seat.go("today")
    seat.write_out()

    assert "who: Sam" in (seat.paths.data / "infusions" / f"{plan.id}.yaml").read_text("utf-8")
