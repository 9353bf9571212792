"""News about the files, told on the page: what happened, what is safe, what can be done."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.theme.theme import Theme
from app.ui.widgets.accessible import give_role
from app.ui.widgets.buttons import LinkButton, SecondaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Caption, Heading, Prose

MAY_BREAK = "\N{ZERO WIDTH SPACE}"
"""Lets a long path go on in the next line."""


CLOSING = 4
"""What stands below added content: what is safe, a gap, the actions, the foot."""


class Notice(Card):
    """A card under the header, never a dialog: it takes no focus and waits as long as it must.

    ``dismissed`` is emitted by "Not now", which is always there.
    """

    dismissed = Signal()

    def __init__(
        self, theme: Theme, icon: str = "file-exclamation-point", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "note", parent)
        self._icon = icon
        self._build()
        self._bind()
        self._translate()
        self._tint()

    def set_texts(
        self, title: str, text: str, *, file: str = "", safe: str = "", foot: str = ""
    ) -> None:
        """Say what happened, in which file, what is safe, and a quiet word at the foot."""
        self._title.setText(title)
        self.setAccessibleName(title)
        for label, words in (
            (self._text, text),
            (self._file, file.replace("/", f"/{MAY_BREAK}")),
            (self._safe, safe),
            (self._foot, foot),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._safe_sign.setVisible(bool(safe))

    def set_button(self, text: str, icon: str = "") -> SecondaryButton:
        """Offer the one thing that puts it right, and return its button."""
        self.button.setText(text)
        self.button.set_icon(icon)
        self.button.setVisible(bool(text))
        return self.button

    def add_link(self, text: str) -> LinkButton:
        """Offer something else as a link before "Not now", and return it."""
        link = LinkButton(self._theme, text=text, on_soft=True)
        self._actions.removeWidget(self._not_now)
        self._actions.addWidget(link)
        self._actions.addWidget(self._not_now)
        return link

    def add_content(self, widget: QWidget) -> None:
        """Add *widget* below the words, before what can be done."""
        self._words.insertWidget(self._words.count() - CLOSING, widget)

    def _build(self) -> None:
        self._sign = QLabel()
        self._title = Heading(self._theme, 2)
        self._text = Prose(self._theme)
        self._file = Caption(self._theme)
        self._safe_sign = QLabel()
        self._safe = Prose(self._theme)
        self._foot = Caption(self._theme)
        self.button = SecondaryButton(self._theme)
        self.button.hide()
        self._not_now = LinkButton(self._theme, on_soft=True)
        self._actions = FlowLayout(spacing=self._theme.px(12))
        self._actions.addWidget(self.button)
        self._actions.addWidget(self._not_now)
        self._words = words = QVBoxLayout()
        words.setSpacing(self._theme.px(6))
        for label in (self._title, self._text, self._file):
            words.addWidget(label)
        words.addLayout(self._beside(self._safe_sign, self._safe, 10))
        words.addSpacing(self._theme.px(4))
        words.addLayout(self._actions)
        words.addWidget(self._foot)
        self.body.addLayout(self._beside(self._sign, words, 16))
        give_role(self, QAccessible.Role.Grouping)

    def _beside(self, sign: QLabel, words: QWidget | QVBoxLayout, gap: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(gap))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(words, QWidget):
            row.addWidget(words, 1)
        else:
            row.addLayout(words, 1)
        return row

    def _bind(self) -> None:
        self._not_now.clicked.connect(self._dismiss)
        self._theme.changed.connect(self._tint)

    def _translate(self) -> None:
        self._not_now.setText(_("Not now"))

    @Slot()
    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    @Slot()
    def _tint(self) -> None:
        self._sign.setPixmap(self._theme.pixmap(self._icon, 28, color="accent"))
        self._safe_sign.setPixmap(self._theme.pixmap("circle-check", 22, color="good"))
