"""What these tests are handed: a seat before the real window, and a hand that is in no hurry."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.infusion import Outcome
from tests.support.foggy import Drowsy
from tests.support.seat import seat

__all__ = ["drowsy", "seat"]


@pytest.fixture
def drowsy(tmp_path: Path, qtbot: QtBot) -> Iterator[Drowsy]:
    """Return somebody before the first question, straight after an infusion."""
    taken = Drowsy(tmp_path)
    taken.infusion = taken.answered(0, Outcome.WENT_AHEAD)
    taken.go("foggy", f"new:straight_after:{taken.infusion.id}")
    yield taken
    taken.close()
