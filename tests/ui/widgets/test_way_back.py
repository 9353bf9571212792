"""The way back in the bar of a page that asks one thing at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import name_of
from app.ui.widgets.page import Page


def settle(page: Page, width: int) -> None:
    """Resize *page* and let its layouts come to rest."""
    page.resize(width, 700)
    for _ in range(3):
        QApplication.processEvents()


def make(theme: Theme, qtbot: QtBot) -> Page:
    """Return a page on screen with a way back alone in its bar."""
    page = Page(theme, 640)
    qtbot.addWidget(page)
    page.bar.set_back("Back")
    page.show()
    settle(page, 956)
    return page


def test_a_way_back_alone_shows_the_bar(theme: Theme, qtbot: QtBot) -> None:
    """It is where the column begins."""
    page = make(theme, qtbot)

    assert page.bar.isVisible()
    assert page.bar.set_back().x() == (956 - 640) // 2


def test_it_stands_at_the_beginning_and_everything_else_at_the_end(
    theme: Theme, qtbot: QtBot
) -> None:
    """Far from what leaves something out, whichever was added first."""
    page = make(theme, qtbot)
    link = page.bar.add_link("Leave this one out")
    secondary = page.bar.set_secondary(text="Finish later")
    settle(page, 956)
    back = page.bar.set_back()

    assert back.geometry().right() + 100 < link.x()
    assert link.geometry().right() < secondary.x()
    assert secondary.geometry().right() + 1 == back.x() + 640


def test_its_words_go_before_anything_stands_above(theme: Theme, qtbot: QtBot) -> None:
    """The arrow stays, and says the same to whoever hears it; at last it stands above."""
    page = make(theme, qtbot)
    link = page.bar.add_link("Leave this one out")
    later = page.bar.set_secondary(text="Finish later")
    back = page.bar.set_back()

    settle(page, 440)
    assert back.width() < back.full_width()
    assert back.y() == later.y()
    assert name_of(back) == "Back"

    settle(page, 340)
    assert back.geometry().bottom() < later.geometry().top()
    assert back.width() == back.full_width()
    assert link.width() >= link.sizeHint().width()


def test_a_secondary_alone_gives_up_its_air_before_it_is_cut(theme: Theme, qtbot: QtBot) -> None:
    """With no primary beside it the link still stands above, and whole."""
    page = make(theme, qtbot)
    link = page.bar.add_link("Show all of Help now")
    secondary = page.bar.set_secondary(text="Go on when you are ready")
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))
    settle(page, 560)

    assert link.geometry().bottom() < secondary.geometry().top()
    assert secondary.minimumSizeHint().width() < secondary.full_width()


def test_the_arrow_points_to_where_reading_begins(theme: Theme, qtbot: QtBot) -> None:
    """From right to left it is the other one."""
    page = make(theme, qtbot)
    back = page.bar.set_back()
    before = back.icon_name

    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle(page, 900)

    assert (before, back.icon_name) == ("arrow-left", "arrow-right")
    assert back.geometry().right() + 1 == 900 - (900 - 640) // 2
