"""A list of short sentences, each behind a dot."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.discard import clear
from app.ui.widgets.labels import Prose

DOT: Final = 5


class Bullets(QWidget):
    """Sentences below each other; the dots are painted, so that no screen reader says them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))

    def set_texts(self, texts: Iterable[str]) -> None:
        """Show *texts*, and nothing that was shown before."""
        wanted = list(texts)
        if wanted == self._texts:
            return
        self._texts = wanted
        clear(self._column)
        for text in wanted:
            self._column.addWidget(_Line(self._theme, text))


class _Line(QWidget):
    """One sentence and its dot."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(_Dot(theme), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Prose(theme, text=text), 1)


class _Dot(QWidget):
    """A dot at the height of small letters in the first line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return one line's height."""
        return QSize(self._theme.px(16), self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot."""
        painter = painting.painter_for(self)
        metrics = self.fontMetrics()
        middle = metrics.ascent() - metrics.xHeight() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text_muted"))
        radius = DOT * self._theme.scale / 2
        painter.drawEllipse(QPointF(self.width() / 2, middle), radius, radius)
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
