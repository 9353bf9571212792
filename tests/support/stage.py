"""A process that plays a scene on a sound server, and tells when what happened.

The server has to be named before Qt's multimedia part is loaded, and dies in some scenes, so
each scene has a process of its own. ``python -m tests.support.stage SCENE FOLDER`` plays one of
``tests/support/scenes.py``; ``Stage`` is what a scene is handed, ``Play`` what a test sees.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any, Final, NamedTuple

import coverage

from tests.support.pulse import SoundServer
from tests.support.source import ROOT

_LONGEST_SECONDS: Final = 40


class Note(NamedTuple):
    """Something that happened, and when, by the monotonic clock."""

    name: str
    at: float
    what: str


class Play:
    """A scene under way in another process."""

    def __init__(self, scene: str, folder: Path, server: SoundServer) -> None:
        measured = coverage.Coverage.current() is not None
        runner = ["-m", "coverage", "run", "--parallel-mode"] if measured else []
        self.notes: list[Note] = []
        self._process = subprocess.Popen(
            [sys.executable, *runner, "-m", "tests.support.stage", scene, str(folder)],
            cwd=ROOT,
            env=server.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._words = ""
        self._readers = [Thread(target=self._read_notes), Thread(target=self._read_words)]
        for reader in self._readers:
            reader.start()

    def wait_for(self, name: str) -> Note:
        """Return the first note called *name*, as soon as it is there."""
        deadline = time.monotonic() + _LONGEST_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            for note in list(self.notes):
                if note.name == name:
                    return note
            time.sleep(0.02)
        return self.first(name)

    def end(self) -> None:
        """Wait for the end, and fail if it was not a good one."""
        try:
            code = self._process.wait(_LONGEST_SECONDS)
        finally:
            self._process.kill()
            for reader in self._readers:
                reader.join()
        assert code == 0, f"exit code {code}: {self._words}"
        assert "Traceback" not in self._words, self._words

    def every(self, name: str) -> list[Note]:
        """Return all notes called *name*."""
        return [note for note in self.notes if note.name == name]

    def first(self, name: str) -> Note:
        """Return the first note called *name*."""
        found = self.every(name)
        assert found, f"{name} did not happen; {self.notes}; {self._words}"
        return found[0]

    def _read_notes(self) -> None:
        assert self._process.stdout
        with self._process.stdout as lines:
            for line in lines:
                self.notes.append(Note(*json.loads(line)))

    def _read_words(self) -> None:
        assert self._process.stderr
        with self._process.stderr as words:
            self._words = words.read()


class Stage:
    """The inside of such a process: an application, a mixer, and somebody who takes notes."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtCore import QCoreApplication

        from app.ui.sound.mixer import Mixer

        self.folder = folder
        self.application = QCoreApplication([])
        self.mixer = Mixer()
        self.follow(self.mixer)

    def follow(self, mixer: Any) -> None:
        """Note what *mixer* says."""
        mixer.problem_changed.connect(self._problem)
        mixer.track_started.connect(self._started)
        mixer.track_failed.connect(self._failed)
        mixer.music_ended.connect(self._ended)
        mixer.fell_silent.connect(self._silent)

    def note(self, name: str, what: object = "") -> None:
        """Tell that *name* happens now."""
        print(json.dumps([name, time.monotonic(), str(what)]), flush=True)

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def wait_until(self, happened: Callable[[], object], seconds: float = 20) -> None:
        """Let time pass until something has *happened*."""
        deadline = time.monotonic() + seconds
        while not happened() and time.monotonic() < deadline:
            self.wait(0.05)

    def _problem(self, problem: Any) -> None:
        self.note("problem", problem.value if problem else "")

    def _started(self, file: Path) -> None:
        self.note("started", file.name)

    def _failed(self, file: Path) -> None:
        self.note("failed", file.name)

    def _ended(self) -> None:
        self.note("ended")

    def _silent(self) -> None:
        self.note("silent")


if __name__ == "__main__":
    from tests.support import scenes

    stage = Stage(Path(sys.argv[2]))
    getattr(scenes, sys.argv[1])(stage)
    stage.mixer.close()
    stage.note("over")
