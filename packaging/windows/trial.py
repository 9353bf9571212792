"""What every trial of a package for Windows needs: a Windows, a screen, and things to look at."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath
from typing import Final

import bundle
from tests.support.screen import private_screen
from windows import fetching
from windows.names import PROGRAM
from windows.wine import Wine
from workshop import NAME, ROOT, Failed, run

PATIENCE_SECONDS: Final = 60
_READ_KEY: Final = """
import json, sys, winreg
roots = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}
found = {}
try:
    with winreg.OpenKey(roots[sys.argv[1]], sys.argv[2]) as key:
        for number in range(winreg.QueryInfoKey(key)[1]):
            name, value, _ = winreg.EnumValue(key, number)
            found[name] = value
except FileNotFoundError:
    pass
print(json.dumps(found))
"""

SAMPLE: Final = ROOT / "packaging" / "clinic" / "samples" / "small-us-clinic"
"""A real pack with its logo."""

DATA: Final = Path("AppData", "Local", "soft-landing")
"""Where the program keeps what the patient writes, below the home folder."""


def expect(is_so: object, sentence: str) -> None:
    """Raise Failed with *sentence*, which says what is wrong, unless *is_so*."""
    if not is_so:
        raise Failed(sentence)


def names(folder: Path) -> list[str]:
    """Return the files below *folder*, in order."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files)


class Trial:
    """One trial below the folder *work*, on a Windows of its own."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.wine = Wine(work / "wine")

    @property
    def data(self) -> Path:
        """Where the program keeps what the patient writes."""
        return self.wine.home / DATA

    @property
    def start_menu(self) -> Path:
        """The account's own Start menu."""
        roaming = self.wine.home / "AppData" / "Roaming"
        return roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / f"{NAME}.lnk"

    def python(self, code: str, *arguments: str) -> str:
        """Run *code* by the bare Python for Windows, and return what it printed."""
        return self.wine.run(fetching.python() / "python.exe", "-c", code, *arguments)

    def registry(self, key: str) -> dict[str, str | int]:
        """Return the values under *key*, by name; nothing if there is no such key."""
        found: dict[str, str | int] = json.loads(self.python(_READ_KEY, *key.split("\\", 1)))
        return found

    def self_test(self, folder: Path) -> str:
        """Let the program in *folder* test itself, and read music; return a line."""
        program: list[str | Path] = [*self.wine.command(), folder / PROGRAM]
        seen = PureWindowsPath(self.wine.path(self.work))
        return ", ".join(bundle.checked(program, self.work, seen))

    def wait_for(self, what: str, is_so: Callable[[], object]) -> float:
        """Wait until *is_so*, and return how many seconds it took."""
        began = time.monotonic()
        while not is_so():
            if time.monotonic() - began > PATIENCE_SECONDS:
                raise Failed(f"This did not happen: {what}.")
            time.sleep(0.1)
        return time.monotonic() - began


class Screen:
    """A screen that nobody sees, with a picture of it to be had at any time."""

    def __init__(self, display: str) -> None:
        self.display = display

    def windows(self, title: str) -> list[str]:
        """Return the visible windows whose title has *title* in it."""
        asked = ["xdotool", "search", "--onlyvisible", "--name", title]
        done = subprocess.run(
            asked, env=self._environment(), capture_output=True, text=True, check=False
        )
        return done.stdout.split()

    def press(self, *keys: str) -> None:
        """Press *keys* one after the other."""
        run(["xdotool", "key", "--delay", "60", *keys], more={"DISPLAY": self.display})

    def picture(self, path: Path) -> Path:
        """Write a picture of all of it to *path*, and return it."""
        run(["import", "-window", "root", path], more={"DISPLAY": self.display})
        return path

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}


@contextmanager
def screen(size: str = "1280x800") -> Iterator[Screen]:
    """Yield a new screen of *size*."""
    with private_screen(size, manager=False) as environment:
        yield Screen(environment["DISPLAY"])
