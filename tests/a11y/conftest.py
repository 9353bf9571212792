"""The real program on a desktop of its own, seen over the accessibility bus."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.atspi import Reader, reader
from tests.support.atspi_folder import write_small_folder
from tests.support.session import desktop, press_keys, program, started


class Seat:
    """Somebody at the keyboard with a screen reader, the program before them."""

    def __init__(self, environment: dict[str, str], eyes: Reader) -> None:
        self._environment = environment
        self.eyes = eyes

    def press(self, *keys: str) -> None:
        """Press *keys*."""
        press_keys(self._environment, *keys)

    def hold(self, key: str, seconds: float) -> None:
        """Hold *key* down for that long; the screen repeats it meanwhile."""
        for change in ("keydown", "keyup"):
            command = ["xdotool", change, key]
            subprocess.run(command, env=self._environment, check=True)
            if change == "keydown":
                time.sleep(seconds)


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Return the environment of a desktop with an accessibility bus."""
    with desktop(tmp_path_factory.mktemp("desktop")) as environment:
        yield environment


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder that nobody changes."""
    return write_small_folder(tmp_path_factory.mktemp("written"), with_version=True)


@pytest.fixture
def seat(session: dict[str, str], written: Path, tmp_path: Path) -> Iterator[Seat]:
    """Start the program on a folder with a small life in it."""
    data = tmp_path / "data"
    shutil.copytree(written, data)
    with started(program(data), session) as running, reader(session, running.pid) as eyes:
        yield Seat(session, eyes)


@pytest.fixture
def first_seat(session: dict[str, str], tmp_path: Path) -> Iterator[Seat]:
    """Start the program for the first time."""
    command = program(tmp_path / "data")
    with started(command, session) as running, reader(session, running.pid) as eyes:
        yield Seat(session, eyes)
