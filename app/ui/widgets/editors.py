"""Qt's editors, named for tests and for the style sheet."""

from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDateEdit, QDoubleSpinBox, QLineEdit, QSpinBox

from app.i18n import _

NARROWEST: Final = 160
"""How narrow a day may get, in pixels; where it is cut off, it scrolls with the cursor."""

PADDING: Final = 11
"""What the style sheet cannot give the text of a number, in pixels."""


def line_edit(name: str) -> QLineEdit:
    """Return a field for one line of words."""
    editor = QLineEdit()
    editor.setObjectName(name)
    return editor


def number_edit(name: str, lowest: int, highest: int, step: int = 1) -> QSpinBox:
    """Return a field for a whole number from *lowest* to *highest*."""
    editor = QSpinBox()
    editor.setObjectName(name)
    editor.setRange(lowest, highest)
    editor.setSingleStep(step)
    editor.lineEdit().setTextMargins(PADDING, 0, PADDING, 0)
    return editor


class SecondsEdit(QDoubleSpinBox):
    """A number that is whole, or has up to two decimals: "4", "4.5", typed with point or comma."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Return whether *text* can be a number; point and comma are what this country has."""
        point = QLocale().decimalPoint()
        return super().validate(text.replace(",", point).replace(".", point), place)

    def textFromValue(self, value: float) -> str:
        """Return *value* without zeros that say nothing."""
        return QLocale().toString(value, "g", 6)


def seconds_edit(name: str, highest: int) -> SecondsEdit:
    """Return a field for seconds from 0 to *highest*; its keys go by half a second."""
    editor = SecondsEdit()
    editor.setObjectName(name)
    editor.setRange(0, highest)
    editor.setDecimals(2)
    editor.setSingleStep(0.5)
    editor.lineEdit().setTextMargins(PADDING, 0, PADDING, 0)
    return editor


def date_edit(name: str) -> QDateEdit:
    """Return a field for a day, with a calendar to choose from."""
    editor = QDateEdit()
    editor.setObjectName(name)
    editor.setCalendarPopup(True)
    editor.setMinimumWidth(NARROWEST)
    # Translators: a date format of Qt. d is the day, MMMM the month, yyyy the year.
    editor.setDisplayFormat(_("d MMMM yyyy"))
    return editor
