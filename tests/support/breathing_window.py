"""The program with a session under way, in the real window: what it takes of the processor.

``python -m tests.support.breathing_window FOLDER SECONDS`` prints three figures, each in seconds
of one core for each second on the clock: while Today is shown and nothing is done, while the
circle breathes, and while that session goes on in a window that is minimized.
"""

import sys
from pathlib import Path

from app.domain.calm_phases import single
from app.domain.patterns import COHERENT
from app.services.system_clock import SystemClock
from app.shell.bootstrap import Desktop, application
from app.shell.plain_imports import use_plain_imports
from app.storage.paths import Paths
from app.ui.route import Route
from tests.support.processor import Span

WARM_UP_SECONDS = 4.0
"""Until every file is read and nothing of the start goes on."""

BREATH_SECONDS = 2.0


def main(folder: Path, seconds: float) -> int:
    """Measure, and end."""
    app = application()
    paths = Paths(data=folder / "data", state=folder / "state", config=folder / "config")
    desktop = Desktop(paths, SystemClock(), "en")
    desktop.program.preferences.first_run_done(SystemClock().now())
    desktop.window.navigation.go(Route("today"))
    desktop.window.show()
    Span(WARM_UP_SECONDS).wait()
    print(Span(seconds).wait())
    calm = desktop.places.calm
    desktop.window.navigation.go(Route("calm"))
    calm.model.start(single(30), pattern=COHERENT.id)
    desktop.window.navigation.go(Route("calm_running"))
    Span(BREATH_SECONDS).wait()
    print(Span(seconds).wait())
    desktop.window.showMinimized()
    Span(BREATH_SECONDS).wait()
    print(Span(seconds).wait())
    calm.model.end()
    desktop.close()
    app.quit()
    return 0


if __name__ == "__main__":
    use_plain_imports()
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
