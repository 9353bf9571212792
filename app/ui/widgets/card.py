"""A box that holds what belongs together."""

from typing import Final, Literal

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Radius
from app.ui.widgets import painting

Kind = Literal["plain", "soft", "note"]

_FILL: Final = {"plain": "surface", "soft": "primary_soft", "note": "accent_soft"}


class Card(QFrame):
    """A rounded box with its content in ``body``, a column.

    ``plain`` is the usual one, ``soft`` is for what matters now, ``note`` for news.
    """

    def __init__(
        self,
        theme: Theme,
        kind: Kind = "plain",
        parent: QWidget | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: Kind = kind
        self._compact = compact
        self.body = QVBoxLayout(self)
        self.body.setSpacing(theme.px(12))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._pad()
        theme.changed.connect(self._pad)

    @property
    def kind(self) -> Kind:
        """Which of the three looks it has."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Take another look."""
        self._kind = kind
        self.update()

    def add(self, widget: QWidget) -> None:
        """Add *widget* at the end."""
        self.body.addWidget(widget)

    def add_rule(self) -> "CardRow":
        """Add a line between two rows, and return it."""
        rule = CardRow(self._theme)
        self.body.addWidget(rule)
        return rule

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        painter = painting.painter_for(self)
        painting.draw_box(
            painter,
            self.rect(),
            self._theme.px(Radius.CARD),
            fill=self._theme.color(_FILL[self._kind]),
            line=self._theme.color("border"),
        )
        painter.end()

    @Slot()
    def _pad(self) -> None:
        """Pad the box; large text needs the width more than the box needs air."""
        sides, ends = (20, 10) if self._compact else (24, 20)
        growth = 1 + (self._theme.scale - 1) / 3
        across, along = round(sides * growth), round(ends * growth)
        self.body.setContentsMargins(across, along, across, along)


class CardRow(QWidget):
    """The line between two rows of a card: one pixel, from edge to edge of the content."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return one pixel, or two at large text."""
        return QSize(0, max(1, int(self._theme.scale)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = painting.painter_for(self)
        painting.fill(painter, self.rect(), self._theme.color("border"))
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def side_by_side(theme: Theme, *widgets: QWidget, gap: int = 12) -> QHBoxLayout:
    """Return a row of *widgets* with *gap* pixels (at 100 % text) between them."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(gap))
    for widget in widgets:
        row.addWidget(widget)
    return row
