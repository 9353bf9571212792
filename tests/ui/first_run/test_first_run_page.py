"""The first screen asks little, presets nothing but the country, and loses nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app import i18n
from app.domain.preferences import Age, ClinicPhones, Look, Profile, Purpose, ThemeName
from app.ui.first_run.model import FirstRunModel
from app.ui.first_run.page import FirstRunPage
from app.ui.route import Route
from app.ui.theme.theme import Theme
from tests.support import lint, pages, pseudo
from tests.support.day import Day

MakePage = Callable[..., FirstRunPage]


@pytest.fixture
def make(theme: Theme, qtbot: QtBot) -> MakePage:
    """Make the page of a day, on a computer with a locale."""

    def make(day: Day, locale_name: str = "en_US") -> FirstRunPage:
        program = day.program
        model = FirstRunModel(
            preferences=program.preferences,
            content=program.content,
            clock=program.clock,
            saving=program.saving,
            changes=program.changes,
            logo=program.clinic_logo,
            locale_name=locale_name,
        )
        page = FirstRunPage(theme, model)
        qtbot.addWidget(page)
        return page

    return make


def words(page: FirstRunPage) -> str:
    """Return every word that is shown."""
    pages.settle()
    labels = [label for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    return "\n".join(label.text().replace("\u200b", "") for label in labels)


def test_it_says_what_this_is_and_is_not(day: Day, make: MakePage) -> None:
    """And where the files are, and who can open them."""
    page = make(day)

    pages.show(page)

    shown, about = words(page), day.program.content.about
    for key in ("what", "ready", "calm", "journal", "not_a_device", "supervised", "stays_here"):
        assert about[key] in shown
    assert str(day.data) in shown
    assert about["files_open"] in shown
    assert about["under_18"] in shown


def test_only_the_country_is_preset(day: Day, make: MakePage) -> None:
    """Purpose and age are not answered for anybody."""
    page = make(day)

    pages.show(page)

    box = pages.find(page, "first_run:country")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "United States"
    assert "Emergency number 911, crisis lines 988" in words(page)
    assert not any(button.isChecked() for button in page.findChildren(QAbstractButton))


def test_everything_is_told_by_keyboard_and_lands_in_the_file(
    day: Day, make: MakePage, qtbot: QtBot
) -> None:
    """Begin remembers that the screen was seen, and goes on to Today."""
    page = make(day)
    pages.show(page)
    box = pages.tab_to("first_run:country")
    QTest.keyClicks(box, "Canada")
    pages.tab_to("first_run:clinic:day")
    pages.type_words("555-0142")
    pages.tab_to("first_run:clinic:out_of_hours")
    pages.type_words("555-0199")
    pages.tab_to("first_run:purpose:mood")
    pages.press(Qt.Key.Key_Space)
    pages.tab_to("first_run:age:adult")
    pages.press(Qt.Key.Key_Space)
    pages.tab_to("first_run:begin")

    with qtbot.waitSignal(page.route_wanted) as heard:
        pages.press(Qt.Key.Key_Space)

    assert heard.args == [Route("today")]
    day.settle()
    profile = day.text("profile.yaml")
    for line in ("country: CA", "555-0142", "555-0199", "purpose: mood", "age: adult"):
        assert line in profile
    assert day.program.preferences.settings.first_run_at == day.clock.now()
    assert "first_run_at: '2026-11-24T09:00:00+01:00'" in day.text("settings.yaml")


def test_begin_keeps_the_country_that_was_preset(day: Day, make: MakePage) -> None:
    """It was on the screen, and the patient went on from there."""
    page = make(day, "de_AT")
    pages.show(page)
    pages.tab_to("first_run:begin")

    pages.press(Qt.Key.Key_Space)

    assert day.program.preferences.profile == Profile(country="AT")


def test_a_country_that_is_not_on_the_list_is_somewhere_else(day: Day, make: MakePage) -> None:
    """The list says so, and so does the file."""
    page = make(day, "nb_NO")
    pages.show(page)
    assert "Your local emergency number" in words(page)
    pages.tab_to("first_run:begin")

    pages.press(Qt.Key.Key_Space)

    assert day.program.preferences.profile == Profile(country="ZZ")


def test_skipping_keeps_what_was_told_and_no_more(day: Day, make: MakePage, qtbot: QtBot) -> None:
    """The preset country was not told."""
    page = make(day)
    pages.show(page)
    pages.tab_to("first_run:clinic:day")
    pages.type_words("555-0142")
    pages.tab_to("first_run:skip")

    with qtbot.waitSignal(page.route_wanted) as heard:
        pages.press(Qt.Key.Key_Space)

    assert heard.args == [Route("today")]
    preferences = day.program.preferences
    assert preferences.profile == Profile(clinic=ClinicPhones(day="555-0142"))
    assert preferences.settings.first_run_at == day.clock.now()


def test_what_was_typed_is_there_after_closing_and_asked_again(day: Day, make: MakePage) -> None:
    """Closing is not skipping."""
    page = make(day)
    pages.show(page)
    pages.tab_to("first_run:clinic:day")
    pages.type_words("555-0142")
    pages.tab_to("first_run:purpose:mood")
    pages.press(Qt.Key.Key_Space)
    page.leave()
    page.close()
    day.reopen()

    again = make(day)
    pages.show(again)

    field = pages.find(again, "first_run:clinic:day")
    mood = pages.find(again, "first_run:purpose:mood")
    assert isinstance(field, QLineEdit)
    assert isinstance(mood, QAbstractButton)
    assert (field.text(), mood.isChecked()) == ("555-0142", True)
    assert day.program.preferences.settings.first_run_at is None


def test_an_answer_can_be_taken_back(day: Day, make: MakePage) -> None:
    """By tapping it again, or by Delete."""
    day.program.preferences.keep_profile(Profile(purpose=Purpose.BOTH, age=Age.UNDER_18))
    page = make(day)
    pages.show(page)

    QTest.mouseClick(pages.find(page, "first_run:purpose:both"), Qt.MouseButton.LeftButton)
    pages.tab_to("first_run:age:under_18")
    pages.press(Qt.Key.Key_Delete)

    assert day.program.preferences.profile == Profile()


def test_a_broken_profile_and_a_missing_folder_stop_nobody(tmp_path: Path, make: MakePage) -> None:
    """What is wrong is said where the files are named."""
    pages.no_folder(tmp_path / "none")
    day = Day(tmp_path / "none")
    page = make(day)
    pages.show(page)
    assert day.program.saving.folder_sentence in words(page)
    pages.tab_to("first_run:begin")

    pages.press(Qt.Key.Key_Space)

    assert day.program.preferences.profile == Profile(country="US")
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
    """At every size, in a made-up language too."""
    if language != "en":
        i18n.install(language, pseudo.write_catalogs(tmp_path / "locale"))
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    page = make(day)
    if language == "xr":
        page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pages.show(page, size[0] - 92, size[1])

    assert pages.faults(page) == []
    if language != "en":
        assert lint.untranslated(page, pages.is_content(day.program.content)) == []
