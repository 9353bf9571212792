"""Rows that state, open and fold."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import name_of
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.card import Card, side_by_side
from app.ui.widgets.check import Switch
from app.ui.widgets.labels import Caption, Heading, Lead, Prose
from app.ui.widgets.rows import ActionRow, Fold, Row


def test_a_row_names_its_control(theme: Theme, qtbot: QtBot) -> None:
    """The title is the name, the caption the description."""
    switch = Switch(theme)
    row = Row(theme, "clock", title="Less motion", caption="A ring fills.", trailing=switch)
    qtbot.addWidget(row)

    interface = QAccessible.queryAccessibleInterface(switch)

    assert name_of(switch) == "Less motion"
    assert interface.text(QAccessible.Text.Description) == "A ring fills."


def test_a_narrow_row_puts_its_control_below(theme: Theme, qtbot: QtBot) -> None:
    """At 200 % the words keep the width."""
    switch = Switch(theme)
    row = Row(theme, title="Less motion", trailing=switch)
    qtbot.addWidget(row)
    row.resize(700, 60)
    row.show()
    QApplication.processEvents()
    assert switch.x() > 600

    row.resize(400, 120)
    QApplication.processEvents()

    assert switch.y() > row.title.geometry().bottom()


def test_a_row_changes_its_words_and_icon(theme: Theme, qtbot: QtBot) -> None:
    """Without a caption it takes less room."""
    row = Row(theme, title="Ride home", caption="3:15 PM")
    qtbot.addWidget(row)
    row.show()
    high = row.sizeHint().height()

    row.set_texts("Ride home")
    row.set_icon("car")
    QApplication.processEvents()

    assert row.sizeHint().height() < high


def test_a_row_without_a_title_stands_on_one_line(theme: Theme, qtbot: QtBot) -> None:
    """Its caption is as high as its control; a title that comes later takes its room."""
    link = LinkButton(theme, text="Read a script")
    row = Row(theme, "book-open", caption="Something to follow in words.", trailing=link)
    qtbot.addWidget(row)
    row.resize(700, 60)
    row.show()
    QApplication.processEvents()
    middle = row.caption.mapTo(row, row.caption.rect().center()).y()
    assert abs(middle - link.geometry().center().y()) <= 1
    assert not row.title.isVisible()

    row.set_texts("Scripts")

    assert row.title.isVisible()
    assert not row.caption.isVisible()


def test_a_row_that_opens_is_one_button(theme: Theme, qtbot: QtBot) -> None:
    """Heard as one sentence, pressed by key and mouse anywhere on it, wrapped where narrow."""
    row = ActionRow(theme)
    row.set_texts("Next-morning check-in", "Dizziness mild · 4 of 5 ratings", "9:20 AM")
    qtbot.addWidget(row)
    row.show()
    spy = QSignalSpy(row.clicked)

    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    QTest.keyClick(row, Qt.Key.Key_Space)

    assert spy.count() == 2
    assert name_of(row) == "9:20 AM, Next-morning check-in, Dizziness mild · 4 of 5 ratings"
    assert row.heightForWidth(220) > row.heightForWidth(800)
    assert row.minimumSizeHint().width() < 280
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not row.grab().isNull()


def test_a_row_with_an_icon_has_it_at_its_beginning(theme: Theme, qtbot: QtBot) -> None:
    """Icon or time, never both."""
    row = ActionRow(theme, icon="leaf")
    row.set_texts("Calm, 10 minutes")
    qtbot.addWidget(row)
    plain = row.grab().toImage()

    row.setDown(True)

    assert row.grab().toImage() != plain


def test_a_fold_opens_and_closes_by_key_and_says_so(theme: Theme, qtbot: QtBot) -> None:
    """A screen reader hears whether it is open."""
    inside = QLabel("Medicine list")
    fold = Fold(theme, inside)
    fold.set_title("Done (5)")
    fold.set_summary("Medicine list, questions")
    qtbot.addWidget(fold)
    fold.show()
    spy = QSignalSpy(fold.toggled)
    interface = QAccessible.queryAccessibleInterface(fold.button)
    assert (fold.is_open, interface.state().collapsed) == (False, 1)

    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert (fold.is_open, inside.isVisible(), interface.state().expanded) == (True, True, 1)

    QTest.mouseClick(fold.button, Qt.MouseButton.LeftButton)
    fold.set_open(False)
    assert (fold.is_open, spy.count()) == (False, 2)
    assert name_of(fold.button) == "Done (5)"


def test_a_letter_of_a_title_is_no_key(theme: Theme, qtbot: QtBot) -> None:
    """Clinics are called A&E."""
    fold = Fold(theme, QLabel("inside"))
    qtbot.addWidget(fold)

    fold.set_title("From St. Mary A&E: afterwards")

    assert fold.button.shortcut().isEmpty()
    assert fold.button.accessibleName() == "From St. Mary A&E: afterwards"
    assert fold.button.text() == fold.button.accessibleName()


def test_a_long_summary_goes_below_the_title(theme: Theme, qtbot: QtBot) -> None:
    """It wraps there, and the row grows."""
    fold = Fold(theme, QLabel())
    fold.set_title("Done (5)")
    fold.set_summary("Medicine list, questions for my clinic, day off, water, sleep, eye mask")
    qtbot.addWidget(fold)

    assert fold.button.heightForWidth(900) == 48
    assert fold.button.heightForWidth(300) > 60
    fold.resize(300, 120)
    fold.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not fold.grab().isNull()


def test_prose_keeps_to_a_readable_line(theme: Theme, qtbot: QtBot) -> None:
    """In a card of 1000 pixels a paragraph is as high as in one of 590."""
    prose = Prose(theme, text="Tap what you noticed. Skip anything you like. " * 6)
    qtbot.addWidget(prose)
    prose.show()

    prose.resize(1000, 200)

    assert prose.heightForWidth(1000) == prose.heightForWidth(590) < prose.heightForWidth(300)
    assert prose.contentsMargins().right() == 410
    prose.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    prose.resize(1001, 200)
    assert prose.contentsMargins().left() == 411


def test_words_are_never_markup(theme: Theme, qtbot: QtBot) -> None:
    """What a patient writes is shown as it is."""
    for label in (Prose(theme), Lead(theme), Caption(theme), Heading(theme, 1)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_headings_are_headings_to_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    """So that it can jump from one to the next."""
    heading = Heading(theme, 2, text="How are you now?")
    qtbot.addWidget(heading)

    interface = QAccessible.queryAccessibleInterface(heading)

    assert interface.role() is QAccessible.Role.Heading
    assert name_of(heading) == "How are you now?"


def test_a_card_has_three_looks(theme: Theme, qtbot: QtBot) -> None:
    """Plain, soft for what matters now, note for news."""
    card = Card(theme)
    qtbot.addWidget(card)
    card.add_rule()
    card.body.addLayout(side_by_side(theme, QLabel("a"), QLabel("b")))
    card.resize(300, 100)
    pictures = []
    for kind in ("plain", "soft", "note"):
        card.set_kind(kind)
        pictures.append(card.grab().toImage().pixelColor(150, 10).name().upper())

    tokens = theme.tokens
    assert pictures == [tokens.surface, tokens.primary_soft, tokens.accent_soft]
    assert card.kind == "note"


def test_a_lead_stands_above_the_title_where_there_is_no_room_beside_it(theme: Theme) -> None:
    """A long word in large letters is not cut off by the time before it."""
    row = ActionRow(theme)
    row.set_texts("Overpoweringly", "Dizziness", "12:55 PM")
    wide, narrow = row.sizeHint().width(), row.minimumSizeHint().width()

    assert narrow < wide
    assert row.heightForWidth(narrow) > row.heightForWidth(wide)
    row.resize(narrow, row.heightForWidth(narrow))
    assert not row.grab().isNull()
