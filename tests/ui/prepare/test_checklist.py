"""The checklist as it is worked on: ticks, "not for me", own items, the ride home and music."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.checklist import Item, Line
from app.domain.infusion import Infusion, Ride
from tests.support import lint
from tests.support.seat import Seat


@pytest.fixture
def prepare(seat: Seat) -> Seat:
    """Return a seat before the checklist of an infusion in three days."""
    seat.plan()
    seat.go("prepare")
    return seat


def ride(seat: Seat) -> Ride:
    """Return the ride home as it is kept."""
    return _coming(seat).ride


def test_without_a_plan_there_is_one_way_on(seat: Seat) -> None:
    """No empty checklist: a sentence, and the button that plans."""
    seat.go("prepare")

    assert "Nothing is planned yet" in seat.words
    assert not seat.shows("stage:morning")
    seat.click("prepare:primary")
    assert seat.here == "plan"


def test_a_tick_reaches_the_file_and_ctrl_z_takes_it_back(prepare: Seat) -> None:
    """The box, the file and the fold say the same."""
    prepare.click("tick:eye_mask")
    assert "item: eye_mask" in prepare.files()
    assert prepare.shows("prepare:done")

    QTest.keySequence(prepare.desktop.window, "Ctrl+Z")
    prepare.settle()

    assert "item: eye_mask" not in prepare.files()
    assert not prepare.is_checked("tick:eye_mask")


def test_ride_typed_and_ticked_at_once_is_kept(prepare: Seat) -> None:
    """A tick within the pause after typing overtakes nothing."""
    prepare.click("details:ride_home")
    prepare.write("ride:who", "Sam Rivera")
    prepare.write("ride:phone", "555-0136")
    prepare.write("ride:pick_up", "3:15 pm")
    prepare.click("tick:ride_home")

    assert ride(prepare) == Ride(who="Sam Rivera", phone="555-0136", pick_up="15:15")
    assert "item: ride_home" in prepare.files()


def test_undo_pressed_while_a_field_waits_costs_no_word(prepare: Seat) -> None:
    """Another change announced in the pause neither empties a field nor loses it later."""
    prepare.click("tick:eye_mask")
    prepare.click("details:ride_home")
    prepare.write("ride:who", "Sam")
    prepare.click("undo")
    prepare.write("ride:phone", "555-0136")

    assert prepare.line("ride:who") == "Sam"
    prepare.go("today")
    assert ride(prepare) == Ride(who="Sam", phone="555-0136")


def test_a_time_that_cannot_be_read_is_told_and_kept_in_words(prepare: Seat) -> None:
    """Nothing typed is lost: what is no time of day goes into the notes of the plan."""
    prepare.click("details:ride_home")
    prepare.write("ride:pick_up", "when I call")
    prepare.click("ride:confirmed")
    assert "Write it like 3:15 PM" in prepare.words
    prepare.click("tick:eye_mask")
    assert prepare.line("ride:pick_up") == "when I call"

    prepare.go("today")

    assert "Pick-up time: when I call" in prepare.files()
    assert ride(prepare).confirmed
    prepare.go("prepare")
    prepare.go("today")
    assert prepare.files().count("when I call") == 1


def test_music_is_kept_when_the_page_is_left(prepare: Seat) -> None:
    """Leaving does not wait for the pause; another infusion starts with the same music."""
    prepare.click("details:music")
    prepare.write("music:which", "Quiet piano")
    prepare.go("today")

    assert "music: Quiet piano" in prepare.files()
    prepare.reopen()
    prepare.go("prepare", "music")
    assert prepare.line("music:which") == "Quiet piano"


def test_the_box_is_named_after_who_drives(prepare: Seat) -> None:
    """A question with a name in it is easier to answer."""
    prepare.click("details:ride_home")
    assert "They said yes" in prepare.words

    prepare.write("ride:who", "Sam Rivera")

    assert "Sam said yes" in prepare.words


def test_not_for_me_can_be_put_back(prepare: Seat) -> None:
    """What is left out is folded away, says so, and comes back."""
    prepare.click("details:eye_mask")
    prepare.click("not_for_me:eye_mask")
    assert "not_for_me_at" in prepare.files()

    prepare.click("prepare:done")
    prepare.click("not_for_me:eye_mask")

    assert "not_for_me_at" not in prepare.files()
    assert not prepare.is_checked("tick:eye_mask")


def test_a_tick_taken_back_by_its_box_can_be_undone(prepare: Seat) -> None:
    """Unticking is a change like any other."""
    prepare.click("tick:eye_mask")
    prepare.click("prepare:done")
    prepare.click("tick:eye_mask")
    assert "item: eye_mask" not in prepare.files()

    prepare.click("undo")

    assert "item: eye_mask" in prepare.files()


def test_the_keyboard_goes_on_to_the_next_row(prepare: Seat) -> None:
    """After a tick by keyboard the next open box has the focus."""
    prepare.find("tick:eye_mask").setFocus(Qt.FocusReason.TabFocusReason)

    prepare.press(Qt.Key.Key_Space)
    assert prepare.focus == "tick:headphones"
    prepare.press(Qt.Key.Key_Space)

    assert prepare.focus == "tick:clothes"


def test_the_keyboard_stays_with_a_row_that_is_opened_again(prepare: Seat) -> None:
    """A row that moves back to its stage takes the focus along."""
    prepare.click("tick:eye_mask")
    prepare.click("prepare:done")
    prepare.find("tick:eye_mask").setFocus(Qt.FocusReason.TabFocusReason)

    prepare.press(Qt.Key.Key_Space)

    assert prepare.focus == "tick:eye_mask"


def test_the_last_open_row_leaves_the_keyboard_on_the_page(prepare: Seat) -> None:
    """With everything done there is no next row, and no error."""
    names = [line.item.id for line in prepare.desktop.program.checklist.lines(_coming(prepare))]
    for name in names[:-1]:
        prepare.desktop.program.checklist.tick(_coming(prepare), _item(prepare, name))
    prepare.find(f"tick:{names[-1]}").setFocus(Qt.FocusReason.TabFocusReason)

    prepare.press(Qt.Key.Key_Space)

    assert f"Done ({len(names)})" in prepare.words
    assert "1 left" not in prepare.words
    assert QApplication.focusWidget() is not None


def test_a_stage_is_jumped_to(prepare: Seat) -> None:
    """Its tile brings the rows into sight; a stage that is done moves nothing."""
    page = prepare.desktop.window.navigation.page
    assert page is not None
    bar = page.area.verticalScrollBar()

    prepare.click("stage:after")
    far = bar.value()
    for line in prepare.desktop.program.checklist.lines(_coming(prepare)):
        if line.item.stage.value == "morning":
            prepare.desktop.program.checklist.tick(_coming(prepare), line.item)
    prepare.settle()
    tile = prepare.find("stage:morning")
    before = bar.value()
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)

    assert far > 0
    assert bar.value() == before


def test_an_own_item_is_added_changed_removed_and_brought_back(prepare: Seat) -> None:
    """The whole life of an item of one's own, each step with a way back."""
    prepare.click("prepare:add")
    prepare.write("item:title", "Feed the cat")
    prepare.click("item:stage:morning")
    prepare.write("item:why", "She waits.")
    prepare.click("item:keep")
    assert prepare.here == "prepare"
    assert "title: Feed the cat" in prepare.files()

    own = _own_id(prepare, "Feed the cat")
    prepare.click(f"details:{own}")
    prepare.click(f"edit:{own}")
    assert (prepare.line("item:title"), prepare.line("item:why")) == ("Feed the cat", "She waits.")
    prepare.write("item:title", "Feed both cats")
    prepare.press(Qt.Key.Key_Return)
    assert "title: Feed both cats" in prepare.files()

    prepare.click(f"remove:{own}")
    assert "cats" not in prepare.files()
    prepare.click("undo")
    assert "title: Feed both cats" in prepare.files()


def test_a_built_in_item_takes_own_words_and_can_be_hidden(prepare: Seat) -> None:
    """The list becomes one's own; undo brings the words of the program back."""
    prepare.click("details:eye_mask")
    prepare.click("edit:eye_mask")
    prepare.write("item:title", "The blue mask")
    prepare.click("item:keep")
    assert "The blue mask" in prepare.words
    prepare.click("undo")
    assert "Eye mask packed" in prepare.words

    prepare.click("remove:eye_mask")
    assert not prepare.shows("tick:eye_mask")
    assert "hidden: true" in prepare.files()
    prepare.click("undo")
    assert prepare.shows("tick:eye_mask")


def test_half_an_item_is_kept_when_its_page_is_left(prepare: Seat) -> None:
    """F1 in the middle of a word, and then another page, are no reason to lose it."""
    prepare.click("prepare:add")
    prepare.type("Warm soc")

    prepare.press(Qt.Key.Key_F1)
    assert prepare.here == "help"
    prepare.go("today")

    assert "title: Warm soc" in prepare.files()


def test_a_why_without_a_title_is_kept_too(prepare: Seat) -> None:
    """Words in the second field alone become the item."""
    prepare.click("prepare:add")
    prepare.write("item:why", "Ask about the dose")

    prepare.go("today")

    assert "title: Ask about the dose" in prepare.files()


def test_an_emptied_title_keeps_the_old_one_and_the_new_why(prepare: Seat) -> None:
    """An item cannot be without a name, and its other words are not lost over that."""
    prepare.click("details:eye_mask")
    prepare.click("edit:eye_mask")
    prepare.write("item:why", "The blue one")
    prepare.find("item:title")
    prepare.write("item:title", " ")
    prepare.go("today")

    assert "title: Eye mask packed" in prepare.files()
    assert "why: The blue one" in prepare.files()


def test_an_item_needs_a_word(prepare: Seat) -> None:
    """The button says what is missing and puts the keyboard there."""
    prepare.click("prepare:add")

    prepare.click("item:keep")

    assert prepare.here == "item"
    assert "Write a word or two first." in prepare.words
    assert prepare.focus == "item:title"


@pytest.mark.parametrize("item", ["", "eye_mask"])
def test_an_item_can_be_left_as_it_was(prepare: Seat, item: str) -> None:
    """The link at the foot takes nothing over, not even half."""
    prepare.go("item", item)
    prepare.write("item:why", "Something")
    prepare.write("item:title", "Something else")

    prepare.click("item:discard")

    assert prepare.here == "prepare"
    assert "Something" not in prepare.files()


def test_closing_in_the_middle_of_an_item_keeps_it_once(prepare: Seat) -> None:
    """Closing asks every page to save, more than once; one item comes of it."""
    prepare.click("prepare:add")
    prepare.type("Warm socks")

    prepare.reopen()

    assert prepare.files().count("title: Warm socks") == 1


def test_a_named_item_is_opened_where_it_is(prepare: Seat) -> None:
    """Even a ticked one, inside the fold; one that is gone is no error."""
    prepare.click("tick:ride_home")
    prepare.go("today")

    prepare.go("prepare", "ride_home")
    assert prepare.shows("ride:who")
    assert prepare.focus == "tick:ride_home"
    prepare.go("prepare", "not-there")

    assert prepare.here == "prepare"


def test_the_row_itself_opens_its_details(prepare: Seat) -> None:
    """The whole row is the target; a click into the details does not close them."""
    row = prepare.find("item:ride_home")

    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() // 2, 6))
    prepare.settle()
    assert prepare.shows("ride:who")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(5, row.height() - 4))
    prepare.settle()

    assert prepare.shows("ride:who")


def test_the_links_lead_where_they_say(prepare: Seat) -> None:
    """Plan, calm and help are one press away."""
    prepare.click("prepare:edit_plan")
    assert prepare.here == "plan"
    prepare.go("prepare")
    prepare.click("prepare:primary")
    assert prepare.here == "calm"
    prepare.go("prepare")
    prepare.click_text("When to call")

    assert prepare.here == "help"


def test_every_control_has_a_name_and_room(prepare: Seat) -> None:
    """With details open and one item done."""
    prepare.click("tick:eye_mask")
    prepare.click("prepare:done")
    prepare.click("details:ride_home")
    prepare.click("details:music")

    assert lint.unnamed(prepare.desktop.window) == []
    assert lint.clipped(prepare.desktop.window) == []


def test_the_plan_undone_under_typing_hands_the_words_to_no_other_infusion(seat: Seat) -> None:
    """What was typed for one infusion never lands in the next one."""
    later = seat.plan(10)
    seat.go("plan")
    seat.write("plan:place", "Clinic")
    seat.click("plan:keep")
    seat.click("details:ride_home")
    seat.write("ride:who", "Sam")

    seat.click("undo")
    seat.go("today")

    assert seat.stored(later).ride.who == ""


def _coming(seat: Seat) -> Infusion:
    coming = seat.desktop.program.infusions.coming()
    assert coming is not None
    return coming


def _item(seat: Seat, name: str) -> Item:
    return next(item for item in seat.desktop.program.checklist.items() if item.id == name)


def _own_id(seat: Seat, title: str) -> str:
    items = seat.desktop.program.checklist.items()
    return next(item.id for item in items if item.title == title)


def order(seat: Seat, count: int = 3) -> list[str]:
    """Return the first items of the list, as they stand on screen."""
    rows = sorted(
        (seat.top(f"item:{line.item.id}"), line.item.id)
        for line in _lines(seat)
        if seat.shows(f"item:{line.item.id}")
    )
    return [item_id for _top, item_id in rows[:count]]


def _lines(seat: Seat) -> tuple[Line, ...]:
    return seat.desktop.program.checklist.lines(_coming(seat))


def test_items_are_moved_by_keyboard_and_by_their_links(prepare: Seat) -> None:
    """Alt and an arrow, wherever in the row one is; the keyboard stays with the row."""
    first, second, third = order(prepare)
    prepare.find(f"tick:{first}").setFocus()

    QTest.keyClick(prepare.find(f"tick:{first}"), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    prepare.settle()

    assert order(prepare) == [second, first, third]
    assert prepare.focus == f"tick:{first}"
    assert "now 2 of" in prepare.words
    prepare.click(f"details:{first}")
    prepare.click(f"down:{first}")
    assert order(prepare) == [second, third, first]
    prepare.click(f"up:{first}")
    prepare.click(f"up:{first}")
    assert order(prepare) == [first, second, third]
    assert not prepare.shows(f"up:{first}")
    QTest.keyClick(prepare.find(f"tick:{first}"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(prepare) == [first, second, third]
    prepare.reopen()
    prepare.go("prepare")
    assert order(prepare) == [first, second, third]


def test_a_row_is_dragged_to_its_place_and_that_is_undone(prepare: Seat) -> None:
    """The others make room while it is held; it reaches the file when it is let go."""
    first, second, third = order(prepare)
    row, last = prepare.find(f"item:{first}"), prepare.find(f"item:{third}")
    grab = QPoint(row.width() // 2, 12)
    target = row.mapFromGlobal(last.mapToGlobal(QPoint(0, last.height() - 2)))

    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=grab)
    QTest.mouseMove(row, grab + QPoint(0, 2))
    assert order(prepare) == [first, second, third]
    QTest.mouseMove(row, QPoint(grab.x(), target.y()))
    prepare.settle()
    assert order(prepare) == [second, third, first]
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=grab)
    prepare.settle()

    assert order(prepare) == [second, third, first]
    assert f"- {second}\n  - {third}\n  - {first}" in prepare.files()
    assert not prepare.shows(f"edit:{first}")
    prepare.click("undo")
    assert order(prepare) == [first, second, third]


def test_a_closed_row_stays_where_it_is(prepare: Seat) -> None:
    """It has no place among the open ones; a click on it still opens its details."""
    first = order(prepare)[0]
    prepare.click(f"tick:{first}")
    prepare.click("prepare:done")
    row = prepare.find(f"item:{first}")

    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(200, 12))
    QTest.mouseMove(row, QPoint(200, 300))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(200, 12))
    prepare.settle()

    assert prepare.shows(f"edit:{first}")
    assert not prepare.shows(f"up:{first}")
    assert not prepare.shows("prepare:changes")


def test_what_was_changed_of_the_list_has_its_way_back(prepare: Seat) -> None:
    """One by one, and all at once; the fold is gone when nothing is changed any more."""
    assert not prepare.shows("prepare:changes")
    prepare.click("details:eye_mask")
    prepare.click("remove:eye_mask")
    prepare.click("details:music")
    prepare.click("edit:music")
    prepare.write("item:title", "My own songs")
    prepare.go("prepare")
    prepare.click("prepare:changes")
    prepare.click("bring_back:eye_mask")
    assert prepare.shows("item:eye_mask")

    prepare.click("original:music")
    assert "My own songs" not in prepare.files()
    assert not prepare.shows("prepare:changes")
    first, second = order(prepare, 2)
    prepare.click(f"details:{first}")
    prepare.click(f"down:{first}")
    prepare.click("prepare:restore")

    assert order(prepare, 2) == [first, second]
    assert not prepare.shows("prepare:changes")
    assert not lint.clipped(prepare.desktop.window)


def test_a_double_click_ticks_one_item(prepare: Seat) -> None:
    """The second press was meant for what stood there before; a third, later, is meant."""
    first, second = order(prepare, 2)
    box = prepare.find(f"tick:{first}")
    spot = box.mapTo(prepare.desktop.window, box.rect().center())

    for _press in range(2):
        under = prepare.desktop.window.childAt(spot)
        assert under is not None
        QTest.mouseClick(under, Qt.MouseButton.LeftButton)
        prepare.settle()

    assert [one for one in (first, second) if f"item: {one}" in prepare.files()] == [first]
    assert not prepare.is_checked(f"tick:{second}")
    QTest.qWait(QApplication.doubleClickInterval())
    prepare.click(f"tick:{second}")
    assert f"item: {second}" in prepare.files()


def test_after_the_last_tick_the_keyboard_is_not_on_undo(prepare: Seat) -> None:
    """One more press must not take it back."""
    for line in _lines(prepare)[:-1]:
        prepare.desktop.program.checklist.tick(_coming(prepare), line.item)
    prepare.settle()
    last = _lines(prepare)[-1].item.id
    prepare.find(f"tick:{last}").setFocus()

    prepare.press(Qt.Key.Key_Space)

    assert prepare.focus == "prepare:done"
