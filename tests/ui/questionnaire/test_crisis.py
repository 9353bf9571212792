"""Whom to call: at once after question nine above 0, before any score, and every time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.preferences import ClinicPhones, Person, Profile
from app.domain.scoring import SCORED
from app.ui.questionnaire.crisis_page import CrisisPage
from app.ui.theme.theme import Theme
from tests.support.day import Day
from tests.support.seat import Seat
from tests.ui.questionnaire.answering import PHQ_9, answer, changing, filled, only, stored

PROFILE = Profile(
    country="US",
    clinic=ClinicPhones(name="Riverside Clinic", day="555-0142", out_of_hours="555-0199"),
    people=(Person(name="Sam", phone="555-0136"),),
)


@pytest.fixture
def ninth(seat: Seat) -> Seat:
    """Return a seat before question nine, eight answered."""
    seat.desktop.program.preferences.keep_profile(PROFILE)
    seat.go("questionnaire", "go:phq_9")
    answer(seat, *(1,) * 8)
    return seat


@pytest.mark.parametrize("value", [1, 2, 3])
def test_any_answer_above_nought_shows_whom_to_call_and_is_kept(ninth: Seat, value: int) -> None:
    """At once, in the place of the next question; no window comes up over it."""
    answer(ninth, value)

    words = ninth.page_words
    assert ninth.here == "crisis"
    assert only(ninth).answer("self_harm") == value
    assert "question: self_harm" in ninth.files()
    assert "Thank you for being honest." in words
    assert "Many people here have such thoughts. You can talk to someone now." in words
    assert "What you write stays on this computer. It does not reach your clinic." in words
    assert "To reach a person now:" in words
    assert "Your answers are kept." in words
    assert "Numbers looked up November 2026" in words
    assert QApplication.activeModalWidget() is None


def test_every_number_is_there_and_no_score(ninth: Seat) -> None:
    """The crisis lines first; each can be reached by Tab and copied."""
    answer(ninth, 1)

    words = ninth.page_words
    for number in ("988", "741741", "911", "555-0142", "555-0199", "555-0136"):
        assert number in words
    assert "You might act on thoughts of ending your life, or cannot stay safe" in words
    assert "Total" not in words
    assert "answered" not in words.replace("Your answers", "")
    assert ninth.focus == "crisis:crisis:0"
    stops = []
    for _step in range(7):
        ninth.press(Qt.Key.Key_Tab)
        stops.append(ninth.focus)
    assert stops == [
        "crisis:crisis:1",
        "crisis:emergency",
        "crisis:clinic:day",
        "crisis:clinic:out_of_hours",
        "crisis:person:0",
        "crisis:help",
        "crisis:go_on",
    ]


@pytest.mark.parametrize("way", ["answer:0", "question:leave_out"])
def test_nought_and_no_answer_go_straight_on(ninth: Seat, way: str) -> None:
    """To the last question."""
    ninth.click(way)

    assert ninth.here == "questionnaire"
    assert "one more question" in ninth.page_words


def test_going_on_leads_to_the_last_question_and_then_to_the_score(ninth: Seat) -> None:
    """The card came before it."""
    answer(ninth, 2)

    ninth.click("crisis:go_on")

    assert ninth.here == "questionnaire"
    assert "one more question" in ninth.page_words
    answer(ninth, 0)
    assert ninth.here == "questionnaire_answers"
    assert "Total: 10 of 27, moderate" in ninth.page_words


def test_it_comes_every_time(ninth: Seat) -> None:
    """For the same answer given once more, and for another one."""
    for value in (1, 1, 3):
        answer(ninth, value)
        assert ninth.here == "crisis"
        ninth.click("crisis:go_on")
        ninth.click("question:back")
    answer(ninth, 0)

    assert ninth.here == "questionnaire"
    assert only(ninth).answer("self_harm") == 0


def test_it_comes_when_an_earlier_one_is_answered_anew(seat: Seat) -> None:
    """Weeks later, by whoever changes an answer."""
    old = filled(seat, *(0,) * 9, days_ago=30)
    seat.go("questionnaire", changing(old))
    answer(seat, *(0,) * 8)

    answer(seat, 1)

    assert seat.here == "crisis"
    changed = stored(seat, old)
    assert [one.answer for one in changed.answers] == [*(0,) * 8, 1]
    assert len(changed.answers) == len(SCORED[PHQ_9])


def test_a_key_that_is_held_does_not_take_the_card_away(ninth: Seat) -> None:
    """The number keys and Enter mean nothing on it."""
    ninth.press(Qt.Key.Key_4)
    for key in (Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_Space):
        ninth.press(key)

    assert ninth.here == "crisis"
    assert only(ninth).answer("self_harm") == 3


def test_all_of_help_now_is_one_press_away_and_leads_back(ninth: Seat) -> None:
    """To the card, as it was."""
    answer(ninth, 1)

    ninth.click("crisis:help")
    assert ninth.here == "help"
    ninth.click("help:back")

    assert ninth.here == "crisis"
    assert ninth.shows("crisis:go_on")


def test_without_a_country_there_is_still_a_way(seat: Seat) -> None:
    """A place to look, and the local emergency number in words, where the keyboard stops too."""
    seat.desktop.program.preferences.keep_profile(Profile(country="ZZ"))

    seat.go("crisis")

    assert "findahelpline.com" in seat.page_words
    assert "Your local emergency number" in seat.page_words
    assert "Numbers looked up" not in seat.page_words
    assert seat.shows("crisis:emergency")


@pytest.mark.parametrize(("told", "number"), [("", "116 123"), ("NZ", "1737")])
def test_the_country_is_the_computers_until_one_is_told(
    day: Day, theme: Theme, qtbot: QtBot, told: str, number: str
) -> None:
    """As on Help now."""
    program = day.program
    program.preferences.keep_profile(Profile(country=told))
    page = CrisisPage(
        theme,
        content=program.content,
        preferences=program.preferences,
        saving=program.saving,
        locale_name="en_GB",
    )
    qtbot.addWidget(page)

    page.arrive("")

    assert number in [label.text() for label in page.findChildren(QLabel)]


def test_what_of_the_own_numbers_cannot_be_read_is_said(seat: Seat) -> None:
    """Nobody waits for a number that is in a damaged file."""
    seat.desktop.program.preferences.keep_profile(PROFILE)
    seat.close()
    profile = seat.paths.data / "profile.yaml"
    profile.write_text(profile.read_text("utf-8") + "\tx: [", "utf-8")
    seat.open()

    seat.go("crisis")

    assert "The people and phones you added could not be read." in seat.page_words


def test_whoever_opens_the_card_without_a_questionnaire_is_led_on(seat: Seat) -> None:
    """To all of them."""
    seat.go("crisis")

    seat.click("crisis:go_on")

    assert seat.here == "questionnaires"


def test_the_sign_gives_way_where_there_is_little_height(ninth: Seat) -> None:
    """The numbers matter more."""
    answer(ninth, 1)
    page = ninth.desktop.window.navigation.page
    assert page is not None
    thanks = ninth.top("crisis:thanks")

    ninth.desktop.window.resize(800, 420)
    ninth.settle()

    assert ninth.top("crisis:thanks") < thanks
