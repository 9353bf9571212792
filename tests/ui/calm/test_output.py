"""Choosing where a session is heard: there when there is a choice, and kept when it is gone."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.ui.calm.words import silent_words
from app.ui.sound.kinds import SoundProblem
from app.ui.sound.player import Player
from app.ui.sound.wire import Hearing, Order, Output, Outputs
from tests.support.seat import Seat

FIELD = "calm:sound:output"
USUAL = Output(id="speakers", name="Built-in Audio", is_usual=True)
STICK = Output(id="usb-1", name="Headphones")


@pytest.fixture
def calm(seat: Seat) -> Seat:
    """Return a seat before the page, with what is heard unfolded."""
    seat.go("calm")
    seat.click("calm:sound")
    return seat


def player_of(seat: Seat) -> Player:
    """Return what makes sound."""
    return seat.desktop.places.calm.player


def plug(seat: Seat, *outputs: Output) -> None:
    """Have the player say that these devices are there."""
    player_of(seat)._take(Outputs(listed=outputs))
    seat.settle()


def devices(seat: Seat) -> QComboBox:
    """Return the list on screen."""
    box = seat.find(FIELD)
    assert isinstance(box, QComboBox)
    return box


def listed(seat: Seat) -> list[str]:
    """Return what can be chosen."""
    box = devices(seat)
    return [box.itemText(place) for place in range(box.count())]


def choose(seat: Seat, output: str) -> None:
    """Choose a device in the list."""
    box = devices(seat)
    box.setCurrentIndex(box.findData(output))
    box.activated.emit(box.currentIndex())
    seat.settle()


def kept(seat: Seat) -> str:
    """Return the device that is kept."""
    return seat.desktop.program.own_calm.choices.sound.output


def test_it_is_there_while_there_is_a_choice(calm: Seat) -> None:
    """Not before anything is known, nor with one device alone."""
    assert not calm.shows(FIELD)
    plug(calm, USUAL)
    assert not calm.shows(FIELD)

    plug(calm, USUAL, STICK)
    assert calm.shows(FIELD)
    assert listed(calm) == ["The usual one", "Built-in Audio", "Headphones"]
    assert devices(calm).currentText() == "The usual one"
    assert "Now that is Built-in Audio." in calm.words
    plug(calm, replace(USUAL, is_usual=False), replace(STICK, is_usual=True))
    assert "Now that is Headphones." in calm.words

    plug(calm, STICK)
    assert not calm.shows(FIELD)


def test_a_list_that_was_known_before_is_shown_at_once(seat: Seat) -> None:
    """The other page asks the same player."""
    plug(seat, USUAL, STICK)
    seat.go("eyes_closed_start")

    seat.click("eyes_closed:sound")

    assert seat.shows("eyes_closed:sound:output")


def test_a_choice_is_kept_and_heard(calm: Seat) -> None:
    """In the patient's file, by the system's name; the player knows it."""
    plug(calm, USUAL, STICK)

    choose(calm, "usb-1")

    assert "output: usb-1" in calm.files()
    assert player_of(calm)._output == "usb-1"
    assert calm.desktop.places.calm.care()._sound._listening.isActive()
    assert "You hear it for a moment." in calm.words
    choose(calm, "")
    assert "output" not in calm.files()
    assert player_of(calm)._output == ""


def test_by_keyboard_and_screen_reader(calm: Seat) -> None:
    """It has a name, says what is to say of the choice, and arrows go through it."""
    plug(calm, USUAL, STICK)
    box = devices(calm)
    box.setFocus()
    assert box.accessibleName() == "Where it is heard"
    assert box.accessibleDescription() == "Now that is Built-in Audio."

    QTest.keyClick(box, Qt.Key.Key_Down)
    assert kept(calm) == "speakers"
    QTest.keyClick(box, Qt.Key.Key_Down)

    assert kept(calm) == "usb-1"
    assert calm.focus == FIELD


def test_a_chosen_device_that_goes_stays_chosen(calm: Seat) -> None:
    """It is named, with a sentence, also alone; it is the same one when it is back."""
    plug(calm, USUAL, STICK)
    choose(calm, "usb-1")

    plug(calm, USUAL)
    assert listed(calm) == ["The usual one", "Built-in Audio", "Not there now: Headphones"]
    assert devices(calm).currentData() == "usb-1"
    assert "Until it is back, the usual one is used." in calm.words
    assert kept(calm) == "usb-1"
    plug(calm)
    assert listed(calm) == ["The usual one", "Not there now: Headphones"]
    assert "Until it is back" not in calm.words

    plug(calm, USUAL, STICK)
    assert listed(calm) == ["The usual one", "Built-in Audio", "Headphones"]
    assert devices(calm).currentText() == "Headphones"


def test_one_that_was_never_seen_has_no_name(calm: Seat) -> None:
    """It was chosen last month; nothing is said before it is known who is there."""
    own = calm.desktop.program.own_calm
    own.keep(replace(own.choices, sound=replace(own.choices.sound, output="usb-9")))
    calm.settle()
    assert not calm.shows(FIELD)

    plug(calm, USUAL)

    assert devices(calm).currentText() == "Not there now: the one you chose"


def test_where_all_is_silent_a_bell_is_heard(calm: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only for the device: who chooses silence hears none."""
    sent: list[Order] = []
    monkeypatch.setattr(player_of(calm), "_send", sent.append)
    plug(calm, USUAL, STICK)
    calm.click("calm:sound:silence")
    assert "cue" not in [one.do for one in sent]

    choose(calm, "usb-1")

    assert "cue" in [one.do for one in sent]


def test_a_running_page_says_so_and_closed_eyes_are_left_alone(calm: Seat) -> None:
    """Who looks is told that others are used; the dark page stays as it was."""
    calm.click("calm:start")
    words = silent_words(SoundProblem.OUTPUT_MISSING)

    player_of(calm)._take(Hearing(problem=SoundProblem.OUTPUT_MISSING))
    calm.settle()
    assert words in calm.words
    player_of(calm)._take(Hearing(problem=None))
    calm.settle()
    assert words not in calm.words

    calm.go("eyes_closed")
    before = _shown(calm)
    player_of(calm)._take(Hearing(problem=SoundProblem.OUTPUT_MISSING))
    calm.settle()
    assert _shown(calm) == before
    assert calm.here == "eyes_closed"


def _shown(seat: Seat) -> list[str]:
    """Return every label of the page that is shown, and of what lies over it."""
    window: QWidget = seat.desktop.window
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
