"""A strip above the page for one sentence of news; nothing is in the way while there is none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import announce
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Prose


class NewsStrip(QWidget):
    """One sentence, and below it what can be done: "Try again", or "All right".

    *links* are names and texts; ``link_clicked`` carries the name.
    """

    link_clicked = Signal(str)

    def __init__(
        self, theme: Theme, links: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = Prose(theme)
        self._links: dict[str, LinkButton] = {}
        flow = FlowLayout(spacing=theme.px(16), line_spacing=theme.px(2))
        for name, text in links:
            link = LinkButton(theme, on_soft=True, text=text)
            link.setObjectName(name)
            link.set_dense(True)
            link.clicked.connect(self._tell)
            flow.addWidget(link)
            self._links[name] = link
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(10), theme.px(24), theme.px(4))
        column.setSpacing(0)
        column.addWidget(self._sentence)
        column.addLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show *sentence*, and have a new one said; hide when it is empty."""
        if sentence and (self.isHidden() or sentence != self._sentence.text()):
            announce(self, sentence)
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))

    def offer(self, name: str, *, is_offered: bool) -> None:
        """Show the link *name*, or leave it out."""
        self._links[name].setVisible(is_offered)

    @Slot()
    def _tell(self) -> None:
        self.link_clicked.emit(self.sender().objectName())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the rule that parts it from the page."""
        painter = painting.painter_for(self)
        painting.fill(painter, self.rect(), self._theme.color("accent_soft"))
        line = max(1, int(self._theme.scale))
        rule = self.rect().adjusted(0, self.height() - line, 0, 0)
        painting.fill(painter, rule, self._theme.color("border"))
        painter.end()
