"""Words on a button that may come from outside, such as the name of a clinic."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton


def set_words(button: QAbstractButton, text: str) -> None:
    """Show *text* on *button* as it is: an ``&`` in it is a letter, and no key.

    Screen readers are told the same, unless the button was given a name of its own.
    """
    has_own_name = button.accessibleName() not in {"", button.text()}
    QAbstractButton.setText(button, text)
    button.setShortcut(QKeySequence())
    if not has_own_name:
        button.setAccessibleName(text)
