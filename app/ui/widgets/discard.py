"""Taking widgets off the screen for good."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLayout, QWidget


def discard(widgets: Iterable[QWidget]) -> None:
    """Hide *widgets* at once and delete them a little later, when nothing runs in them any more.

    A layout forgets them by itself; until then they take no room.
    """
    for widget in widgets:
        widget.hide()
        widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Take everything out of *layout*, and discard the widgets among it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            discard((widget,))
