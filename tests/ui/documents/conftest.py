"""The typeface of the program, the paper of a country, and a seat before the real window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from tests.support.chosen import chosen
from tests.support.seat import seat

__all__ = ["chosen", "country", "seat"]


@pytest.fixture(params=["en_US", "de_DE"])
def country(request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot) -> Iterator[str]:
    """A country with Letter, and one with A4."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)
