"""The answers to one question: large, and nothing chosen for anybody."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from app.domain.questionnaire_words import Option
from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.radio import Radio

HIGH: Final = 62
GAP: Final = 12
LOW: Final = 50
SMALL_GAP: Final = 8
"""How high an answer is, and the gap between two, on a screen with little height."""

_BACK: Final = {Qt.Key.Key_Up, Qt.Key.Key_Left}
_ON: Final = {Qt.Key.Key_Down, Qt.Key.Key_Right}
_TAKE: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AnswerButton(Radio):
    """One answer, as wide as the column.

    The second press of a double click is none: it was meant for the question before.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, text: str = "") -> None:
        self._high = HIGH
        super().__init__(theme, parent, text=text)

    def set_low(self, *, low: bool) -> None:
        """Take less height."""
        self._high = LOW if low else HIGH
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text, or a target that is hard to miss."""
        return max(self._theme.px(self._high), super().heightForWidth(width))

    def sizeHint(self) -> QSize:
        """Return room for the text on one line."""
        return QSize(super().sizeHint().width(), self._theme.px(self._high))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the words in its middle."""
        painter = painting.painter_for(self)
        self._paint_box(painter)
        inside = self.rect().adjusted(self._around() // 2, 0, -self._around() // 2, 0)
        painting.draw_words(painter, inside, self.text(), self.font(), self._words_color())
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("lead", strong=True))
        self.updateGeometry()


class AnswerGroup(QWidget):
    """The answers below each other; *chosen* is marked, or none.

    A tap, Enter or Space gives an answer, the one that is marked too. The arrow keys only walk
    from one to the next: what is marked is what is kept. Made anew for each question, so that a
    screen reader reads the question with its first answer.
    """

    given = Signal(int)

    def __init__(
        self,
        theme: Theme,
        options: Iterable[Option],
        chosen: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: dict[AnswerButton, int] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(GAP))
        for option in options:
            button = AnswerButton(theme, text=option.text)
            button.setObjectName(f"answer:{option.value}")
            button.installEventFilter(self)
            self._group.addButton(button)
            self._values[button] = option.value
            self._column.addWidget(button)
            button.setChecked(option.value == chosen)
        for one in self._values:
            is_stop = one is self._begin_at
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        give_role(self, QAccessible.Role.Grouping)
        self._group.buttonClicked.connect(self._tell)

    def set_low(self, *, low: bool) -> None:
        """Take less height, where there is little."""
        self._column.setSpacing(self._theme.px(SMALL_GAP if low else GAP))
        for button in self._values:
            button.set_low(low=low)

    def begin(self) -> None:
        """Bring the keyboard to the answer that is marked, or to the first."""
        self._begin_at.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_tab_before(self, *following: QWidget) -> None:
        """Let Tab come from the answers to what is *following*, in that order."""
        for first, second in pairwise((*self._values, *following)):
            QWidget.setTabOrder(first, second)

    def mark(self, chosen: int | None) -> None:
        """Mark the answer *chosen*, or none."""
        self._group.setExclusive(False)
        for button, value in self._values.items():
            button.setChecked(value == chosen)
        self._group.setExclusive(True)

    def press(self, number: int) -> bool:
        """Give the answer *number*, counted from 1; return whether there is one."""
        buttons = list(self._values)
        if not 1 <= number <= len(buttons):
            return False
        buttons[number - 1].click()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk by the arrow keys, and answer by Enter."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, AnswerButton)
        ):
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    @property
    def _begin_at(self) -> AnswerButton:
        return next((one for one in self._values if one.isChecked()), next(iter(self._values)))

    def _key(self, button: AnswerButton, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _TAKE:
            if not event.isAutoRepeat():
                button.click()
            return True
        if key not in _BACK | _ON:
            return False
        buttons = list(self._values)
        by = 1 if key in _ON else -1
        following = buttons[(buttons.index(button) + by) % len(buttons)]
        reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        following.setFocus(reason)
        return True

    @Slot(QAbstractButton)
    def _tell(self, button: AnswerButton) -> None:
        self.given.emit(self._values[button])
