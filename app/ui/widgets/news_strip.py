"""A strip above the page for one sentence of news; nothing is in the way while there is none."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import Prose


class NewsStrip(QWidget):
    """One sentence, and one link beside it: "Try again", or "All right"."""

    link_clicked = Signal()

    def __init__(self, theme: Theme, name: str, link: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = Prose(theme)
        self._link = LinkButton(theme, on_soft=True)
        self._link.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8))
        row.setSpacing(theme.px(16))
        row.addWidget(self._sentence, 1)
        row.addWidget(self._link)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._link.clicked.connect(self._tell)
        self._link.setText(link)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show *sentence*; hide when it is empty."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))

    @Slot()
    def _tell(self) -> None:
        self.link_clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the rule that parts it from the page."""
        painter = painting.painter_for(self)
        painting.fill(painter, self.rect(), self._theme.color("accent_soft"))
        line = max(1, int(self._theme.scale))
        rule = self.rect().adjusted(0, self.height() - line, 0, 0)
        painting.fill(painter, rule, self._theme.color("border"))
        painter.end()
