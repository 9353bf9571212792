"""The frame: one left edge, a bar that stays, and a button that does not jump."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.undo import UndoStack
from app.ui.widgets.accessible import name_of
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card
from app.ui.widgets.page import Page
from app.ui.widgets.undo_strip import UndoStrip


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> Page:
    """A page with one card, a link and a primary button, on screen."""
    page = Page(theme, 720)
    qtbot.addWidget(page)
    page.header("Prepare", "Infusion 3 of 6", "Monday")
    page.add(Card(theme))
    page.bar.add_link("When to call")
    page.bar.set_primary("printer", "Print my plan")
    page.resize(956, 860)
    page.show()
    QApplication.processEvents()
    return page


def edges(page: Page) -> tuple[int, int, int, int]:
    """Return where column and bar begin and end."""
    card = page.findChildren(Card)[0]
    link = page.bar.findChildren(LinkButton)[0]
    primary = page.bar.set_primary()
    left = [widget.mapTo(page, QPoint(0, 0)).x() for widget in (card, link, primary)]
    return left[0], left[1], left[0] + card.width(), left[2] + primary.width()


def settle(page: Page, width: int, height: int) -> None:
    """Resize *page* and let its layouts come to rest."""
    page.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [500, 708, 956, 1500])
def test_column_and_bar_share_their_edges(
    theme: Theme, page: Page, percent: int, width: int
) -> None:
    """With the scroll bar and without it."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=percent))
    settle(page, width, 860)
    left, link, right, primary = edges(page)
    assert left == link
    assert right == primary

    filler = QLabel()
    filler.setFixedHeight(3000)
    page.add(filler)
    settle(page, width, 861)

    left, link, right, primary = edges(page)
    assert left == link
    assert right == primary


def test_the_bar_keeps_its_height(theme: Theme, page: Page) -> None:
    """12 above, 48, 12 below and the rule, whatever is in it."""
    before = page.bar.height()
    page.bar.set_note("Saved as you tap")
    page.bar.set_secondary("plus", "Add an item")
    page.bar.add_link("Someone to stay tonight?")
    settle(page, 956, 860)

    assert before == page.bar.height() == 73


def test_what_has_no_room_leaves_the_bar_in_order(theme: Theme, page: Page) -> None:
    """First the note, then all links but the first, then the words of the secondary."""
    page.bar.set_note("Saved as you tap")
    secondary = page.bar.set_secondary("plus", "Add an item")
    more = page.bar.add_link("Rest")
    first = page.bar.findChildren(LinkButton)[0]
    note = next(label for label in page.bar.findChildren(QLabel) if label.text())
    shown = []
    for width in (956, 550, 480, 380):
        settle(page, width, 860)
        compact = secondary.width() < secondary.full_width()
        shown.append((note.isVisible(), more.isVisible(), compact, first.isVisible()))

    assert shown == [
        (True, True, False, True),
        (False, False, False, True),
        (False, False, True, True),
        (False, False, True, True),
    ]
    assert name_of(secondary) == "Add an item"


def test_the_link_stands_above_where_nothing_else_fits(theme: Theme, page: Page) -> None:
    """At 200 % on a small window it is still there, and whole."""
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))
    settle(page, 500, 600)
    link = page.bar.findChildren(LinkButton)[0]
    primary = page.bar.set_primary()

    assert link.geometry().bottom() < primary.geometry().top()
    assert link.width() >= link.sizeHint().width()
    assert primary.width() >= primary.sizeHint().width()


def test_a_hidden_button_takes_no_room(theme: Theme, page: Page) -> None:
    """A page may hide its primary while there is nothing to do."""
    page.bar.set_primary().hide()
    settle(page, 400, 860)

    assert not page.bar.set_primary().isVisible()
    assert page.bar.height() == 73


def test_break_points_count_the_window_and_the_text_size(theme: Theme, page: Page) -> None:
    """Larger text makes the same window narrower."""
    spy = QSignalSpy(page.narrow_changed)
    assert not page.narrow

    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))
    assert page.narrow
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=100))
    settle(page, 700, 860)

    assert page.narrow
    assert page.room == 700 + 92
    assert [spy.at(index)[0] for index in range(spy.count())] == [True, False, True]


def test_empty_words_take_no_room(theme: Theme, page: Page) -> None:
    """A header of one line leaves no gaps."""
    card = page.findChildren(Card)[0]
    before = card.y()

    page.header("Prepare")
    settle(page, 956, 860)

    assert card.y() < before
    assert name_of(page) == "Prepare"


def test_the_header_holds_a_link_or_the_primary(theme: Theme, page: Page) -> None:
    """At its end, on the line of the title."""
    link = page.header_link("Edit the plan")
    button = page.header_primary("plus", "New check-in")
    settle(page, 956, 860)

    end = button.mapTo(page, QPoint(button.width(), 0)).x()
    assert end == edges(page)[2]
    assert link.isVisible()


def test_the_strip_keeps_to_the_column(theme: Theme, page: Page, qtbot: QtBot) -> None:
    """And one strip moves from page to page."""
    stack = UndoStack(page)
    strip = UndoStrip(theme, stack)
    page.insert_strip(strip)
    stack.push("Done", page.update)
    settle(page, 956, 860)
    other = Page(theme, 500)
    qtbot.addWidget(other)

    assert strip.geometry().bottom() < page.bar.geometry().top()
    other.insert_strip(strip)
    settle(page, 900, 860)

    assert strip.parentWidget() is other


def test_a_page_scrolls_to_what_was_asked_for(theme: Theme, page: Page) -> None:
    """Jump links bring a heading near the top."""
    for _ in range(3):
        filler = QWidget()
        filler.setFixedHeight(900)
        page.add(filler, gap=20)
    settle(page, 956, 860)

    page.scroll_to(page.column.itemAt(page.column.count() - 1).widget() or page)  # type: ignore[union-attr]

    assert page.area.verticalScrollBar().value() > 1000
    page.arrive("")
    page.leave()


def test_a_header_stacks_where_title_and_button_have_no_room(theme: Theme, page: Page) -> None:
    """A long word at 200 % is never cut, nor is the button beside it."""
    button = page.header_primary("plus", "New check-in")
    settle(page, 956, 860)
    beside = button.mapTo(page, QPoint(0, 0))
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))
    settle(page, 560, 860)
    below = button.mapTo(page, QPoint(0, 0))
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=100))
    settle(page, 956, 860)

    assert below.x() == 32
    assert below.y() > beside.y()
    assert button.mapTo(page, QPoint(0, 0)) == beside


def test_two_buttons_without_room_stand_above_each_other(theme: Theme, page: Page) -> None:
    """The primary keeps its words, and gives up icon and air before it is cut."""
    secondary = page.bar.set_secondary("plus", "Add an item")
    primary = page.bar.set_primary("wind", "Go on with preparing today")
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=200))
    settle(page, 600, 700)

    assert secondary.geometry().bottom() < primary.geometry().top()
    assert primary.minimumSizeHint().width() <= primary.width() < primary.full_width()

    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=100))
    settle(page, 956, 700)
    assert secondary.y() == primary.y()
    assert primary.width() == primary.full_width()


def test_edges_are_shared_from_right_to_left_too(theme: Theme, page: Page) -> None:
    """There the scroll bar is at the left, and the primary with it."""
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    filler = QLabel()
    filler.setFixedHeight(3000)
    page.add(filler)
    settle(page, 956, 860)
    card = page.findChildren(Card)[0]
    link = page.bar.findChildren(LinkButton)[0]

    begins = [widget.mapTo(page, QPoint(widget.width(), 0)).x() for widget in (card, link)]
    ends = [widget.mapTo(page, QPoint(0, 0)).x() for widget in (card, page.bar.set_primary())]

    assert begins[0] == begins[1]
    assert ends[0] == ends[1]
