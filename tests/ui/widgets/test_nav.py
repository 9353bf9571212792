"""The way around: tabs to a screen reader, a rail where it is narrow, help always."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.route import Route
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import name_of
from app.ui.widgets.nav import Sidebar


@pytest.fixture
def sidebar(theme: Theme, qtbot: QtBot) -> Sidebar:
    """The sidebar with its places, on screen."""
    sidebar = Sidebar(theme, name="Soft Landing")
    qtbot.addWidget(sidebar)
    sidebar.add("help", "phone", "Help now", short="Help", hint="F1")
    sidebar.add("settings", "settings", "Settings")
    for page, icon in (("today", "house"), ("prepare", "list-checks"), ("journal", "notebook-pen")):
        sidebar.add(page, icon, page.capitalize())
    sidebar.set_current("today")
    sidebar.resize(224, 860)
    sidebar.show()
    QApplication.processEvents()
    return sidebar


def test_places_stand_in_order_and_help_is_last(sidebar: Sidebar) -> None:
    """Settings ends the list, Help now is pinned below it."""
    tops = {
        button.page: button.mapTo(sidebar, button.rect().topLeft()).y()
        for button in sidebar.buttons
    }

    assert sorted(tops, key=lambda page: tops[page]) == [
        "today",
        "prepare",
        "journal",
        "settings",
        "help",
    ]


def test_entries_are_page_tabs_that_know_which_is_shown(sidebar: Sidebar) -> None:
    """Not check boxes, although they stay down."""
    today = next(b for b in sidebar.buttons if b.page == "today")
    interface = QAccessible.queryAccessibleInterface(today)

    assert interface.role() is QAccessible.Role.PageTab
    assert name_of(today) == "Today"
    assert interface.state().selected
    actions = interface.actionInterface()
    assert "Press" in actions.actionNames()
    list_role = QAccessible.queryAccessibleInterface(sidebar).role()
    assert list_role is QAccessible.Role.PageTabList


def test_a_press_says_where_to_go(sidebar: Sidebar) -> None:
    """By mouse, by key, and by a screen reader."""
    spy = QSignalSpy(sidebar.wanted)
    prepare, help_now = (
        next(b for b in sidebar.buttons if b.page == page) for page in ("prepare", "help")
    )

    QTest.mouseClick(prepare, Qt.MouseButton.LeftButton)
    QTest.keyClick(help_now, Qt.Key.Key_Space)
    QAccessible.queryAccessibleInterface(prepare).actionInterface().doAction("Press")

    routes = [spy.at(index)[0] for index in range(spy.count())]
    assert routes == [Route("prepare"), Route("help"), Route("prepare")]
    assert prepare.isChecked()


def test_a_place_that_is_not_listed_marks_nothing(sidebar: Sidebar) -> None:
    """First run is nowhere in the list."""
    sidebar.set_current("first_run")

    assert not any(button.isChecked() for button in sidebar.buttons)
    sidebar.set_current("journal")
    assert [b.page for b in sidebar.buttons if b.isChecked()] == ["journal"]


@pytest.mark.parametrize(
    ("width", "percent", "is_rail"),
    [(1180, 100, False), (900, 100, False), (899, 100, True), (1180, 150, True), (1180, 200, True)],
)
def test_a_narrow_window_gets_the_rail(
    sidebar: Sidebar, theme: Theme, width: int, percent: int, is_rail: bool
) -> None:
    """Below 900 pixels of width at 100 % text."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    sidebar.fit(width)

    assert sidebar.is_rail is is_rail
    assert sidebar.width() == theme.px(92 if is_rail else 224)


@pytest.mark.parametrize(("percent", "height"), [(100, 600), (200, 860)])
def test_the_whole_rail_fits(sidebar: Sidebar, theme: Theme, percent: int, height: int) -> None:
    """Seven entries and Help at 600 pixels, and at 860 with text of 200 %."""
    for page, icon in (("calm", "wind"), ("course", "chart-line"), ("learn", "book-open")):
        sidebar.add(page, icon, page.capitalize())
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    sidebar.fit(800)
    sidebar.resize(sidebar.width(), height)
    QApplication.processEvents()

    settings, help_now = (
        next(b for b in sidebar.buttons if b.page == page) for page in ("settings", "help")
    )
    end = settings.mapTo(sidebar, settings.rect().bottomLeft()).y()
    assert end < help_now.mapTo(sidebar, help_now.rect().topLeft()).y()
    assert help_now.geometry().bottom() < height


def test_the_list_scrolls_and_help_stays(sidebar: Sidebar, theme: Theme) -> None:
    """On a very low window help is still in sight."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))
    sidebar.fit(800)
    sidebar.resize(sidebar.width(), 320)
    QApplication.processEvents()

    help_now = next(b for b in sidebar.buttons if b.page == "help")
    assert help_now.geometry().bottom() <= 320


@pytest.mark.parametrize("look", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST])
def test_every_entry_paints_in_both_forms(sidebar: Sidebar, theme: Theme, look: ThemeName) -> None:
    """Marked and not, from right to left too, Help filled when it is the page."""
    theme.apply(Look(theme=look))
    plain = sidebar.grab().toImage()
    sidebar.set_current("help")
    marked = sidebar.grab().toImage()
    sidebar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    sidebar.fit(700)

    assert plain != marked
    assert not sidebar.grab().isNull()
