"""The foot of a page that has the whole window: keys in the middle, a way out at either side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.theme.theme import Theme


class Foot(QGridLayout):
    """Help now at the beginning, the *keys*, and at the end what leads away.

    Below *one_line*, the room that all of it needs, the keys stand above the others.
    """

    def __init__(
        self, theme: Theme, first: QWidget, keys: QWidget, last: QWidget, *, one_line: int
    ) -> None:
        super().__init__()
        self._one_line = one_line
        self._first, self._keys, self._last = first, keys, last
        self.setHorizontalSpacing(theme.px(12))
        self.setVerticalSpacing(theme.px(8))
        self.setColumnStretch(0, 1)
        self.setColumnStretch(2, 1)

    def fit(self, room: float) -> None:
        """Set all of it as there is *room*; see Page.room."""
        for widget in (self._first, self._keys, self._last):
            self.removeWidget(widget)
        if room < self._one_line:
            self.addWidget(self._keys, 0, 0, 1, 3)
        else:
            self.addWidget(self._keys, 1, 1)
        self.addWidget(self._first, 1, 0, Qt.AlignmentFlag.AlignLeft)
        self.addWidget(self._last, 1, 2, Qt.AlignmentFlag.AlignRight)
