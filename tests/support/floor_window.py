"""The least a Qt program can do: one application, one label, no style; ends once painted."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel


class Label(QLabel):
    """Says that it has been seen, then quits."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then end."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        print("painted", flush=True)
        QApplication.quit()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    label = Label("Soft Landing")
    label.resize(1180, 860)
    label.show()
    sys.exit(application.exec())
