"""The recordings that the tests of sound share, and a sound server for each of the others."""

import shutil
from collections.abc import Iterator

import pytest

from app.ui.sound.player import SILENT
from tests.support.concert import Heard, concert
from tests.support.pulse import SoundServer, sound_server

TOOLS = ("pulseaudio", "pactl", "parec", "ffmpeg")


@pytest.fixture(scope="session")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Heard]:
    """Every scene, played and recorded; skipped where there is no PulseAudio."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    return concert(tmp_path_factory.mktemp("concert"))


@pytest.fixture
def server(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SoundServer]:
    """Give a sound server, to which the players of this test play."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with sound_server(tmp_path_factory.mktemp("sound")) as server:
        monkeypatch.setenv("PULSE_SERVER", server.environment["PULSE_SERVER"])
        monkeypatch.delenv(SILENT)
        yield server
