"""Photographs of what a program shows on a private screen."""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from tests.support.screen import private_screen
from workshop import Failed, run

PATIENCE_SECONDS: Final = 30
FEWEST_COLORS: Final = 30
"""A screen with a window on it has more colors than this; an empty one has one or two."""

GRAB: Final = """\
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv[:1])
image = application.primaryScreen().grabWindow(0).toImage()
image.save(sys.argv[1])
across, down = range(0, image.width(), 3), range(0, image.height(), 3)
print(len({image.pixel(x, y) for x in across for y in down}))
"""


def photograph(
    command: Callable[[str], Sequence[str]],
    picture: Path,
    look: Callable[["subprocess.Popen[str]"], None] = lambda _process: None,
) -> str:
    """Show a window on a private screen, take a picture of it, and end it as a logout would.

    *command* gets the name of the screen; *look* may look at the process meanwhile. Raises Failed
    if no window comes, or the program does not end well.
    """
    with private_screen(manager=False) as screen:
        process = subprocess.Popen(
            command(screen["DISPLAY"]), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        try:
            _wait_for_window(screen, picture, process)
            look(process)
        finally:
            process.terminate()
            words, _ = process.communicate(timeout=PATIENCE_SECONDS)
        if process.returncode:
            raise Failed(f"The window ended with {process.returncode}:\n{words}")
    return f"window on a real screen, see {picture.name}"


def _wait_for_window(
    screen: dict[str, str], picture: Path, process: "subprocess.Popen[str]"
) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        time.sleep(1)
        told = run([sys.executable, "-c", GRAB, picture], more=screen)
        if int(told.split()[-1]) > FEWEST_COLORS:
            return
    raise Failed(f"No window came within {PATIENCE_SECONDS} s.")
