"""Realistic sample data: eight weeks with six infusions, lived by keyboard in the real window.

./dev sample DIR writes them as a data folder. The window is not seen.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["SOFT_LANDING_SILENT"] = "1"

from PySide6.QtTest import QTest

from app.shell.bootstrap import Desktop, application
from app.storage.paths import Paths
from tests.support.clock import FixedClock
from tests.support.eight_weeks import FIRST_MORNING, screened, story
from tests.support.keyboard import Keyboard
from tests.support.living import live


def write_sample(folder: Path) -> bool:
    """Live the eight weeks on the data folder *folder*; return whether all of it is on the disk."""
    clock = FixedClock(FIRST_MORNING)
    with TemporaryDirectory() as beside:
        paths = Paths(data=folder, state=Path(beside, "state"), config=Path(beside, "config"))
        desktop = Desktop(paths, clock, "en")
        desktop.show()
        desktop.window.activateWindow()
        QTest.qWaitForWindowActive(desktop.window)
        live(Keyboard(desktop.window), clock, story(), screened())
        return desktop.close()


def main(arguments: list[str]) -> int:
    """Write the sample into the folder named, which has to be empty or not there yet."""
    if len(arguments) != 1:
        sys.stderr.write("Say where: ./dev sample DIR\n")
        return 2
    folder = Path(arguments[0]).resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sys.stderr.write(f"{folder} is there already and not empty. Nothing was written.\n")
        return 2
    qt = application()
    saved = write_sample(folder)
    files = len(list(folder.rglob("*.yaml")))
    sys.stdout.write(f"{files} files in {folder}\n" if saved else "Not everything was saved.\n")
    qt.quit()
    return 0 if saved else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
