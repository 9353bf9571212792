"""Today, in every situation: what it says, what it offers, and what can be done on the spot."""

import gc
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from app.domain.check_in import TimePoint
from app.domain.infusion import Infusion, Outcome, Ride
from app.domain.preferences import ClinicPhones, Profile
from app.services.today import look_at_today
from app.ui.dates import minutes_name, month_name, wall_time_name
from app.ui.today.model import LOOK_EVERY_MS
from tests.support import lint
from tests.support.clock import START
from tests.support.keyboard import Keyboard
from tests.support.seat import Seat
from tests.support.windows import windows_shown


def primary(seat: Seat) -> str:
    """Return what the primary button says."""
    button = seat.find("today:primary")
    assert isinstance(button, QAbstractButton)
    return button.text()


def timers() -> list[QTimer]:
    """Return every timer there is; those of models belong to no widget."""
    return [one for one in gc.get_objects() if isinstance(one, QTimer) and isValid(one)]


def changed(**fields: Any) -> Callable[[Infusion], Infusion]:
    """Return a change of an infusion."""

    def change(infusion: Infusion) -> Infusion:
        return replace(infusion, **fields)

    return change


def look(seat: Seat) -> None:
    """Go away and come back."""
    seat.go("calm")
    seat.go("today")


def test_with_nothing_planned_there_is_one_thing_to_do(seat: Seat) -> None:
    """Plan an infusion; five calm minutes are offered too."""
    assert "Nothing is planned yet" in seat.words
    seat.click("today:second")
    assert seat.here == "calm"
    seat.go("today")

    seat.click("today:primary")

    assert seat.here == "plan"


@pytest.mark.parametrize(
    ("days", "title"), [(3, "3 days until infusion 1 of 6"), (1, "Tomorrow is infusion 1 of 6")]
)
def test_before_an_infusion_the_days_are_counted(seat: Seat, days: int, title: str) -> None:
    """When, where, what is open, and the way on."""
    plan = seat.plan(days)
    seat.desktop.program.infusions.change(plan.id, changed(place="Riverside"))
    look(seat)

    assert title in seat.words
    assert "at Riverside." in seat.words
    assert primary(seat) == "Go on preparing"
    seat.click("today:plans_changed")
    assert seat.here == "plan"


def test_an_infusion_without_a_number_or_time_is_named_anyway(seat: Seat) -> None:
    """A plan written by hand may hold nothing but the date."""
    plan = seat.plan(0, arrive=None)
    for number, total, words in ((None, None, "your infusion"), (2, None, "infusion 2")):
        seat.desktop.program.infusions.change(plan.id, changed(number=number, total=total))

        assert f"Today is {words}\n" in seat.words + "\n"
    assert "There is no hurry." in seat.words


@pytest.mark.parametrize("place", ["", "Riverside"])
def test_on_the_day_it_says_when_and_where(seat: Seat, place: str) -> None:
    """And offers five calm minutes, once."""
    plan = seat.plan(0)
    seat.desktop.program.infusions.change(plan.id, changed(place=place))

    where = "Arrive at Riverside by" if place else "Arrive by"
    assert where in seat.words
    assert not seat.shows("today:second")
    seat.click("today:primary")
    assert seat.here == "calm"


def test_an_open_item_is_ticked_on_the_spot_and_undone(seat: Seat) -> None:
    """The next one takes its place, with the keyboard on it."""
    seat.plan()
    first = seat.desktop.program.checklist.items()[0]
    seat.find(f"today:tick:{first.id}").setFocus(Qt.FocusReason.TabFocusReason)

    seat.press(Qt.Key.Key_Space)

    assert f"item: {first.id}" in seat.files()
    assert seat.focus.startswith("today:tick:")
    assert not seat.shows(f"today:tick:{first.id}")
    seat.click("undo")
    assert not seat.is_checked(f"today:tick:{first.id}")


def test_the_rest_of_the_list_is_counted(seat: Seat) -> None:
    """Three are shown; with everything done, that is said instead."""
    plan = seat.plan()
    items = seat.desktop.program.checklist.items()
    assert f"And {len(items) - 3} more in Prepare." in seat.words

    for item in items[:-1]:
        seat.desktop.program.checklist.tick(seat.stored(plan), item)
    seat.settle()
    assert "more in Prepare" not in seat.words
    seat.click(f"today:tick:{items[-1].id}")

    assert "Everything on your list is done." in seat.words
    assert primary(seat) == "5 calm minutes"


def test_the_ride_home_is_told_as_far_as_it_is_known(seat: Seat) -> None:
    """Who, the phone, the time, and whether they said yes."""
    plan = seat.plan()
    assert "Ride home" not in seat.words
    for ride, words in (
        (Ride(who="Sam"), "not confirmed yet"),
        (Ride(who="Sam", phone="555-0136", pick_up="15:15", confirmed=True), "said yes"),
    ):
        seat.desktop.program.infusions.change(plan.id, changed(ride=ride))
        seat.settle()

        assert "Ride home: Sam" in seat.words
        assert words in seat.words
    assert "555-0136 · pick-up 3:15" in seat.words


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("went_ahead", "Rest now. Nothing else to do."),
        ("stopped_early", "Rest now. Nothing else to do."),
        ("cancelled", "Nothing is planned yet"),
    ],
)
def test_it_asks_whether_it_went_ahead(seat: Seat, answer: str, title: str) -> None:
    """Every answer is fine, is kept, and can be taken back."""
    seat.plan(0, arrive="07:00")
    assert "Did infusion 1 of 6 go ahead?" in seat.words
    assert not seat.shows("today:primary")

    seat.click(f"outcome:{answer}")

    assert f"outcome: {answer}" in seat.files()
    assert title in seat.words
    seat.click("undo")
    assert "Did infusion 1 of 6 go ahead?" in seat.words


def test_an_infusion_that_was_moved_gets_another_day(seat: Seat) -> None:
    """The plan is opened, with everything that was ticked."""
    plan = seat.plan(0, arrive="07:00")

    seat.click("outcome:moved")

    assert seat.here == "plan"
    assert "Remove this plan" in seat.words
    assert seat.stored(plan).outcome is None


def test_after_an_infusion_the_check_in_due_is_offered(seat: Seat) -> None:
    """On the day quietly, on the next morning with a question; filled in, it is not asked again."""
    plan = seat.answered(0, Outcome.WENT_AHEAD)
    look(seat)
    assert primary(seat) == "Check in, if you like"
    seat.clock.advance(days=1)
    look(seat)
    assert "How are you now?" in seat.words
    seat.click("today:primary")
    assert seat.here == "check_in"
    seat.click("effect:none")

    seat.go("today")

    (check_in,) = seat.desktop.program.journal.day(seat.clock.now().date()).check_ins
    assert (check_in.time_point, check_in.infusion) == (TimePoint.NEXT_MORNING, plan.id)
    assert "Between infusions" in seat.words
    seat.click("today:primary")
    assert seat.here == "plan"


def test_a_check_in_that_is_open_stands_beside_the_next_infusion(seat: Seat) -> None:
    """The day itself comes first; what is open after the one before is one press away."""
    before = seat.answered(-1, Outcome.WENT_AHEAD)
    seat.plan(0)
    look(seat)
    assert "Today is infusion 2 of 6" in seat.words

    seat.click("today:due")
    assert seat.here == "check_in"
    seat.click("effect:none")

    (check_in,) = seat.desktop.program.journal.day(seat.clock.now().date()).check_ins
    assert check_in.infusion == before.id
    seat.go("today")
    assert not seat.shows("today:due")


def test_a_check_in_put_off_yesterday_is_offered_again(seat: Seat) -> None:
    """It is the same one, with what was said of it; after Done it is not asked for again."""
    seat.answered(0, Outcome.WENT_AHEAD)
    look(seat)
    seat.click("today:primary")
    seat.click("effect:nausea")
    seat.click("check_in:tomorrow")
    assert seat.here == "today"
    assert not seat.shows("today:asked_again")
    seat.clock.advance(days=1)
    look(seat)

    seat.click("today:asked_again")
    assert seat.is_checked("effect:nausea")
    seat.click("check_in:done")

    seat.go("today")
    assert not seat.shows("today:asked_again")
    assert seat.shows("today:look_back")


def test_once_a_month_there_is_one_with_more_questions(seat: Seat) -> None:
    """Offered beside whatever comes next."""
    seat.answered(-23, Outcome.WENT_AHEAD)
    seat.clock.advance(days=9)
    look(seat)
    assert "Between infusions" in seat.words

    seat.click("today:monthly")

    assert "Monthly check-in" in seat.words
    assert seat.shows("effect:wanting_ketamine")


def test_what_is_open_is_reached_by_keyboard_where_it_stands(seat: Seat) -> None:
    """Above the last link of the page, not after everything; the row keeps the keyboard."""
    seat.answered(-1, Outcome.WENT_AHEAD)
    seat.plan(0)
    look(seat)
    seat.find("today:ate").setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(seat.find("today:ate"), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    seat.settle()
    assert seat.focus == "today:due"
    look(seat)

    assert seat.focus == "today:due"


def test_tab_goes_through_today_as_it_is_seen(seat: Seat) -> None:
    """What is next, the ride, what is open, then the bar; also after a tick made new rows."""
    seat.answered(-1, Outcome.WENT_AHEAD)
    plan = seat.plan(1)
    seat.desktop.program.infusions.change(plan.id, changed(ride=Ride(who="Alex")))
    look(seat)
    for _round in range(2):
        stops = Keyboard(seat.desktop.window).stops("nav:help", "today:primary")

        ticks = [stop for stop in stops if stop.startswith("today:tick:")]
        assert ticks
        assert stops[: len(ticks)] == ticks
        assert stops[len(ticks)] == "today:due"
        seat.click(ticks[0])


def test_tab_comes_first_to_what_is_asked_at_the_top(seat: Seat) -> None:
    """Also when it is asked only once the page is there; when it ended comes before the bar."""
    seat.plan(-1)
    look(seat)

    stops = Keyboard(seat.desktop.window).stops("nav:help", "nav:help")

    assert stops[:2] == ["outcome:went_ahead", "outcome:stopped_early"]
    assert stops[-3:] == ["today:ended:change", "today:when_to_call", "nav:help"]


def test_the_page_looks_at_the_clock_while_it_is_shown(seat: Seat) -> None:
    """Midnight passes on screen; on another page nobody looks."""
    seat.plan(1)
    timer = next(one for one in timers() if one.interval() == LOOK_EVERY_MS and one.isActive())
    seat.clock.advance(hours=15)

    assert timer.isActive()
    timer.timeout.emit()

    assert "Today is infusion 1 of 6" in seat.words
    seat.go("calm")
    assert not timer.isActive()


def test_a_damaged_file_is_told_with_its_line(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which file, which line, what is safe; "Not now" is remembered; the rest goes on."""
    opened: list[QUrl] = []
    plan = seat.plan()
    seat.close()
    path = seat.paths.data / "infusions" / f"{plan.id}.yaml"
    path.write_text(path.read_text("utf-8") + "\tbroken: 1\n", "utf-8")
    seat.open()
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)

    assert seat.shows("today:file_notice")
    assert "One file could not be read completely" in seat.words
    assert "Line " in seat.words
    assert plan.id in seat.words
    seat.click("today:file_notice:act")
    assert opened[0].toLocalFile() == str(path.parent)
    seat.click_text("Not now")
    look(seat)
    assert not seat.shows("today:file_notice")


def test_a_file_of_a_newer_version_promises_no_file_beside_it(seat: Seat) -> None:
    """It is read as far as can be and never written: a change of it cannot be saved."""
    seat.plan()
    seat.close()
    path = seat.paths.data / "calm.yaml"
    path.write_text("schema: 9\nhide_clock: false\n", "utf-8")
    seat.open()
    seat.go("calm")
    seat.go("today")

    assert "Safe: all of it. What you change of it here can be copied, but not saved." in seat.words
    assert "beside it" not in seat.words
    own = seat.desktop.program.own_calm
    own.keep(replace(own.choices, hide_clock=True), over=own.choices)
    seat.write_out()

    assert path.read_text("utf-8") == "schema: 9\nhide_clock: false\n"
    assert sorted(one.name for one in seat.paths.data.glob("calm*")) == ["calm.yaml"]
    assert seat.desktop.program.saving.sentence


def test_a_damaged_file_is_told_in_the_window(seat: Seat) -> None:
    """What is told was never a window of its own, which takes the keyboard away as it goes."""
    plan = seat.plan()
    seat.close()
    (seat.paths.data / "infusions" / f"{plan.id}.yaml").write_text("\tbroken: 1\n", "utf-8")

    with windows_shown() as shown:
        seat.open()

    assert seat.shows("today:file_notice")
    assert shown == ["window"]


def test_a_file_with_one_wrong_answer_is_written_as_always(seat: Seat) -> None:
    """What is safe is another thing than with a file that cannot be read at all."""
    plan = seat.plan()
    seat.close()
    path = seat.paths.data / "infusions" / f"{plan.id}.yaml"
    path.write_text(path.read_text("utf-8").replace("minutes: 40", "minutes: some"), "utf-8")
    seat.open()

    assert "One file could not be read completely" in seat.words
    assert "What you write is kept as always." in seat.words


def test_a_folder_that_cannot_be_used_is_told_and_tried_again(seat: Seat) -> None:
    """Words go on being taken; once the folder is back they are written."""
    seat.close()
    data = seat.paths.data
    data.rename(seat.home / "away")
    data.write_text("not a folder", "utf-8")
    seat.open()
    seat.go("today")
    assert "Your words cannot be saved there now" in seat.words
    seat.plan(2)
    data.unlink()
    (seat.home / "away").rename(data)

    seat.click("today:file_notice:act")

    assert not seat.shows("today:file_notice")
    assert "Kind: infusion" in seat.files()


def test_every_control_has_a_name_and_room(seat: Seat) -> None:
    """Before an infusion, with help one press away."""
    seat.plan()

    assert lint.unnamed(seat.desktop.window) == []
    assert lint.clipped(seat.desktop.window) == []
    assert lint.small_targets(seat.desktop.window) == []
    seat.click_text("When to call")
    assert seat.here == "help"


def test_dates_are_written_as_in_the_patients_country(seat: Seat) -> None:
    """The small words for months, minutes and times."""
    assert seat.clock.now() == START
    assert (minutes_name(1), minutes_name(40)) == ("1 minute", "40 minutes")
    assert month_name(START.date() + timedelta(days=30)) == "December 2026"
    assert wall_time_name("13:30") == "1:30\u202fPM"


def day_of(seat: Seat, **changes: Any) -> Infusion:
    """Plan an infusion for today at half past one, with everything that has a time."""
    infusions = seat.desktop.program.infusions
    draft = infusions.draft(seat.clock.now().date())
    plan = replace(draft, arrive="13:30", travel_minutes=35, early_minutes=30)
    kept, _ = infusions.keep_new(replace(plan, **changes))
    seat.go("today")
    return kept


def test_the_times_of_the_day_stand_beside_what_is_left(seat: Seat) -> None:
    """In two columns, in one where there is no room; they follow the clock."""
    day_of(seat)

    assert "Your times" in seat.words
    assert "In 2 hours 30 minutes" in seat.words
    assert "Do you have diabetes" in seat.words
    times, rest = seat.find("today:times"), seat.find("today:ate")
    assert (
        times.mapTo(seat.desktop.window, QPoint()).x()
        < rest.mapTo(seat.desktop.window, QPoint()).x()
    )
    seat.desktop.window.resize(800, 600)
    seat.settle()
    assert seat.top("today:ate") > seat.top("today:times")
    seat.clock.advance(hours=3)
    look(seat)
    assert "In 55 minutes" in seat.words
    assert not lint.clipped(seat.desktop.window)


def test_who_ate_hears_a_kind_answer_and_a_number(seat: Seat) -> None:
    """Nothing is judged, nothing is kept, and a screen reader says it."""
    seat.desktop.program.preferences.keep_profile(
        Profile(clinic=ClinicPhones(name="Riverside Clinic", day="555-0142"))
    )
    before = seat.files()
    day_of(seat)
    planned = seat.files()

    seat.click("today:ate")

    assert "That happens. Call your clinic." in seat.words
    assert "Riverside Clinic · 555-0142" in seat.words
    assert seat.files() == planned != before
    seat.clock.advance(days=1)
    look(seat)
    assert not seat.shows("today:ate_card")


def test_who_ate_can_say_so_without_a_time_of_arrival(seat: Seat) -> None:
    """The answer is the same, and the clinic is called all the same."""
    day_of(seat, arrive=None)

    seat.click("today:ate")

    assert "That happens. Call your clinic." in seat.words


def test_after_an_infusion_it_says_what_has_to_wait(seat: Seat) -> None:
    """From the end on, also while it is asked how it went, until the day after."""
    plan = day_of(seat)
    seat.clock.advance(hours=5, minutes=40)
    look(seat)
    assert "Did infusion 1 of 6 go ahead?" in seat.words
    assert "Driving, cycling, machines" in seat.words
    assert "24 hours to go" in seat.words

    seat.desktop.program.infusions.answer(plan, Outcome.WENT_AHEAD)
    look(seat)
    assert "Rest now." in seat.words
    assert not seat.shows("today:times")
    seat.clock.advance(hours=25)
    look(seat)
    assert "After the waiting time" in seat.words
    assert "The waiting time from the general rule has passed." in seat.words
    seat.clock.advance(hours=24)
    look(seat)
    assert not seat.shows("today:waiting")


def test_paced_breathing_is_offered_before_and_not_during_or_after(seat: Seat) -> None:
    """From the planned start on nothing on Today leads there, until the next day."""
    plan = day_of(seat)
    assert "5 calm minutes" in seat.words

    seat.clock.advance(hours=5)
    look(seat)
    assert "5 calm minutes" not in seat.words
    assert "Arrive by 1:30\u202fPM." in seat.words
    seat.clock.advance(hours=1)
    seat.desktop.program.infusions.answer(plan, Outcome.WENT_AHEAD)
    look(seat)

    assert "Rest now." in seat.words
    assert "5 calm minutes" not in seat.words


def test_a_check_in_does_not_end_the_waiting(seat: Seat) -> None:
    """Nor does the next plan: what waits is seen as long as it waits."""
    plan = day_of(seat)
    seat.clock.advance(hours=6)
    seat.desktop.program.infusions.answer(plan, Outcome.WENT_AHEAD)
    seat.clock.advance(hours=17)
    journal = seat.desktop.program.journal
    journal.keep(journal.draft(TimePoint.NEXT_MORNING, plan.id))
    seat.plan(days=3)
    look(seat)

    assert "until infusion" in seat.words
    assert "Driving, cycling, machines" in seat.words


def test_the_end_can_be_said_by_keyboard_and_counts_from_then(seat: Seat) -> None:
    """It ran on for half an hour; a time that makes no sense, or is to come, is told."""
    plan = day_of(seat)
    seat.clock.advance(hours=6, minutes=30)
    seat.desktop.program.infusions.answer(plan, Outcome.WENT_AHEAD)
    look(seat)
    assert "Counted from 2:40\u202fPM, when it was planned to end." in seat.words

    keys = Keyboard(seat.desktop.window)
    keys.use("today:ended:change")
    keys.write("soon")
    keys.use("today:ended:keep")
    assert "Write it like 1:30 PM or 13:30." in seat.words
    keys.tab_to("today:ended")
    keys.replace("16:30")
    keys.use("today:ended:keep")
    assert "That is still to come." in seat.words
    keys.tab_to("today:ended")
    keys.replace("3:10 pm")
    keys.use("today:ended:keep")

    assert "Counted from 3:10\u202fPM, when it ended." in seat.words
    assert "23 hours 40 minutes to go" in seat.words
    seat.desktop.undo.undo()
    look(seat)
    assert "when it was planned to end" in seat.words


def test_the_eve_tells_when_the_last_alcohol_is(seat: Seat) -> None:
    """Of the times of the infusion, those of today."""
    infusions = seat.desktop.program.infusions
    draft = infusions.draft(seat.clock.now().date() + timedelta(days=1))
    infusions.keep_new(replace(draft, arrive="13:30"))
    seat.go("today")

    assert "Last alcohol" in seat.words
    assert not seat.shows("today:ate")
    assert not lint.clipped(seat.desktop.window)


def test_a_double_click_on_today_ticks_one_item(seat: Seat) -> None:
    """The next one moves up under the mouse, and stays open."""
    seat.plan()
    seat.go("today")
    program = seat.desktop.program
    view = look_at_today(program.infusions, program.checklist, program.journal, program.clock)
    items = [line.item.id for line in view.first_open]
    box = seat.find(f"today:tick:{items[0]}")
    spot = box.mapTo(seat.desktop.window, box.rect().center())

    for _press in range(2):
        under = seat.desktop.window.childAt(spot)
        assert under is not None
        QTest.mouseClick(under, Qt.MouseButton.LeftButton)
        seat.settle()

    assert [one for one in items if f"item: {one}" in seat.files()] == items[:1]
    assert not seat.is_checked(f"today:tick:{items[1]}")
