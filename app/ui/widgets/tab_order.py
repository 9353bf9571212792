"""Letting Tab go through what was laid out later in the order in which it is seen."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_as_seen(layout: QLayout, after: Sequence[QWidget] = ()) -> None:
    """Let Tab go through everything in *layout* in its order, and through *after* then.

    Qt puts whatever is made later behind all that is there, the bar of the page too.
    """
    for before, following in pairwise((*_stops(layout), *after)):
        QWidget.setTabOrder(before, following)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for item in filter(None, (layout.itemAt(place) for place in range(layout.count()))):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            inner = widget.layout()
        if inner is not None:
            yield from _stops(inner)
