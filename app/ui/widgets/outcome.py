"""What came of what was asked for, at the top of the page; a screen reader says it by itself."""

from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.ui.errand import Errand, State
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import announce
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.card import Card
from app.ui.widgets.paths import breakable
from app.ui.widgets.rows import Row
from app.ui.widgets.sight import bring_into_sight

_ICONS: Final = {State.BUSY: "clock", State.DONE: "circle-check", State.FAILED: "circle-alert"}


class Outcome(Card):
    """Hidden while there is nothing to say. It belongs to the page from the first moment."""

    def __init__(self, theme: Theme, errand: Errand, parent: QWidget) -> None:
        super().__init__(theme, "soft", parent)
        self._errand = errand
        self._row = Row(theme)
        self._more = Bullets(theme)
        self.add(self._row)
        self.add(self._more)
        errand.changed.connect(self.show_state)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Show how the errand stands."""
        errand = self._errand
        says = errand.state is not State.NOTHING
        news = says and breakable(errand.title) != self._row.title.text()
        self.set_kind("note" if errand.state is State.FAILED else "soft")
        self._row.set_icon(_ICONS.get(errand.state, ""))
        title, *sentences = map(breakable, (errand.title, *errand.sentences))
        first, more = sentences[:1], sentences[1:]
        self._row.set_texts(title, *first)
        self._more.set_texts(more)
        self._more.setVisible(bool(more))
        self.setVisible(says)
        if news:
            QTimer.singleShot(0, self, self._come_into_sight)
            announce(self, " ".join((errand.title, *errand.sentences)))

    @Slot()
    def _come_into_sight(self) -> None:
        """Show it once it is laid out: the button that was pressed may lie far below."""
        if isValid(self):
            bring_into_sight(self, self._theme.px(12))
