"""One quiet question, and the way to another one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import Caption

STACKED_BELOW = 480
"""Pixels at 100 % text below which the link stands under the question."""


class PromptLine(QWidget):
    """Offers *prompts* one by one, round and round; none has to be answered."""

    moved_on = Signal(str)

    def __init__(
        self, theme: Theme, name: str, prompts: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._prompts = tuple(prompts)
        self._place = 0
        self._question = Caption(theme)
        self._next = LinkButton(theme)
        self._next.setObjectName(name)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._question, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        self._next.clicked.connect(self._go_on)
        self.begin()

    @property
    def text(self) -> str:
        """The question that is shown."""
        return self._question.text()

    def begin(self) -> None:
        """Offer the first question again."""
        self._show(0)

    def set_link(self, text: str, name: str) -> None:
        """Set the words of the link, and its full name for screen readers."""
        self._next.setText(text)
        self._next.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside or below, as there is room."""
        super().resizeEvent(event)
        is_stacked = self.width() / self._theme.scale < STACKED_BELOW
        directions = QBoxLayout.Direction
        wanted = directions.TopToBottom if is_stacked else directions.LeftToRight
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)

    def _show(self, place: int) -> None:
        self._place = place
        self._question.setText(self._prompts[place])

    @Slot()
    def _go_on(self) -> None:
        self._show((self._place + 1) % len(self._prompts))
        announce(self._next, self.text)
        self.moved_on.emit(self.text)
