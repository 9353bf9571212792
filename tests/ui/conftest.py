"""What tests of widgets and pages are handed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme
from tests.support.day import Day


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    """The light look at 100 %."""
    theme = Theme()
    theme.apply(Look(theme=ThemeName.LIGHT))
    yield theme
    theme.apply(Look(theme=ThemeName.LIGHT))


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A program on a folder of its own, closed whatever happens."""
    opened = Day(tmp_path)
    yield opened
    opened.close()
