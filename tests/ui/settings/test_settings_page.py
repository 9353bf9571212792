"""Every setting is kept at once, and what is wrong with the files is said in plain words."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app import i18n
from app.domain.preferences import Age, Look, Profile, Purpose, Reminding, ThemeName
from app.ui.route import Route
from app.ui.settings.languages import language_name, languages
from app.ui.settings.model import SettingsModel
from app.ui.settings.pack_model import PackModel
from app.ui.settings.page import SettingsPage
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.accessible import name_of
from tests.support import lint, pages, pseudo
from tests.support.day import Day

MakePage = Callable[[Day], SettingsPage]


@pytest.fixture
def make(theme: Theme, qtbot: QtBot) -> MakePage:
    """Make the page of a day."""

    def make(day: Day) -> SettingsPage:
        program = day.program
        model = SettingsModel(
            preferences=program.preferences,
            content=program.content,
            saving=program.saving,
            changes=program.changes,
            locale_name="en_US",
        )
        pack = PackModel(program.clinic, UndoStack(), program.changes)
        page = SettingsPage(theme, model, pack)
        qtbot.addWidget(page)
        return page

    return make


class FileManager(QObject):
    """Stands for the computer's own, and remembers what it was asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        """Remember *url*."""
        self.shown.append(url.toLocalFile())


@pytest.fixture
def file_manager() -> Iterator[FileManager]:
    """A computer that has one."""
    manager = FileManager()
    QDesktopServices.setUrlHandler("file", manager, "show")  # type: ignore[arg-type]
    yield manager
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def has_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop with a system tray."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)


def words(page: SettingsPage) -> str:
    """Return every word that is shown."""
    pages.settle()
    labels = [label for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    return "\n".join(label.text().replace("\u200b", "") for label in labels)


def test_everything_is_set_by_keyboard_and_lands_in_the_files(day: Day, make: MakePage) -> None:
    """Words when the page is left, choices at once."""
    page = make(day)
    pages.show(page)

    for name, typed in (
        ("settings:name", "Anna"),
        ("settings:clinic:name", "Riverside Clinic"),
        ("settings:clinic:day", "555-0142"),
        ("settings:clinic:out_of_hours", "555-0199"),
    ):
        pages.tab_to(name)
        pages.type_words(typed)
    box = pages.tab_to("settings:country")
    QTest.keyClicks(box, "Canada")
    pages.tab_to("settings:purpose:mood")
    pages.press(Qt.Key.Key_Space)
    pages.press(Qt.Key.Key_Right)
    pages.tab_to("settings:age:adult")
    pages.press(Qt.Key.Key_Space)
    pages.tab_to("settings:theme:system")
    pages.press(Qt.Key.Key_Right)
    pages.press(Qt.Key.Key_Right)
    pages.tab_to("settings:text:larger")
    pages.press(Qt.Key.Key_Space)
    pages.press(Qt.Key.Key_Space)
    pages.tab_to("settings:less_motion")
    pages.press(Qt.Key.Key_Space)
    page.leave()
    day.settle()

    profile, settings = day.text("profile.yaml"), day.text("settings.yaml")
    for line in ("name: Anna", "country: CA", "Riverside Clinic", "555-0142", "555-0199"):
        assert line in profile
    assert "purpose: pain" in profile
    assert "age: adult" in profile
    for line in ("theme: dark", "text_percent: 120", "less_motion: true"):
        assert line in settings


def test_reminders_are_off_until_they_are_wanted(day: Day, make: MakePage, has_tray: None) -> None:
    """Two switches, each kept at once; the file says so in words."""
    page = make(day)
    pages.show(page, argument="reminders")
    before = day.program.preferences.settings.reminders

    pages.tab_to("settings:reminders")
    pages.press(Qt.Key.Key_Space)
    icon = pages.tab_to("settings:tray_icon")
    pages.press(Qt.Key.Key_Space)
    day.settle()

    assert before == Reminding()
    assert day.program.preferences.settings.reminders == Reminding(while_open=True, tray_icon=True)
    assert "reminders:\n  while_open: true\n  tray_icon: true\n" in day.text("settings.yaml")
    assert name_of(icon) == "Show an icon in the system tray"
    pages.press(Qt.Key.Key_Space)
    assert day.program.preferences.settings.reminders == Reminding(while_open=True)


def test_where_there_is_no_tray_nobody_is_asked_about_an_icon(day: Day, make: MakePage) -> None:
    """Many desktops have none."""
    page = make(day)

    pages.show(page, argument="reminders")

    assert "Remind me while Soft Landing is open" in words(page)
    assert "system tray" not in words(page)


def test_the_check_of_the_files_is_one_key_away(day: Day, make: MakePage) -> None:
    """A row under "Your files" leads to the page."""
    page = make(day)
    wanted: list[Route] = []
    page.route_wanted.connect(wanted.append)
    pages.show(page)

    pages.tab_to("settings:check_data")
    pages.press(Qt.Key.Key_Space)

    assert wanted == [Route("check_data")]


def test_an_answer_can_be_taken_back(day: Day, make: MakePage) -> None:
    """What was said once need not stay said."""
    day.program.preferences.keep_profile(Profile(purpose=Purpose.MOOD, age=Age.ADULT))
    page = make(day)
    pages.show(page)

    pages.tab_to("settings:purpose:mood")
    pages.press(Qt.Key.Key_Delete)
    pages.tab_to("settings:age:adult")
    pages.press(Qt.Key.Key_Backspace)

    assert day.program.preferences.profile == Profile()


def test_text_has_a_smallest_and_a_largest_size(day: Day, make: MakePage) -> None:
    """The button that leads nowhere cannot be pressed, and the focus stays close."""
    preferences = day.program.preferences
    preferences.keep_look(Look(text_percent=187))
    page = make(day)
    pages.show(page)
    larger = pages.tab_to("settings:text:larger")

    pages.press(Qt.Key.Key_Space)

    assert preferences.settings.look.text_percent == 200
    assert not larger.isEnabled()
    assert page.focusWidget().objectName() == "settings:text:smaller"
    for _press in range(10):
        pages.press(Qt.Key.Key_Space)
    assert preferences.settings.look.text_percent == 100
    assert page.focusWidget().objectName() == "settings:text:larger"


def test_a_change_elsewhere_shows_but_never_under_the_fingers(day: Day, make: MakePage) -> None:
    """The field being typed in keeps its words."""
    page = make(day)
    pages.show(page)
    name = pages.tab_to("settings:name")
    pages.type_words("Ann")

    day.program.preferences.keep_profile(Profile(name="Other", country="GB"))

    assert isinstance(name, QLineEdit)
    assert name.text() == "Ann"
    day.program.preferences.keep_look(Look(theme=ThemeName.LIGHT))
    light = pages.find(page, "settings:theme:light")
    assert isinstance(light, QAbstractButton)
    assert light.isChecked()
    page.leave()


def test_the_folder_is_shown(day: Day, make: MakePage, file_manager: FileManager) -> None:
    """Its path to read, and a button that opens it."""
    page = make(day)
    pages.show(page, argument="files")
    pages.tab_to("settings:folder:show")

    pages.press(Qt.Key.Key_Space)

    assert str(day.data) in words(page)
    assert file_manager.shown == [str(day.data)]
    assert "no program to show it" not in words(page)


def test_a_computer_without_a_file_manager_says_so(
    day: Day, make: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path is there to read."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page = make(day)
    pages.show(page)
    pages.tab_to("settings:folder:show")

    pages.press(Qt.Key.Key_Space)

    assert "This computer has no program to show it." in words(page)


def test_a_broken_file_is_named_with_its_line(day: Day, make: MakePage) -> None:
    """In words that someone can act on; and it goes when the file is whole again."""
    day.close()
    good = day.data / "profile.yaml"
    good.write_text("schema: 1\nname: Anna\n\tcountry: US\n", encoding="utf-8")
    day.reopen()
    page = make(day)

    pages.show(page, argument="files")

    shown = words(page)
    assert "profile.yaml" in shown
    assert "Line 3: There is a tab where spaces are needed." in shown
    good.write_text("schema: 1\nname: Anna\n", encoding="utf-8")
    day.reopen()
    again = make(day)
    pages.show(again)
    assert "profile.yaml" not in words(again)


def test_a_missing_folder_is_said_and_nothing_typed_is_lost(tmp_path: Path, make: MakePage) -> None:
    """The words stay on the screen, and can be tried again."""
    blocked = pages.no_folder(tmp_path / "none")
    day = Day(tmp_path / "none")
    page = make(day)
    pages.show(page)
    name = pages.tab_to("settings:name")
    pages.type_words("Anna")
    page.leave()
    day.settle()
    pages.settle()

    assert isinstance(name, QLineEdit)
    assert name.text() == "Anna"
    shown = words(page)
    assert day.program.saving.folder_sentence
    assert day.program.saving.folder_sentence in shown
    assert "Not saved yet. Your words are still here." in shown

    blocked.unlink()
    pages.tab_to("settings:save:retry")
    pages.press(Qt.Key.Key_Space)
    day.settle()

    assert "name: Anna" in day.text("profile.yaml")
    day.close()


def test_about_says_what_it_is_and_who_has_read_it(day: Day, make: MakePage) -> None:
    """Version, licenses, and that no clinician has signed the wording yet."""
    page = make(day)

    pages.show(page, argument="about")

    shown = words(page)
    for said in (
        "It is not a medical device",
        "Soft Landing 0.1.0",
        "GNU General Public License, version 3 or later",
        "Not yet reviewed by a clinician.",
        "SIL Open Font License",
        "ISC License",
    ):
        assert said in shown
    assert page.area.verticalScrollBar().value() > 0


def test_the_language_is_asked_only_where_there_are_several(
    day: Day, make: MakePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it is said that it shows after the next start."""
    page = make(day)
    pages.show(page)
    assert "Language" not in words(page)
    page.close()

    folder = pseudo.write_catalogs(tmp_path / "locale")
    (folder / "xx").rename(folder / "de")
    monkeypatch.setenv("SOFT_LANDING_LOCALE", str(folder))
    again = make(day)
    pages.show(again)
    box = pages.tab_to("settings:language")
    QTest.keyClicks(box, "Deu")

    assert day.program.preferences.settings.language == "de"
    assert "Shows when you start Soft Landing again." in words(again)
    assert languages() == ("en", "de", "xr")
    assert [language_name(code) for code in languages()] == ["English", "Deutsch", "xr"]


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
    has_tray: None,
) -> None:
    """At every size, in a made-up language too."""
    if language != "en":
        i18n.install(language, pseudo.write_catalogs(tmp_path / "locale"))
    look = Look(theme=ThemeName.LIGHT, text_percent=percent)
    theme.apply(look)
    day.program.preferences.keep_look(look)
    page = make(day)
    if language == "xr":
        page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pages.show(page, size[0] - 92, size[1])

    assert pages.faults(page) == []
    if language != "en":
        assert lint.untranslated(page, pages.is_content(day.program.content)) == []


def test_themes_are_chips_where_a_row_of_four_has_no_room(
    day: Day, make: MakePage, theme: Theme
) -> None:
    """They wrap; nothing is out of sight."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))
    page = make(day)
    pages.show(page, 708, 600)

    pages.tab_to("settings:theme_chip:system")
    pages.press(Qt.Key.Key_Right)

    assert day.program.preferences.settings.look.theme is ThemeName.LIGHT
    assert name_of(pages.find(page, "settings:theme_chip:light")) == "Light"


def test_about_names_the_license_of_everything(day: Day, make: MakePage) -> None:
    """Of what was not written by us, too."""
    page = make(day)
    pages.show(page, argument="about")

    shown = words(page)

    for name in ("Qt and PySide6", "FFmpeg", "Atkinson Hyperlegible Next", "Lucide", "PSF"):
        assert name in shown
    assert "License texts" not in shown


def test_an_installed_program_shows_the_texts_of_the_licenses(
    day: Day, make: MakePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they lie, and in the file manager."""
    (tmp_path / "licenses").mkdir()
    (tmp_path / "licenses" / "README.txt").write_text("What this is made of", "utf-8")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "soft-landing"))
    opened: list[QUrl] = []

    def no_program(url: QUrl) -> bool:
        opened.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", no_program)
    page = make(day)
    pages.show(page, argument="about")

    button = pages.find(page, "settings:licenses:show")
    assert isinstance(button, QAbstractButton)
    button.click()

    assert opened == [QUrl.fromLocalFile(str(tmp_path / "licenses"))]
    assert "This computer has no program to show it." in words(page)
