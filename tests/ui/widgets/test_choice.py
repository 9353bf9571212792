"""A question with one answer, or none: by keys, by mouse, and back again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import name_of
from app.ui.widgets.answers import RadioRow, RatingRow
from app.ui.widgets.check import ChoiceChip, Segment, SeverityButton
from app.ui.widgets.choice import ChoiceGroup, SegmentRow

Key = Qt.Key


class Form(QWidget):
    """A group between two fields."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.before, self.after = QLineEdit(), QLineEdit()
        self.group = ChoiceGroup(theme, name="What for?")
        for text in ("Mood", "Pain", "Both"):
            self.group.add(ChoiceChip(theme, text=text), text)
        for widget in (self.before, self.group, self.after):
            column.addWidget(widget)


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> Form:
    """A form on screen, with the keyboard in its first field."""
    form = Form(theme)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.before.setFocus()
    qtbot.waitUntil(form.before.hasFocus)
    return form


def focused_text() -> str:
    """Return the text of what has the keyboard."""
    widget = QApplication.focusWidget()
    return widget.text() if isinstance(widget, ChoiceChip) else ""


def test_tab_stops_once_at_the_chosen_one(form: Form) -> None:
    """Three answers are one stop on the way through a form."""
    form.group.choose("Pain")

    QTest.keyClick(form.before, Key.Key_Tab)
    assert focused_text() == "Pain"

    QTest.keyClick(form.group.buttons[1], Key.Key_Tab)
    assert form.after.hasFocus()


def test_tab_stops_at_the_first_when_nothing_is_chosen(form: Form) -> None:
    """And coming in chooses nothing."""
    QTest.keyClick(form.before, Key.Key_Tab)

    assert focused_text() == "Mood"
    assert form.group.chosen_value is None


def test_arrows_walk_without_answering_until_something_is_chosen(form: Form) -> None:
    """Space answers; from then on arrows choose, round and round."""
    spy = QSignalSpy(form.group.chosen)
    QTest.keyClick(form.before, Key.Key_Tab)

    QTest.keyClick(form.group.buttons[0], Key.Key_Right)
    assert (focused_text(), form.group.chosen_value) == ("Pain", None)

    QTest.keyClick(form.group.buttons[1], Key.Key_Space)
    QTest.keyClick(form.group.buttons[1], Key.Key_Down)
    QTest.keyClick(form.group.buttons[2], Key.Key_Right)
    QTest.keyClick(form.group.buttons[0], Key.Key_Up)

    assert [spy.at(index)[0] for index in range(spy.count())] == ["Pain", "Both", "Mood", "Both"]
    assert focused_text() == "Both"


def test_arrows_follow_the_reading_direction(form: Form) -> None:
    """From right to left, Left goes on."""
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    form.group.choose("Mood")
    form.group.buttons[0].setFocus()

    QTest.keyClick(form.group.buttons[0], Key.Key_Left)

    assert form.group.chosen_value == "Pain"


@pytest.mark.parametrize("way", ["click", "delete", "backspace"])
def test_an_answer_can_be_taken_back(form: Form, way: str) -> None:
    """Tapping it again, Delete and Backspace all mean: not answered."""
    form.group.choose("Pain")
    spy = QSignalSpy(form.group.chosen)
    button = form.group.buttons[1]

    if way == "click":
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(button, Key.Key_Delete if way == "delete" else Key.Key_Backspace)

    assert form.group.chosen_value is None
    assert not button.isChecked()
    assert spy.count() == 1
    assert spy.at(0)[0] is None


def test_a_second_click_on_another_answer_answers(form: Form) -> None:
    """Taking back is only for the chosen one."""
    QTest.mouseClick(form.group.buttons[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(form.group.buttons[2], Qt.MouseButton.LeftButton)

    assert form.group.chosen_value == "Both"


def test_showing_an_answer_tells_nobody(form: Form) -> None:
    """What is read from a file is not saved again."""
    spy = QSignalSpy(form.group.chosen)

    form.group.choose("Pain")
    form.group.choose(None)
    form.group.choose("not among them")

    assert spy.count() == 0
    assert form.group.chosen_value is None


def test_other_keys_pass(form: Form) -> None:
    """A group eats no shortcut."""
    form.group.buttons[0].setFocus()

    QTest.keyClick(form.group.buttons[0], Key.Key_F5)

    assert form.group.chosen_value is None


def test_a_group_is_named(form: Form) -> None:
    """A screen reader hears the question before the answers."""
    interface = QAccessible.queryAccessibleInterface(form.group)

    assert interface.role() is QAccessible.Role.Grouping
    assert name_of(form.group) == "What for?"


def test_a_segmented_control_always_has_an_answer(theme: Theme, qtbot: QtBot) -> None:
    """A setting cannot be taken back to nothing."""
    row = SegmentRow(theme, name="Theme")
    qtbot.addWidget(row)
    for text in ("Light", "Dark"):
        row.add(Segment(theme, text=text), text)
    row.choose("Light")

    QTest.mouseClick(row.buttons[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(row.buttons[0], Key.Key_Delete)

    assert row.chosen_value == "Light"
    assert row.buttons[0].isChecked()
    assert not row.grab().isNull()


def test_a_rating_says_whether_it_is_answered(theme: Theme, qtbot: QtBot) -> None:
    """Zero is an answer; nothing is not."""
    rating = RatingRow(theme)
    qtbot.addWidget(rating)
    rating.set_texts("Mood", "Not answered", "0 very low", "10 very good")
    spy = QSignalSpy(rating.chosen)
    assert (rating.value, rating.state_text) == (None, "Not answered")

    QTest.mouseClick(rating.group.buttons[0], Qt.MouseButton.LeftButton)
    assert (rating.value, rating.state_text) == (0, "")

    QTest.keyClick(rating.group.buttons[0], Key.Key_Backspace)
    assert (rating.value, rating.state_text) == (None, "Not answered")
    assert [spy.at(0)[0], spy.at(1)[0]] == [0, None]
    rating.choose(10)
    assert rating.value == 10
    assert name_of(rating.group) == "Mood"


def test_a_question_stands_above_its_answers_where_it_is_narrow(theme: Theme, qtbot: QtBot) -> None:
    """Side by side at 700 pixels, below each other at 400, one by one where even that is much."""
    row = RadioRow(theme, title="Dizziness")
    qtbot.addWidget(row)
    for tone, word in enumerate(("Mild", "Moderate", "Severe"), 1):
        row.add(SeverityButton(theme, tone, text=word), tone)
    row.show()

    places = {}
    for width in (700, 520, 300):
        row.resize(width, row.heightForWidth(width))
        QApplication.processEvents()
        row.resize(width, max(row.sizeHint().height(), row.heightForWidth(width)))
        QApplication.processEvents()
        places[width] = [button.mapTo(row, button.rect().topLeft()) for button in row.group.buttons]

    assert places[700][0].x() > 150
    assert places[520][0].x() == 0
    assert places[520][2].y() == places[520][0].y()
    assert places[300][2].y() > places[300][1].y() > places[300][0].y()
    assert name_of(row.group) == "Dizziness"


def test_answers_can_be_arranged_anew(form: Form, theme: Theme) -> None:
    """Tab and arrows follow, the keyboard and the answer stay, and what is gone is gone."""
    mood, pain, both = form.group.buttons
    form.group.choose("Pain")
    QTest.keyClick(form.before, Key.Key_Tab)
    sleep, energy = ChoiceChip(theme, text="Sleep"), ChoiceChip(theme, text="Energy")

    form.group.arrange({sleep: "Sleep", both: "Both", pain: "Pain", energy: "Energy"})
    QApplication.processEvents()

    assert form.group.buttons == [sleep, both, pain, energy]
    assert mood.isHidden()
    assert focused_text() == "Pain"
    QTest.keyClick(pain, Key.Key_Right)
    assert form.group.chosen_value == "Energy"
    QTest.keyClick(energy, Key.Key_Tab)
    assert form.after.hasFocus()
    QTest.keyClick(form.after, Key.Key_Backtab)
    assert focused_text() == "Energy"
    form.group.arrange({sleep: "Sleep"})
    assert form.group.chosen_value is None
    form.before.setFocus()
    QTest.keyClick(form.before, Key.Key_Tab)
    assert focused_text() == "Sleep"


def test_the_first_answers_are_between_the_fields(form: Form, theme: Theme) -> None:
    """Also those that come once the form stands."""
    form.group.arrange({})
    late = ChoiceChip(theme, text="Late")

    form.group.arrange({late: "Late"})
    QApplication.processEvents()

    QTest.keyClick(form.before, Key.Key_Tab)
    assert focused_text() == "Late"
    QTest.keyClick(late, Key.Key_Tab)
    assert form.after.hasFocus()
