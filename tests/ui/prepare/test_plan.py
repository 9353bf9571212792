"""A plan: new, changed, left half written, removed, and undone under the writer's hands."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QSpinBox

from app.domain.infusion import InfusionRoute, Outcome
from app.domain.wall_time import parse
from app.ui.dates import wall_time_name
from tests.support import lint
from tests.support.seat import Seat


def test_a_new_plan_follows_from_tomorrow_and_is_stored_when_kept(seat: Seat) -> None:
    """The date stands there already; one press keeps it, one takes it back."""
    seat.go("plan")
    assert seat.focus == "plan:date"
    assert "Keep this plan" in seat.words

    seat.click("plan:keep")

    assert seat.here == "prepare"
    assert "2026-11-25" in seat.files()
    seat.click("undo")
    assert "Kind: infusion" not in seat.files()


def test_a_plan_only_looked_at_is_not_stored(seat: Seat) -> None:
    """Leaving without a key pressed leaves nothing behind."""
    seat.go("plan")
    seat.go("today")

    assert "Kind: infusion" not in seat.files()


def test_a_plan_typed_and_left_is_kept(seat: Seat) -> None:
    """Every field reaches the file although nobody pressed "Keep"."""
    seat.go("plan")
    seat.write("plan:arrive", "1:30 pm")
    seat.write("plan:place", "Riverside Clinic")
    seat.write("plan:intention", "To rest")
    seat.write("plan:notes", "Bring the letter")
    seat.click("plan:route:other")
    _spin(seat, "plan:minutes").setValue(60)
    _spin(seat, "plan:number").setValue(8)
    date = seat.find("plan:date")
    assert isinstance(date, QDateEdit)
    date.setDate(QDate(2026, 12, 1))

    seat.press(Qt.Key.Key_F1)
    assert seat.here == "help"
    seat.go("today")

    plan = seat.desktop.program.infusions.coming()
    assert plan is not None
    assert (plan.date.isoformat(), plan.arrive, plan.place) == (
        "2026-12-01",
        "13:30",
        "Riverside Clinic",
    )
    assert (plan.intention, plan.notes, plan.minutes) == ("To rest", "Bring the letter", 60)
    assert (plan.route, plan.number, plan.total) == (InfusionRoute.OTHER, 8, 8)


def test_a_time_that_cannot_be_read_is_told_and_kept_in_the_notes(seat: Seat) -> None:
    """The words stay on screen with a hint, and go into the notes when the page is left."""
    seat.go("plan")
    seat.write("plan:arrive", "after lunch")
    seat.write("plan:place", "Clinic")
    assert "Write it like 1:30 PM or 13:30." in seat.words
    assert seat.line("plan:arrive") == "after lunch"

    seat.click("plan:keep")

    assert "Be there at: after lunch" in seat.files()


def test_the_hint_goes_when_the_time_is_put_right(seat: Seat) -> None:
    """An error does not outlive its reason."""
    seat.go("plan")
    seat.write("plan:arrive", "half one")
    seat.write("plan:place", "Clinic")

    seat.write("plan:arrive", "13:30")
    seat.click("plan:place")

    assert "Write it like" not in seat.words


def test_the_hints_are_themselves_understood() -> None:
    """What the two hints say to write is read, and so is what the program itself writes."""
    assert parse("1:30 PM") == parse("13:30") == parse(wall_time_name("13:30")) == "13:30"


def test_a_stored_plan_is_saved_as_it_is_typed(seat: Seat) -> None:
    """Ticks and the ride stay; the words are on the disk after a pause."""
    plan = seat.plan()
    seat.go("plan", plan.id)
    assert seat.line("plan:arrive").startswith("1:30")
    seat.write("plan:place", "Riverside")

    seat.wait_for("the pause", lambda: seat.stored(plan).place == "Riverside")

    assert "place: Riverside" in seat.files()
    seat.click("plan:keep")
    assert seat.here == "prepare"


def test_a_plan_can_be_removed_and_brought_back(seat: Seat) -> None:
    """Removing asks nothing, because it can be undone."""
    plan = seat.plan()
    seat.go("plan", plan.id)

    seat.click("plan:remove")
    assert seat.here == "today"
    assert "Kind: infusion" not in seat.files()
    seat.click("undo")

    assert seat.stored(plan).arrive == "13:30"


def test_typing_on_after_the_plan_was_undone_keeps_it_anew(seat: Seat) -> None:
    """Undo takes the plan away under an open page; what is typed then is not lost."""
    seat.go("plan")
    seat.click("plan:keep")
    seat.click("prepare:edit_plan")
    seat.click("undo")
    seat.write("plan:place", "Riverside")

    seat.go("today")

    assert "place: Riverside" in seat.files()


def test_closing_while_a_plan_is_written_keeps_it_once(seat: Seat) -> None:
    """The window closed in the middle of a word is no reason to lose it, or to have it twice."""
    seat.go("plan")
    seat.find("plan:place").setFocus()
    seat.type("Rivers")

    seat.reopen()

    assert seat.files().count("place: Rivers") == 1


def test_the_next_plan_takes_over_what_stays_the_same(seat: Seat) -> None:
    """Place and route follow; the number counts on."""
    seat.go("plan")
    seat.write("plan:place", "Riverside")
    seat.click("plan:route:other")
    seat.click("plan:keep")

    seat.go("plan")

    assert seat.line("plan:place") == "Riverside"
    assert seat.is_checked("plan:route:other")
    assert _spin(seat, "plan:number").value() == 2


@pytest.mark.parametrize("new", [True, False])
def test_every_control_has_a_name_and_room(seat: Seat, new: bool) -> None:
    """New or stored, at the usual size; help is one press away."""
    seat.go("plan", "" if new else seat.plan().id)

    assert lint.unnamed(seat.desktop.window) == []
    assert lint.clipped(seat.desktop.window) == []
    seat.click_text("When to call")
    assert seat.here == "help"


def test_a_plan_can_be_written_by_keyboard(seat: Seat) -> None:
    """Tab walks from the date on, and the wheel changes no number."""
    seat.go("plan")
    seat.press(Qt.Key.Key_Tab)
    for _ in range(3):
        if seat.focus == "plan:arrive":
            break
        seat.press(Qt.Key.Key_Tab)
    seat.type("9:15")
    seat.press(Qt.Key.Key_Tab)
    assert seat.focus == "plan:place"
    seat.type("Clinic")

    QTest.keyClick(seat.find("plan:keep"), Qt.Key.Key_Space)
    seat.settle()

    assert "place: Clinic" in seat.files()
    assert "arrive: '09:15'" in seat.files() or 'arrive: "09:15"' in seat.files()


def _spin(seat: Seat, name: str) -> QSpinBox:
    box = seat.find(name)
    assert isinstance(box, QSpinBox)
    return box


def all_plans(seat: Seat) -> list[tuple[str, int | None]]:
    """Return day and number of every infusion, the first one first."""
    plans = seat.desktop.program.infusions.recent()
    return sorted((one.date.isoformat(), one.number) for one in plans)


def test_six_are_planned_at_once(seat: Seat) -> None:
    """Each is a plan of its own; one undo takes all of them back."""
    seat.go("plan")
    assert not seat.shows("plan:apart:once_a_week")
    seat.write("plan:arrive", "13:30")
    _spin(seat, "plan:travel").setValue(35)
    _spin(seat, "plan:count").setValue(6)
    seat.click("plan:apart:twice_a_week")
    assert "The last is on Saturday 12 December." in seat.words

    seat.click("plan:keep")

    assert all_plans(seat) == [
        ("2026-11-25", 1),
        ("2026-11-28", 2),
        ("2026-12-02", 3),
        ("2026-12-05", 4),
        ("2026-12-09", 5),
        ("2026-12-12", 6),
    ]
    assert seat.files().count("travel_minutes: 35") == 6
    assert "6 plans kept." in seat.words
    seat.click("undo")
    assert all_plans(seat) == []


def test_how_far_apart_is_asked_and_never_guessed(seat: Seat) -> None:
    """The page stays, and says what is missing; leaving keeps the one day that is known."""
    seat.go("plan")
    _spin(seat, "plan:count").setValue(3)
    seat.click("plan:keep")

    assert seat.here == "plan"
    assert "Choose how far apart they are." in seat.words
    assert not lint.clipped(seat.desktop.window)
    seat.go("today")
    assert all_plans(seat) == [("2026-11-25", 1)]


def test_one_that_is_cancelled_takes_no_number(seat: Seat) -> None:
    """The others move up; taking it back moves them down again."""
    seat.go("plan")
    _spin(seat, "plan:count").setValue(3)
    seat.click("plan:apart:once_a_week")
    seat.click("plan:keep")
    second = sorted(one.id for one in seat.desktop.program.infusions.recent())[1]

    seat.go("plan", second)
    seat.click("plan:cancel")

    assert "Plans change. Call for a new date." in seat.words
    assert [number for _day, number in all_plans(seat)] == [1, 2, 2]
    seat.click("undo")
    assert [number for _day, number in all_plans(seat)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("day", "time", "hint"),
    [
        (QDate(2027, 3, 28), "02:30", "The clocks are changed that night and skip this time."),
        (QDate(2027, 10, 31), "02:30", "The clocks show this time twice that night."),
        (QDate(2026, 11, 1), "13:30", "This day is past."),
    ],
)
def test_an_odd_day_or_time_is_said_and_kept(seat: Seat, day: QDate, time: str, hint: str) -> None:
    """Nothing is refused: the clinic may know better."""
    plan = seat.plan(arrive=None)
    infusions = seat.desktop.program.infusions
    infusions.change(plan.id, lambda one: replace(one, zone="Europe/Berlin"))
    seat.go("plan", plan.id)
    assert hint not in seat.words
    date = seat.find("plan:date")
    assert isinstance(date, QDateEdit)

    date.setDate(day)
    seat.write("plan:arrive", time)

    assert hint in seat.words
    seat.go("calm")
    assert f"date: '{day.toString('yyyy-MM-dd')}'" in seat.files()


def test_what_helped_is_shown_before_the_next_one(seat: Seat) -> None:
    """Noted on the day, in own words; the next checklist begins with it."""
    seat.answered(0, Outcome.WENT_AHEAD)
    seat.go("today")
    seat.click("today:look_back")
    seat.write("plan:helped", "The eye mask")
    seat.write("plan:hurt", "The needle")
    seat.go("today")
    assert not seat.shows("today:look_back")
    seat.plan(4)

    seat.go("prepare")

    assert "Last time" in seat.words
    assert "What helped: The eye mask" in seat.words
    assert "What was hard: The needle" in seat.words
    assert "helped: The eye mask" in seat.files()
    assert not lint.clipped(seat.desktop.window)
