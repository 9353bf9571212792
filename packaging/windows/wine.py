"""Wine: Windows enough to compile for it and to try the packages on."""

import os
import subprocess
from pathlib import Path
from typing import Final

from windows.names import HERE
from workshop import Failed, run

STAND_IN: Final = "icuuc"
"""A library of Windows 10 that Qt is linked against and Debian's Wine does not have. What stands in
for it here is never shipped."""

PATIENCE_SECONDS: Final = 180


class Wine:
    """A Windows of its own in the folder *prefix*, made at the first use."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        if not (prefix / "ready").is_file():
            self._make()

    @property
    def drive(self) -> Path:
        """The folder that is drive C."""
        return self.prefix / "drive_c"

    @property
    def home(self) -> Path:
        """The folder of the one account."""
        (home,) = (path for path in (self.drive / "users").iterdir() if path.name != "Public")
        return home

    @staticmethod
    def path(path: Path) -> str:
        """Return what a file of this computer is called in there."""
        return f"Z:{path.resolve()}".replace("/", "\\")

    def run(self, program: Path | str, *arguments: str, code: int = 0) -> str:
        """Run *program* to its end, without a screen, and return what it printed.

        Raises Failed if it ends with another code than *code*, or not in time.
        """
        words = ["wine", str(program), *arguments]
        try:
            done = subprocess.run(
                words,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=PATIENCE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise Failed(f"This did not end: {' '.join(words)}") from late
        said = done.stdout.decode(errors="replace")
        if done.returncode != code:
            raise Failed(f"{said}\nThis ended with {done.returncode}: {' '.join(words)}")
        return said

    def start(self, program: Path, display: str) -> None:
        """Start *program* on the screen *display*.

        It waits until nothing else runs in there: the first to run decides on the screen for all.
        """
        self.wait()
        subprocess.Popen(
            ["wine", str(program)],
            env={**self._environment(), "DISPLAY": display},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def command(self) -> list[str]:
        """Return what is written before a program so that it runs in there, without a screen."""
        variables = (f"{name}={value}" for name, value in self._environment().items())
        return ["env", "--ignore-environment", *variables, "wine"]

    def wait(self) -> None:
        """Wait until nothing runs in there any more: uninstallers go on in a copy of themselves."""
        try:
            subprocess.run(
                ["wineserver", "--wait"],
                env=self._environment(),
                timeout=PATIENCE_SECONDS,
                check=True,
            )
        except subprocess.TimeoutExpired as late:
            raise Failed("Something under Wine does not end.") from late

    def stop(self) -> None:
        """End whatever still runs in there, if anything does."""
        subprocess.run(["wineserver", "--kill"], env=self._environment(), check=False)

    def _make(self) -> None:
        (self.prefix / "home").mkdir(parents=True, exist_ok=True)
        self.run("wineboot", "--init")
        self.run("winecfg", "-v", "win10")
        self.wait()
        made = self.drive / "windows" / "system32" / f"{STAND_IN}.dll"
        compiler = ["x86_64-w64-mingw32-gcc", "-shared", "-O1", "-s"]
        run([*compiler, HERE / f"{STAND_IN}.c", "-o", made])
        (self.prefix / "ready").touch()

    def _environment(self) -> dict[str, str]:
        """Return the variables: without ours, which Wine would hand on."""
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.prefix / "home"),
            "LC_ALL": "C.UTF-8",
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": f"mscoree,mshtml,winemenubuilder.exe=;{STAND_IN}=n",
            "WINEPREFIX": str(self.prefix),
        }
