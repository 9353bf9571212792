"""Where Tab goes: through what is added later as through what was there from the beginning.

Qt has it come last to what is made last, wherever that stands.
"""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(control: QWidget, *rows: QWidget) -> None:
    """Let Tab go from *control* through *rows*, in each as its controls were made."""
    wanted = [one for row in rows for one in (row, *row.findChildren(QWidget)) if _stops(one)]
    for one, following in pairwise((control, *wanted)):
        QWidget.setTabOrder(one, following)


def keep_in_order(box: QWidget, *rows: QWidget) -> None:
    """Let Tab go through *rows* where it would come to *box*, which was there from the beginning.

    Before anything else can have the keyboard there is nothing to do.
    """
    before = box.previousInFocusChain()
    while before is not None and before is not box:
        if _stops(before) and not box.isAncestorOf(before):
            follow(before, *rows)
            return
        before = before.previousInFocusChain()


def _stops(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
