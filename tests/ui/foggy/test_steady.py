"""A double tap, a held key and a stray Enter do no harm; every key that helps is there."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.preferences import Look, ThemeName
from app.ui.foggy import page as foggy_page
from tests.support.foggy import Drowsy

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of what a screen reader is told from now on."""
    said: list[str] = []

    def hear(_widget: QWidget, words: str) -> None:
        said.append(words)

    monkeypatch.setattr(foggy_page, "announce", hear)
    return said


def test_a_double_tap_answers_one_question(drowsy: Drowsy) -> None:
    """The second tap within 0.4 s was meant for the question before, whatever it hits."""
    drowsy.tap("no")
    drowsy.clock.advance(seconds=0.39)
    drowsy.click("foggy:yes")
    assert drowsy.question == "Is anything bothering you?"
    assert drowsy.check_ins() == []

    drowsy.clock.advance(seconds=0.01)
    drowsy.click("foggy:yes")

    assert drowsy.question == "That is all. Rest now."
    drowsy.click("foggy:tell_more")
    drowsy.click("foggy:done")
    drowsy.click("foggy:back")
    assert drowsy.question == "That is all. Rest now."
    assert drowsy.answers == {"bothering": "yes"}


def test_a_real_double_click_does_the_same(drowsy: Drowsy) -> None:
    """The mouse sends it as an event of its own kind."""
    drowsy.wait_a_moment()
    place = drowsy.place(drowsy.find("foggy:no")).center()
    window = drowsy.desktop.window.windowHandle()

    QTest.mouseClick(window, Qt.MouseButton.LeftButton, NONE, place)
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton, NONE, place)
    drowsy.settle()

    assert drowsy.question == "Is anything bothering you?"
    assert drowsy.check_ins() == []


def test_the_tap_that_led_here_answers_nothing(drowsy: Drowsy) -> None:
    """Nor does the one that led back from Help now."""
    drowsy.go("foggy", "new")
    drowsy.click("foggy:no")
    assert drowsy.question == "Do you need someone now?"
    drowsy.tap("no")
    drowsy.press(Qt.Key.Key_F1)
    drowsy.wait_a_moment()
    drowsy.press(Qt.Key.Key_Escape)

    drowsy.click("foggy:yes")

    assert drowsy.question == "Is anything bothering you?"
    assert drowsy.check_ins() == []


def test_a_stray_tap_ticks_no_tile(drowsy: Drowsy) -> None:
    """It shows what is kept, which is nothing; so does how strong, and leaving out."""
    drowsy.tap("no", "yes", "tell_more")
    drowsy.click("foggy:effect:nausea")
    assert not drowsy.is_checked("foggy:effect:nausea")
    assert drowsy.answers == {"bothering": "yes"}

    drowsy.tap("effect:nausea", "go_on")
    drowsy.click("foggy:leave_out")
    drowsy.click("foggy:severe")

    assert drowsy.question == "Nausea"
    assert drowsy.answers["effects"] == [{"effect": "nausea"}]


def test_tiles_are_tapped_as_fast_as_one_likes(drowsy: Drowsy) -> None:
    """On the same screen nothing has to be waited for."""
    drowsy.tap("no", "yes", "tell_more", "effect:nausea")

    drowsy.click("foggy:effect:vomiting")
    drowsy.click("foggy:effect:headache")

    noted = [one["effect"] for one in drowsy.answers["effects"]]
    assert noted == ["nausea", "vomiting", "headache"]


def test_a_key_that_is_held_down_counts_once(drowsy: Drowsy) -> None:
    """Even for as long as it takes to see what happened."""
    drowsy.wait_a_moment()
    drowsy.press(Qt.Key.Key_2)
    for _again in range(5):
        drowsy.wait_a_moment()
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, NONE, "2", True)
        QApplication.sendEvent(drowsy.find("foggy:question"), again)
    assert drowsy.question == "Is anything bothering you?"
    target = drowsy.find("foggy:no")
    target.setFocus()
    QTest.keyPress(target, Qt.Key.Key_Space)
    for _again in range(5):
        drowsy.wait_a_moment()
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, NONE, " ", True)
        QApplication.sendEvent(target, again)
    assert drowsy.check_ins() == []
    QTest.keyRelease(target, Qt.Key.Key_Space)
    drowsy.settle()

    assert drowsy.answers == {"bothering": "no"}
    assert not any(one.autoRepeat() for one in drowsy.page.findChildren(QShortcut))


def test_nothing_is_answered_by_a_key_pressed_once_more(drowsy: Drowsy) -> None:
    """Each question has the keyboard itself: Enter and Space do nothing until one chooses."""
    for name in ("no", "yes"):
        drowsy.wait_a_moment()
        drowsy.press(Qt.Key.Key_Return)
        drowsy.press(Qt.Key.Key_Space)
        assert drowsy.check_ins() == []
        assert drowsy.focus == "foggy:question"
        drowsy.tap(name)

    drowsy.wait_a_moment()
    drowsy.press(Qt.Key.Key_Return)

    assert drowsy.here == "foggy"
    assert drowsy.answers == {"bothering": "yes"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_arrows_choose_and_a_key_answers(drowsy: Drowsy, key: Qt.Key) -> None:
    """Down to the first, on to the next, and round."""
    drowsy.wait_a_moment()
    drowsy.press(Qt.Key.Key_Down)
    assert drowsy.focus == "foggy:yes"
    drowsy.press(Qt.Key.Key_Down)
    drowsy.press(key)
    drowsy.wait_a_moment()
    drowsy.press(Qt.Key.Key_Up)
    assert drowsy.focus == "foggy:cannot_say"
    drowsy.press(Qt.Key.Key_Down)
    assert drowsy.focus == "foggy:yes"
    drowsy.press(Qt.Key.Key_Left)
    assert drowsy.focus == "foggy:cannot_say"

    drowsy.press(key)

    assert drowsy.answers == {"bothering": "cannot_say"}
    assert drowsy.focus == "foggy:question"


def test_numbers_answer_and_others_do_nothing(drowsy: Drowsy) -> None:
    """Each target shows its own; the keys at the side of a keyboard count too."""
    drowsy.wait_a_moment()
    drowsy.press(Qt.Key.Key_3)
    drowsy.press(Qt.Key.Key_0)
    assert drowsy.question == "Do you need someone now?"
    drowsy.press(Qt.Key.Key_2)
    drowsy.wait_a_moment()

    pad = Qt.KeyboardModifier.KeypadModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, pad)  # type: ignore[arg-type]
    drowsy.settle()

    assert drowsy.answers == {"bothering": "yes"}


def test_the_tiles_are_walked_as_they_stand(drowsy: Drowsy) -> None:
    """Two abreast: beside, below, and over the edge to the next row."""
    drowsy.tap("no", "yes", "tell_more")
    walked = []
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)

    for key in (*keys, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        drowsy.press(key)
        walked.append(drowsy.focus.removeprefix("foggy:").removeprefix("effect:"))

    names = list(drowsy.desktop.program.content.effect_names)
    steps = [names[0], names[2], names[3], names[4], names[5], "go_on", names[1], names[0]]
    assert walked == steps
    drowsy.press(Qt.Key.Key_Space)
    drowsy.wait_a_moment()
    drowsy.press(Qt.Key.Key_Space)
    assert drowsy.focus == f"foggy:effect:{names[0]}"  # a tick moves nothing


def test_from_right_to_left_the_arrows_go_the_other_way(drowsy: Drowsy) -> None:
    """The targets are mirrored too; what is first is at the right."""
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        drowsy.tap("no", "yes", "tell_more")
        first, second = (drowsy.find(f"foggy:effect:{one}") for one in ("nausea", "vomiting"))
        first.setFocus()

        drowsy.press(Qt.Key.Key_Left)

        assert drowsy.focus == "foggy:effect:vomiting"
        assert drowsy.place(first).left() > drowsy.place(second).right()
        back, stop = (drowsy.place(drowsy.find(f"foggy:{one}")) for one in ("back", "stop"))
        assert back.left() > stop.right()
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_question_is_told_to_a_screen_reader(drowsy: Drowsy, heard: list[str]) -> None:
    """With the words below it; the question has the keyboard, for readers that hear no news."""
    drowsy.tap("no", "yes", "tell_more", "effect:nausea", "go_on", "severe", "go_on")

    assert heard == [
        "Is anything bothering you?",
        "That is all. Rest now. You can say more when your head is clear.",
        "Which did you notice?",
        "Nausea How strong was it?",
        "When to call The same card for everyone. Nothing is judged.",
        "That is all. Rest now. You can say more when your head is clear.",
    ]
    assert drowsy.focus == "foggy:question"
    described = drowsy.find("foggy:question").accessibleDescription()
    assert described == "You can say more when your head is clear."


def test_fewer_tiles_in_a_smaller_window_keep_the_keyboard(drowsy: Drowsy) -> None:
    """What had the keyboard may be gone; then the question has it."""
    drowsy.tap("no", "yes", "tell_more", "effect:nausea")
    drowsy.find("foggy:effect:drowsiness").setFocus()

    drowsy.desktop.program.preferences.keep_look(Look(theme=ThemeName.LIGHT, text_percent=200))
    drowsy.desktop.window.resize(800, 600)
    drowsy.settle()

    assert not drowsy.shows("foggy:effect:drowsiness")
    assert drowsy.focus == "foggy:question"
    assert drowsy.is_checked("foggy:effect:nausea")
