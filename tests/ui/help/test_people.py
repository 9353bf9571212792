"""People I can call: any number of them, whatever they are called and however they are reached."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.domain.preferences import ClinicPhones, Look, Person, Profile, ThemeName
from app.ui.theme.theme import Theme
from app.ui.widgets.paths import unbroken
from tests.support import pages
from tests.support.day import Day
from tests.support.seat import Seat
from tests.ui.help.conftest import MakePage

LONG = "Professor Doktor Maria-Magdalena von Hohenstein-Waldenburg the younger, my neighbor"
PEOPLE = {
    "plain": Person(name="Sam", phone="555-0136"),
    "letters": Person(name="Kim", phone="1-800-CALL-KIM ext. 44, ask for Kim"),
    "long name": Person(name=LONG, phone="+49 (0) 6131 555 0136"),
    "one long word": Person(name="x" * 300, phone="5" * 300),
    "right to left": Person(name="שרה אבני", phone="+972 555-0136"),
    "pictures": Person(name="👩‍👩‍👧 Mum 🙂", phone="☎ 555-0136"),
    "no phone": Person(name="Whoever is at home", phone=""),
    "no name": Person(name="", phone="555-0136"),
    "marks": Person(name="<b>A & B</b> {name} %s", phone="#31# 555-0136*"),
}
BAD_LINES = {
    "five thousand letters": "x" * 5_000,
    "five thousand words": "word " * 1_000,
    "right to left": "היא תמיד עונה בטלפון " * 40,
    "pictures": "👨‍👩‍👧🙂" * 100,
}


def texts(page: QWidget) -> list[str]:
    """Return the text of each label that is shown, without places to wrap at."""
    pages.settle()
    labels = page.findChildren(QLabel)
    return [unbroken(one.text()) for one in labels if one.isVisibleTo(page)]


def people(count: int) -> tuple[Person, ...]:
    """Return so many people."""
    return tuple(Person(name=f"Friend {n}", phone=f"555-{n:04}") for n in range(count))


@pytest.mark.parametrize("kind", PEOPLE)
@pytest.mark.parametrize("percent", [100, 200])
def test_everybody_is_shown_whole(
    day: Day, make: MakePage, theme: Theme, kind: str, percent: int
) -> None:
    """At 800 × 600 and 200 % text too: nothing is cut off, and the page grows no wider."""
    person = PEOPLE[kind]
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    day.program.preferences.keep_profile(Profile(country="US", people=(person,)))
    page = make(day)

    pages.show(page, 800 - 92, 600)

    shown = texts(page)
    assert (person.name or "Someone") in shown
    assert not person.phone or person.phone in shown
    assert pages.faults(page) == []


@pytest.mark.parametrize("count", [0, 1, 30])
def test_any_number_of_people_is_shown(day: Day, make: MakePage, count: int) -> None:
    """In their order, below the numbers that ship; each can be changed."""
    day.program.preferences.keep_profile(Profile(country="US", people=people(count)))
    page = make(day)

    pages.show(page, 800 - 92, 600)

    shown = [text for text in texts(page) if text.startswith("555-")]
    assert shown == [one.phone for one in people(count)]
    assert texts(page).index("911") < texts(page).index("People I can call") if count else True
    if count:
        pages.tab_to(f"help:person:{count - 1}:edit")
    assert pages.faults(page) == []


def test_a_long_number_of_one_person_leaves_the_others_where_they_are(
    day: Day, make: MakePage
) -> None:
    """Its own name goes below it; the names of the others stand beside their numbers."""
    mixed = (PEOPLE["letters"], *people(1))
    day.program.preferences.keep_profile(Profile(country="US", people=mixed))
    page = make(day)
    pages.show(page)

    emergency, line = (label(page, text) for text in ("911", "Emergency number"))
    long, kim = (label(page, text) for text in (mixed[0].phone, "Kim"))

    assert bottom(long) <= top(kim) + 1
    assert top(line) < bottom(emergency)
    assert left(line) == left(label(page, "Friend 0"))


def test_a_very_long_number_is_copied_as_it_was_typed(day: Day, make: MakePage) -> None:
    """Without the places where it wraps on the screen."""
    phone = "+49-(0)6131-5550136-44-and-then-ask-for-Kim"
    person = Person(name="Kim", phone=phone)
    day.program.preferences.keep_profile(Profile(country="US", people=(person,)))
    page = make(day)
    pages.show(page)
    number = pages.tab_to("help:person:0")

    QTest.keyClick(number, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(number, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == phone


@pytest.mark.parametrize("line", BAD_LINES)
@pytest.mark.parametrize("percent", [100, 200])
def test_a_name_of_any_kind_is_kept_to_the_last_sign(seat: Seat, line: str, percent: int) -> None:
    """Pasted into the field, shown, stored, and there again after a restart."""
    text = BAD_LINES[line].strip()
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    seat.desktop.program.preferences.keep_look(look)
    seat.desktop.window.resize(800, 600)
    seat.press(Qt.Key.Key_F1)
    seat.click("help:person:add")
    QGuiApplication.clipboard().setText(text)

    QTest.keySequence(seat.find("help:person:name"), "Ctrl+V")
    seat.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "help:person:name"
    assert not focused.visibleRegion().isEmpty()
    seat.write("help:person:phone", "555-0136")
    seat.click("help:person:done")
    seat.reopen()
    seat.desktop.window.resize(800, 600)
    seat.settle()
    seat.press(Qt.Key.Key_F1)

    page = seat.desktop.window.navigation.page
    assert page is not None
    (person,) = seat.desktop.program.preferences.profile.people
    assert person == Person(name=text, phone="555-0136")
    assert text in texts(page)
    assert pages.faults(page) == []
    seat.find("help:person:0:edit").setFocus()
    seat.press(Qt.Key.Key_Space)
    field = seat.find("help:person:name")
    assert isinstance(field, QLineEdit)
    assert field.text() == text


def test_phones_of_the_clinic_are_named(day: Day, make: MakePage) -> None:
    """With the clinic's name and without, and each alone."""
    phones = ClinicPhones(day="555-0142", out_of_hours="555-0199")
    profile = Profile(country="IT", clinic=phones)
    day.program.preferences.keep_profile(profile)
    page = make(day)
    pages.show(page)
    assert {"Your clinic, daytime", "Your clinic, out of hours"} <= set(texts(page))
    assert "No answer? 555-0199, or the emergency number." in texts(page)
    assert "Call · About 10:00 to 24:00" in texts(page)

    only_day = replace(phones, name="Riverside Clinic", out_of_hours="")
    day.program.preferences.keep_profile(profile.with_clinic(only_day))

    shown = texts(page)
    assert "Riverside Clinic, daytime" in shown
    assert "Riverside Clinic, out of hours" not in shown
    assert "No answer? Call the emergency number." in shown


def test_the_keyboard_stays_on_a_number_while_others_change_the_list(
    day: Day, make: MakePage
) -> None:
    """On another computer, as when a folder is synchronized."""
    day.program.preferences.keep_profile(Profile(country="US", people=people(2)))
    page = make(day)
    pages.show(page)
    pages.tab_to("help:person:1")

    day.program.preferences.keep_profile(Profile(country="US", people=people(3)))
    pages.settle()

    assert page.focusWidget().objectName() == "help:person:1"
    assert page.focusWidget().isVisible()


def label(page: QWidget, text: str) -> QLabel:
    """Return the label that shows *text*."""
    found = [one for one in page.findChildren(QLabel) if unbroken(one.text()) == text]
    return next(one for one in found if one.isVisibleTo(page))


def top(widget: QWidget) -> int:
    """Return where *widget* begins, from the top of the screen."""
    return widget.mapToGlobal(widget.rect().topLeft()).y()


def bottom(widget: QWidget) -> int:
    """Return where *widget* ends, from the top of the screen."""
    return widget.mapToGlobal(widget.rect().bottomLeft()).y()


def left(widget: QWidget) -> int:
    """Return where *widget* begins, from the left of the screen."""
    return widget.mapToGlobal(widget.rect().topLeft()).x()
