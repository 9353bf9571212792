"""What the cards of Settings share."""

from typing import Final, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Heading

EDITOR_WIDE: Final = 260
WIDEST: Final = 440
"""Pixels: wider than this no editor insists on being, so that 200 % fits a small window."""

_W = TypeVar("_W", bound=QWidget)


class Section(Card):
    """A card with a heading and rows with a line between each two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.theme = theme
        self.title = Heading(theme, 2)
        self._wide: list[QWidget] = []
        self._has_rows = False
        self.body.setSpacing(theme.px(10))
        self.add(self.title)
        theme.changed.connect(self._widen)

    def show_values(self) -> None:
        """Show what is kept."""

    def translate(self) -> None:
        """Set every text."""

    def add_row(self, row: QWidget) -> None:
        """Add *row* at the end, below a line if there is one before it."""
        if self._has_rows:
            self.add_rule()
        self._has_rows = True
        self.add(row)

    def wide(self, editor: _W) -> _W:
        """Give *editor* the width all editors share, and return it."""
        self._wide.append(editor)
        editor.setMinimumWidth(min(self.theme.px(EDITOR_WIDE), WIDEST))
        return editor

    @Slot()
    def _widen(self) -> None:
        for editor in self._wide:
            editor.setMinimumWidth(min(self.theme.px(EDITOR_WIDE), WIDEST))
