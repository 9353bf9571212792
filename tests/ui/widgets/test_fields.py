"""Fields name what they hold, say what is wrong, and never change an answer by accident."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import name_of
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.fields import Field, LongText
from app.ui.widgets.page import Page


def description(widget: QWidget) -> str:
    """Return what a screen reader says after the name."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def test_the_label_names_the_editor_and_the_caption_describes_it(
    theme: Theme, qtbot: QtBot
) -> None:
    """Without a caption there is nothing to say more."""
    editor = QLineEdit()
    field = Field(theme, editor, label="Phone", caption="With the area code")
    qtbot.addWidget(field)

    assert (name_of(editor), description(editor)) == ("Phone", "With the area code")
    field.set_caption("")
    assert description(editor) == ""


def test_an_error_is_said_below_the_field(theme: Theme, qtbot: QtBot) -> None:
    """In words, with a sign, and to a screen reader; and it goes when it is put right."""
    editor = QLineEdit()
    field = Field(theme, editor, label="Pick-up time")
    qtbot.addWidget(field)
    plain = field.sizeHint().height()

    field.show_error("Write it like 3:15 PM.")

    assert field.error == description(editor) == "Write it like 3:15 PM."
    assert editor.property("wrong") is True
    assert field.sizeHint().height() > plain
    field.show_error("")
    assert (field.error, editor.property("wrong")) == ("", False)


def test_the_wheel_never_changes_an_answer(theme: Theme, qtbot: QtBot) -> None:
    """It scrolls the page instead."""
    country = QComboBox()
    country.addItems(["Canada", "Mexico", "United States"])
    country.setCurrentIndex(1)
    field = Field(theme, country, label="Country")
    qtbot.addWidget(field)
    field.show()

    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(country, wheel)

    assert country.currentText() == "Mexico"
    assert not wheel.isAccepted()


def test_a_long_text_grows_with_its_words(theme: Theme, qtbot: QtBot) -> None:
    """All of it is in sight; the page scrolls, not the field."""
    text = LongText(theme, lines=3)
    qtbot.addWidget(text)
    text.resize(300, 100)
    text.show()
    empty = text.sizeHint().height()

    text.setPlainText("a word of many " * 60)
    QApplication.processEvents()
    full = text.sizeHint().height()
    theme.apply(Look(theme=ThemeName.LIGHT, text_percent=150))
    QApplication.processEvents()

    assert full > 2 * empty
    assert text.sizeHint().height() > full
    assert text.minimumSizeHint().height() == text.sizeHint().height()


def test_tab_leaves_a_long_text(theme: Theme, qtbot: QtBot) -> None:
    """No one is caught in it."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    text, after = LongText(theme), QLineEdit()
    column.addWidget(text)
    column.addWidget(after)
    window.show()
    window.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)

    QTest.keyClick(text, Qt.Key.Key_Tab)

    assert after.hasFocus()
    assert text.toPlainText() == ""


def test_the_line_being_written_stays_in_sight(theme: Theme, qtbot: QtBot) -> None:
    """The page follows the cursor down a long text."""
    page = Page(theme, 600)
    qtbot.addWidget(page)
    text = LongText(theme)
    page.add(text)
    page.resize(640, 300)
    page.show()
    page.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)

    bar = page.area.verticalScrollBar()
    text.setPlainText("line\n" * 60)
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    assert bar.value() > bar.maximum() * 0.8


@pytest.mark.parametrize("has_cursor", [True, False])
def test_what_has_the_keyboard_stays_in_sight_when_the_page_shrinks(
    theme: Theme, qtbot: QtBot, *, has_cursor: bool
) -> None:
    """News above the page takes room from it: the line being written must not go under."""
    page = Page(theme, 600)
    qtbot.addWidget(page)
    text = LongText(theme)
    text.setPlainText("line\n" * 30)
    button = SecondaryButton(theme, text="Go on")
    page.add(text)
    page.add(button)
    page.resize(640, 700)
    page.show()
    page.activateWindow()
    widget: QWidget = text if has_cursor else button
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    text.moveCursor(QTextCursor.MoveOperation.End)
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.value() + where(page, widget) - page.area.viewport().height() + 20)
    assert where(page, widget) < page.area.viewport().height()

    page.resize(640, 600)

    qtbot.waitUntil(lambda: 0 < where(page, widget) < page.area.viewport().height())
    page.setFocus()
    bar.setValue(0)
    page.resize(640, 500)
    QApplication.processEvents()
    assert bar.value() == 0


def where(page: Page, widget: QWidget) -> int:
    """Return how far below the top of what is in sight *widget* is at work, in pixels."""
    spot = widget.cursorRect().center() if isinstance(widget, LongText) else QPoint(0, 30)
    return widget.mapTo(page.area.viewport(), spot).y()
