"""One question a screen: every answer is kept at once, and none is made for anybody."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.preferences import Age, Look, Profile, ThemeName
from app.ui.widgets.accessible import name_of
from tests.support import lint
from tests.support.seat import Seat
from tests.ui.questionnaire.answering import (
    MOMENT,
    Reader,
    answer,
    changing,
    filled,
    kept,
    only,
    stored,
)

STEM = "Over the last 2 weeks, how often have you been bothered by any of the following problems?"
NOTICE = "No permission required to reproduce, translate, display or distribute."
FIRST = "Little interest or pleasure in doing things"
SECOND = "Feeling down, depressed, or hopeless"
THIRD = "Trouble falling or staying asleep, or sleeping too much"
LAST = "If you checked off any problems, how difficult have these problems made it"


@pytest.fixture
def page(seat: Seat) -> Seat:
    """Return a seat before the first question of a PHQ-9."""
    seat.go("questionnaire", "go:phq_9")
    seat.find("answer:0").setFocus()
    return seat


def asks(seat: Seat) -> str:
    """Return the question on screen."""
    label = seat.find("question:text")
    return str(label.property("text"))


def test_the_first_question_is_there_with_nothing_chosen(page: Seat) -> None:
    """Stem, question, four answers, how far it is, and the notice."""
    words = page.page_words

    assert asks(page) == FIRST
    assert STEM in words
    assert NOTICE in words
    assert "PHQ-9 · question 1 of 9" in words
    assert "0 answered" in words
    assert "If one is left out, there is no total." in words
    assert not any(page.is_checked(f"answer:{value}") for value in range(4))
    assert kept(page) == []


def test_a_tap_keeps_the_answer_and_moves_on(page: Seat) -> None:
    """It lies in the file before the next question can be answered."""
    answer(page, 2)

    assert asks(page) == SECOND
    assert "- question: little_interest\n        answer: 2\n" in page.files()
    assert "question 2 of 9" in page.page_words
    assert "1 answered" in page.page_words
    assert not any(page.is_checked(f"answer:{value}") for value in range(4))


def test_stem_and_notice_stand_on_every_screen_of_the_nine(page: Seat) -> None:
    """The tenth question is one by itself: it has neither stem nor a place in the total."""
    for number in range(1, 9):
        assert STEM in page.page_words
        assert NOTICE in page.page_words
        assert f"question {number} of 9" in page.page_words
        answer(page, 0)
    answer(page, 0)

    assert LAST in asks(page)
    assert STEM not in page.page_words
    assert NOTICE in page.page_words
    assert "one more question, outside the total" in page.page_words
    assert "Somewhat difficult" in page.words


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_takes_the_answer_the_keyboard_is_on(page: Seat, key: Qt.Key) -> None:
    """Then the keyboard is on the first answer to the next question."""
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Down)

    page.press(key)

    assert only(page).answer("little_interest") == 2
    assert asks(page) == SECOND
    assert page.focus == "answer:0"


def test_the_arrow_keys_only_walk(page: Seat) -> None:
    """What is on the way is not answered: nothing marked, nothing kept, no question passed."""
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left)
    seen = []
    for key in keys:
        page.press(key)
        seen.append(page.focus)

    assert seen == ["answer:1", "answer:2", "answer:1", "answer:0", "answer:3"]
    assert not any(page.is_checked(f"answer:{value}") for value in range(4))
    assert asks(page) == FIRST
    assert kept(page) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [(Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1), (Qt.Key.Key_3, 2), (Qt.Key.Key_4, 3)],
)
def test_the_number_keys_answer(page: Seat, key: Qt.Key, value: int) -> None:
    """From the first answer to the fourth, wherever on the page the keyboard is."""
    page.find("question:later").setFocus()

    page.press(key)

    assert only(page).answer("little_interest") == value
    assert asks(page) == SECOND


def test_other_numbers_and_keys_do_nothing(page: Seat) -> None:
    """Nor does one pressed together with Ctrl, which means something else."""
    for key in (Qt.Key.Key_0, Qt.Key.Key_5, Qt.Key.Key_9, Qt.Key.Key_A):
        page.press(key)
    page.clock.advance(seconds=MOMENT)
    QTest.keyClick(page.find("answer:0"), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    assert asks(page) == FIRST
    assert kept(page) == []


def test_a_number_of_the_key_pad_is_one_too(page: Seat) -> None:
    """Many reach for it."""
    page.clock.advance(seconds=MOMENT)
    QTest.keyClick(page.find("answer:0"), Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)

    assert only(page).answer("little_interest") == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_1])
def test_a_second_press_answers_no_question_that_nobody_read(page: Reader, key: Qt.Key) -> None:
    """It was meant for the question before; a moment later the same key answers."""
    answer(page, *(0,) * 7)
    page.press(key)
    page.press_too_often(key)
    page.press_too_often(key)

    assert "question 9 of 9" in page.page_words
    assert only(page).answer("self_harm") is None
    assert not any(page.is_checked(f"answer:{value}") for value in range(4))
    page.press(key)
    assert only(page).answer("self_harm") == 0


def test_a_second_press_on_the_way_takes_no_answer_back(page: Reader) -> None:
    """Leaving out and going back too are meant for the question that is read."""
    answer(page, 2, 1)
    page.click("question:back")
    page.click("question:back")
    assert page.is_checked("answer:2")

    page.find("question:leave_out").setFocus()
    page.press_too_often(Qt.Key.Key_Space)
    page.find("question:back").setFocus()
    page.press_too_often(Qt.Key.Key_Space)
    page.press_too_often(Qt.Key.Key_4)

    assert asks(page) == FIRST
    assert page.is_checked("answer:2")
    assert [one.answer for one in only(page).answers] == [2, 1]


def test_the_press_that_begins_answers_nothing(seat: Reader) -> None:
    """Pressed twice, it would answer the first question, and so would one back from Help now."""
    seat.go("questionnaires")
    seat.find("questionnaires:begin:phq_9").setFocus()
    seat.press(Qt.Key.Key_Space)
    seat.press_too_often(Qt.Key.Key_Space)
    assert kept(seat) == []

    seat.press(Qt.Key.Key_F1)
    seat.click("help:back")
    seat.press_too_often(Qt.Key.Key_1)

    assert asks(seat) == FIRST
    assert kept(seat) == []


def test_a_double_click_answers_one_question(page: Seat) -> None:
    """The second press was meant for what stood there before."""
    button = page.find("answer:1")
    place = button.rect().center()
    where = button.mapToGlobal(place)
    page.clock.advance(seconds=MOMENT)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)
    page.settle()

    below = QApplication.widgetAt(where)
    assert isinstance(below, QWidget)
    QTest.mouseDClick(below, Qt.MouseButton.LeftButton, pos=below.mapFromGlobal(where))
    page.settle()

    assert below.objectName() == "answer:1"
    assert [(one.question, one.answer) for one in only(page).answers][:1] == [
        ("little_interest", 1)
    ]


def test_going_back_shows_what_was_answered_and_a_new_answer_replaces_it(page: Seat) -> None:
    """The keyboard is on the answer that is marked; taking that one again changes nothing."""
    answer(page, 3, 1)

    page.click("question:back")
    assert asks(page) == SECOND
    assert page.is_checked("answer:1")
    assert page.focus == "answer:1"
    page.click("question:back")
    assert page.is_checked("answer:3")
    page.click("answer:3")
    assert asks(page) == SECOND
    page.click("answer:0")

    assert asks(page) == THIRD
    assert [(one.question, one.answer) for one in only(page).answers] == [
        ("little_interest", 3),
        ("feeling_down", 0),
    ]
    assert "2 answered" in page.page_words


def test_one_can_be_left_out(page: Seat) -> None:
    """It is not there at all, and not a nought; one that was answered is taken back."""
    page.click("question:leave_out")
    assert asks(page) == SECOND
    assert kept(page) == []
    answer(page, 2)
    page.click("question:back")
    page.click("question:leave_out")

    assert asks(page) == THIRD
    assert only(page).answers == ()
    assert "0 answered" in page.page_words


def test_back_from_the_first_question_leads_to_all_of_them(page: Seat) -> None:
    """And nothing is stored by that."""
    page.click("question:back")

    assert page.here == "questionnaires"
    assert kept(page) == []


def test_finish_later_keeps_what_was_answered_and_is_gone_on_with(page: Seat) -> None:
    """Also after closing; it is one record, and goes on after the last answer."""
    answer(page, 1, 2)
    page.click("question:later")
    assert page.here == "questionnaires"
    assert "2 of 9 answered today" in page.page_words

    page.reopen()
    page.go("questionnaires")
    page.click("questionnaires:begin:phq_9")

    assert asks(page) == THIRD
    answer(page, 3)
    assert [one.answer for one in only(page).answers] == [1, 2, 3]


def test_going_on_passes_what_was_left_out_before_the_last_answer(page: Seat) -> None:
    """Nobody is asked again for what they did not want to say."""
    page.click("question:leave_out")
    answer(page, 2)

    page.go("questionnaire", "go:phq_9")

    assert asks(page) == THIRD


def test_going_on_after_the_nine_asks_the_last_question(page: Seat) -> None:
    """It is not skipped, and nothing is finished by itself."""
    filled(page, *(0,) * 9, finished=False)

    page.go("questionnaire", "go:phq_9")

    assert LAST in asks(page)
    assert only(page).finished is None


def test_the_end_is_reached_by_leaving_everything_out(page: Seat) -> None:
    """That is an answer too: it is kept, so that nobody is asked again tomorrow."""
    for _number in range(10):
        page.click("question:leave_out")

    assert page.here == "questionnaire_answers"
    assert only(page).answers == ()
    assert only(page).finished == page.clock.now()


def test_a_gad_7_ends_after_seven_questions(seat: Seat) -> None:
    """It has no question outside the total, and none that shows whom to call."""
    seat.go("questionnaire", "go:gad_7")
    assert "GAD-7 · question 1 of 7" in seat.page_words

    answer(seat, 3, 3, 3, 3, 3, 3, 3)

    assert seat.here == "questionnaire_answers"
    assert "Total: 21 of 21, severe" in seat.page_words


def test_help_now_in_the_middle_comes_back_to_the_same_question(page: Seat) -> None:
    """With what was answered before."""
    answer(page, 1)

    page.press(Qt.Key.Key_F1)
    assert page.here == "help"
    page.click("help:back")

    assert page.here == "questionnaire"
    assert asks(page) == SECOND


def test_what_somebody_else_changes_meanwhile_is_shown(page: Seat) -> None:
    """In an editor, or on another computer."""
    answer(page, 1)
    page.click("question:back")
    name = f"journal/2026/{only(page).day.isoformat()}.yaml"

    page.change_outside(name, "answer: 1", "answer: 3")

    assert page.is_checked("answer:3")
    assert only(page).answer("little_interest") == 3


@pytest.mark.parametrize(
    "argument", ["", "go:phq_8", "go:", "change:2026-11-24:gone", "change:never:x", "x"]
)
def test_where_there_is_nothing_to_ask_all_of_them_are_shown(seat: Seat, argument: str) -> None:
    """Nothing is guessed from a broken argument."""
    seat.go("questionnaire", argument)

    assert seat.here == "questionnaires"


def test_one_that_is_not_open_yet_is_not_begun(seat: Seat) -> None:
    """It would ask about nearly the same two weeks."""
    filled(seat, 1, 1, days_ago=6)

    seat.go("questionnaire", "go:phq_9")

    assert seat.here == "questionnaires"
    assert kept(seat) == []


def test_under_18_none_is_asked_and_none_is_changed(seat: Seat) -> None:
    """Whatever way leads there."""
    old = filled(seat, 1, 1, days_ago=30)
    seat.desktop.program.preferences.keep_profile(Profile(age=Age.UNDER_18))

    for argument in ("go:phq_9", changing(old)):
        seat.go("questionnaire", argument)
        assert seat.here == "questionnaires"


def test_going_on_after_the_end_shows_what_was_answered(seat: Seat) -> None:
    """There is no question left."""
    seat.go("questionnaire", "go:gad_7")
    answer(seat, *(0,) * 7)

    seat.go("questionnaire")

    assert seat.here == "questionnaire_answers"


def test_an_earlier_one_is_changed_on_the_same_road(seat: Seat) -> None:
    """From its first question; it stays on its day, and its end stays where it was."""
    old = filled(seat, *(1,) * 9, days_ago=30)
    seat.go("questionnaire", changing(old))
    assert asks(seat) == FIRST
    assert seat.is_checked("answer:1")

    answer(seat, 2)

    changed = stored(seat, old)
    assert [one.answer for one in changed.answers] == [2, *(1,) * 8]
    assert changed.finished == old.finished
    assert kept(seat) == []


def test_a_screen_reader_hears_question_answers_and_how_far_it_is(page: Seat) -> None:
    """Each answer is a radio button by its own words; the group is named by the question."""
    answer(page, 1, 1)
    first = page.find("answer:0")
    group = first.parentWidget()
    assert group is not None
    interface = QAccessible.queryAccessibleInterface(first)
    assert interface is not None

    assert name_of(first) == "Not at all"
    assert interface.role() is QAccessible.Role.RadioButton
    assert name_of(group) == f"{STEM} {THIRD}"
    assert name_of(page.find("question:progress")) == "Question 3 of 9, 2 answered"
    answer(page, *(0,) * 7)
    assert name_of(page.find("question:progress")) == "One more question, 9 of 9 answered"


def test_tab_goes_from_the_answers_to_the_ways_out_and_stops_once_at_the_answers(
    page: Seat,
) -> None:
    """In the order in which they are seen, at every question."""
    for _question in range(2):
        stops = [page.focus]
        for _step in range(3):
            page.press(Qt.Key.Key_Tab)
            stops.append(page.focus)
        assert stops == ["answer:0", "question:back", "question:leave_out", "question:later"]
        page.press(Qt.Key.Key_1)


def test_on_a_small_screen_all_answers_are_in_sight(page: Seat) -> None:
    """At 800 by 600, of the longest question too: nobody takes the first because it shows."""
    page.desktop.window.resize(800, 600)
    answer(page, *(0,) * 7)
    page.settle()

    area = page.desktop.window.navigation.page
    assert area is not None
    viewport = area.area.viewport()
    for value in range(4):
        (button,) = area.findChildren(QWidget, f"answer:{value}")
        top = button.mapTo(viewport, QPoint(0, 0)).y()
        assert top >= 0
        assert top + button.height() <= viewport.height()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_question_is_cut_off_on_a_small_screen(page: Seat, percent: int) -> None:
    """The longest ones too; what is answered already is marked."""
    filled(page, *(1,) * 9, finished=False)
    page.desktop.program.preferences.keep_look(Look(theme=ThemeName.LIGHT, text_percent=percent))
    page.desktop.window.resize(800, 600)
    page.go("questionnaire", changing(only(page)))

    found = []
    for _question in range(10):
        page.settle()
        for check in (lint.clipped, lint.small_targets, lint.unnamed):
            found += check(page.desktop.window)
        if page.here == "questionnaire":
            page.press(Qt.Key.Key_1)

    assert found == []
    assert page.here == "questionnaire_answers"


def test_walking_by_arrow_keys_scrolls_along(page: Seat) -> None:
    """At 200 % on a small screen not all answers are in sight; the one walked to is."""
    look = Look(theme=ThemeName.LIGHT, text_percent=200)
    page.desktop.program.preferences.keep_look(look)
    page.desktop.window.resize(800, 600)
    answer(page, 0)
    page.settle()

    for value in range(1, 4):
        page.press(Qt.Key.Key_Down)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == f"answer:{value}"
        assert focused.visibleRegion().boundingRect() == focused.rect()
