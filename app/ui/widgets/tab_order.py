"""Letting Tab go through what is made later in the order in which it is seen."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_through(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each of *stops* to the next.

    Qt puts whatever is made later behind all that is there, the bar of the page too. The stops
    are told and not looked for: a widget that Python was handed by a layout's item is deleted
    twice.
    """
    for before, following in pairwise(stops):
        QWidget.setTabOrder(before, following)
