"""Whom to call is there whatever is broken, and can be put right on the spot."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app import i18n
from app.domain.preferences import ClinicPhones, Look, Person, Profile, ThemeName
from app.ui.help.page import HelpPage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.accessible import name_of
from tests.support import lint, pages, pseudo
from tests.support.day import Day
from tests.ui.help.conftest import MakePage

ANNA = Profile(
    name="Anna",
    country="US",
    clinic=ClinicPhones(name="Riverside Clinic", day="555-0142", out_of_hours="555-0199"),
    people=(Person(name="Sam", phone="555-0136"),),
)


def numbers(page: HelpPage) -> list[str]:
    """Return what can be selected, in order."""
    pages.settle()
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.textInteractionFlags() & selectable and label.isVisibleTo(page)
    ]


def words(page: HelpPage) -> str:
    """Return every word that is shown."""
    pages.settle()
    labels = [label for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    return "\n".join(label.text() for label in labels)


def test_every_number_is_there_the_emergency_number_first(day: Day, make: MakePage) -> None:
    """Country, clinic and people; and nothing has to be scrolled to at 800 × 600."""
    day.program.preferences.keep_profile(ANNA)
    page = make(day)

    pages.show(page, 708, 600)

    assert numbers(page) == ["911", "988", "741741", "555-0142", "555-0199", "555-0136"]
    last = pages.find(page, "help:person:0")
    assert last.mapTo(page, last.rect().bottomLeft()).y() < 600


def test_the_lists_are_whole_and_name_the_numbers(day: Day, make: MakePage) -> None:
    """Three parts, and what to do when nobody answers."""
    day.program.preferences.keep_profile(ANNA)
    page = make(day)

    pages.show(page)

    shown = words(page)
    lists = day.program.content.when_to_call
    assert all(one.text in shown for one in (*lists.emergency, *lists.same_day, *lists.days_after))
    assert "Call 911 now" in shown
    assert "No answer? 555-0199, or the emergency number." in shown
    assert "It does not reach your clinic." in shown
    assert "Numbers looked up November 2026" in shown


def test_an_unknown_country_says_where_to_look(day: Day, make: MakePage) -> None:
    """And asks for the country right there."""
    page = make(day, "C")

    pages.show(page)

    shown = words(page)
    assert "Your local emergency number" in shown
    assert numbers(page) == ["findahelpline.com"]
    assert "Call the emergency number now" in shown
    assert "No answer? Call the emergency number." in shown
    assert "Choose yours, and its numbers show here." in shown
    assert "looked up" not in shown
    assert name_of(pages.find(page, "help:emergency")) == "Your local emergency number"


def test_the_country_can_be_changed_where_the_numbers_are(day: Day, make: MakePage) -> None:
    """By keyboard, and it is kept at once."""
    page = make(day)
    pages.show(page)
    box = pages.tab_to("help:country")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "United States"

    QTest.keyClicks(box, "Germ")

    assert numbers(page)[:2] == ["112", "0800 111 0 111"]
    day.settle()
    assert "country: DE" in day.text("profile.yaml")
    assert "Taken from this computer." not in words(page)


def test_somewhere_else_is_kept_and_not_guessed_again(day: Day, make: MakePage) -> None:
    """Someone on a journey may know better than the computer."""
    page = make(day)
    pages.show(page)
    box = pages.tab_to("help:country")

    QTest.keyClicks(box, "Some")

    assert numbers(page) == ["findahelpline.com"]
    day.settle()
    assert "country: ZZ" in day.text("profile.yaml")


def test_somebody_to_call_is_added_by_keyboard_alone(day: Day, make: MakePage) -> None:
    """Name and phone reach the file, and the number is shown while it is typed."""
    page = make(day)
    pages.show(page)

    pages.tab_to("help:person:add")
    pages.press(Qt.Key.Key_Space)
    pages.type_words("Sam")
    pages.tab_to("help:person:phone")
    pages.type_words("555-0136")
    pages.press(Qt.Key.Key_Return)

    assert "555-0136" in numbers(page)
    assert page.focusWidget().objectName() == "help:person:add"
    day.settle()
    assert "Sam" in day.text("profile.yaml")


def test_somebody_is_changed_and_taken_off_and_comes_back(
    day: Day, make: MakePage, undo: UndoStack
) -> None:
    """Undo puts them back in their place."""
    two = (*ANNA.people, Person(name="Kim", phone="555-0177"))
    day.program.preferences.keep_profile(Profile(country="US", people=two))
    page = make(day)
    pages.show(page)
    pages.tab_to("help:person:1:edit")
    pages.press(Qt.Key.Key_Tab)
    assert page.focusWidget().objectName() == "help:country"
    pages.tab_to("help:person:0:edit")
    pages.press(Qt.Key.Key_Space)
    pages.type_words("my")
    pages.tab_to("help:person:remove")
    pages.press(Qt.Key.Key_Space)

    assert numbers(page)[-1] == "555-0177"
    assert undo.top is not None
    assert undo.top.text == "Sammy is off your list."

    undo.undo()

    assert numbers(page)[-2:] == ["555-0136", "555-0177"]


def test_words_typed_when_the_page_is_left_are_kept(day: Day, make: MakePage) -> None:
    """And somebody of whom nothing was written is not."""
    page = make(day)
    pages.show(page)
    pages.tab_to("help:person:add")
    pages.press(Qt.Key.Key_Space)
    pages.type_words("Kim")
    page.leave()

    pages.tab_to("help:person:add")
    pages.press(Qt.Key.Key_Space)
    pages.type_words(" ")
    page.leave()

    assert day.program.preferences.profile.people == (Person(name="Kim", phone=""),)
    assert pages.find(page, "help:person:0:edit")


def test_the_clinics_phones_are_asked_for_where_they_are_missing(
    day: Day, make: MakePage, qtbot: QtBot
) -> None:
    """The link leads to Settings."""
    page = make(day)
    pages.show(page)
    pages.tab_to("help:clinic")

    with qtbot.waitSignal(page.route_wanted) as heard:
        pages.press(Qt.Key.Key_Space)

    assert heard.args == [Route("settings", "clinic")]


def test_when_to_call_goes_to_the_lists(day: Day, make: MakePage) -> None:
    """Every page links there."""
    page = make(day)

    page.arrive("when_to_call")  # pages arrive before they are shown
    page.resize(708, 600)
    page.show()
    pages.settle()

    assert page.area.verticalScrollBar().value() > 0


def test_a_number_can_be_copied_and_is_read_with_its_name(day: Day, make: MakePage) -> None:
    """A screen reader hears whose number it is."""
    day.program.preferences.keep_profile(ANNA)
    page = make(day)
    pages.show(page)

    label = pages.tab_to("help:clinic:day")

    assert name_of(label) == "Riverside Clinic, daytime: 555-0142"
    QTest.keyClick(label, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "555-0142"


def test_a_broken_profile_hides_no_number(day: Day, make: MakePage) -> None:
    """The country is guessed then."""
    day.close()
    (day.data / "profile.yaml").write_text("name: Anna\n\tcountry: US\n", encoding="utf-8")
    day.reopen()
    page = make(day)

    pages.show(page)

    assert numbers(page) == ["911", "988", "741741"]
    assert "could not be read. Their file is safe: profile.yaml." in words(page)


def test_help_needs_no_folder(tmp_path: Path, make: MakePage) -> None:
    """Even what is typed then stays on the screen."""
    pages.no_folder(tmp_path / "none")
    day = Day(tmp_path / "none")
    page = make(day)

    pages.show(page)
    page._model.type_person(Person(), Person(name="Sam", phone="555-0136"))
    page.leave()

    assert numbers(page) == ["911", "988", "741741", "555-0136"]
    day.close()


@pytest.mark.parametrize(("percent", "size"), pages.SIZES)
@pytest.mark.parametrize("language", ["en", "xx", "xr"])
def test_nothing_is_clipped_unnamed_or_foreign(
    *,
    day: Day,
    make: MakePage,
    theme: Theme,
    tmp_path: Path,
    language: str,
    percent: int,
    size: tuple[int, int],
) -> None:
    """At every size, in a made-up language too, with somebody being added."""
    if language != "en":
        i18n.install(language, pseudo.write_catalogs(tmp_path / "locale"))
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    day.program.preferences.keep_profile(ANNA)
    page = make(day)
    if language == "xr":
        page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pages.show(page, size[0] - 92, size[1])
    pages.tab_to("help:person:0:edit")
    pages.press(Qt.Key.Key_Space)

    assert pages.faults(page) == []
    if language != "en":
        may_stay = pages.is_content(day.program.content)
        own = {"Sam", "Sam: 555-0136"}
        assert lint.untranslated(page, lambda text: may_stay(text) or text in own) == []
