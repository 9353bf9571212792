"""What tests of widgets and pages are handed."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.preferences import Look, ThemeName
from app.ui.theme.theme import Theme


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    """The light look at 100 %."""
    theme = Theme()
    theme.apply(Look(theme=ThemeName.LIGHT))
    yield theme
    theme.apply(Look(theme=ThemeName.LIGHT))
