"""The recordings that the tests of sound share, and a sound server for each of the others."""

import shutil

import pytest

from tests.support.concert import Heard, concert
from tests.support.listening import TOOLS, server

__all__ = ["scenes", "server"]


@pytest.fixture(scope="session")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Heard]:
    """Every scene, played and recorded; skipped where there is no PulseAudio."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    return concert(tmp_path_factory.mktemp("concert"))
