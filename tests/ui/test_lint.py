"""The lints are tried on windows that are wrong on purpose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support import lint


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An empty window of 300 × 200, to be filled and shown."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    return window


def test_a_control_without_a_name_is_found(window: QWidget) -> None:
    """An icon alone says nothing to someone who cannot see it."""
    QPushButton(window)
    named = QLineEdit(window)
    named.setAccessibleName("Phone")
    window.show()

    found = lint.unnamed(window)

    assert len(found) == 1
    assert "QPushButton" in found[0]


def test_a_control_without_a_role_is_found(window: QWidget) -> None:
    """A bare widget that takes focus is nothing a person could use."""
    bare = QWidget(window)
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bare.setAccessibleName("Circle")
    window.show()

    assert lint.unnamed(window) == [f"{lint.describe(bare)} has no role"]


def test_a_text_that_does_not_fit_is_found(window: QWidget) -> None:
    """Plain and wrapped labels and buttons are measured, and what hangs over the edge."""
    narrow, low, over = QLabel("A long sentence", window), QLabel("Many words " * 9, window), None
    narrow.resize(20, 30)
    low.setWordWrap(True)
    low.resize(100, 20)
    over = QPushButton("Save", window)
    over.move(280, 10)
    window.show()

    found = " ".join(lint.clipped(window))

    assert "A long sentence" in found
    assert "Many words" in found
    assert "reaches outside the window" in found


def test_a_page_wider_than_its_window_is_found(window: QWidget) -> None:
    """Without a scroll bar nobody would ever see the right edge."""
    area = QScrollArea(window)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.resize(200, 100)
    page = QWidget()
    page.resize(400, 50)
    area.setWidget(page)
    window.show()

    assert any("400 px wide" in one for one in lint.clipped(window))


def test_a_small_target_is_found(window: QWidget) -> None:
    """A shaking hand needs room."""
    button = QPushButton("Undo", window)
    button.resize(100, 30)
    window.show()

    assert lint.small_targets(window) == [f"{lint.describe(button)} is 100 × 30 px"]


def test_a_text_that_went_past_the_catalog_is_found(window: QWidget) -> None:
    """In a made-up language plain English stands out; numbers and content may stay."""
    layout = QVBoxLayout(window)
    for text in ("[Sávé~]", "Saved", "12:30", "Nausea"):
        layout.addWidget(QLabel(text))
    window.show()

    found = lint.untranslated(window, lambda text: text == "Nausea")

    assert [one.rpartition(" says ")[2] for one in found] == ["'Saved'"]


def test_a_window_in_order_has_no_findings(window: QWidget) -> None:
    """What is right is left alone."""
    layout = QVBoxLayout(window)
    button = QPushButton("Save")
    button.setMinimumHeight(48)
    label = QLabel("Your words are kept on this computer.")
    label.setWordWrap(True)
    layout.addWidget(label)
    layout.addWidget(button)
    window.show()

    assert lint.unnamed(window) == lint.clipped(window) == lint.small_targets(window) == []
