"""What Soft Landing is, and what it is not."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Caption, Words

_DOES = {"ready": "list-checks", "calm": "wind", "journal": "notebook-pen"}
_IS_NOT = ("not_a_device", "supervised", "stays_here")


class Welcome(Card):
    """Three things it does, and three things to know."""

    def __init__(
        self, theme: Theme, sentences: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "soft", parent)
        does = QVBoxLayout()
        does.setSpacing(theme.px(10))
        for key, icon in _DOES.items():
            does.addWidget(_Line(theme, icon, sentences[key]))
        does.addStretch(1)
        is_not = QVBoxLayout()
        is_not.setSpacing(theme.px(6))
        for key in _IS_NOT:
            is_not.addWidget(Caption(theme, text=sentences[key]))
        is_not.addStretch(1)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(theme.px(24))
        self._pair.addLayout(does, 45)
        self._pair.addLayout(is_not, 55)
        self.body.addLayout(self._pair)

    def set_stacked(self, stacked: bool) -> None:
        """Put both columns below each other, or beside each other."""
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)


class _Line(QWidget):
    """An icon and what it stands for."""

    def __init__(self, theme: Theme, icon: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._sign = QLabel()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(14))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(theme, text=text), 1)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self._sign.setPixmap(self._theme.pixmap(self._icon, 22, "primary"))
