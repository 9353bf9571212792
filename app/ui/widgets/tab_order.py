"""Where Tab goes: through what is made later as through what was there from the beginning.

Qt has it come last to what is made last, the bar of the page before it, wherever that stands.
"""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each of *stops* to the next.

    The stops are told and not looked for: a widget that Python was handed by a layout's item is
    deleted twice.
    """
    for before, following in pairwise(stops):
        QWidget.setTabOrder(before, following)


def follow(control: QWidget, *rows: QWidget) -> None:
    """Let Tab go from *control* through *rows*, in each as its controls were made."""
    tab_through((control, *_controls(rows)))


def come_behind(box: QWidget, *rows: QWidget) -> None:
    """Let Tab go through *rows* where *box* stands, which takes no keyboard itself.

    What comes before *box* is not looked for. It may be a part that Qt made itself, and to hand
    that over PySide6 makes every class of widgets there is: longer work than the page.
    """
    controls = _controls(rows)
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt puts nothing behind what takes no keyboard
    tab_through((box, *controls))
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def keep_in_order(place: QWidget, *rows: QWidget) -> None:
    """Let Tab go through *rows* where it would come to *place*, or into it.

    *place* was there from the beginning: the box of the rows, or what stands below them. Before
    anything else can have the keyboard there is nothing to do.
    """
    own = set(_controls(rows))
    if not own:
        return
    before = place.previousInFocusChain()
    while before is not None and before is not place:
        if _stops(before) and before not in own and not place.isAncestorOf(before):
            follow(before, *rows)
            return
        before = before.previousInFocusChain()


def _controls(rows: Iterable[QWidget]) -> list[QWidget]:
    """Return what has the keyboard in *rows*; a list that unfolds is a window of its own."""
    return [
        one
        for row in rows
        for one in (row, *row.findChildren(QWidget))
        if _stops(one) and not _unfolds(one, row)
    ]


def _stops(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _unfolds(widget: QWidget, row: QWidget) -> bool:
    one: QWidget | None = widget
    while one is not None and one is not row:
        if one.isWindow():
            return True
        one = one.parentWidget()
    return False
