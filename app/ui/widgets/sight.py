"""Scrolling so that something shows."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_sight(widget: QWidget, margin: int) -> None:
    """Scroll every scroll area around *widget* until it and *margin* pixels around it show."""
    for area in _around(widget):
        area.ensureWidgetVisible(widget, 0, margin)


def keep_in_sight(widget: QWidget, margin: int) -> None:
    """Do the same for what is at work in *widget*: its cursor, or all of it if it has none."""
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    if not isinstance(cursor, QRect) or cursor.isNull():
        bring_into_sight(widget, margin)
        return
    for area in _around(widget):
        page = area.widget()
        if page is not None:
            spot = widget.mapTo(page, cursor.center())
            area.ensureVisible(spot.x(), spot.y(), 0, margin)


def _around(widget: QWidget) -> list[QScrollArea]:
    """Return the scroll areas that *widget* lies in, the nearest first."""
    found: list[QScrollArea] = []
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            found.append(parent)
        parent = parent.parentWidget()
    return found
