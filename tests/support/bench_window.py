"""The real window on a folder of its own and the computer's clock, for what is measured in it."""

from pathlib import Path

from app.services.system_clock import SystemClock
from app.shell.bootstrap import Desktop
from app.storage.paths import Paths
from app.ui.route import Route


def open_window(folder: Path, page: str) -> Desktop:
    """Open the program in *folder*, past its first screen, and show *page*."""
    paths = Paths(data=folder / "data", state=folder / "state", config=folder / "config")
    clock = SystemClock()
    desktop = Desktop(paths, clock, "en")
    desktop.program.preferences.first_run_done(clock.now())
    desktop.window.navigation.go(Route(page))
    desktop.window.show()
    return desktop
