"""Finding again what a page was left at: what was opened from it, and where the keyboard was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Opened:
    """What was opened from a page last, until the page comes again.

    Only the next time it comes somebody comes back, by whatever way; after that it begins anew.
    """

    def __init__(self) -> None:
        self._opened = ""
        self._target = ""

    def note(self, name: str) -> None:
        """Take note that what the control *name* stands for is opened."""
        self._opened = name

    def arrive(self) -> bool:
        """Tell whether the page is come back to from what was opened, and forget it."""
        self._target, self._opened = self._opened, ""
        return bool(self._target)

    def take(self) -> str:
        """Return the name of the control that the keyboard goes back to, once; else nothing."""
        target, self._target = self._target, ""
        return target


class KeyboardPlace:
    """Where the keyboard is among the *stops* of a list that is about to be made anew."""

    def __init__(self, stops: Sequence[QWidget]) -> None:
        names = [stop.objectName() for stop in stops]
        place = next((at for at, stop in enumerate(stops) if stop.hasFocus()), None)
        self._wanted = [] if place is None else names[place:] + names[:place][::-1]

    def bring_back(self, stops: Sequence[QWidget]) -> None:
        """Bring it to the same stop; to its neighbor, the next before the last, if that is gone."""
        now = {stop.objectName(): stop for stop in stops}
        found = next((now[name] for name in self._wanted if name in now), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)


def bring_keyboard_to(name: str, page: QWidget) -> None:
    """Bring the keyboard to the row *name* of *page*, if there is one.

    Of two with one name the older one is on its way out.
    """
    rows = page.findChildren(QWidget, name)
    if rows:
        rows[-1].setFocus(Qt.FocusReason.OtherFocusReason)
