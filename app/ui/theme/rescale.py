"""Margins and gaps of layouts that are already built follow the text size."""

from typing import Final

from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QLayout, QWidget

_BASE: Final = "distances at 100 %"


def rescale_windows(old: float, new: float) -> None:
    """Scale the distances of every layout in every window from text size *old* to *new*."""
    for window in QApplication.topLevelWidgets():
        rescale(window, old, new)


def rescale(root: QWidget, old: float, new: float) -> None:
    """Scale the distances of every layout below *root* from text size *old* to *new*.

    A layout remembers what its distances are at 100 %, so that going up and down again ends
    where it began; a distance that a page has set anew since is taken as it is.
    """
    for layout in root.findChildren(QLayout):
        shown = _distances(layout)
        base = layout.property(_BASE)
        if base is None or [round(n * old) for n in base] != shown:
            base = [n / old for n in shown]
        layout.setProperty(_BASE, base)
        _set_distances(layout, [round(n * new) for n in base])


def _distances(layout: QLayout) -> list[int]:
    margins = layout.contentsMargins()
    found = [margins.left(), margins.top(), margins.right(), margins.bottom()]
    if isinstance(layout, QGridLayout):
        return [*found, layout.horizontalSpacing(), layout.verticalSpacing()]
    return [*found, layout.spacing()]


def _set_distances(layout: QLayout, wanted: list[int]) -> None:
    left, top, right, bottom, *gaps = wanted
    layout.setContentsMargins(left, top, right, bottom)
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(gaps[0])
        layout.setVerticalSpacing(gaps[1])
    else:
        layout.setSpacing(gaps[0])
    if isinstance(layout, QBoxLayout):
        layout.invalidate()
