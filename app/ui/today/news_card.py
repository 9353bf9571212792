"""What the clinic changed, told once."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.i18n import _, ngettext
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import give_role
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.fold import FoldButton
from app.ui.widgets.labels import Heading
from app.ui.widgets.paths import breakable

FIRST: Final = 3
"""How many sentences are shown before the rest is unfolded."""


class NewsCard(Card):
    """A card under the header; it takes no focus and waits. ``read`` tells that it was read."""

    read = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "note", parent)
        self.setObjectName("today:clinic_news")
        self._build()
        self._bind()
        self._translate()

    def show_news(self, news: tuple[str, ...]) -> None:
        """Show *news*, a sentence each; hidden where there are none."""
        sentences = [breakable(one) for one in news]
        # One more line takes no more room than the line that would stand for it.
        shown = FIRST if len(sentences) > FIRST + 1 else len(sentences)
        rest = len(sentences) - shown
        self._first.set_texts(sentences[:shown])
        self._rest.set_texts(sentences[shown:])
        self._more.setText(ngettext("{count} more", "{count} more", rest).format(count=rest))
        self._more.setVisible(bool(rest))
        self._rest.setVisible(bool(rest) and self._more.is_open)
        self.setVisible(bool(news))

    def _build(self) -> None:
        self._title = Heading(self._theme, 2)
        self._first, self._rest = Bullets(self._theme), Bullets(self._theme)
        self._more = FoldButton(self._theme)
        self._more.setObjectName("today:clinic_news:more")
        self._button = SecondaryButton(self._theme)
        self._button.setObjectName("today:clinic_news:read")
        for widget in (self._title, self._first, self._more, self._rest):
            self.add(widget)
        self.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        give_role(self, QAccessible.Role.Grouping)

    def _bind(self) -> None:
        self._more.clicked.connect(self._turn)
        self._button.clicked.connect(self.read)

    def _translate(self) -> None:
        self._title.setText(_("What your clinic changed"))
        self._button.setText(_("I have read it"))
        self.setAccessibleName(self._title.text())

    @Slot()
    def _turn(self) -> None:
        is_open = not self._more.is_open
        self._more.set_open(is_open)
        self._rest.setVisible(is_open)
