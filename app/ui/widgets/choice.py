"""One of several, or none: groups of radio buttons that can be un-answered again."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.accessible import give_role
from app.ui.widgets.discard import discard
from app.ui.widgets.even import EvenLayout
from app.ui.widgets.flow import FlowLayout

Arrangement = Literal["flow", "even", "segments"]

_BACK: Final = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_ON: Final = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_UNANSWER: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class ChoiceGroup(QWidget):
    """Radio buttons of which at most one is chosen, each standing for a value.

    Tab enters at the chosen one, or at the first; arrow keys go on from there, and choose once
    something is chosen. Choosing the chosen one again, Delete and Backspace take the answer
    back, unless *must_choose*. ``chosen`` tells what a person did, never what ``choose`` did.
    Buttons flow like words, stand in columns of one width, or form one segmented control.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        arrangement: Arrangement = "flow",
        parent: QWidget | None = None,
        *,
        must_choose: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._arrangement = arrangement
        self._must_choose = must_choose
        self._values: dict[QAbstractButton, object] = {}
        self._was_chosen: QAbstractButton | None = None
        self._group = QButtonGroup(self)
        self._place = self._make_layout()
        give_role(self, QAccessible.Role.Grouping)
        self.setAccessibleName(name)
        self._group.buttonPressed.connect(self._remember)
        self._group.buttonClicked.connect(self._tell)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """The buttons in order."""
        return list(self._values)

    @property
    def chosen_value(self) -> object:
        """What the chosen button stands for, or None when nothing is chosen."""
        button = self._group.checkedButton()
        return self._values[button] if button is not None else None

    def add(self, button: QAbstractButton, value: object) -> QAbstractButton:
        """Add *button*, which stands for *value*, and return it."""
        self._values[button] = value
        self._group.addButton(button)
        self._place.addWidget(button)
        button.installEventFilter(self)
        self._rove()
        return button

    def remove(self, button: QAbstractButton) -> None:
        """Let *button* be none of the answers any more; it stays where it is."""
        del self._values[button]
        self._group.removeButton(button)
        self._place.removeWidget(button)
        button.removeEventFilter(self)
        self._rove()

    def arrange(self, wanted: Mapping[QAbstractButton, object]) -> None:
        """Have the buttons that are *wanted*, in that order, each with what it stands for.

        The others are taken off the screen for good. The keyboard stays where it is.
        """
        gone = [button for button in self._values if button not in wanted]
        for button in self.buttons:
            self.remove(button)
        discard(gone)
        for button, value in wanted.items():
            self.add(button, value)
        for before, after in pairwise((*self._before(), *wanted)):
            QWidget.setTabOrder(before, after)

    def choose(self, value: object) -> None:
        """Show *value* as the answer, or no answer when it is None or stands for no button."""
        for button, meaning in self._values.items():
            if value is not None and meaning == value:
                button.setChecked(True)
                self._rove()
                return
        self._clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of a group on whichever button has the focus."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QAbstractButton)
        ):
            return self._key(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the trough of a segmented control."""
        if self._arrangement != "segments":
            return
        painter = painting.painter_for(self)
        color = self._theme.color
        fill, line = color("surface_alt"), color("border")
        painting.draw_box(painter, self.rect(), self._theme.px(12), fill=fill, line=line)
        painter.end()

    def _make_layout(self) -> QLayout:
        if self._arrangement == "flow":
            return FlowLayout(self, spacing=self._theme.px(8))
        if self._arrangement == "even":
            return EvenLayout(self, spacing=self._theme.px(8))
        return FlowLayout(self, spacing=0)

    def _key(self, button: QAbstractButton, key: Qt.Key) -> bool:
        if key in _UNANSWER:
            self._unanswer()
            return True
        if key not in _BACK | _ON:
            return False
        on = key in _ON
        sideways = key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if sideways and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            on = not on
        self._step(button, 1 if on else -1)
        return True

    def _step(self, button: QAbstractButton, by: int) -> None:
        """Go to the next button that can be used; choose it if something is chosen already."""
        buttons = [b for b in self._values if b.isEnabled() and not b.isHidden()]
        following = buttons[(buttons.index(button) + by) % len(buttons)]
        if self._group.checkedButton() is not None and following is not button:
            following.setChecked(True)
            self._rove()
            self.chosen.emit(self._values[following])
        reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        following.setFocus(reason)

    def _before(self) -> list[QWidget]:
        """Return what Tab comes from, if there is anything before the group."""
        nowhere = Qt.FocusPolicy.NoFocus
        before = self.previousInFocusChain()
        while before is not None and before is not self and before.focusPolicy() is nowhere:
            before = before.previousInFocusChain()
        if before is None or before is self or self.isAncestorOf(before):
            return []
        return [before]

    @Slot(QAbstractButton)
    def _remember(self, button: QAbstractButton) -> None:
        self._was_chosen = button if button.isChecked() else None

    @Slot(QAbstractButton)
    def _tell(self, button: QAbstractButton) -> None:
        if button is self._was_chosen:
            self._was_chosen = None
            self._unanswer()
            return
        self._rove()
        self.chosen.emit(self._values[button])

    def _unanswer(self) -> None:
        if self._must_choose or self._group.checkedButton() is None:
            return
        self._clear()
        self.chosen.emit(None)

    def _clear(self) -> None:
        checked = self._group.checkedButton()
        if checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)
        self._rove()

    def _rove(self) -> None:
        """Let Tab stop at one button only: the chosen one, or the first."""
        stop = self._group.checkedButton() or next(iter(self._values), None)
        for button in self._values:
            wanted = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            if button.focusPolicy() is not wanted:
                button.setFocusPolicy(wanted)


class SegmentRow(ChoiceGroup):
    """A segmented control: one of a few is always chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(theme, "segments", parent, must_choose=True, name=name)
