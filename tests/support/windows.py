"""Every window that is shown while a test looks, even for a moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember the name of *watched* if it is a window that is shown now."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(watched.objectName())
        return False


@contextmanager
def windows_shown() -> Iterator[list[str]]:
    """Give the names of the windows that are shown from now on, in order."""
    application = QApplication.instance()
    assert application is not None
    watch = _Watch()
    application.installEventFilter(watch)
    yield watch.names
    application.removeEventFilter(watch)
