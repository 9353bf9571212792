"""A program on a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.day import Day


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """Open a day, and close it whatever happens."""
    opened = Day(tmp_path)
    yield opened
    opened.close()
