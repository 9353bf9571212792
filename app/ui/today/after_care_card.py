"""What the clinic wants read after an infusion, in its own words, folded."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.discard import clear
from app.ui.widgets.fold import Fold
from app.ui.widgets.labels import Prose
from app.ui.widgets.paths import breakable


class AfterCareCard(Fold):
    """Paragraphs, as plain text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._paragraphs: tuple[str, ...] = ()
        super().__init__(theme, QWidget(), parent)
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self.setObjectName("today:after_care")
        self.button.setObjectName("today:after_care:fold")

    def show_paragraphs(self, clinic: str, paragraphs: tuple[str, ...]) -> None:
        """Show *paragraphs* of *clinic*; hidden where there are none."""
        self.setVisible(bool(paragraphs))
        self.set_title(_("From {clinic}: afterwards").format(clinic=breakable(clinic)))
        if paragraphs != self._paragraphs:
            self._paragraphs = paragraphs
            clear(self._column)
            for paragraph in paragraphs:
                self._column.addWidget(Prose(self._theme, text=breakable(paragraph)))
