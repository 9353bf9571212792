"""A value between two keys, less and more: a slider would need a steady hand."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import Words


class Stepper(QWidget):
    """``stepped`` carries -1 or 1. The names of its parts begin with *name*.

    A key that can go no further gives the keyboard to the other one.
    """

    stepped = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        less: str = "less",
        more: str = "more",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._less = IconButton(theme, "minus", framed=True)
        self._less.setObjectName(f"{name}:{less}")
        self._more = IconButton(theme, "plus", framed=True)
        self._more.setObjectName(f"{name}:{more}")
        self._value = Words(theme, strong=True, tabular=True, wraps=False)
        self._value.setObjectName(f"{name}:percent")
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        for widget in (self._less, self._value, self._more):
            row.addWidget(widget)
        self._less.clicked.connect(self._shrink)
        self._more.clicked.connect(self._grow)

    def set_names(self, less: str, more: str) -> None:
        """Name the keys for screen readers."""
        self._less.setAccessibleName(less)
        self._more.setAccessibleName(more)

    def show_value(self, text: str, *, can_shrink: bool, can_grow: bool) -> None:
        """Show *text*, and which way it can go from there."""
        self._value.setText(text)
        self._less.setAccessibleDescription(text)
        self._more.setAccessibleDescription(text)
        self._less.setEnabled(can_shrink)
        self._more.setEnabled(can_grow)

    @Slot()
    def _shrink(self) -> None:
        self.stepped.emit(-1)
        _keep_focus(self._less, self._more)

    @Slot()
    def _grow(self) -> None:
        self.stepped.emit(1)
        _keep_focus(self._more, self._less)


def _keep_focus(pressed: IconButton, other: IconButton) -> None:
    if not pressed.isEnabled():
        other.setFocus(Qt.FocusReason.OtherFocusReason)
