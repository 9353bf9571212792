"""What a look at a laid-out window finds: unnamed controls, clipped text, foreign words.

Each function takes a shown window and returns sentences about what is wrong, none when all is well.
"""

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

SMALLEST_TARGET = 44
"""Pixels: what a hand that is not quite awake still hits."""

SAYS_NOTHING = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Pane,
    QAccessible.Role.Window,
}
ROUNDING = 1
"""Pixels that a layout may round away."""


def visible(window: QWidget) -> Iterator[QWidget]:
    """Yield every visible widget of *window*, itself included."""
    yield window
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window):
            yield widget


def describe(widget: QWidget) -> str:
    """Return a name by which the widget can be found in the source."""
    text = _text(widget)
    return f"{type(widget).__name__} {widget.objectName()!r} {text[:40]!r}"


def unnamed(window: QWidget) -> list[str]:
    """Return the controls that a screen reader could only call "button"."""
    found = []
    for widget in visible(window):
        if not _takes_focus(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        if not name.strip():
            found.append(f"{describe(widget)} has no name")
        if interface is None or interface.role() in SAYS_NOTHING:
            found.append(f"{describe(widget)} has no role")
    return found


def clipped(window: QWidget) -> list[str]:
    """Return the texts that do not fit, and what lies outside the part that can be seen."""
    found = []
    for widget in visible(window):
        if isinstance(widget, QLabel) and widget.text():
            found += _label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            if widget.width() + ROUNDING < widget.minimumSizeHint().width():
                found.append(f"{describe(widget)} is {widget.width()} px wide, too narrow")
            if widget.height() + ROUNDING < widget.minimumSizeHint().height():
                found.append(f"{describe(widget)} is {widget.height()} px high, too low")
        if isinstance(widget, QScrollArea):
            found += _scroll_area(widget)
        if widget is not window and not _in_scroll_area(widget, window):
            found += _outside(widget, window)
    return found


def small_targets(window: QWidget, smallest: int = SMALLEST_TARGET) -> list[str]:
    """Return the controls that are smaller than a hand needs."""
    return [
        f"{describe(widget)} is {widget.width()} × {widget.height()} px"
        for widget in visible(window)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
        and _takes_focus(widget)
        and min(widget.width(), widget.height()) < smallest
    ]


def untranslated(window: QWidget, may_stay: Callable[[str], bool]) -> list[str]:
    """Return the texts that did not go through a made-up catalog (see pseudo.py).

    *may_stay* tells which texts need not: clinical content, and what the patient wrote.
    """
    found = []
    for widget in visible(window):
        for text in _all_texts(widget):
            plain = re.sub(r"<[^>]*>|&", "", text)
            if re.search(r"[^\W\d_]{2}", plain) and "[" not in plain and not may_stay(plain):
                found.append(f"{describe(widget)} says {plain!r}")
    return found


def _takes_focus(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""


def _all_texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if widget.isWindow():
        yield widget.windowTitle()


def _label(label: QLabel) -> list[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() + ROUNDING < needed:
            return [f"{describe(label)} is {label.height()} px high and needs {needed}"]
        words = re.split(r"[\s\u200b]", label.text())  # a zero width space lets a path break
        longest = max(words, key=len)
        if label.fontMetrics().horizontalAdvance(longest) > label.contentsRect().width() + ROUNDING:
            return [f"{describe(label)} is {label.width()} px wide, narrower than {longest!r}"]
        return []
    if label.width() + ROUNDING < label.sizeHint().width():
        wanted = label.sizeHint().width()
        return [f"{describe(label)} is {label.width()} px wide and needs {wanted}"]
    return []


def _scroll_area(area: QScrollArea) -> list[str]:
    page = area.widget()
    if page is None:
        return []
    inside, window = page.width(), area.viewport().width()
    if inside > window + ROUNDING and not area.horizontalScrollBar().isVisible():
        return [f"the page in {describe(area)} is {inside} px wide in a window of {window}"]
    return []


def _in_scroll_area(widget: QWidget, window: QWidget) -> bool:
    if isinstance(widget, QScrollBar):
        return True
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _outside(widget: QWidget, window: QWidget) -> list[str]:
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    if place.isEmpty() or window.rect().contains(place):
        return []
    return [f"{describe(widget)} reaches outside the window"]
