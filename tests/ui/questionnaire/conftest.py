"""What these tests are handed: somebody before the real window who reads before each answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.questionnaire.answering import Reader


@pytest.fixture
def seat(tmp_path: Path, qtbot: QtBot) -> Iterator[Reader]:
    """Return a seat before the open window; whatever is open at the end is closed."""
    taken = Reader(tmp_path)
    yield taken
    taken.close()
