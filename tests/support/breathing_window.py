"""The program with a session under way, in the real window: what it takes of the processor.

``python -m tests.support.breathing_window FOLDER SECONDS`` prints three figures, each in seconds
of one core for each second on the clock: while Today is shown and nothing is done, while the
circle breathes, and while that session goes on in a window that is minimized. The circle is
measured for SECONDS, the others for half as long.
"""

import sys
from pathlib import Path

from app.domain.calm_phases import single
from app.domain.patterns import COHERENT
from app.shell.bootstrap import application
from app.shell.plain_imports import use_plain_imports
from app.ui.route import Route
from tests.support.bench_window import open_window
from tests.support.processor import Span

WARM_UP_SECONDS = 4.0
"""Until every file is read and nothing of the start goes on."""

PAUSE_SECONDS = 2.0
"""Between one figure and the next."""


def main(folder: Path, seconds: float) -> int:
    """Measure, and end."""
    app = application()
    desktop = open_window(folder, "today")
    Span(WARM_UP_SECONDS).wait()
    print(Span(seconds / 2).wait())
    calm = desktop.places.calm
    desktop.window.navigation.go(Route("calm"))
    calm.model.start(single(30), pattern=COHERENT.id)
    desktop.window.navigation.go(Route("calm_running"))
    Span(PAUSE_SECONDS).wait()
    print(Span(seconds).wait())
    desktop.window.showMinimized()
    Span(PAUSE_SECONDS).wait()
    print(Span(seconds / 2).wait())
    calm.model.end()
    desktop.close()
    app.quit()
    return 0


if __name__ == "__main__":
    use_plain_imports()
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
