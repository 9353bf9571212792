"""Where Tab goes: through what is added later as through what was there from the beginning.

Qt has it come last to what is made last, wherever that stands.
"""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(control: QWidget, *rows: QWidget) -> None:
    """Let Tab go from *control* through *rows*, in each as its controls were made."""
    for one, following in pairwise((control, *_controls(rows))):
        QWidget.setTabOrder(one, following)


def keep_in_order(place: QWidget, *rows: QWidget) -> None:
    """Let Tab go through *rows* where it would come to *place*, or into it.

    *place* was there from the beginning: the box of the rows, or what stands below them. Before
    anything else can have the keyboard there is nothing to do.
    """
    own = set(_controls(rows))
    before = place.previousInFocusChain()
    while before is not None and before is not place:
        if _stops(before) and before not in own and not place.isAncestorOf(before):
            follow(before, *rows)
            return
        before = before.previousInFocusChain()


def _controls(rows: Iterable[QWidget]) -> list[QWidget]:
    return [one for row in rows for one in (row, *row.findChildren(QWidget)) if _stops(one)]


def _stops(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
