"""A data folder in the test's own folder, closed afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.paths import Paths
from tests.support.data_folders import OpenFolder, paths_in


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Where the data folder of this test is, or will be."""
    return paths_in(tmp_path)


@pytest.fixture
def opened(paths: Paths) -> Iterator[OpenFolder]:
    """Give the open data folder of this test."""
    folder = OpenFolder(paths)
    yield folder
    folder.close()
