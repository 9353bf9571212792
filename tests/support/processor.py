"""How much of the processor this process takes while its window lives on."""

import time

from PySide6.QtCore import QEventLoop, QTimer


class Span:
    """So many seconds in which the events of the window go on."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def wait(self) -> float:
        """Let them pass; return the seconds of one core taken for each second on the clock."""
        loop = QEventLoop()
        QTimer.singleShot(round(self._seconds * 1_000), loop.quit)
        began, taken = time.monotonic(), time.process_time()
        loop.exec()
        return (time.process_time() - taken) / (time.monotonic() - began)
