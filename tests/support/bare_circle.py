"""The least that can breathe: a disc with its halos in a ring, drawn anew 30 times a second.

``python -m tests.support.bare_circle SECONDS`` prints how much of the processor that took, as
seconds of it for each second on the clock.
"""

import sys
import time
from math import cos, pi

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.processor import Span

FRAMES_PER_SECOND = 30
WARM_UP_SECONDS = 2.0
COLORS = ("#17302e", "#1c3a37", "#254f4a", "#2f665e")


class Circle(QWidget):
    """A disc that grows and shrinks in ten seconds: no words, no session, nothing kept."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._timer = QTimer(self, interval=1000 // FRAMES_PER_SECOND)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.update)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("#101a1c"))
        middle = QPointF(self.width() / 2, self.height() / 2)
        fullness = (1 - cos(2 * pi * time.monotonic() / 10)) / 2
        painter.setPen(QColor("#3c4a4c"))
        painter.drawEllipse(middle, 292, 292)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = 292 * (0.42 + 0.28 * fullness)
        for share, color in zip((1.32, 1.21, 1.105, 1), COLORS, strict=True):
            painter.setBrush(QColor(color))
            painter.drawEllipse(middle, radius * share, radius * share)
        painter.end()


def main(seconds: float) -> int:
    """Show it, measure, and end."""
    application = QApplication([])
    circle = Circle()
    circle.resize(1180, 860)
    circle.show()
    Span(WARM_UP_SECONDS).wait()
    print(Span(seconds).wait())
    circle.close()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
