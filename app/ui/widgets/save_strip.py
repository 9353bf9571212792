"""The strip that says what is not on the disk yet; nothing is in the way while all is well."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.labels import Prose


class SaveStrip(QWidget):
    """One sentence, and a way to try again."""

    retry_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = Prose(theme)
        self._retry = LinkButton(theme, on_soft=True)
        self._retry.setObjectName("save:retry")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8))
        row.setSpacing(theme.px(16))
        row.addWidget(self._sentence, 1)
        row.addWidget(self._retry)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._retry.clicked.connect(self._tell)
        self._retry.setText(_("Try again"))
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show *sentence*; hide when it is empty."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))

    @Slot()
    def _tell(self) -> None:
        self.retry_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the rule that parts it from the page."""
        painter = painting.painter_for(self)
        painter.fillRect(self.rect(), self._theme.color("accent_soft"))
        line = max(1, int(self._theme.scale))
        rule = self.rect().adjusted(0, self.height() - line, 0, 0)
        painter.fillRect(rule, self._theme.color("border"))
        painter.end()
