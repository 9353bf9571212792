"""How long the window is ever away while the whole folder is read after the first paint.

``python -m tests.support.frame_gap DIR`` shows the real window on the data in DIR, and prints the
longest time in ms between two turns of its event loop, the seconds that reading took, and the
memory in MiB before and after it.
"""

import gc
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.services.system_clock import SystemClock
from app.shell.bootstrap import Desktop, application
from app.shell.plain_imports import use_plain_imports
from app.storage.paths import Paths

AFTER_SECONDS = 0.5
"""How long the window is watched once all is read: rubbish is collected then."""


class Heart(QObject):
    """Beats as often as the window lets it, from the first paint to some time after reading."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self.longest = 0.0
        self.reading = 0.0
        self.before = resident()
        self._desktop = desktop
        self._began = self._last = 0.0
        self._beat = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._look)
        desktop.window.painted_first.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self.before = resident()
        self._began = self._last = perf_counter()
        self._beat.start()

    @Slot()
    def _look(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        background = self._desktop.background
        loader = None if background is None else background.loader
        if loader is None or loader.is_working:
            self.reading = now - self._began
        elif now - self._began - self.reading > AFTER_SECONDS:
            self._beat.stop()
            QApplication.quit()


def resident() -> float:
    """Return the memory this process holds now, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def main(data: Path) -> None:
    """Start as the program does, and watch."""
    gc.disable()
    qt = application()
    home = data.parent
    desktop = Desktop(
        Paths(data=data, state=home / "state", config=home / "config"), SystemClock(), "en"
    )
    heart = Heart(desktop)
    desktop.show()
    gc.freeze()
    gc.enable()
    qt.exec()
    desktop.close()
    print(f"{1000 * heart.longest:.1f} {heart.reading:.2f} {heart.before:.1f} {resident():.1f}")


if __name__ == "__main__":
    use_plain_imports()
    main(Path(sys.argv[1]))
