"""When to call whom: the same for everyone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.help import Sentence
from app.i18n import _
from app.ui.help.model import HelpModel
from app.ui.theme.theme import Theme
from app.ui.widgets.bullets import Bullets
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Heading, Prose


class WhenToCallLists(QWidget):
    """Emergency and same day beside each other, the days after below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._build()

    def show_lists(self, model: HelpModel) -> None:
        """Show the lists with the numbers *model* knows."""
        lists = model.when_to_call
        emergency = model.emergency
        self._emergency.set_title(
            _("Call {number} now").format(number=emergency)
            if emergency
            else _("Call the emergency number now")
        )
        self._same_day.set_title(_("Call the clinic the same day"))
        self._days_after.set_title(_("The days after"))
        self._emergency.bullets.set_texts(_texts(lists.emergency))
        self._same_day.bullets.set_texts(_texts(lists.same_day))
        self._days_after.foot.setText(" ".join(_texts(lists.days_after)))
        phone = model.out_of_hours
        no_answer = model.sentences["no_answer_phone" if phone else "no_answer"]
        self._same_day.foot.setText(no_answer.format(out_of_hours=phone))

    def begin(self) -> None:
        """Bring the keyboard, and whoever listens, to the first heading."""
        self._emergency.begin()

    def set_stacked(self, stacked: bool) -> None:
        """Put the lists below each other, or beside each other."""
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _build(self) -> None:
        self._emergency = _ListCard(self._theme)
        self._same_day = _ListCard(self._theme, strong_foot=True)
        self._days_after = _ListCard(self._theme)
        self._days_after.bullets.hide()
        self._emergency.foot.hide()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(self._theme.px(14))
        self._pair.addWidget(self._emergency, 1)
        self._pair.addWidget(self._same_day, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(14))
        column.addLayout(self._pair)
        column.addWidget(self._days_after)


class _ListCard(Card):
    """A heading, what it holds for, and a sentence at the end."""

    def __init__(self, theme: Theme, *, strong_foot: bool = False) -> None:
        super().__init__(theme)
        self._title = Heading(theme, 2)
        self.bullets = Bullets(theme)
        self.foot: Heading | Prose = Heading(theme, 3) if strong_foot else Prose(theme)
        self.body.setSpacing(theme.px(8))
        for widget in (self._title, self.bullets, self.foot):
            self.add(widget)
        self.body.addStretch(1)

    def set_title(self, text: str) -> None:
        """Set the heading."""
        self._title.setText(text)

    def begin(self) -> None:
        """Bring the keyboard to the heading; Tab never stops there."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)


def _texts(sentences: tuple[Sentence, ...]) -> list[str]:
    return [sentence.text for sentence in sentences]
