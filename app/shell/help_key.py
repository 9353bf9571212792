"""The key to Help now: from every page, and from a dialog or a list that lies over it."""

from typing import Final

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

HELP_KEY: Final = "F1"
MOST_OVER: Final = 5
"""More than ever lie over each other; one that refuses to close is not asked without end."""

LOOK_MS: Final = 5
MOST_LOOKS: Final = 20
"""How often, and how many times, it is looked whether whoever waited for a dialog goes on."""

_NAME: Final = "help_key"


class HelpKey(QObject):
    """Hears the key in *window* and in what lies over it, which is called off first.

    The dialogs of the system itself, where there are some, keep their keys to themselves.
    """

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        self._depth, self._looks = -1, 0
        self._listen(window)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Listen wherever the keyboard goes, if it is ours."""
        above: QWidget | None = new
        while above is not None and above is not self._window:
            above = above.parentWidget()
        if new is not None and above is not None:
            self._listen(new.window())

    def _listen(self, window: QWidget) -> None:
        here = Qt.FindChildOption.FindDirectChildrenOnly
        if window.findChild(QShortcut, _NAME, here) is None:
            key = QShortcut(QKeySequence(HELP_KEY), window)
            key.setObjectName(_NAME)
            key.activated.connect(self._press)

    @Slot()
    def _press(self) -> None:
        """Call off what lies over the window; whoever opened it goes on before anybody hears."""
        called_off = 0
        for _one in range(MOST_OVER):
            popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
            if popup is not None:
                popup.close()
            elif dialog is not None:
                dialog.close()
                called_off += 1
        self._depth = QThread.currentThread().loopLevel() - called_off if called_off else -1
        self._looks = MOST_LOOKS
        self._soon.start(0)

    @Slot()
    def _tell(self) -> None:
        """Tell it, once whoever waited for a dialog, in a loop of events of its own, has gone on.

        A dialog that nobody waits for leaves the depth of the loops as it was.
        """
        waits = 0 <= self._depth < QThread.currentThread().loopLevel()
        if waits and self._looks:
            self._looks -= 1
            self._soon.start(LOOK_MS)
        else:
            self.pressed.emit()
