"""A phone number, large, to be read aloud, selected and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy

from app.ui.theme.theme import Theme
from app.ui.widgets.labels import Words
from app.ui.widgets.paths import unbroken


class NumberWords(Words):
    """A number as it is dialed. It can be selected and copied."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "h2", strong=True, tabular=True)
        # By mouse is enough: Ctrl+A and Ctrl+C work too, and no text cursor stands behind 911.
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_width(self, width: int) -> None:
        """Take *width* pixels and no less, or with 0 what there is."""
        across = QSizePolicy.Policy.Minimum if width else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what can be dialed, without the places where a very long number wraps."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(unbroken(self.selectedText()))
        else:
            super().keyPressEvent(event)
