"""Each sound as it is heard, and the table of their figures at the end of a run."""

import shutil
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from tests.support.sounds.cues import CUES
from tests.support.sounds.files import FOLDER
from tests.support.sounds.loops import LOOPS, Loop
from tests.support.sounds.signals import Sound
from tests.support.sounds.vorbis import decoded

TABLE: Final = pytest.StashKey[dict[str, dict[str, str]]]()
Row = dict[str, str]


@dataclass(frozen=True)
class Heard:
    """One file, and what comes out of it."""

    name: str
    file: Path
    sound: Sound
    row: Row

    @property
    def loop(self) -> Loop:
        """What the file was made from."""
        return LOOPS[self.name]

    def say(self, **figures: float) -> None:
        """Put *figures* into the table."""
        self.row.update({key: f"{value:.4g}" for key, value in figures.items()})


@pytest.fixture(scope="module", params=LOOPS)
def loop(request: pytest.FixtureRequest) -> Heard:
    """Give one loop after the other; skipped where there is no FFmpeg."""
    if not shutil.which("ffmpeg"):
        pytest.skip("ffmpeg is not installed")
    file = FOLDER / f"{request.param}.ogg"
    return Heard(request.param, file, decoded(file.read_bytes()), _row(request.config, file))


@pytest.fixture
def cues(request: pytest.FixtureRequest) -> dict[str, Heard]:
    """Give every cue by its name."""
    files = {name: FOLDER / f"{name}.wav" for name in CUES}
    return {
        name: Heard(name, file, _samples(file), _row(request.config, file))
        for name, file in files.items()
    }


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print what was measured."""
    table = config.stash.get(TABLE, {})
    if table:
        terminalreporter.section("the sounds (levels in dB from full scale)")
    for name, row in table.items():
        figures = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in row.items())
        terminalreporter.write_line(f"{name:<16} {figures}")


def _row(config: pytest.Config, file: Path) -> Row:
    return config.stash.setdefault(TABLE, {}).setdefault(
        file.name, {"bytes": f"{file.stat().st_size:,}"}
    )


def _samples(file: Path) -> Sound:
    """Return the samples of a WAV file of 16 bits and one channel."""
    with wave.open(str(file)) as opened:
        frames = opened.readframes(opened.getnframes())
    return np.frombuffer(frames, "<i2").astype(np.float64)[None] / 32_768
